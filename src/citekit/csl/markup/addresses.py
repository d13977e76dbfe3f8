"""Addresses that links may lead to."""

import re
from urllib.parse import quote

_SCHEME = re.compile(r"(?:https?|ftp|mailto):|#(?=.)", re.IGNORECASE)
_KEPT = "-._~:/?#@!$&'()*+,;=%"


def safe_address(address: str) -> str:
    """``address`` with everything but letters and signs of addresses percent-encoded.

    Empty where it is no address of the web, of a file server, of mail or of a place in the same
    document: a bibliography must not carry a script. Brackets are encoded too, since markups end
    links with them.
    """
    address = address.strip().encode("utf-8", "ignore").decode("utf-8")
    if not _SCHEME.match(address):
        return ""
    return quote(address, safe=_KEPT)
