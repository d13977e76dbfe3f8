r"""The patterns by which a ``.bib`` file is taken apart, one for each state of the parser.

Every repetition is possessive and no pattern looks back, so that matching takes time linear in
what is matched, whatever the input. Blanks are all that Unicode calls so, NUL and the marks of
byte order and zero width that copying leaves behind.

Source: BibTeX, bibtex.web (Patashnik 2010), sections 134–141 and 236–250, for what may stand in
identifiers and keys; btparse's lexer, which biber reads with, for ``%`` comments.
"""

import re

_BLANK = r"[\s\0\ufeff\u200b]"
_NAME = r"[^\s\0\ufeff\u200b\"#%(),={}@\\]++"
_BARE = r"[^\s\0\ufeff\u200b\"#%(),={}]++"
_PLAIN = r"[^{}]*+"
_GROUP = rf"\{{{_PLAIN}(?:\{{{_PLAIN}\}}{_PLAIN})*+\}}"
_BRACED = rf"\{{{_PLAIN}(?:{_GROUP}{_PLAIN})*+\}}"
_QUOTED = rf'"[^"{{}}]*+(?:{_GROUP}[^"{{}}]*+)*+"'

BLANKS = re.compile(rf"{_BLANK}*+")
COMMENT = re.compile(r"%[^\r\n]*+")
NAME = re.compile(_NAME)
BARE = re.compile(_BARE)
BRACES = re.compile(r"[{}]")
ESCAPES_AND_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
BRACES_AND_QUOTES = re.compile(r'[{}"]')
PARENTHESES = re.compile(r"[()]")
LINE_REST = re.compile(r"[^\r\n]*+")

# A field as it mostly is: one value, nested at most three deep, then a comma or the end.
FIELD = re.compile(
    rf"{_BLANK}*+({_NAME}){_BLANK}*+(=){_BLANK}*+({_BRACED}|{_QUOTED}|{_BARE})"
    rf"{_BLANK}*+(?:(,)|(?=[}})]))"
)
# What tells a name from stray text: the equals sign after it.
NAME_AND_EQUALS = re.compile(rf"{_NAME}{_BLANK}*+=")

# The head of an entry as it mostly is, up to the comma after its key.
HEAD = re.compile(
    rf"@{_BLANK}*+({_NAME}){_BLANK}*+([{{(])"
    rf"(?:{_BLANK}*+([^\s\0\ufeff\u200b,{{}}()=\"%#]++){_BLANK}*+(,))?"
)
# In the middle of a line of text only what is an entry beyond doubt counts as one.
SURE_HEAD = re.compile(
    rf"@{_BLANK}*+(?:{_NAME}{_BLANK}*+[{{(]{_BLANK}*+[^\s,{{}}()]*+{_BLANK}*+,"
    rf"|(?i:comment|string|preamble){_BLANK}*+[{{(])"
)
# At the beginning of a line a parenthesis needs less, but more than ``@someone (see there)``.
CLEAR_HEAD = re.compile(
    rf"@{_BLANK}*+{_NAME}(?:{_BLANK}*+\{{|\(|{_BLANK}*+\({_BLANK}*+[^\s,{{}}]++{_BLANK}*+,)"
)
COMMENT_WORD = re.compile(rf"@(comment)(?!{_NAME})", re.IGNORECASE)
# A line that was meant for the head of an entry.
BROKEN_HEAD = re.compile(
    rf"@(?:{_NAME}[^\S\r\n]*+[\[<]?+|[^\S\r\n]*+[{{(][^\S\r\n]*+)[^\s,{{}}()=<>\[\]]++,"
    r"[^\S\r\n]*+(?=[\r\n])"
)
NEXT_BLOCK = re.compile(r"[@%]")
# Where reading goes on after an entry that does not end.
NEXT_HEAD = re.compile(rf"(?:[\r\n]|\A)[^\S\r\n]*+(?=@{_BLANK}*+{_NAME}{_BLANK}*+[{{(])")
HEAD_HERE = re.compile(rf"@{_BLANK}*+{_NAME}{_BLANK}*+[{{(]")
# A line that begins with a field: where a value with an open brace was meant to end.
NEXT_FIELD = re.compile(rf"[\r\n][^\S\r\n]*+(?={_NAME}{_BLANK}*+={_BLANK}*+[{{\"\d])")
# After a closing delimiter: fields that it cuts off from their entry.
CUT_OFF_FIELD = re.compile(rf"{_BLANK}*+,{_BLANK}*+{_NAME}{_BLANK}*+={_BLANK}*+[{{\"\w]")

KEY_IN_BRACES = re.compile(r"[^\s\0\ufeff\u200b,}]++")
_IN_KEY = r"[^\s\0\ufeff\u200b,()]"
KEY_IN_PARENTHESES = re.compile(rf"(?=[^\s,)]){_IN_KEY}*+(?:\({_IN_KEY}*+\){_IN_KEY}*+)*+")
NO_KEY = re.compile(rf"{_NAME}(?:{_BLANK}++=|={_BLANK}*+[{{\"])")
KEY_WITH_BLANKS = re.compile(r"[^,={}()\"\r\n]++(?=,)")
# What a run of stray text ends at.
STRAY_END = re.compile(
    rf"[,{{}})]|[\r\n][^\S\r\n]*+(?=@{_BLANK}*+{_NAME}{_BLANK}*+[{{(]|{_NAME}{_BLANK}*+=)"
)
COMMAS = re.compile(rf",(?:{_BLANK}*+,)*+")
BARE_WORDS = re.compile(r"[^,={}()\"#%\r\n@]++")
