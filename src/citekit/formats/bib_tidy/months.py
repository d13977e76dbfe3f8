"""Months as the macros that every style knows."""

from dataclasses import replace

from citekit.formats.bib_tidy.drafts import DraftField
from citekit.formats.bib_tidy.tables import month_macros


def name_month(field: DraftField) -> DraftField:
    """``month = {January}`` as ``month = jan``; what is more than a month stays.

    English names, their abbreviations and numbers are months.
    """
    if field.name.lower() != "month":
        return field
    value = field.value
    if value[:1] in {"{", '"'}:
        value = value[1:-1]
    macro = month_macros().get(value.strip().removesuffix(".").lower())
    return replace(field, value=macro) if macro else field
