"""Keys that are cited and that no entry has, as a finding for each key."""

from collections.abc import Iterator, Mapping

from citekit.checker.finding import Fix, Problem, Related
from citekit.checker.project import Project
from citekit.checker.rules.citing.manuscripts import PlacedUse, folded_keys, missing_uses, rewritten
from citekit.checker.rules.citing.near_keys import NearKeys

_MOST_RELATED = 20


def missing_entries(project: Project, *, in_latex: bool) -> Iterator[Problem]:
    """A problem for each key without an entry, at its first use; keys of another case left out.

    ``in_latex`` takes those that LaTeX cites first, else those that another markup does.
    """
    for by_key, known in missing_uses(project):
        folded = folded_keys(known)
        near = NearKeys(known)
        for key, uses in by_key.items():
            if uses[0].is_latex is in_latex and key.casefold() not in folded:
                yield _problem(key, uses, near.of(key))


def other_case(project: Project) -> Iterator[tuple[str, list[PlacedUse], tuple[str, ...]]]:
    """Each key that is missing, its uses, and the keys that differ from it in case alone."""
    for by_key, known in missing_uses(project):
        folded: Mapping[str, tuple[str, ...]] = folded_keys(known)
        for key, uses in by_key.items():
            if key.casefold() in folded:
                yield key, uses, folded[key.casefold()]


def _problem(key: str, uses: list[PlacedUse], near: tuple[str, ...]) -> Problem:
    first = uses[0]
    times = f" (cited {len(uses)} times)" if len(uses) > 1 else ""
    fix = None
    hint = "Add the entry to a bibliography, or correct the key."
    if near:
        quoted = " or ".join(f"'{one}'" for one in near)
        hint = f"Did you mean {quoted}? Else add the entry."
    if len(near) == 1:
        edits = rewritten(uses, near[0])
        fix = Fix(f"Cite '{near[0]}'", edits, is_safe=False) if edits else None
    return first.document.problem(
        first.use.span,
        f"no entry has the key '{key}'{times}",
        hint=hint,
        fix=fix,
        related=tuple(
            Related(one.document.path, one.use.span, "cited here too")
            for one in uses[1 : _MOST_RELATED + 1]
        ),
    )
