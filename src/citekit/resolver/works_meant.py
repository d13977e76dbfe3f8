"""Which work a short form means: the one antecedent that is left, or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from citekit.model.citation import ShortForm, ShortFormKind
from citekit.model.reference import Name, PersonalName, Reference
from citekit.model.variables import NameVariable
from citekit.resolver.antecedent_filter import fitting, nicknamed, printed_alike
from citekit.resolver.antecedents import Antecedent, History
from citekit.resolver.compare_names import shown

AMBIGUOUS = "short-form-ambiguous"
UNRESOLVED = "short-form-unresolved"
RENUMBERED = "short-form-renumbered"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The one antecedent meant, with what is doubtful about it, or why there is none."""

    antecedent: Antecedent | None = None
    code: str = ""
    message: str = ""


def authors_of(reference: Reference) -> tuple[Name, ...]:
    """The authors of a work, or else its editors."""
    return reference.name_list(NameVariable.AUTHOR) or reference.name_list(NameVariable.EDITOR)


def meant_by(short: ShortForm, history: History) -> Outcome:
    """The work that ``short`` means after all that ``history`` holds."""
    says_nothing = not (short.authors or short.title or short.note)
    if short.kind is ShortFormKind.IBID or (says_nothing and short.kind is not ShortFormKind.SUPRA):
        return _only(fitting(short, history.preceding()), "the note before")
    if short.kind is ShortFormKind.IDEM:
        return _idem(short, history)
    if short.note:
        return _in_note(short, history)
    if short.year and not short.title:
        listed = fitting(short, history.listed)
        if listed:
            return _only(listed, "the bibliography")
    named = history.named(short.authors[0]) if short.authors else history.resembling(short.title)
    earlier = _resolved(fitting(short, named))
    if earlier:
        return _only(earlier, "what was cited before")
    listed = fitting(short, history.listed) or printed_alike(short, history.printing(short.title))
    return _only(listed, "what was cited before, or in the bibliography")


def _in_note(short: ShortForm, history: History) -> Outcome:
    """The work that the note cites; where it cites none such, the only one cited before."""
    numbered = history.numbered(short.note)
    meant = (
        fitting(short, numbered)
        or nicknamed(short, numbered)
        or printed_alike(short, numbered, fewest=1)
    )
    found = _only(meant, f"note {short.note}")
    if meant or not short.authors:
        return found
    names = short.authors[0]
    before = fitting(short, history.named(names)) or nicknamed(short, history.printing(names))
    elsewhere = _only(before, "what was cited before")
    if elsewhere.antecedent is None:
        return found
    reason = f"matches nothing in note {short.note}; taken for the work of that name cited before"
    return Outcome(elsewhere.antecedent, RENUMBERED, reason)


def _idem(short: ShortForm, history: History) -> Outcome:
    before = history.preceding()
    if not before or before[-1].work is None:
        return Outcome(None, UNRESOLVED, "has no resolved cite before it")
    names = tuple(
        name.family for name in authors_of(before[-1].reference) if isinstance(name, PersonalName)
    )
    named = replace(short, authors=names[:1])
    if short.note:
        return _only(fitting(named, history.numbered(short.note)), f"note {short.note}")
    return _only(fitting(named, history.all()), "what was cited before")


def _resolved(antecedents: Sequence[Antecedent]) -> Sequence[Antecedent]:
    """Those whose work is known, if any is: what is not known refers back to one of them itself."""
    return [antecedent for antecedent in antecedents if antecedent.work is not None] or antecedents


def _only(antecedents: Sequence[Antecedent], where: str) -> Outcome:
    """The last antecedent if all are of one work; otherwise why nothing was linked."""
    if not antecedents:
        return Outcome(None, UNRESOLVED, f"matches nothing in {where}")
    if any(antecedent.work is None for antecedent in antecedents):
        return Outcome(None, UNRESOLVED, f"leads to a cite in {where} that is not resolved itself")
    by_work = {antecedent.work: antecedent for antecedent in antecedents}
    if len(by_work) > 1:
        titles = sorted({_described(antecedent.reference) for antecedent in by_work.values()})
        return Outcome(
            None, AMBIGUOUS, f"may mean {len(by_work)} works in {where}: {'; '.join(titles)}"
        )
    return Outcome(antecedents[-1])


def _described(reference: Reference) -> str:
    names = ", ".join(shown(name) for name in authors_of(reference)[:1])
    return f"{names}, ‘{reference.title}’" if names else f"‘{reference.title}’"
