"""``citekit explain``: the manual pages of the rules."""

from typing import Annotated

import typer

from citekit.cli.exit_status import FINE
from citekit.cli.streams import write_data
from citekit.errors import ConfigError


def command(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="CODE…",
            help="Codes or names of rules, families, or ALL; all rules in short if none is given.",
            show_default=False,
        ),
    ] = None,
) -> int:
    """What a rule finds, why it matters, how to mend it, and when it is wrong."""
    from citekit.checker.registry import RULES
    from citekit.checker.selection import check_selectors, is_selected
    from citekit.pipeline.checking.rule_pages import rule_list, rule_page

    if not names:
        write_data(rule_list(RULES), None)
        return FINE
    check_selectors(names, "citekit explain")
    chosen = [rule for rule in RULES if is_selected(rule, names, ())]
    if not chosen:
        raise ConfigError(f"{', '.join(names)}: no rule")
    write_data("\n".join(rule_page(rule) for rule in chosen), None)
    return FINE
