"""One person whose given names are written out here and shortened there.

    author = {Alder, Moritz B.},
    author = {Alder, M. B.},
    author = {Alder, Moritz},

BibLaTeX takes the three for three people, and a list that prints given names in full prints some
of them only. Write the name in one way, the fullest. The fix does; it is made only on request.

It is wrong for relatives and namesakes. A shortened name that fits two full ones ("Alder, M."
beside Moritz and Martha) is not reported.

Options: `fewest`, in how many letters a given name must be written out to be a full one (3).
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.consistency.people import Person, people_of, same_order
from citekit.fields.name_comparison import same_person
from citekit.model.diagnostic import Severity
from citekit.text.folding import fold

# Initials, and a middle name that is missing, give 0.92; another spelling gives less.
_LIKELY = 0.9
# A family that more forms of given names go with says nothing of any of them.
_MOST_FORMS = 40


def _check(project: Project, options: RuleOptions) -> Iterator[Problem]:
    groups: dict[tuple[str, str], dict[str, list[Person]]] = {}
    for entry in project.entries:
        for field in entry.fields:
            if field.name not in {"author", "editor"}:
                continue
            for person in people_of(field):
                given = fold(person.name.given)
                if given:
                    forms = groups.setdefault((fold(person.family), given[0]), {})
                    forms.setdefault(given, []).append(person)
    for forms in groups.values():
        if 1 < len(forms) <= _MOST_FORMS:
            yield from _shortened(forms, options.number("fewest"))


def _shortened(forms: dict[str, list[Person]], fewest: int) -> Iterator[Problem]:
    """The forms that are short for just one of those that nothing else is longer than."""
    by_length = sorted(forms, key=lambda form: -len(form))
    full: list[str] = []
    for form in by_length:
        longer = [one for one in full if _is_short_for(form, one)]
        if not longer:
            if max(len(word) for word in form.split()) >= fewest:
                full.append(form)
            continue
        if len(longer) > 1:
            continue
        model = forms[longer[0]][0]
        for person in forms[form]:
            yield _problem(person, model)


def _is_short_for(short: str, long: str) -> bool:
    words, others = short.replace("-", " ").split(), long.split()
    if len("".join(words)) == len(words) and len(words) == 1 and len(others) > 1:
        return words[0] == others[0][0]
    return len(words) <= len(others) and all(
        other == word
        or (len(word) == 1 and other[0] == word)
        or (len(other) == 1 and word[0] == other)
        for word, other in zip(words, others, strict=False)
    )


def _problem(person: Person, model: Person) -> Problem:
    field, written = person.field, model.written
    fix = None
    if same_order(person, model) and same_person(person.name, model.name) >= _LIKELY:
        fix = field.amendment(
            f"Write '{written}'", person.start, person.end, written, is_safe=False
        )
    return field.problem(
        f"'{person.plain}' is written '{model.plain}' elsewhere",
        start=person.start,
        end=person.end,
        hint=f"Write '{written}', if it is the same person.",
        fix=fix,
        related=(model.field.related("the fullest form"),),
    )


RULE = Rule(
    "CON019",
    "person-form",
    __doc__,
    Severity.INFO,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
    options={"fewest": 3},
)
