"""``citekit styles``: the styles that there are, with what they print."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from citekit.cli.exit_status import FINDINGS, FINE
from citekit.cli.options import Quiet
from citekit.cli.streams import say, write_data

if TYPE_CHECKING:
    from citekit.csl.style_nodes import StyleInfo


_LONGEST = 100


class Form(StrEnum):
    """The forms of the answer."""

    TEXT = "text"
    JSON = "json"


def command(
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS...]", help="Words of name, title, field, kind; an ISSN."),
    ] = None,
    kind: Annotated[
        str,
        typer.Option(
            "--kind", metavar="KIND", help="Only author, author-date, label, note or numeric."
        ),
    ] = "",
    field: Annotated[
        str, typer.Option("--field", metavar="FIELD", help="Only for law, medicine, physics, ...")
    ] = "",
    limit: Annotated[
        int, typer.Option("-n", "--limit", min=0, help="How many to show; 0 is all.")
    ] = 10,
    to: Annotated[Form, typer.Option("--to", metavar="FORM", help="text or json.")] = Form.TEXT,
    *,
    quiet: Quiet = False,
) -> int:
    """Search the styles that --style of 'citekit format' takes by name."""
    from citekit.pipeline.style_search import find_styles, sample_of

    words = " ".join(query or ())
    found = find_styles(words, kind=kind, field=field)
    if not found.styles:
        near = f"; did you mean {', '.join(found.near)}?" if found.near else ""
        say([f"citekit: no style fits {_cut(words)!r}{near}"])
        return FINDINGS
    shown = found.styles[: limit or None]
    rows = [(style, sample_of(style.name)) for style in shown]
    write_data(_json(rows) if to is Form.JSON else "".join(_lines(rows)), None)
    if len(shown) < len(found.styles):
        note = f"{len(shown)} of {len(found.styles)} styles; give more words, or --limit 0 for all"
        say([note], quiet=quiet)
    return FINE


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _lines(rows: Iterable[tuple["StyleInfo", str]]) -> Iterator[str]:
    for style, sample in rows:
        title = style.title or "(its file cannot be read)"
        about = [style.citation_format, ", ".join(style.categories)]
        if style.parent:
            about.append(f"the same as {style.parent.rpartition('/')[2]}")
        yield f"{style.name}\n"
        yield f"  {title}\n"
        if any(about):
            yield f"  {'; '.join(filter(None, about))}\n"
        if sample:
            yield f"  > {sample}\n"


def _json(rows: Iterable[tuple["StyleInfo", str]]) -> str:
    import json

    records = [
        {
            "name": style.name,
            "id": style.id,
            "title": style.title,
            "kind": style.citation_format,
            "fields": style.categories,
            "issn": style.issns,
            "parent": style.parent,
            "sample": sample,
        }
        for style, sample in rows
    ]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"
