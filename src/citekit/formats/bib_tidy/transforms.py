"""The transforms there are, in the order in which they are made."""

import operator
from dataclasses import dataclass, replace

from citekit.errors import ConfigError
from citekit.formats.bib_tidy.capitals import drop_capitals
from citekit.formats.bib_tidy.case_of_names import lower_names
from citekit.formats.bib_tidy.comments import drop_comments
from citekit.formats.bib_tidy.delimiters import brace_entry
from citekit.formats.bib_tidy.dois import bare_doi
from citekit.formats.bib_tidy.drafts import DraftEntry, EntryTransform, FieldTransform
from citekit.formats.bib_tidy.duplicates import drop_repeated
from citekit.formats.bib_tidy.empty_fields import drop_empty
from citekit.formats.bib_tidy.enclosing_braces import strip_enclosing
from citekit.formats.bib_tidy.escapes import decode_escapes, encode_escapes
from citekit.formats.bib_tidy.line_breaks import join_lines
from citekit.formats.bib_tidy.months import name_month
from citekit.formats.bib_tidy.numbers import bare_number
from citekit.formats.bib_tidy.options import TidyOptions
from citekit.formats.bib_tidy.pages import dash_pages


@dataclass(frozen=True, slots=True)
class Transform:
    """A change to entries: its name, what it does in one line, and whether it is made unasked."""

    name: str
    summary: str
    apply: EntryTransform
    is_default: bool = True


def _each_field(change: FieldTransform) -> EntryTransform:
    def apply(entry: DraftEntry) -> DraftEntry:
        fields = tuple([change(field) for field in entry.fields])
        # Most entries stay as they are, and copies take time.
        is_same = all(map(operator.is_, fields, entry.fields))
        return entry if is_same else replace(entry, fields=fields)

    return apply


TRANSFORMS: tuple[Transform, ...] = (
    Transform("case", "types and names of fields in lower case", lower_names),
    Transform("lines", "values that are broken over lines on one line", _each_field(join_lines)),
    Transform("delimiters", "braces around entries and values", brace_entry),
    Transform(
        "enclosing",
        "braces around whole values removed",
        _each_field(strip_enclosing),
        is_default=False,
    ),
    Transform("months", "months as macros", _each_field(name_month)),
    Transform("pages", "'--' in ranges of pages", _each_field(dash_pages)),
    Transform("doi", "DOIs without their address", _each_field(bare_doi)),
    Transform(
        "unicode", "escapes of letters as characters", _each_field(decode_escapes), is_default=False
    ),
    Transform(
        "ascii", "characters beyond ASCII as escapes", _each_field(encode_escapes), is_default=False
    ),
    Transform("numeric", "numbers without braces", _each_field(bare_number), is_default=False),
    Transform("capitals", "titles that shout calmed", _each_field(drop_capitals), is_default=False),
    Transform("comments", "comments removed", drop_comments, is_default=False),
    Transform("empty", "empty fields removed", drop_empty, is_default=False),
    Transform("duplicates", "fields that stand twice with one value once", drop_repeated),
)


def chosen_transforms(options: TidyOptions) -> tuple[Transform, ...]:
    """The transforms that ``options`` ask for, in their order.

    Raises:
        ConfigError: It names one that there is not, or both ``unicode`` and ``ascii``.
    """
    names = [transform.name for transform in TRANSFORMS]
    for name in sorted(options.chosen | options.left_out):
        if name not in names:
            raise ConfigError(f"there is no transform {name!r}; there are {', '.join(names)}")
    if {"unicode", "ascii"} <= options.chosen - options.left_out:
        raise ConfigError("choose one of 'unicode' and 'ascii'; each undoes the other")
    return tuple(
        transform
        for transform in TRANSFORMS
        if transform.name not in options.left_out
        and (transform.is_default or transform.name in options.chosen)
    )
