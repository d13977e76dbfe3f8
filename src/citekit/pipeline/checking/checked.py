"""What comes of checking a project."""

from collections.abc import Mapping
from dataclasses import dataclass

from citekit.checker.finding import Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a project.

    ``findings`` are those that are left: after fixes, suppressions and the baseline.
    ``fingerprints`` are theirs, one each. ``texts`` are the files as they are after fixes,
    ``mended`` the findings whose fixes were made. ``silenced`` counts the findings that comments
    ask not to see, ``known`` those of the baseline, ``gone`` what of the baseline is no more.
    ``unreadable`` says of each file that could not be read what is the matter.
    """

    findings: tuple[Finding, ...]
    fingerprints: tuple[str, ...]
    texts: Mapping[str, str]
    mended: tuple[Finding, ...] = ()
    silenced: int = 0
    known: int = 0
    gone: int = 0
    unreadable: tuple[str, ...] = ()
