"""The commands of citekit, and the page that ``citekit --help`` prints."""

from dataclasses import dataclass

from citekit import __version__

COMPLETE = "_CITEKIT_COMPLETE"
"""The variable by which a shell's completion script asks for candidates."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, what it does in one line, and the module that runs it."""

    name: str
    summary: str
    module: str


COMMANDS: tuple[Command, ...] = (
    Command(
        "extract", "Documents to a bibliography: find, parse and resolve citations.", "extract"
    ),
    Command("parse", "Reference strings, one a line, to references.", "parse"),
    Command("convert", "A bibliography file to another format.", "convert"),
    Command("tidy", "Files of .bib laid out in one stable way, nothing lost.", "tidy"),
    Command("merge", "Bibliographies brought together, each work once, nothing lost.", "merge"),
    Command("check", "What is wrong with references, in .bib files and documents.", "check"),
    Command("explain", "The manual page of a rule of check.", "explain"),
    Command("format", "A bibliography rendered in a style.", "format"),
    Command("styles", "Styles by name, title, field or kind, each with a sample.", "styles"),
    Command("completion", "The completion script for a shell.", "completion"),
)

_PAGE = """\
citekit {version}: citations out of documents, bibliographies out of citations.

Usage: citekit COMMAND [ARGUMENTS]

Commands:
{commands}

Options:
  -h, --help     Show this page; 'citekit COMMAND --help' shows that of a command.
  -V, --version  Show the version.

Exit status: 0 fine; 1 findings (with --strict, anything doubtful); 2 wrong use or unreadable input.
"""


def overview() -> str:
    """The page of top-level help."""
    width = max(len(command.name) for command in COMMANDS)
    commands = "\n".join(f"  {c.name:<{width}}  {c.summary}" for c in COMMANDS)
    return _PAGE.format(version=__version__, commands=commands)
