"""Parts of a bibliography, and its layout parameters, as the suite's harness words them."""

from collections.abc import Mapping, Sequence
from typing import Any

from citekit.csl.processor import Bibliography


def filter_ids(
    ids: Sequence[str], records: Mapping[str, Mapping[str, Any]], section: Mapping[str, Any]
) -> list[str]:
    """The entries that a filter lets through: ``include``, ``exclude``, ``select``, ``quash``.

    The first of the former three that is given decides: any test of ``include`` lets in, any of
    ``exclude`` keeps out, all of ``select`` must hold. Then all of ``quash`` together keep out.
    ``page_start`` (an id, or true for the beginning) and ``page_length`` take a page.
    """
    kept = [id_ for id_ in ids if _is_kept(records[id_], section)]
    start = section.get("page_start")
    if start and section.get("page_length"):
        begin = kept.index(start) + 1 if start in kept else 0
        kept = kept[begin : begin + int(section["page_length"])]
    return kept


def header_lines(bibliography: Bibliography) -> list[str]:
    """The layout parameters by the names that citeproc-js gives them, sorted."""
    options = bibliography.options
    rows = {
        "bibend": "</div>",
        "bibliography_errors": "",
        "bibstart": '<div class="csl-bib-body">\n',
        "done": "false",
        "entry_ids": ",".join(entry.id for entry in bibliography.entries),
        "entryspacing": str(options.entry_spacing),
        "linespacing": str(options.line_spacing),
        "maxoffset": str(options.max_offset),
        "second-field-align": options.second_field_align or "false",
    }
    if options.hanging_indent:
        rows["hangingindent"] = "true"
    return [f"{name}: {value}" for name, value in sorted(rows.items())]


def _is_kept(record: Mapping[str, Any], section: Mapping[str, Any]) -> bool:
    is_in = True
    if "include" in section:
        is_in = any(_holds(test, record) for test in section["include"])
    elif "exclude" in section:
        is_in = not any(_holds(test, record) for test in section["exclude"])
    elif "select" in section:
        is_in = all(_holds(test, record) for test in section["select"])
    if "quash" in section and all(_holds(test, record) for test in section["quash"]):
        is_in = False
    return is_in


def _holds(test: Mapping[str, Any], record: Mapping[str, Any]) -> bool:
    """Whether a field has a value; true or an empty value ask whether it is there at all."""
    wanted, found = test["value"], record.get(test["field"])
    if not wanted or wanted is True:
        return bool(found) is bool(wanted)
    return wanted in found if isinstance(found, list) else wanted == found
