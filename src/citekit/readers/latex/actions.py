r"""What each command of LaTeX does to the text.

Sources: LaTeX2e: An unofficial reference manual; the manuals of csquotes, hyperref, biblatex.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from citekit.model.document import BlockKind
from citekit.model.spans import Markup
from citekit.readers.latex.addresses import take_address
from citekit.readers.latex.citations import is_citation, read_cites
from citekit.readers.latex.command import Command
from citekit.readers.latex.environments import begin_environment, end_environment
from citekit.readers.latex.front import read_front
from citekit.readers.latex.note_commands import take_citation, take_mark, take_note
from citekit.readers.latex.story import LatexStory
from citekit.readers.latex.symbols import accented, argument_spec, plain_text, symbol_of, table
from citekit.text.data import load_mapping

Action = Callable[[LatexStory, Command], int]
"""Reads a command; gives the offset to go on from."""
_SETS = frozenset({"setcounter", "addtocounter"})
_NUMBER = re.compile(r"-?\d{1,6}")
_LONGEST_OPTION_OF_UNKNOWN = 200


def take_command(story: LatexStory, written: str, start: int, end: int) -> int:
    """Read the command ``written``; the offset to go on from, -1 at the end of the document."""
    bare = written.removesuffix("*")
    if bare in story.definitions.held and not _is_own(bare):
        name = story.definitions.alias_of(bare)
        if name == bare:
            return _take_defined(story, Command(bare, start, end))
        written = bare = name
    defined = story.definitions.read(bare, end)
    if defined >= 0:
        return defined
    action = _actions().get(written) or _actions().get(bare)
    if action is not None:
        return action(story, Command(bare if bare in _actions() else written, start, end))
    if is_citation(written):
        return take_citation(story, Command(written, start, end))
    # A star behind a symbol is one that is printed.
    if written != bare and symbol_of(bare) is not None:
        end -= 1
    return _take_other(story, Command(bare, start, end))


def _take_defined(story: LatexStory, command: Command) -> int:
    """A command of the author's own: what it prints, or, with arguments, these."""
    held = story.definitions.held[command.name]
    if command.name in story.definitions.printed:
        since = story.paragraph.length
        story.put(story.definitions.printed[command.name], command.start, command.end)
        if held.is_italic and not story.is_silent:
            story.paragraph.mark(since, Markup.ITALIC)
        return command.end + 2 if story.text.startswith("{}", command.end) else command.end
    if held.parameters and not held.body.strip():
        return story.arguments.skip(command.end, "[" + "{" * held.parameters)
    return story.arguments.skip(command.end, "[") if held.parameters > 1 else command.end


def _take_other(story: LatexStory, command: Command) -> int:
    if found := accented(command.name, story.text, command.end):
        story.put(found[0], command.start, found[1])
        return found[1]
    symbol = symbol_of(command.name)
    if symbol is not None:
        is_empty = story.text.startswith("{}", command.end)
        after = command.end + 2 if is_empty else story.skip_blank(command.end)
        story.put(symbol, command.start, after)
        return after
    # The author's own commands for the index print nothing, as a rule.
    spec = argument_spec(command.name) or ("{" if command.name.startswith("index") else "")
    if spec:
        return story.arguments.skip(command.end, spec)
    if story.text.startswith("[", command.end):
        option = story.arguments.option(command.end)
        if option and option.after - command.end <= _LONGEST_OPTION_OF_UNKNOWN:
            return option.after
    after = story.skip_blank(command.end)
    return command.end if story.text.startswith("{", after) else after


def _set_markup(story: LatexStory, command: Command) -> int:
    markup = Markup(load_mapping("citekit.readers.latex", "commands", "markup")[command.name])
    if command.name in _switches():
        if story.frames and story.frames[-1].end >= 0:
            story.begin_markup(story.frames[-1], markup)
        return story.skip_blank(command.end)
    group = story.arguments.group(command.end)
    if group is None:
        return command.end
    story.begin_markup(story.open_braces(group.end), markup)
    return group.start


def _switch(story: LatexStory, command: Command) -> int:
    return story.skip_blank(command.end)


def _quote(story: LatexStory, command: Command) -> int:
    starred = story.text.startswith("*", command.end) or story.text[command.end - 1] == "*"
    signs = load_mapping("citekit.readers.latex", "commands", "quotes")
    opening, closing = signs["enquote*" if starred else command.name].split()
    after = command.end
    for _ in range(3):
        after = story.arguments.skip(after, "[")
    if command.name.endswith("cquote"):
        keys = read_cites(story.arguments, "cite", command.end, {})
        after = keys.end if keys else after
        after = story.arguments.skip(after, "[")
    group = story.arguments.group(after)
    if group is None:
        return command.end
    story.put(opening, command.start, group.start)
    story.open_braces(group.end, lambda at: story.put(closing, at, at + 1))
    return group.start


def _heading(story: LatexStory, command: Command) -> int:
    group = story.arguments.group(story.arguments.skip(command.end, "["))
    if group is None or story.is_silent:
        return command.end
    level = int(load_mapping("citekit.readers.latex", "commands", "sections")[command.name])
    story.end_paragraph()
    is_numbered = story.text[command.end - 1] != "*"
    if command.name == "chapter" and is_numbered and story.notes_by_chapter:
        story.notes.counters["footnote"] = 0
    sink = story.open_sink()

    def close(_at: int) -> None:
        text = story.close_sink(sink)
        story.body.add(BlockKind.HEADING, text, level)

    story.open_braces(group.end, close)
    return group.start


def _caption(story: LatexStory, command: Command) -> int:
    group = story.arguments.group(story.arguments.skip(command.end, "["))
    if group is None or story.is_silent:
        return command.end
    story.end_paragraph()
    sink = story.open_sink()
    story.open_braces(
        group.end, lambda _at: story.body.add(BlockKind.CAPTION, story.close_sink(sink))
    )
    return group.start


def _item(story: LatexStory, command: Command) -> int:
    option = story.arguments.option(command.end)
    story.end_paragraph()
    if story.sink.is_body:
        story.kind, story.level = BlockKind.LIST_ITEM, max(1, story.depths.get("list", 0))
    if option is None:
        return command.end
    label = story.text[option.start : option.end]
    story.put(plain_text(label, story.definitions.printed), option.start, option.after)
    story.put(" ", option.end, option.after)
    return option.after


def _entry(story: LatexStory, command: Command) -> int:
    key = story.arguments.group(story.arguments.skip(command.end, "["))
    if key is None or not story.in_list:
        return command.end
    story.end_paragraph()
    story.entry = story.text[key.start : key.end].strip().removeprefix("ref-") or "?"
    return key.after


def _counter(story: LatexStory, command: Command) -> int:
    counter = story.arguments.group(command.end)
    value = story.arguments.group(counter.after) if counter else None
    if counter is None or value is None:
        return command.end
    number = _NUMBER.fullmatch(story.text[value.start : value.end].strip())
    named = story.text[counter.start : counter.end].strip()
    if number and named == "footnote" and command.name == "setcounter":
        story.notes.counters["footnote"] = max(0, int(number[0]))
    return value.after


def _hidden(story: LatexStory, command: Command) -> int:
    spec = load_mapping("citekit.readers.latex", "commands", "arguments")[command.name]
    return story.arguments.skip(command.end, spec)


def _either(story: LatexStory, command: Command) -> int:
    """Two arguments, of which the first is text."""
    first = story.arguments.group(command.end)
    second = story.arguments.group(first.after) if first else None
    if first is None or second is None:
        return command.end
    story.add_plain(first)
    return second.after


def _break(story: LatexStory, command: Command) -> int:
    story.skip_line()
    return command.end


def _and(story: LatexStory, command: Command) -> int:
    story.sink.cuts.append((story.paragraph.length, "name"))
    story.put(" ", command.start, command.end)
    return command.end


def _class(story: LatexStory, command: Command) -> int:
    """A class, of the document or of a part of its own, which has a preamble too."""
    if not story.in_preamble and story.last_body > command.end:
        story.end_paragraph()
        story.in_preamble = True
    return story.arguments.skip(command.end, "[{")


def _is_own(name: str) -> bool:
    return name in _actions() or is_citation(name)


@cache
def _switches() -> frozenset[str]:
    return frozenset(load_mapping("citekit.readers.latex", "commands", "switches"))


@cache
def _actions() -> Mapping[str, Action]:
    def words(key: str) -> Mapping[str, str]:
        return load_mapping("citekit.readers.latex", "commands", key)

    found: dict[str, Action] = dict.fromkeys(words("arguments"), _hidden)
    found |= dict.fromkeys(table("switches")["names"].split(), _switch)
    found |= dict.fromkeys(words("markup"), _set_markup)
    found |= dict.fromkeys(words("notes"), take_note)
    found |= dict.fromkeys(words("marks"), take_mark)
    found |= dict.fromkeys(words("quotes"), _quote)
    found |= dict.fromkeys(words("sections"), _heading)
    found |= dict.fromkeys(words("metadata"), read_front)
    found |= dict.fromkeys(("caption", "captionof"), _caption)
    found |= dict.fromkeys(("url", "nolinkurl", "path", "burl", "href", "doi"), take_address)
    found |= dict.fromkeys(_SETS, _counter)
    found |= dict.fromkeys(
        ("par", "bigskip", "medskip", "smallskip", "newpage", "clearpage"), _break
    )
    found |= dict.fromkeys(("and", "And", "AND"), _and)
    found |= {
        "item": _item,
        "bibitem": _entry,
        "begin": begin_environment,
        "end": end_environment,
        "documentclass": _class,
        "texorpdfstring": _either,
    }
    return found
