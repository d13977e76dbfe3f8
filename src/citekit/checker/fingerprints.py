"""What stays the same of a finding when lines move."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256

from citekit.checker.finding import Finding
from citekit.text.lines import LineIndex

_DIGITS = re.compile(r"\d+")
_LENGTH = 20


def fingerprints(findings: Iterable[Finding], texts: Mapping[str, str]) -> tuple[str, ...]:
    """One fingerprint for each finding, no two alike in a run.

    It is made of the path, the code, the message and the text of the line, with numbers in the
    message left out since they may be lines. Findings that agree in all that are counted through
    in their order. ``texts`` are the files by path.
    """
    lines = {path: LineIndex(text) for path, text in texts.items()}
    seen: Counter[str] = Counter()
    prints: list[str] = []
    for finding in findings:
        index = lines.get(finding.path)
        line = ""
        if index is not None:
            start, end = index.offset(finding.line), index.offset(finding.line + 1)
            line = " ".join(texts[finding.path][start:end].split())
        message = _DIGITS.sub("#", finding.message)
        parts = [finding.path, finding.code, message, line]
        digest = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
        prints.append(f"{digest}-{seen[digest]}" if seen[digest] else digest)
        seen[digest] += 1
    return tuple(prints)
