r"""What the environments of LaTeX do to the text: lists, quotations, tables, bibliographies."""

import re

from citekit.readers.latex.command import Command
from citekit.readers.latex.story import LatexStory
from citekit.text.data import load_mapping

_NAME = re.compile(r"[ \t]*\{[ \t]*([^{}\r\n\\]{1,60}?)[ \t]*\}")
_LISTS_OF_WORKS = frozenset({"thebibliography", "CSLReferences"})


def begin_environment(story: LatexStory, command: Command) -> int:
    r"""Read ``\begin``; the offset behind its arguments."""
    match = _NAME.match(story.text, command.end)
    if match is None:
        return command.end
    environment, after = match[1], match.end()
    spec = load_mapping("citekit.readers.latex", "commands", "environment_arguments")
    after = story.arguments.skip(after, spec.get(environment, ""))
    if environment == "document":
        story.end_paragraph()
        story.in_preamble = False
        story.documents += 1
        return after
    kind = load_mapping("citekit.readers.latex", "commands", "environments").get(environment, "")
    if kind == "formula":
        passed = _formula(story, environment, command.start, match.end())
        if passed >= 0:
            return passed
    if environment not in spec and story.text.startswith("[", after):
        option = story.arguments.option(after)
        after = option.after if option else after
    _open(story, environment, kind, command.start)
    return after


def end_environment(story: LatexStory, command: Command) -> int:
    r"""Read ``\end``; -1 where the document ends."""
    match = _NAME.match(story.text, command.end)
    if match is None:
        return command.end
    if match[1] == "document":
        story.end_paragraph()
        story.documents -= 1
        is_end = (
            story.last_body < match.end() and story.documents <= 0 and story.is_main(command.start)
        )
        return -1 if is_end else match.end()
    story.close_environment(match[1], command.start)
    return match.end()


def _open(story: LatexStory, environment: str, kind: str, start: int) -> None:
    story.end_paragraph()
    frame = story.open_environment(environment, start)
    is_works = environment in _LISTS_OF_WORKS
    if is_works:
        story.in_list += 1
        story.entry = ""
    elif kind == "table":
        story.in_table += 1
    elif kind in {"list", "quotation"}:
        story.depths[kind] = story.depths.get(kind, 0) + 1
    if story.sink.is_body:
        story.settle()

    def close(_at: int) -> None:
        story.end_paragraph()
        if is_works:
            story.in_list -= 1
            story.entry = ""
        elif kind == "table":
            story.in_table -= 1
        elif kind in {"list", "quotation"}:
            story.depths[kind] -= 1
        if story.sink.is_body:
            story.settle()

    frame.closing.append(close)


def _formula(story: LatexStory, environment: str, start: int, after: int) -> int:
    """Take in a displayed formula as it stands; -1 for one without an end."""
    if environment in story.endless:
        return -1
    closing = f"\\end{{{environment}}}"
    close = story.text.find(closing, after)
    if close < 0:
        story.endless.add(environment)
        return -1
    story.add_code(start, close + len(closing))
    return close + len(closing)
