r"""A command of LaTeX that is not known, or one whose argument is missing.

A slip in its name stops LaTeX; a command of the writer's own stops everybody else who takes the
entry over, and pandoc leaves it out.

    title = {The \emhp{Art} of Tea},

Write the command's right name, or what it prints.

It is wrong where the document defines the command. What a `@preamble` of the file defines is known;
name others in the option `known` (empty), without backslashes.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.prose import prose
from citekit.checker.rules.encoding.text_fields import is_printed
from citekit.formats.bib_syntax.nodes import PreambleNode
from citekit.formats.latex_conversion import is_known_command
from citekit.model.diagnostic import Severity
from citekit.text.data import load_words

_COMMAND = re.compile(r"\\([A-Za-z]+)")
_DEFINED = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|DeclareMathOperator|let|[egx]?def)"
    r"\*?\s*\{?\s*\\([A-Za-z]+)"
)
# They take an argument that is text; without one LaTeX takes the next letter.
_WITH_ARGUMENT = frozenset(
    {"emph", "textit", "textbf", "textsc", "texttt", "url", "textsuperscript"}
)
_KNOWN = load_words("citekit.checker.rules.encoding", "characters", "known-commands")


def _check(field: Field, options: RuleOptions) -> Iterator[Problem]:
    if not is_printed(field):
        return
    text = prose(field.value)
    seen: set[str] = set()
    for match in _COMMAND.finditer(text):
        name = match[1]
        follows = text[match.end() : match.end() + 2].lstrip()
        if name in _WITH_ARGUMENT and (not follows or follows[0] in "},."):
            yield field.problem(
                f"has '{match[0]}' without its argument",
                start=match.start(),
                end=match.end(),
                hint=f"Write '{match[0]}{{…}}'.",
            )
        elif name not in seen and not _is_known(name, field.entry.file, options):
            seen.add(name)
            yield field.problem(
                f"has the unknown command '{match[0]}'",
                start=match.start(),
                end=match.end(),
                hint=f"Correct '{match[0]}', or write what it prints.",
            )


def _is_known(name: str, file: BibFile, options: RuleOptions) -> bool:
    if name in _KNOWN or is_known_command(name) or name in options.words("known"):
        return True
    blocks = (block for block in file.source.blocks if isinstance(block, PreambleNode))
    return any(name in _DEFINED.findall(file.text, block.start, block.end) for block in blocks)


RULE = Rule(
    "ENC016",
    "unknown-command",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, pattern=re.compile(r"\\[A-Za-z]")),
    is_default=False,
    options={"known": ()},
)
