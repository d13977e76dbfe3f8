"""DOI, URL, ISBN and their like."""

import re

from citekit.fields.identifiers import find_identifiers
from citekit.model.variables import NumberVariable, TextVariable
from citekit.refparser.draft import Draft, Stretch

_CUE = re.compile(r"^(?:doi|isbn|issn|pmid|pmcid)[:.]?(?=[\dxX])", re.IGNORECASE)
_EDGES = " \t\r\n.,;<>()[]"


def normalise_identifier(draft: Draft, stretch: Stretch) -> None:
    """Set an identifier in its normal form; what cannot be recognised stays as printed."""
    printed = stretch.text.text.strip()
    variable = TextVariable(stretch.label.variable)
    joined = _CUE.sub("", "".join(printed.split()))
    # No identifier holds a blank; those that stand there come from the ends of lines.
    for text in (printed, joined) if variable is not TextVariable.DOI else (joined, printed):
        for found in find_identifiers(text):
            if found.kind.value == variable.value:
                draft.set_text(variable, found.value, stretch)
                return
    draft.set_text(variable, "".join(printed.split()).strip(_EDGES), stretch)


def normalise_eprint(draft: Draft, stretch: Stretch) -> None:
    """Set an arXiv number as ``number``, with its prefix; CSL has no variable of its own for it."""
    printed = "".join(stretch.text.text.split()).strip(_EDGES)
    found = [f.value for f in find_identifiers(f"arXiv:{printed}") if f.kind.value == "arXiv"]
    draft.set_number(NumberVariable.NUMBER, f"arXiv:{found[0] if found else printed}", stretch)
