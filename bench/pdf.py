"""Measure how many pages of PDF a second are read, beside pdftotext and pdfplumber.

    python bench/pdf.py FILE.pdf ... [--book PAGES] [--pdfplumber PYTHON]

For each file: CPU seconds and pages a second of citekit's reader, of ``pdftotext`` where it is on
the path, and of pdfplumber's ``extract_text`` where ``PYTHON`` is an interpreter that has it.
``--book`` adds a book of that many pages, made of the pages of the files again and again.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2

READ = "import sys, pathlib\nfrom citekit.readers.reading import read_path\n"
READ += "read_path(pathlib.Path(sys.argv[1]))"
PLUMB = "import sys, pdfplumber\nwith pdfplumber.open(sys.argv[1]) as file:\n"
PLUMB += "    for page in file.pages:\n        page.extract_text()\n        page.close()"


def cpu_seconds(command: Sequence[str]) -> float:
    """CPU seconds of one run, its output thrown away; infinite where it fails."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime if process.returncode == 0 else float("inf")


def readers(path: Path, plumber: str) -> Iterator[tuple[str, list[str]]]:
    """The names and commands of what is measured."""
    yield "citekit", [sys.executable, "-c", READ, str(path)]
    program = shutil.which("pdftotext")
    if program:
        yield "pdftotext", [program, str(path), "-"]
    if plumber:
        yield "pdfplumber", [plumber, "-c", PLUMB, str(path)]


def bind_book(paths: Sequence[Path], pages: int, target: Path) -> None:
    """Write a PDF of ``pages`` pages, taken from ``paths`` in turn."""
    book = pypdfium2.PdfDocument.new()
    while len(book) < pages:
        for path in paths:
            source = pypdfium2.PdfDocument(path)
            book.import_pages(source, list(range(min(len(source), pages - len(book)))))
            source.close()
            if len(book) >= pages:
                break
    book.save(target)


def main() -> int:
    """Print a line for each file and reader."""
    parser = argparse.ArgumentParser(description="Pages of PDF a second.")
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--book", type=int, default=0)
    parser.add_argument("--pdfplumber", default="")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = list(args.files)
        if args.book:
            paths.append(Path(folder) / f"book of {args.book} pages.pdf")
            bind_book(args.files, args.book, paths[-1])
        for path in paths:
            count = len(pypdfium2.PdfDocument(path))
            for name, command in readers(path, args.pdfplumber):
                seconds = cpu_seconds(command)
                print(f"{path.name}: {name}: {seconds:.2f} s, {count / seconds:.0f} pages a second")
    return 0


if __name__ == "__main__":
    sys.exit(main())
