"""Whether the outlet that a sentence seems to name is one."""

import re
from collections.abc import Container
from dataclasses import dataclass

from citekit.finder.cues import cue_words, folded
from citekit.finder.name_shapes import is_person_shaped
from citekit.finder.outlets import is_acronym, may_be_outlet, outlet_key, outlet_type
from citekit.finder.source_patterns import Proof, SourcePattern
from citekit.model.spans import Markup, Span, TracedText

_QUOTES = "“\"„«‘'"
_QUOTE_REACH = 4


@dataclass(frozen=True, slots=True)
class FormMatch:
    """A match of a form of sentence, with what helps to judge it."""

    sentence: TracedText
    pattern: SourcePattern
    match: re.Match[str]
    named: Container[str]
    address: bool

    def span(self, name: str) -> Span | None:
        """The place of the part called ``name``, ``None`` where the match has none."""
        if name not in self.match.re.groupindex or self.match.start(name) < 0:
            return None
        return Span(*self.match.span(name))

    def cut(self, span: Span) -> str:
        """The text at ``span``."""
        return self.sentence.text[span.start : span.end]


def is_credible(found: FormMatch, span: Span) -> bool:
    """Whether the name at ``span`` is that of an outlet, by itself or by the sentence."""
    name, pattern = found.cut(span), found.pattern
    if not name:
        return False
    key = outlet_key(name)
    italic = _is_italic(found.sentence, span)
    if key in cue_words("outlets", "ambiguous"):
        known = italic or pattern.telling or pattern.proof is not Proof.NAME
    else:
        known = outlet_type(name) is not None
    if known or key in found.named:
        return True
    if not may_be_outlet(name):
        return False
    return (italic and pattern.telling) or _is_proved(found, name)


def _is_proved(found: FormMatch, name: str) -> bool:
    """Whether the form of the sentence shows that ``name`` is an outlet."""
    genre = found.span("genre")
    match found.pattern.proof:
        case Proof.GRAMMAR:
            named = not is_person_shaped(name) or found.span("author") is not None
            return named or _quotes_next(found)
        case Proof.QUOTATION:
            return genre is not None or (_quotes_next(found) and _may_quote(found, name))
        case Proof.ADDRESS:
            return found.address
        case Proof.GENRE:
            press = cue_words("sources", "press_only")
            return genre is not None and folded(found.cut(genre)) in press
        case Proof.NAME:
            return False


def _may_quote(found: FormMatch, name: str) -> bool:
    """Whether what is quoted after "In …, a person asks" may stand in the outlet called so.

    An acronym may, as may a name of several words with an article, unless it begins like that
    of a place: "In the Middle East, Ann Arbor asks".
    """
    before = found.sentence.text[: found.match.start("outlet")].casefold().split()
    words = folded(name).split()
    place = words[0] in cue_words("names", "not_first_in_persons")
    return is_acronym(name) or (before[-1:] == ["the"] and len(words) > 1 and not place)


def _quotes_next(found: FormMatch) -> bool:
    """Whether a quotation follows the match, in the sentence or, after a colon, below it."""
    rest = found.sentence.text[found.match.end() :][:_QUOTE_REACH].strip()
    return rest == ":" or rest.lstrip(" ,:")[:1] in set(_QUOTES)


def _is_italic(sentence: TracedText, span: Span) -> bool:
    return any(
        run.start <= span.start and span.end <= run.end for run in sentence.runs_of(Markup.ITALIC)
    )
