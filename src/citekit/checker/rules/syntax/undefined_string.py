"""A string that nothing defines.

A word without delimiters is the name of a string. BibTeX warns and leaves the value empty, biber
stops: the journal or the month is missing in print.

    journal = annbot,

Define it (`@string{annbot = {Annals of Botany}}`), correct its name, or put the value into braces.
The fix takes the nearest name that is defined, else it writes braces; it is made only on request.

Strings count that any `.bib` file of the project defines, those of BibTeX's standard styles
(months, journals such as `jacm`) and of the IEEE's file of abbreviations. Nothing is said of a file
that is read together with a bibliography which cannot be found. It is wrong where another style
defines the string: name those in the option.

Options: `known`, further names of strings that are defined elsewhere (none).
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from citekit.checker.bib_file import MONTHS, BibFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.string_uses import (
    StringUse,
    string_uses,
    strings_of_all,
    strings_of_styles,
)
from citekit.formats.bib_tidy.tables import month_macros
from citekit.model.diagnostic import Severity

_SHORTEST, _MOST = 4, 500
# Source: IEEEabrv.bib, which is part of LaTeX distributions.
_OF_IEEE = "ieee_"


def _check(project: Project, options: RuleOptions) -> Iterator[Problem]:
    own = strings_of_all(project)
    known = own | strings_of_styles() | {name.lower() for name in options.words("known")}
    unsure = {
        file.path
        for manuscript in project.manuscripts
        if any(document.missing for document in manuscript.documents)
        for file in manuscript.bib_files
    }
    near = _NearStrings(own)
    for file in project.bib_files:
        if file.path not in unsure:
            for use in string_uses(file):
                if not _is_known(use.name.lower(), known):
                    yield _problem(file, use, near.of(use))


def _is_known(name: str, known: AbstractSet[str]) -> bool:
    """Whether the string is defined somewhere; one with blanks is a value without delimiters."""
    return name in known or name.startswith(_OF_IEEE) or len(name.split()) > 1


def _problem(file: BibFile, use: StringUse, near: str) -> Problem:
    start, end = use.span.start, use.span.end
    fix: Fix | None = None
    if near:
        hint = f"Write '{near}', or define '{use.name}' with @string."
        fix = Fix(f"Write '{near}'", (file.edit(start, end, near),), is_safe=False)
    else:
        hint = f"Write '{{{use.name}}}', or define it with '@string{{{use.name} = {{…}}}}'."
        braces = (file.edit(start, end, f"{{{use.name}}}"),)
        is_plain = "\\" not in use.name
        if is_plain:
            fix = Fix(f"Write '{{{use.name}}}'", braces, is_safe=False)
    key = f"{use.subject}: " if use.subject else ""
    message = f"{key}nothing defines the string '{use.name}' of '{use.node.name}'"
    return file.problem(use.span, message, hint=hint, fix=fix)


class _NearStrings:
    """The strings that are meant by names that are near to theirs."""

    def __init__(self, own: AbstractSet[str]) -> None:
        self._own = sorted(own)
        self._found: dict[str, str] = {}

    def of(self, use: StringUse) -> str:
        """The string that is meant, a month among them; empty if none is near.

        Of very many names only the first are looked up, since each takes a search.
        """
        name = use.name.lower()
        if use.node.name.lower() == "month":
            month = month_macros().get(name.rstrip("."), "")
            return month if month in MONTHS else ""
        if name not in self._found and len(self._found) < _MOST:
            self._found[name] = self._search(name)
        return self._found.get(name, "")

    def _search(self, name: str) -> str:
        if len(name) < _SHORTEST:
            return ""
        found = extractOne(name, self._own, scorer=OSA.distance, score_cutoff=1)
        return str(found[0]) if found else ""


RULE = Rule(
    "SYN009",
    "undefined-string",
    __doc__,
    Severity.ERROR,
    ProjectCheck(_check),
    fixability=Fixability.UNSAFE,
    options={"known": ()},
)
