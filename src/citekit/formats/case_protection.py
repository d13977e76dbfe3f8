"""Which words of a title need braces so that BibTeX styles leave their capitals."""

from citekit.formats.latex_encoding import marked_spans, plain_text
from citekit.text.casing import proper_noun_spans
from citekit.text.script import Script, script_of


def protected_spans(title: str, language: str) -> tuple[tuple[int, int], ...]:
    """The stretches of ``plain_text(title)`` to put in braces; neighbouring words are one.

    What the title marks as ``nocase`` is left out. Only titles in English are lowered by styles, so
    that only they, and titles in Latin script of unknown language, have any. ``language`` is a
    BCP 47 tag or empty.
    """
    if language and language.split("-", maxsplit=1)[0].lower() != "en":
        return ()
    plain = plain_text(title)
    if script_of(plain) is not Script.LATIN:
        return ()
    joined: list[tuple[int, int]] = []
    for start, end in proper_noun_spans(plain, marked_spans(title)):
        if joined and plain[joined[-1][1] : start] == " ":
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)
