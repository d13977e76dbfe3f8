"""Dates of publication and of access."""

from citekit.fields.dates import parse_date
from citekit.model.variables import DateVariable
from citekit.refparser.draft import Draft, Stretch


def normalise_date(draft: Draft, stretch: Stretch) -> None:
    """Set the date; what is no date ("forthcoming") stays as it is printed."""
    text = " ".join(stretch.text.text.split()).strip(" ,;:.")
    if text:
        draft.set_date(DateVariable(stretch.label.variable), parse_date(text), stretch)
