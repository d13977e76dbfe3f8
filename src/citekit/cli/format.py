"""``citekit format``: a bibliography, a citation or a draft in a style."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from citekit.cli.exit_status import FINDINGS, FINE
from citekit.cli.options import OutputFile, Quiet
from citekit.cli.streams import (
    STDIN,
    STDIN_NAME,
    read_stdin,
    refuse_stdin_twice,
    say_diagnostics,
    write_data,
)
from citekit.errors import ConfigError

if TYPE_CHECKING:
    from citekit.pipeline.converting import Bibliography, Written


def command(  # noqa: PLR0913  # one parameter an option
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="Bibliography files, or one draft in Markdown or LaTeX; - is standard input.",
        ),
    ],
    *,
    bibliography: Annotated[
        list[str] | None,
        typer.Option(
            "-b", "--bibliography", metavar="FILE", help="The works a draft cites; may be repeated."
        ),
    ] = None,
    style: Annotated[
        str,
        typer.Option(
            "--style",
            metavar="NAME",
            help="A CSL style by name or path; plain, alpha, unsrt, unsrtalpha or a .bst file.",
        ),
    ] = "",
    cite: Annotated[
        str | None,
        typer.Option(
            "--cite", metavar="KEYS", help="One citation: KEY,KEY or '[see @KEY, p. 3; @KEY]'."
        ),
    ] = None,
    locale: Annotated[
        str, typer.Option("--locale", metavar="LANG", help="The language of terms: de-AT.")
    ] = "",
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="MARKUP",
            help="text, markdown, html, latex, rtf, typst, asciidoc or rst; drafts keep theirs.",
        ),
    ] = "",
    output: OutputFile = None,
    links: Annotated[
        bool, typer.Option("--links", help="Link citations to entries, and entries to the web.")
    ] = False,
    quiet: Quiet = False,
) -> int:
    """Render a bibliography, one citation, or a draft with its citations, in a style."""
    from citekit.pipeline.formatting import DEFAULT_STYLE, format_bibliography, format_citation

    given = tuple(bibliography or ())
    refuse_stdin_twice((*paths, *given))
    if cite is None and _has_draft(paths, given):
        written = _draft(paths, given, style=style, locale=locale, to=to, links=links)
        write_data(written.text, output)
        return FINDINGS if say_diagnostics(written.diagnostics, quiet=quiet) else FINE
    read = _read((*paths, *given))
    references = [reference for one in read for reference in one.references]
    if cite is not None:
        written = format_citation(references, cite, style=style, markup=to or "text", locale=locale)
    else:
        written = format_bibliography(
            references,
            style=style or DEFAULT_STYLE,
            markup=to or "text",
            locale=locale,
            links=links,
        )
    write_data(written.text, output)
    findings = [*(one for bib in read for one in bib.diagnostics), *written.diagnostics]
    return FINDINGS if say_diagnostics(findings, quiet=quiet) else FINE


def _has_draft(paths: list[str], bibliographies: tuple[str, ...]) -> bool:
    if bibliographies:
        return True
    from citekit.pipeline.drafting.kinds import is_draft

    return any(is_draft(path) for path in paths)


def _draft(  # the options of a draft
    paths: list[str],
    bibliographies: tuple[str, ...],
    *,
    style: str,
    locale: str,
    to: str,
    links: bool,
) -> "Written":
    from citekit.pipeline.drafting.rendering import DraftOptions, format_draft

    if len(paths) != 1:
        raise ConfigError("one draft at a time; name its bibliographies with --bibliography")
    is_stdin = paths[0] == STDIN
    return format_draft(
        STDIN_NAME if is_stdin else paths[0],
        data=read_stdin() if is_stdin else None,
        options=DraftOptions(bibliographies, style, locale, to, links=links),
    )


def _read(paths: Sequence[str]) -> "Sequence[Bibliography]":
    from citekit.pipeline.reading_together import read_bibliographies

    data = {STDIN_NAME: read_stdin()} if STDIN in paths else {}
    return read_bibliographies((STDIN_NAME if p == STDIN else p for p in paths), data=data)
