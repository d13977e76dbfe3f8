"""The files that the names in documents stand for."""

from pathlib import PurePosixPath

_SUFFIXES = {
    ".tex": (".tex",),
    ".ltx": (".tex", ".ltx"),
    ".latex": (".tex", ".latex"),
    ".sty": (".tex",),
    ".cls": (".tex",),
    ".rnw": (".tex", ".Rnw"),
}
_LIBRARIES = (".bib", ".json", ".yml", ".yaml", ".ris", ".xml", ".enl", ".nbib")


def included_names(name: str, path: str) -> tuple[str, ...]:
    r"""What the file may be called that the document at ``path`` includes as ``name``.

    They are relative to the folder that ``name`` is relative to, the likeliest first: TeX tries
    ``ch1.tex`` for ``\input{ch1}`` before ``ch1``.

    Example:
        >>> included_names("ch1", "paper.tex")
        ('ch1.tex', 'ch1')
    """
    suffixes = _SUFFIXES.get(PurePosixPath(path).suffix.lower(), ())
    if PurePosixPath(name).suffix in suffixes:
        return (name,)
    return (*(f"{name}{suffix}" for suffix in suffixes), name)


def bibliography_names(name: str, path: str = "") -> tuple[str, ...]:
    r"""What the file may be called that a document names as bibliography, the likeliest first.

    ``\jobname`` stands for the name of the document at ``path`` without its suffix.

    Example:
        >>> bibliography_names("refs"), bibliography_names("refs.bib")
        (('refs.bib', 'refs'), ('refs.bib',))
    """
    name = name.replace("\\jobname", PurePosixPath(path).stem)
    if PurePosixPath(name).suffix.lower() in _LIBRARIES:
        return (name,)
    return (f"{name}.bib", name)
