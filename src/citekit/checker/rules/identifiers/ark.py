"""An `ark` that has not the form of an ARK.

An ARK is `ark:`, the number of an archive and a name after a slash. Anything else leads nowhere.

    ark = {ark:/12/btv}

Write it so: `ark = {ark:/12148/btv1b8449691v}`.

It is wrong in no case we know of.
"""

from citekit.checker.rule import Rule
from citekit.checker.rules.identifiers.identifier_form import form_check
from citekit.model.diagnostic import Severity

_SCOPE = form_check(
    "an ARK",
    "ark:/12148/btv1b8449691v",
    r"(?:https?://[^/\s]{1,200}/)?ark:/?[\dbcdfghjkmnpqrstvwxz]{5,9}/\S{1,300}",
    "ark",
    archive="ark",
)


RULE = Rule(
    "IDN034",
    "malformed-ark",
    __doc__,
    Severity.WARNING,
    _SCOPE,
)
