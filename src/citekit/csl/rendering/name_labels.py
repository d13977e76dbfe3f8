"""``cs:label`` inside ``cs:names``: what the people of a variable did.

Source: CSL 1.0.2, "Label (in cs:names)".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from citekit.csl.context import Environment
from citekit.csl.nodes import Label, Names
from citekit.csl.rendering.case_language import case_language
from citekit.csl.tree import Node, Output, Tag
from citekit.csl.typography import dresser, parse_markup

PutLabel = Callable[[Node, str, int], Output]


def labeller(node: Names, env: Environment) -> PutLabel:
    """The function that sets the label of ``node`` before or after the names of a variable.

    It is given the names, their variable and their number. Sort keys have no labels.
    """
    label = node.label
    if label is None or env.sort_options is not None:
        return lambda listed, _variable, _count: listed
    known: dict[tuple[str, bool], Output] = {}
    plural = label.plural
    comes_first = node.label_first

    def put(listed: Node, variable: str, count: int) -> Output:
        is_plural = plural == "always" or (plural != "never" and count > 1)
        key = (variable, is_plural)
        if key not in known:
            known[key] = _label(label, env, variable, is_plural=is_plural)
        text = known[key]
        if not text:
            return listed
        return Node((text, listed) if comes_first else (listed, text))

    return put


def _label(label: Label, env: Environment, variable: str, *, is_plural: bool) -> Output:
    for name in _term_names(variable):
        text = env.locale.term(name, label.form, is_plural=is_plural)
        if text:
            is_running_text = env.is_citation and env.style.class_ == "in-text"
            inner = parse_markup(text)
            if not is_running_text:
                inner = Node((inner,), tag=Tag.TERM)
            return dresser(label.look)(inner, case_language(label.look, env.locale))
    return ""


def _term_names(variable: str) -> Sequence[str]:
    """The terms that may label ``variable``: the joint one has two spellings."""
    if variable in {"editortranslator", "editor-translator"}:
        return ("editortranslator", "editor-translator")
    return (variable,)
