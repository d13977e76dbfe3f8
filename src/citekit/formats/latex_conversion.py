"""pylatexenc with the commands that a bibliography knows, and the marks of case."""

import logging
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from citekit.text.case_marks import mark_case as marked
from citekit.text.data import load_table

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text
    from pylatexenc.latexwalker import LatexGroupNode, LatexMacroNode, LatexMathNode
    from pylatexenc.macrospec import LatexContextDb

_TAG = re.compile(r"<[^<>]{1,100}>")
_NUMBERED = re.compile(r"%\((\d)\)")
_LONGEST_NAME = 40
_COMMAND_AT_END = re.compile(r"\\(?:[A-Za-z]+\*?|[\"'`^~=.])$")
_SMALL_CAPS = '<span style="font-variant:small-caps;">'


@cache
def _tags() -> Mapping[str, str]:
    table = load_table("citekit.formats", "latex").get("tags", {})
    return table if isinstance(table, dict) else {}


def _markup_template(tag: str) -> str:
    return f"{_SMALL_CAPS}%s</span>" if tag == "sc" else f"<{tag}>%s</{tag}>"


def _replacements() -> dict[str, str]:
    """Commands of one argument that pylatexenc does not know, or not as we want them."""
    table = load_table("citekit.formats", "latex").get("decoded", {})
    result = {name: _markup_template(tag) for name, tag in _tags().items()}
    result.update(table if isinstance(table, dict) else {})
    journals = load_table("citekit.formats", "latex").get("journals", {})
    result.update(journals if isinstance(journals, dict) else {})
    return result


def _arguments(replacement: str) -> str:
    """The arguments that a replacement speaks of, in pylatexenc's notation."""
    numbers = [int(number) for number in _NUMBERED.findall(replacement)]
    return "{" * max(numbers, default=replacement.count("%s"))


@cache
def walker_context() -> "LatexContextDb":
    """What the parser has to know: the commands and their arguments."""
    from pylatexenc.latexwalker import get_default_latex_context_db  # noqa: PLC0415  # heavy
    from pylatexenc.macrospec import std_macro  # noqa: PLC0415  # heavy

    context = get_default_latex_context_db()
    replacements = _replacements()
    context.add_context_category(
        "citekit",
        prepend=True,
        macros=[
            std_macro(name, _arguments(replacement)) for name, replacement in replacements.items()
        ],
    )
    return context


def _converter_class() -> type["LatexNodes2Text"]:
    """The converter that marks case, and gives the names of commands it does not know."""
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415  # heavy

    class _Converter(LatexNodes2Text):  # type: ignore[misc]  # it has no types
        """Marks stand round groups, the outermost of several; arguments of commands are none.

        They stand round formulas with capitals, too.
        """

        marks_case = False
        depth = 0

        def group_node_to_text(self, node: "LatexGroupNode") -> str:
            before = node.parsing_state.s[max(0, node.pos - _LONGEST_NAME) : node.pos]
            if (
                not self.marks_case
                or self.depth
                or _is_special(node)
                or _COMMAND_AT_END.search(before)
            ):
                return str(super().group_node_to_text(node))
            self.depth += 1
            try:
                return marked(str(super().group_node_to_text(node)))
            finally:
                self.depth -= 1

        def math_node_to_text(self, node: "LatexMathNode") -> str:
            if not self.marks_case or self.depth:
                return str(super().math_node_to_text(node))
            self.depth += 1
            try:
                text = str(super().math_node_to_text(node))
            finally:
                self.depth -= 1
            # The letters of a formula are signs.
            return marked(text) if any(map(str.isupper, _without_tags(text))) else text

        def macro_node_to_text(self, node: "LatexMacroNode") -> str:
            if self.latex_context.get_macro_spec(node.macroname) is not None:
                return str(super().macro_node_to_text(node))
            return _unknown_command(node)

    return _Converter


def _without_tags(text: str) -> str:
    return _TAG.sub("", text)


def _unknown_command(node: "LatexMacroNode") -> str:
    """The name of a command that nothing is known of, as far as it may print something.

    One with an argument, or in small letters at the start of a group, which is a switch of
    fonts, is left out, since the text that it is about is there.
    """
    name, text = node.macroname, node.parsing_state.s
    end = node.pos + node.len
    follows = text[end : end + 2]
    begins_group = text[node.pos - 1 : node.pos] == "{" and follows[:1] != "}"
    if not name.isalpha() or (follows[:1] == "{" and follows != "{}"):
        return ""
    if begins_group and name.islower():
        return ""
    return f"{name}{node.macro_post_space}"


def _is_special(group: "LatexGroupNode") -> bool:
    """Whether a group is BibTeX's "special character", a brace with a command behind it."""
    return bool(group.nodelist) and hasattr(group.nodelist[0], "macroname")


@cache
def converter(*, mark_case: bool) -> "LatexNodes2Text":
    """What turns parsed LaTeX into text; ``mark_case`` asks for marks of case round groups."""
    from pylatexenc import latex2text  # noqa: PLC0415  # heavy

    # What it makes of a broken command is seen in the result.
    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)
    context = latex2text.get_default_latex_context_db()
    context.add_context_category(
        "citekit",
        prepend=True,
        macros=[
            latex2text.MacroTextSpec(name, replacement)
            for name, replacement in _replacements().items()
        ],
    )
    made = _converter_class()(
        latex_context=context, keep_comments=True, strict_latex_spaces="macros"
    )
    made.marks_case = mark_case
    return made


def is_known_command(name: str) -> bool:
    """Whether it is known what the command prints, be it nothing."""
    return converter(mark_case=False).latex_context.get_macro_spec(name) is not None
