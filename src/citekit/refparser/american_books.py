"""Books as American law reviews cite them: "Holmes, The Common Law 1 (1881)".

Source: The Bluebook, rule 15: the page stands between the title and the year in brackets.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from citekit.model.citation import Label

# What stands between the number and the end: publisher or edition, and the year.
_DATED = re.compile(r"(?:[-–]\d{1,4})?\s?\((?:[^()]{0,60}[\s,])?(?:1[5-9]|20)\d\d\)\s*[.;]?\s*$")


def page_of_book(text: str, labels: Sequence[Label]) -> tuple[Label, ...]:
    """``labels`` with the page of a book as its page, where it was taken for a volume.

    Without a title of its own, a page, and stops that abbreviate, what stands before the number
    is no periodical.
    """
    by_variable = {label.variable: label for label in labels}
    host, number = by_variable.get("container-title"), by_variable.get("volume")
    if host is None or number is None or not {"author", "issued"} <= by_variable.keys():
        return tuple(labels)
    if {"title", "page", "issue"} & by_variable.keys() or "." in text[host.start : host.end]:
        return tuple(labels)
    if text[host.end : number.start].strip(" ,") or not _DATED.match(text, number.end):
        return tuple(labels)
    named = {id(host): "title", id(number): "page"}
    return tuple(replace(label, variable=named.get(id(label), label.variable)) for label in labels)
