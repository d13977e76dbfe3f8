"""What becomes of two punctuation marks that meet where two pieces of a tree join.

CSL leaves this to processors; the table is what citeproc-js and the test-suite agree on.
"""

MENDED = {
    "..": ".",
    "::": ":",
    ";;": ";",
    ",,": ",",
    "!!": "!",
    "??": "?",
    "  ": " ",
    "!.": "!",
    "!:": "!",
    "?.": "?",
    "?:": "?",
    ":.": ":",
    ":!": "!",
    ":?": "?",
    ";.": ";",
    ";:": ";",
    ";!": "!",
    ";?": "?",
}
"""The mark that stays of two; a pair that is not here stays whole."""

MOVES_IN = frozenset(".,!?")
"""What moves inside a closing quotation mark, where the locale has punctuation-in-quote."""
MOVES_OUT = frozenset(",;:")
"""What moves out of it, where it has not."""
