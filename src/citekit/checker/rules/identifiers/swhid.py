"""A `swhid` that has not the form of a SWHID.

A SWHID is `swh:1:`, a kind of three letters and forty hexadecimal digits. Anything else leads
nowhere.

    swhid = {swh:1:cnt:94a9}

Write it so: `swhid = {swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2}`.

It is wrong in no case we know of.
"""

from citekit.checker.rule import Rule
from citekit.checker.rules.identifiers.identifier_form import form_check
from citekit.model.diagnostic import Severity

_SCOPE = form_check(
    "a SWHID",
    "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2",
    r"swh:1:(?:cnt|dir|rel|rev|snp|ori):[0-9a-f]{40}(?:;\s{0,80}[a-z]+=\S{1,2000})*",
    "swhid",
)


RULE = Rule(
    "IDN035",
    "malformed-swhid",
    __doc__,
    Severity.WARNING,
    _SCOPE,
)
