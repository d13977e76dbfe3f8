"""Comments: who wrote them, what belongs to each, where they begin."""

from dataclasses import replace

import pytest
from finder_documents import document_of

from citekit.finder.comments import find_comments, first_comment
from citekit.model.document import Document, Zone

BULLETS = """\
  • http://ann.example.org ann b

    I never liked it.

    Not at all.

  • bert17

    Nor did I.

  • Pingback: Bridges | The River's Blog
"""
SPEECH = """\
Ann Arbor says:

I never liked it.

Bert on June 10, 2011 at 9:15 am said:

Nor did I.

Carl Cork | June 11, 2011 at 3:00 pm | Reply

I did.
"""


def comments_of(text: str) -> Document:
    document = document_of(text)
    blocks = tuple(replace(block, zone=Zone.COMMENT) for block in document.blocks)
    return replace(document, blocks=blocks)


def test_reads_bullets_with_name_and_home_page() -> None:
    comments = find_comments(comments_of(BULLETS))
    assert [(c.author, c.home_page, [block.text.text for block in c.blocks]) for c in comments] == [
        ("ann b", "http://ann.example.org", ["I never liked it.", "Not at all."]),
        ("bert17", "", ["Nor did I."]),
        ("", "", []),
    ]


def test_reads_names_with_a_verb_or_a_time() -> None:
    comments = find_comments(comments_of(SPEECH))
    assert [(c.author, [block.text.text for block in c.blocks]) for c in comments] == [
        ("Ann Arbor", ["I never liked it."]),
        ("Bert", ["Nor did I."]),
        ("Carl Cork", ["I did."]),
    ]


def test_an_article_has_no_comments() -> None:
    assert find_comments(document_of(BULLETS)) == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (f"A bridge.\n\n{BULLETS}", 1),
        (f"A bridge.\n\n{SPEECH}", 1),
        ("A bridge.\n\n2 Comments\n\nAnn says:\n\nNo.\n", 1),
        ("A bridge.\n\nComments (1)\n\nAnn says:\n\nNo.\n", 1),
        ("A bridge.\n\nComments\n\nNone.\n", 3),
        ("A bridge.\n\nAnn says:\n\nNo.\n", 3),
        ("A bridge.\n\n- ann\n\n- bert\n\n- carl\n\nAll left.\n", 5),
    ],
    ids=["bullets", "speech", "heading", "count behind", "none follow", "one alone", "a list"],
)
def test_tells_where_comments_begin(text: str, first: int) -> None:
    assert first_comment(document_of(text).blocks) == first
