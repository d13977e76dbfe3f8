"""A rule as a project wants it."""

from dataclasses import dataclass, field

from citekit.checker.rule import Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class ActiveRule:
    """A rule that is to speak, as loudly and with the options that the project wants."""

    rule: Rule
    severity: Severity
    options: RuleOptions = field(default_factory=RuleOptions)
