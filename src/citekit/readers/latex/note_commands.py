r"""Commands that make notes: those for notes, and citations that stand in notes.

Sources: LaTeX2e, "Footnotes"; the manual of biblatex, "Citation Commands".
"""

from citekit.model.spans import Span
from citekit.readers.latex.citations import makes_note, read_cites
from citekit.readers.latex.command import Command
from citekit.readers.latex.story import LatexStory
from citekit.text.data import load_mapping


def take_note(story: LatexStory, command: Command) -> int:
    """Read a note; its text goes to itself until its braces close."""
    counter = load_mapping("citekit.readers.latex", "commands", "notes")[command.name]
    option = story.arguments.option(command.end)
    after = option.after if option else command.end
    group = story.arguments.group(after) or story.arguments.unclosed(after)
    if group is None or (story.in_preamble and story.sink.is_body):
        return group.after if group else command.end
    written = story.text[option.start : option.end].strip() if option else ""
    if command.name.endswith("text"):
        waiting = story.notes.waiting(counter, written)
        marker, mark = waiting or (written or story.notes.number(counter, ""), None)
    else:
        marker, mark = story.notes.number(counter, written), Span(command.start, group.after)
    sink = story.open_sink()

    def close(_at: int) -> None:
        text = story.close_sink(sink)
        story.body.budget.left -= story.notes.add(counter, marker, mark, text)

    story.open_braces(group.end, close)
    return group.start


def take_mark(story: LatexStory, command: Command) -> int:
    """Read the mark of a note whose text stands elsewhere."""
    counter = load_mapping("citekit.readers.latex", "commands", "marks")[command.name]
    option = story.arguments.option(command.end)
    written = story.text[option.start : option.end].strip() if option else ""
    after = option.after if option else command.end
    if not story.in_preamble:
        marker = story.notes.number(counter, written)
        story.notes.wait(counter, marker, Span(command.start, after))
    return after


def take_citation(story: LatexStory, command: Command) -> int:
    """Read a citation, which may make a footnote of itself."""
    found = read_cites(story.arguments, command.name, command.end, story.definitions.printed)
    if found is None:
        return command.end
    if story.in_preamble and story.sink.is_body:
        return found.end
    in_note = not story.sink.is_body
    if makes_note(command.name, automatic=story.cites_in_notes) and not in_note:
        sink = story.open_sink()
        inner = command.end
        while story.text[inner : inner + 1].isspace():
            inner += 1
        sink.paragraph.cite(inner, found.end, found.cites)
        text = story.close_sink(sink)
        marker = story.notes.number("footnote", "")
        story.notes.add("footnote", marker, Span(command.start, found.end), text)
        story.paragraph.reach(found.end)
    elif not story.is_silent:
        story.paragraph.cite(command.start, found.end, found.cites)
    return found.end
