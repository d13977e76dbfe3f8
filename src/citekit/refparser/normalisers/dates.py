"""Dates of publication and of access."""

from citekit.fields.dates import parse_date
from citekit.fields.original_dates import split_original
from citekit.model.variables import DateVariable
from citekit.refparser.draft import Draft, Stretch

_EDGES = " ,;:"


def normalise_date(draft: Draft, stretch: Stretch) -> None:
    """Set the date; what is no date ("forthcoming") stays as it is printed.

    "1999 [1887]" sets the date of the original as well.
    """
    text = " ".join(stretch.text.text.split()).strip(_EDGES)
    # The stop of an abbreviation stays ("n.d."), that of the sentence goes.
    text = text if text.count(".") > 1 else text.rstrip(".")
    if not text:
        return
    variable = DateVariable(stretch.label.variable)
    printed = split_original(text)
    if not (printed.original and variable is DateVariable.ISSUED):
        draft.set_date(variable, parse_date(text), stretch)
        return
    original, issued = stretch.part(printed.original), stretch.part(printed.issued)
    draft.set_date(variable, parse_date(text), issued)
    draft.set_date(DateVariable.ORIGINAL_DATE, parse_date(printed.original), original)
