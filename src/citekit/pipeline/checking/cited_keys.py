"""What documents cite, each read once although several steps ask."""

from functools import lru_cache

from citekit.drafts.key_uses.reading import read_cited_keys
from citekit.drafts.key_uses.uses import CitedKeys


@lru_cache(maxsize=2048)
def cited_keys(text: str, path: str) -> CitedKeys:
    """What ``text``, the content of the file at ``path``, cites."""
    return read_cited_keys(text, path)
