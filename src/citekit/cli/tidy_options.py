"""The options of ``citekit tidy``, each with its spelling and what it does."""

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[str],
    typer.Argument(metavar="FILE…", help="Files of .bib; - is standard input, to stdout."),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help="The file to write, - for stdout; else in place."
    ),
]
Indent = Annotated[
    int, typer.Option("--indent", metavar="N", min=0, max=32, help="Blanks before each field.")
]
Align = Annotated[
    str,
    typer.Option(
        "--align",
        metavar="WHERE",
        help="The signs '=' below one another: 'entry' in each entry, a number for that many"
        " letters before them, 'none'.",
    ),
]
Sort = Annotated[
    str,
    typer.Option(
        "--sort",
        metavar="KEYS",
        help="Sort entries by key, type or fields, as in 'type,-year,key'; - is descending.",
    ),
]
Order = Annotated[
    str,
    typer.Option(
        "--order",
        metavar="FIELDS",
        help="These fields first, as in 'author,title,year'; 'standard' for a usual order.",
    ),
]
Remove = Annotated[
    str,
    typer.Option("--remove", metavar="FIELDS", help="Remove these fields, as in 'file,note'."),
]
Enclose = Annotated[
    str,
    typer.Option(
        "--enclose", metavar="FIELDS", help="Braces of their own around these fields' values."
    ),
]
MaxAuthors = Annotated[
    int,
    typer.Option(
        "--max-authors", metavar="N", min=0, help="Cut lists of names, with 'and others'."
    ),
]
Wrap = Annotated[
    int,
    typer.Option("--wrap", metavar="N", min=0, help="Break values over lines of N letters."),
]
Keys = Annotated[
    str,
    typer.Option(
        "--keys",
        metavar="PATTERN",
        help="Make keys by a pattern, as in '[auth:lower][year]'; keys that fit it stay.",
    ),
]
RenameIn = Annotated[
    list[str] | None,
    typer.Option(
        "--rename-in",
        metavar="FILE|FOLDER",
        help="With --keys: rename the keys in these documents, too. May be repeated.",
    ),
]
KeepIds = Annotated[
    bool, typer.Option("--keep-ids", help="With --keys: the old key goes into 'ids'.")
]
KeysOnly = Annotated[bool, typer.Option("--keys-only", help="With --keys: nothing else changes.")]
Tabs = Annotated[bool, typer.Option("--tabs", help="A tab before each field.")]
NoCase = Annotated[
    bool, typer.Option("--no-case", help="Types and names of fields keep their case.")
]
NoLines = Annotated[
    bool, typer.Option("--no-lines", help="Values that are broken over lines stay so.")
]
NoDelimiters = Annotated[
    bool, typer.Option("--no-delimiters", help="Parentheses and quotes stay as they are.")
]
NoMonths = Annotated[bool, typer.Option("--no-months", help="Months stay as they are.")]
NoPages = Annotated[bool, typer.Option("--no-pages", help="Ranges of pages keep their dash.")]
NoDoi = Annotated[bool, typer.Option("--no-doi", help="DOIs keep their address.")]
NoDuplicates = Annotated[
    bool, typer.Option("--no-duplicates", help="Fields that stand twice with one value stay.")
]
RemoveEmpty = Annotated[bool, typer.Option("--remove-empty", help="Remove fields that are empty.")]
Unicode = Annotated[
    bool, typer.Option("--unicode", help="Escapes of letters in LaTeX as characters.")
]
Numeric = Annotated[bool, typer.Option("--numeric", help="Numbers without braces.")]
StripEnclosing = Annotated[
    bool, typer.Option("--strip-enclosing", help="{T} for {{T}}, but not in names and lists.")
]
DropCapitals = Annotated[
    bool, typer.Option("--drop-capitals", help="Titles in capitals as ordinary ones.")
]
StripComments = Annotated[
    bool, typer.Option("--strip-comments", help="Remove comments and text between entries.")
]
NoFinalComma = Annotated[
    bool, typer.Option("--no-final-comma", help="No comma after the last field.")
]
Check = Annotated[
    bool, typer.Option("--check", help="Write nothing; exit with 1 if a file would change.")
]
Diff = Annotated[
    bool, typer.Option("--diff", help="Write nothing but what would change, to stdout.")
]
