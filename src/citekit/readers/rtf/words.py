"""The control words of RTF that matter to a reader, and what they mean.

Source: Rich Text Format Specification 1.9.1.
"""

from citekit.model.document import NoteKind
from citekit.model.spans import Markup
from citekit.text.data import load_words

CHARACTERS = {
    "tab": " ",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
}
SYMBOLS = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}"}
MARKUPS = {
    "i": Markup.ITALIC,
    "b": Markup.BOLD,
    "scaps": Markup.SMALL_CAPS,
    "super": Markup.SUPERSCRIPT,
    "sub": Markup.SUBSCRIPT,
}
RAISED = frozenset({Markup.SUPERSCRIPT, Markup.SUBSCRIPT})
HIDING = frozenset({"v", "deleted"})
PASSED_OVER = load_words("citekit.readers.rtf", "destinations", "passed-over")
LIST_NUMBERS = load_words("citekit.readers.rtf", "destinations", "list-numbers")

NOTE_FORMATS = {
    prefix + ending: (kind, style)
    for prefix, kind in (("ftn", NoteKind.FOOTNOTE), ("aftn", NoteKind.ENDNOTE))
    for ending, style in (
        ("nar", "decimal"),
        ("nalc", "lowerLetter"),
        ("nauc", "upperLetter"),
        ("nrlc", "lowerRoman"),
        ("nruc", "upperRoman"),
        ("nchi", "chicago"),
    )
}
