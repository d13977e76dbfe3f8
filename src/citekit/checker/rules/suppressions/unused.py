"""A comment asks for silence, and nothing would have been said.

Comments such as `% citekit: ignore[PAG003]` outlive what they were written for. One that silences
nothing hides what goes wrong at its place tomorrow.

    % citekit: ignore[PAG003]
    @article{key, pages = {101--113}}

Remove the comment, or the code in it. Only codes of rules that speak in this run are judged, so
that a run with fewer rules finds nothing amiss.
"""

from citekit.checker.rule import EngineCheck, Fixability, Rule
from citekit.model.diagnostic import Severity

RULE = Rule(
    "SUP001",
    "unused-suppression",
    __doc__,
    Severity.WARNING,
    EngineCheck(),
    fixability=Fixability.SAFE,
)
