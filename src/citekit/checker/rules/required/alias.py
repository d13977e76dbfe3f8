"""An older name of a type or field that has another name today.

BibTeX takes `@conference` for `@inproceedings`; BibLaTeX takes `@phdthesis` for `@thesis`,
`address` for `location`, `journal` for `journaltitle` and some more. One name for one
thing makes a file easy to search and to check.

    @conference{alder2001, …}

Use the present name. The fix does; a thesis or report gets the `type` that its alias implied.

It is harmless, and a matter of taste. In a file that BibTeX is to read as well, keep the names that
it knows.

Options: `kept`, aliases that may stay (none).
"""

from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import EntryCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.required.models import alias, table
from citekit.model.diagnostic import Severity


def _check(entry: Entry, options: RuleOptions) -> Iterator[Problem]:
    dialect, kept = entry.file.dialect, options.words("kept")
    modern = alias("type", dialect, entry.type)
    if modern and entry.type not in kept:
        yield entry.problem(
            f"'@{entry.node.type}' is an older name of '@{modern}'",
            span=entry.node.type_span,
            hint=f"Write '@{modern}'.",
            fix=_retyping(entry, modern),
        )
    for field in entry.fields:
        modern = alias("field", dialect, field.name)
        if modern and field.name not in kept:
            is_free = entry.get(modern) is None
            yield entry.problem(
                f"'{field.node.name}' is an older name of '{modern}'",
                span=field.node.name_span,
                hint=f"Write '{modern}'." if is_free else f"Remove it, or '{modern}'.",
                fix=field.renaming(modern) if is_free else None,
            )


def _retyping(entry: Entry, modern: str) -> Fix | None:
    fix = entry.retyping(modern)
    implied = table("implied-type").get(entry.type)
    if not implied or entry.get("type") is not None:
        return fix
    if not entry.fields:
        return None
    added = entry.addition("type", f"{{{implied}}}")
    return Fix(f"{fix.title} with 'type = {{{implied}}}'", (*fix.edits, *added.edits))


RULE = Rule(
    "REQ014",
    "alias",
    __doc__,
    Severity.STYLE,
    EntryCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
    options={"kept": ()},
)
