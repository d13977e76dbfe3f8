r"""The keys in what LaTeX writes for BibTeX and biber: ``.aux`` and ``.bcf``."""

import re

from lxml import etree

from citekit.drafts.key_uses.gathering import Gathering
from citekit.drafts.key_uses.uses import CitedKeys, KeyNotation, KeyUse
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.spans import Span
from citekit.text.safe_xml import safe_parser

_AUX = re.compile(
    r"""^\\(?:
        (?P<list>citation|bibdata)\{(?P<keys>[^{}\r\n]*)\}
      | abx@aux@(?P<kind>cite|nocite)(?:\{\d+\})?\{(?P<key>[^{}\r\n]*)\}
      | @input\{(?P<input>[^{}\r\n]*)\})""",
    re.MULTILINE | re.VERBOSE,
)
_KEY = re.compile(r"[^\s,]+")
_BCF = re.compile(
    r"<(?:bcf:)?(?P<name>citekey|datasource)\b(?P<attributes>[^<>]*)(?<!/)>(?P<text>[^<]*)<"
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def read_aux_keys(text: str, path: str) -> CitedKeys:
    r"""What an ``.aux`` file says is cited: ``\citation``, and ``\abx@aux@cite`` of biblatex."""
    del path
    gathering = Gathering()
    for match in _AUX.finditer(text):
        if match["input"]:
            gathering.add_inclusion(match["input"], match.start("input"))
        elif match["list"]:
            for key in _KEY.finditer(text, *match.span("keys")):
                if match["list"] == "bibdata":
                    gathering.add_bibliography(key[0], key.start())
                else:
                    _add(gathering, key[0], key.span(), match, "citation")
        else:
            _add(gathering, match["key"], match.span("key"), match, f"abx@aux@{match['kind']}")
    return gathering.cited_keys()


def read_bcf_keys(text: str, path: str) -> CitedKeys:
    """What a ``.bcf`` file, the control file of biber, says is cited.

    Source: the documentation of biber, "The control file".
    """
    gathering = Gathering()
    parser = safe_parser(recovers=True)
    # The declaration of an encoding is that of the bytes, not of the text.
    data = re.sub(r"^\ufeff?<\?xml[^>]*\?>", "", text).encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser) if data.strip() else None
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        gathering.diagnostics.append(
            Diagnostic(
                "unread-control-file",
                Severity.WARNING,
                "the control file of biber is no XML; what it cites is not known",
                "Run LaTeX again to have it written anew.",
                path,
                None,
                1,
                1,
            )
        )
        return gathering.cited_keys()
    shown = _COMMENT.sub(lambda match: " " * len(match[0]), text)
    marks = list(_BCF.finditer(shown))
    values = [element.text or "" for element in root.iter("{*}citekey", "{*}datasource")]
    if len(values) != len(marks):
        values = [match["text"] for match in marks]
    for match, value in zip(marks, values, strict=True):
        if match["name"] == "datasource":
            gathering.add_bibliography(value, match.start("text"))
        else:
            command = "nocite" if "nocite" in match["attributes"] else "citekey"
            _add(gathering, value.strip(), match.span("text"), match, command)
    return gathering.cited_keys()


def _add(
    gathering: Gathering, key: str, span: tuple[int, int], match: re.Match[str], command: str
) -> None:
    group = Span(*match.span())
    gathering.add(KeyUse(key, Span(*span), group, command, notation=KeyNotation.GENERATED))
