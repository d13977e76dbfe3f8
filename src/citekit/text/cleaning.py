"""Text made fit for a field of one line."""

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_SPACE = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")


def one_line(text: str) -> str:
    """``text`` on one line, without control characters and lone surrogates, in NFC.

    A no-break space stays one: it was written on purpose.
    """
    return unicodedata.normalize("NFC", _SPACE.sub(" ", _CONTROL.sub("", text)))
