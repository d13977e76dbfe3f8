"""Long lists of names cut short."""

from dataclasses import replace

from citekit.formats.bib_tidy.contents import change_contents
from citekit.formats.bib_tidy.drafts import DraftEntry, DraftField
from citekit.formats.bib_tidy.tables import fields_called
from citekit.formats.bib_values import join_list, split_list


def cut_names(entry: DraftEntry, most: int) -> DraftEntry:
    """The entry with the first ``most`` names of each list, and "and others" for the rest."""

    def cut(text: str) -> str:
        names = split_list(text)
        has_others = bool(names) and names[-1].lower() == "others"
        return join_list([*names[:most], "others"]) if len(names) - has_others > most else text

    def shortened(field: DraftField) -> DraftField:
        is_list = field.name.lower() in fields_called("names") and "#" not in field.value
        return replace(field, value=change_contents(field.value, cut)) if is_list else field

    return replace(entry, fields=tuple(map(shortened, entry.fields)))
