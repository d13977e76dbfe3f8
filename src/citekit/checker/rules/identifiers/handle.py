"""A `handle` that has not the form of a handle.

A handle is a number, or several with points, then a slash and a name. Anything else leads
nowhere.

    handle = {mdp.39015}

Write it so: `handle = {2027/mdp.39015}`.

It is wrong in no case we know of.
"""

from citekit.checker.rule import Rule
from citekit.checker.rules.identifiers.identifier_form import form_check
from citekit.model.diagnostic import Severity

_SCOPE = form_check(
    "a handle",
    "2027/mdp.39015",
    r"(?:https?://hdl\.handle\.net/|hdl:)?\d{1,9}(?:\.[\w-]{1,40}){0,6}/\S{1,300}",
    "handle",
    "hdl",
    archive="hdl",
)


RULE = Rule(
    "IDN033",
    "malformed-handle",
    __doc__,
    Severity.WARNING,
    _SCOPE,
)
