"""The editors of a book are its authors too.

Styles then print the names twice. A book that one has written oneself has no editor; a collection
has no author.

    @book{b, author = {Day, Ann}, editor = {Day, Ann}, title = {Deeds}}

Remove `editor` from a book, and `author` from a collection or proceedings. The fix is unsafe.

It is wrong for chapters in a collection by its own editor, so that those are not looked at unless
the option `chapters` is set (`false`).
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import Entry
from citekit.checker.finding import Problem
from citekit.checker.rule import EntryCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity
from citekit.text.folding import fold

_CHAPTERS = frozenset({"inbook", "incollection"})


def _check(entry: Entry, options: RuleOptions) -> Iterator[Problem]:
    author, editor = entry.get("author"), entry.get("editor")
    if author is None or editor is None or not author.value.strip():
        return
    if entry.type in _CHAPTERS and not options.flag("chapters"):
        return
    if author.value == editor.value or _form(author) == _form(editor):
        spare = author if entry.type in {"collection", "proceedings"} else editor
        yield spare.problem(
            f"'{spare.value.strip()}' repeats '{(editor if spare is author else author).name}'",
            hint=f"Remove '{spare.name}'.",
            fix=spare.removal(is_safe=False),
        )


def _form(field: Field) -> tuple[str, ...]:
    return tuple(fold(str(name)) for name in field.names)


RULE = Rule(
    "NAM019",
    "editor-is-author",
    __doc__,
    Severity.INFO,
    EntryCheck(
        _check, frozenset({"book", "mvbook", "inbook", "incollection", "collection", "proceedings"})
    ),
    is_default=False,
    fixability=Fixability.UNSAFE,
    options={"chapters": False},
)
