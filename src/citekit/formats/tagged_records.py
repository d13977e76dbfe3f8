"""Files of tagged lines cut into records."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citekit.formats.findings import FormatCode, finding
from citekit.formats.tagged_lines import TaggedLine, TaggedRecord
from citekit.model.diagnostic import Diagnostic

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class TagSyntax:
    """How a format writes its lines: ``pattern`` gives tag and value, ``first`` begins a record."""

    pattern: re.Pattern[str]
    first: str


def split_records(
    text: str, path: str, syntax: TagSyntax, diagnostics: list[Diagnostic]
) -> Iterator[TaggedRecord]:
    """The records: an empty line before a tag ends one, and so does its first tag.

    A line without a tag goes on with the value above it; outside a record it is reported.
    """
    lines: list[TaggedLine] = []
    after_blank = False
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        match = syntax.pattern.match(line)
        if match is None:
            after_blank = after_blank or not line.strip()
            if line.strip() and lines:
                last = lines[-1]
                lines[-1] = TaggedLine(last.tag, f"{last.value} {line.strip()}".strip(), last.line)
                after_blank = False
            elif line.strip():
                message = f"text outside a reference: {line.strip()[:_SHOWN]!r}"
                diagnostics.append(finding(FormatCode.SYNTAX, message, path=path, line=number))
            continue
        if lines and (after_blank or match[1] == syntax.first):
            yield TaggedRecord(tuple(lines))
            lines = []
        after_blank = False
        lines.append(TaggedLine(match[1], (match[2] or "").strip(), number))
    if lines:
        yield TaggedRecord(tuple(lines))
