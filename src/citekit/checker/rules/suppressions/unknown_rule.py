"""A comment asks for the silence of a rule that does not exist.

`% citekit: ignore[PGA003]` silences nothing, and nobody notices: the finding that it was meant for
is still there, or comes back.

    % citekit: ignore[PGA003]

Correct the code or name; `citekit explain` lists all.
"""

from citekit.checker.rule import EngineCheck, Rule
from citekit.model.diagnostic import Severity

RULE = Rule(
    "SUP002",
    "unknown-rule-in-suppression",
    __doc__,
    Severity.WARNING,
    EngineCheck(),
)
