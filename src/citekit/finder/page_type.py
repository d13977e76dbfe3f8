"""What kind of work a page is."""

from citekit.finder.cues import cue_pattern
from citekit.finder.outlets import outlet_type
from citekit.model.document import Document, Zone
from citekit.model.reference import Reference
from citekit.model.variables import ItemType, NumberVariable, TextVariable

_LONGEST_BOX = 400


def find_page_type(document: Document, reference: Reference, *, scholarly: bool) -> ItemType:
    """The type of ``document`` as a work, given what ``reference`` already says of it.

    A declared type stands. A paper is a journal article when its journal is printed, else a
    manuscript. A page is what its outlet prints, a blog post if blogs' words or comments stand
    around it, else a webpage; a document without a title stays one.
    """
    if reference.type is not ItemType.DOCUMENT:
        return reference.type
    container = reference.text(TextVariable.CONTAINER_TITLE)
    if scholarly:
        printed = container and (
            reference.number(NumberVariable.VOLUME)
            or outlet_type(container) is ItemType.ARTICLE_JOURNAL
        )
        return ItemType.ARTICLE_JOURNAL if printed else ItemType.MANUSCRIPT
    outlet = outlet_type(container) if container else None
    if outlet is not None:
        return outlet
    if _is_blog(document):
        return ItemType.POST_WEBLOG
    return ItemType.WEBPAGE if reference.title else ItemType.DOCUMENT


def _is_blog(document: Document) -> bool:
    cues = cue_pattern("page", "blog_cues")
    return any(
        block.zone is Zone.COMMENT
        or (len(block.text.text) <= _LONGEST_BOX and cues.search(block.text.text))
        for block in document.blocks
    )
