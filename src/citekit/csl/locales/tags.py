"""Tags of languages: ``de-AT``, and the dialect that stands for a language."""

import re

_PARTS = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_SCRIPT_LENGTH = 4


def normal_tag(tag: str) -> str:
    """``tag`` as BCP 47 writes it, without private parts; empty where it is no tag.

    Example:
        >>> normal_tag("en_us-x-sort-ja"), normal_tag("SR-cyrl-rs"), normal_tag("?")
        ('en-US', 'sr-Cyrl-RS', '')
    """
    found = _PARTS.match(tag.strip())
    if found is None:
        return ""
    language, *others = re.split("[-_]", found[0])
    return "-".join([language.lower(), *map(_other_part, others)])


def _other_part(part: str) -> str:
    return part.title() if len(part) == _SCRIPT_LENGTH and part.isalpha() else part.upper()


def language_of(tag: str) -> str:
    """The language of a tag, without its dialect: ``de`` of ``de-AT``."""
    return tag.partition("-")[0]
