"""What the tagger saw in words that cite nothing."""

import re

from citekit.model.citation import Label
from citekit.model.reference import Reference
from citekit.model.spans import TracedText
from citekit.model.variables import NumberVariable, TextVariable, Variable
from citekit.refparser.note_works import emphasis_of
from citekit.refparser.signals import is_statement

# What the tagger may see in a sentence that cites nothing.
_PROSE: frozenset[Variable] = frozenset(
    {
        TextVariable.TITLE,
        TextVariable.LANGUAGE,
        TextVariable.NOTE,
        TextVariable.MEDIUM,
        TextVariable.ARCHIVE,
    }
)
_ADDRESSES: frozenset[Variable] = frozenset({TextVariable.URL, TextVariable.DOI})
_COUNTS = frozenset({NumberVariable.VOLUME.value, NumberVariable.ISSUE.value})
_MOST_WORDS = 2
# Titles begin with a capital; "was a son of" and "See the title page" go on with a sentence.
_SENTENCE_TITLE = re.compile(
    r"[a-zà-öø-ÿ]+(?:,?\s[a-zà-öø-ÿ]|\s\S+\s[a-zà-öø-ÿ])|(?:See|Siehe|Vgl\.|Voir|Cf\.)\s[a-zà-öø-ÿ]"
)
_FEWEST_WORDS = 5
_LONGEST_TITLE = 30


def is_commentary(reference: Reference, text: TracedText) -> bool:
    """Whether what was taken for a title is a sentence: nobody's, whole, and not set apart."""
    title = reference.title or reference.texts.get(TextVariable.NOTE, "")
    set_apart = emphasis_of(text) or text.text.lstrip()[:1] in "“\"„«‘'"
    if not set_apart and (
        _SENTENCE_TITLE.match(title) or (title[:1].islower() and is_statement(text.text))
    ):
        return len(title.split()) >= _FEWEST_WORDS
    if set(reference.variables) - _PROSE:
        anchored = reference.names or _ADDRESSES & set(reference.variables)
        return not (set_apart or anchored) and is_statement(reference.title)
    return not set_apart or len(reference.title.split()) > _LONGEST_TITLE


def is_clause(label: Label, text: str) -> bool:
    """Whether what was taken for a volume or issue is words of a sentence."""
    words = text[label.start : label.end].split()
    numbered = any(char.isdigit() for word in words for char in word)
    return label.variable in _COUNTS and not numbered and len(words) > _MOST_WORDS
