"""Two entries with one abstract.

Works with the same abstract are one work, or one of the two got it by mistake.

    @article{alder1999, abstract = {We study commas in long sentences and find …}}
    @article{birch2001, abstract = {We study commas in long sentences and find …}}

Remove one entry, or correct the abstract. Short ones, of less than `letters` letters and digits
(80), are passed over: "No abstract available" tells nothing.

It is wrong for the parts of a series with one abstract. The rule is off by default.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.duplicates.known_entry import folded_title
from citekit.checker.rules.keys.libraries import entries_of, libraries
from citekit.model.diagnostic import Severity


def _check(project: Project, options: RuleOptions) -> Iterator[Problem]:
    done: set[tuple[str, int]] = set()
    for library in libraries(project):
        firsts: dict[str, Entry] = {}
        for entry in entries_of(library):
            field = entry.get("abstract")
            if field is None or len(field.value) < options.number("letters"):
                continue
            folded = folded_title(field.value)
            if len(folded.replace(" ", "")) < options.number("letters"):
                continue
            first = firsts.setdefault(folded, entry)
            place = (entry.file.path, entry.index)
            if first.key != entry.key and place not in done:
                done.add(place)
                yield field.problem(
                    f"is that of '{first.key}'",
                    hint=f"Remove one of the two and cite '{first.key}', or correct the abstract.",
                    related=(first.related("the first with this abstract"),),
                )


RULE = Rule(
    "DUP007",
    "same-abstract",
    __doc__,
    Severity.INFO,
    ProjectCheck(_check),
    is_default=False,
    options={"letters": 80},
)
