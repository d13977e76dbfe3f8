"""Compare what pandoc and biber read in .bib files with what they read in ours made of them.

    python bench/bib_readings.py FILE.bib ... [--pandoc PATH] [--biber PATH] [--seconds N]
                                 [--show N] [--jobs N]

Taken are the files without a fault of syntax. Each is written anew unedited (the bytes must be
the same), tidied in its layout alone, tidied with all defaults, and converted to BibLaTeX; pandoc
gives CSL items of each, biber the fields of each. Printed are the files and the fields that read
alike, and for the others the names of the fields with examples. A tool that is absent, and a
file that it cannot read or takes longer than N seconds (20) for, is counted apart.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from citekit.formats.bib_blocks import read_blocks
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.pipeline.converting import convert
from citekit.pipeline.tidying import TidyOptions, tidy_bib

_LAYOUT = TidyOptions(left_out=frozenset({"months", "pages", "doi", "duplicates"}))
_SHOWN = 110

Items = Mapping[str, Mapping[str, str]]


@dataclass(slots=True)
class Tally:
    """What one tool read alike and otherwise in one kind of output."""

    files: int = 0
    alike: int = 0
    fields: int = 0
    unread: int = 0
    changed: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Tools:
    """The programs, empty where absent, and the seconds that each may take for a file."""

    pandoc: str
    biber: str
    seconds: float


def pandoc_items(tools: Tools, path: Path) -> Items | None:
    """The CSL items that pandoc reads in the file, by key; none if it does not."""
    command = [tools.pandoc, "-f", "biblatex", "-t", "csljson", str(path)]
    done = _run(command, tools.seconds)
    if done is None or done.returncode:
        return None
    return {
        item.get("id", ""): {name: json.dumps(value) for name, value in item.items()}
        for item in json.loads(done.stdout)
    }


def biber_items(tools: Tools, path: Path) -> Items | None:
    """The fields that biber reads in the file, by key, blanks as one; none if it does not."""
    target = path.with_suffix(".biber")
    command = [tools.biber, "--tool", "--quiet", "--quiet", "--nolog", "--output-format=bibtex"]
    options = ["--output-fieldcase=lower", f"--output-file={target}"]
    done = _run([*command, *options, str(path)], tools.seconds)
    if done is None or not target.exists():
        return None
    text = target.read_text("utf-8", "replace")
    return {
        entry.key: {name: _plain(name, value) for name, value in entry.fields.items()}
        for entry in read_blocks(text, "").entries
    }


def _plain(name: str, value: str) -> str:
    """The value with its blanks as one; biber writes options in another order each time."""
    parts = value.split(",") if name == "options" else [value]
    return " ".join(",".join(sorted(parts)).split())


def _run(command: list[str], seconds: float) -> subprocess.CompletedProcess[str] | None:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=seconds)
    except (subprocess.TimeoutExpired, UnicodeDecodeError):
        return None


def outputs(path: Path, text: str) -> Iterator[tuple[str, str]]:
    """Our outputs made of the file, by their kind."""
    yield "layout", tidy_bib(text, _LAYOUT).text
    yield "tidied", tidy_bib(text).text
    yield "converted", convert(str(path), "biblatex").text


def compared(path: Path, text: str, tools: Tools) -> Iterator[tuple[str, Tally]]:
    """For each tool and kind of output, what the tool reads alike in it and in the file."""
    readers = {"pandoc": pandoc_items, "biber": biber_items}
    with tempfile.TemporaryDirectory() as folder:
        for tool in [tool for tool in readers if getattr(tools, tool)]:
            read = readers[tool]
            before = _read_text(read, tools, Path(folder) / "before.bib", text)
            for kind, made in outputs(path, text):
                if tool == "biber" and kind == "converted":
                    continue  # fields have other names in the other dialect
                after = _read_text(read, tools, Path(folder) / f"{kind}.bib", made)
                yield f"{tool} {kind}", _tally(path.name, before, after)


def _read_text(read: object, tools: Tools, path: Path, text: str) -> Items | None:
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return read(tools, path) if callable(read) else None


def _tally(name: str, before: Items | None, after: Items | None) -> Tally:
    if before is None:
        return Tally(unread=1)
    tally = Tally(files=1, fields=sum(map(len, before.values())))
    if after is None:
        tally.changed["(not read)"] += 1
        tally.examples.append(f"{name}: ours is not read")
        return tally
    for key in {**before, **after}:
        old, new = before.get(key, {}), after.get(key, {})
        for part in {**old, **new}:
            if old.get(part) != new.get(part):
                tally.changed[part] += 1
                shown = (str(it.get(part))[:_SHOWN] for it in (old, new))
                tally.examples.append(f"{name} {key} {part}: " + "  ->  ".join(shown))
    tally.alike = not tally.changed
    return tally


def _add(total: Tally, one: Tally) -> None:
    total.files += one.files
    total.alike += one.alike
    total.fields += one.fields
    total.unread += one.unread
    total.changed += one.changed
    total.examples += one.examples


def main() -> int:
    """Print a line for each tool and output, then what differs; 1 if bytes changed."""
    parser = argparse.ArgumentParser(description="Compare readings of .bib files.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--pandoc", default=shutil.which("pandoc") or "")
    parser.add_argument("--biber", default=shutil.which("biber") or "")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--show", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    tools = Tools(options.pandoc, options.biber, options.seconds)
    for tool in ("pandoc", "biber"):
        if not getattr(tools, tool):
            print(f"{tool} is not installed; its readings are left out")
    texts = {path: path.read_bytes().decode("utf-8", "surrogateescape") for path in options.files}
    sources = {path: parse_bib(text) for path, text in texts.items()}
    changed = [path for path, source in sources.items() if source.write() != texts[path]]
    print(f"{len(texts)} files, {len(texts) - len(changed)} written unedited with equal bytes")
    sound = [path for path, it in sources.items() if not it.faults and any(it.entries())]
    print(f"{len(sound)} of them are well-formed and hold entries")
    totals: dict[str, Tally] = {}
    with ThreadPoolExecutor(options.jobs) as pool:
        for found in pool.map(lambda path: list(compared(path, texts[path], tools)), sound):
            for kind, tally in found:
                _add(totals.setdefault(kind, Tally()), tally)
    for kind, total in totals.items():
        fields = total.fields - sum(total.changed.values())
        print(
            f"{kind:18}{total.alike:5} of {total.files} files alike,"
            f"{fields:9,} of {total.fields:,} fields; {total.unread} not read as they were"
        )
        for part, count in total.changed.most_common(12):
            print(f"    {count:6} {part}")
        seen: Counter[str] = Counter()
        for example in total.examples:
            part = example.partition(":")[0].rpartition(" ")[2]
            seen[part] += 1
            if seen[part] <= options.show:
                print(f"      {example}")
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
