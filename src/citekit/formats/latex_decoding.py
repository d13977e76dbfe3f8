r"""LaTeX as text: Unicode with CSL's inline markup."""

import re
import unicodedata

from citekit.formats.bib_values import deepest
from citekit.formats.latex_conversion import converter, walker_context
from citekit.formats.latex_scripts import with_scripts
from citekit.text.case_marks import mark_case as marked

# Beyond this, pylatexenc would run into Python's limit of recursion.
_DEEPEST = 40
# A no-break space is no white space here: it was written on purpose.
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
# Without any of these, only braces and blanks are to be taken away.
_SPECIAL = re.compile(r"[\\~$%`&]|--|''")
_UNESCAPED = re.compile(r"(?<!\\)((?:\\\\)*)([%&])")
_SWITCH = re.compile(r"\{\s*\\(em|it|sl|bf|sc|itshape|bfseries|scshape)(?![A-Za-z])\s*")
_STARRED = re.compile(r"(\\[A-Za-z]+)\*(?=\s*\{)")
_ENVIRONMENT = re.compile(r"\\(?:begin|end)(?![A-Za-z])\s*(?:\{[^{}\\]{0,100}\})?")
_SPACING = re.compile(
    r"\\(?:kern|hskip|raise|lower)(?![A-Za-z])\s*-?[0-9.,]{1,8}\s*(?:pt|em|ex|mu|cm|mm|in|bp|sp)\s?"
)
_ADDRESS = re.compile(r"(\\(?:url|nolinkurl|path)\s*)\{([^{}]{1,2000})\}")
# A citation within a value; what it cites is all that is known of it.
_CITATION = re.compile(
    r"\\(no)?[A-Za-z]{0,20}cite[a-z]{0,20}\*?\s*(?:\[[^\[\]]{0,200}\]){0,2}\s*"
    r"\{([^{}\\]{1,400})\}",
    re.IGNORECASE,
)
_SWITCH_COMMANDS = {
    "em": "emph",
    "it": "emph",
    "sl": "emph",
    "itshape": "emph",
    "bf": "textbf",
    "bfseries": "textbf",
    "sc": "textsc",
    "scshape": "textsc",
}


def _unstarred(match: re.Match[str]) -> str:
    r"""The plain form of a command; that of ``\enquote`` has quotation marks of its own."""
    return r"\enquotestar" if match[1] == r"\enquote" else match[1]


def _plain_address(match: re.Match[str]) -> str:
    """An address whose signs say nothing but themselves."""
    inside = match[2].replace("~", r"\textasciitilde{}").replace("--", "-{}-")
    return f"{match[1]}{{{inside}}}"


def _without_commands(text: str) -> str:
    """What is left of LaTeX too deep to be parsed: braces taken away, the rest as it is."""
    return text.replace("{", "").replace("}", "")


def _with_marked_groups(text: str) -> str:
    """Text with no LaTeX but braces, with marks of case round what they hold."""
    result: list[str] = []
    opened: list[int] = []
    for letter in text:
        if letter == "{":
            opened.append(len(result))
        elif letter == "}":
            start = opened.pop() if opened else len(result)
            if not opened:
                result[start:] = [marked("".join(result[start:]))]
        else:
            result.append(letter)
    return "".join(result)


def _convert(text: str, *, mark_case: bool) -> str:
    from pylatexenc.latexwalker import LatexWalker, LatexWalkerError  # noqa: PLC0415  # heavy

    walker = LatexWalker(text, latex_context=walker_context(), tolerant_parsing=True)
    try:
        nodes, _, _ = walker.get_latex_nodes()
        return str(converter(mark_case=mark_case).nodelist_to_text(nodes))
    except (LatexWalkerError, LookupError, RecursionError):
        # Its tolerance has gaps: \verb at the end of the text, arguments without end.
        return _without_commands(text)


def decode_latex(text: str, *, mark_case: bool = False) -> str:
    r"""``text`` without LaTeX: accents and symbols in Unicode, fonts as CSL's markup, one line.

    Grouping braces go, ``%`` begins no comment (BibTeX knows none inside a value) and ``&``
    parts no columns, ``~`` is a no-break space. A command that is not known gives its
    arguments, and its name where it has none; a citation gives its keys.
    ``mark_case`` keeps what braces say of a title's case as CSL's ``nocase``: a group protects its
    letters, but not one that begins with a command (``{\"O}``) or is a command's argument.

    Example:
        >>> decode_latex(r"{\'E}tude de l'\emph{{\oe}uvre} -- 5\%")
        "Étude de l'<i>œuvre</i> – 5%"
    """
    text = _SPACE.sub(" ", text).strip(" ")
    if _SPECIAL.search(text) is None:
        plain = _with_marked_groups(text) if mark_case else _without_commands(text)
        return unicodedata.normalize("NFC", plain.strip(" "))
    if deepest(text) > _DEEPEST:
        return _without_commands(text)
    if "\\" in text:
        text = _ADDRESS.sub(_plain_address, text)
        text = _CITATION.sub(lambda match: "" if match[1] else match[2], text)
        text = _ENVIRONMENT.sub(" ", text)
        text = _SPACING.sub("", text)
        text = _STARRED.sub(_unstarred, text)
        text = _SWITCH.sub(lambda match: f"\\{_SWITCH_COMMANDS[match[1]]}{{", text)
    if "^" in text or "_" in text:
        text = with_scripts(text)
    text = _UNESCAPED.sub(r"\1\\\2", text)
    return _SPACE.sub(" ", unicodedata.normalize("NFC", _convert(text, mark_case=mark_case))).strip(
        " "
    )
