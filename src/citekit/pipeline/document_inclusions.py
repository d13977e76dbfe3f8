"""Documents and what they take in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from os.path import normpath
from pathlib import Path

from citekit.drafts.key_uses.file_names import included_names
from citekit.drafts.key_uses.reading import READERS, read_cited_keys


def with_included(paths: Iterable[str], read: Callable[[str], str]) -> Mapping[str, str]:
    r"""The texts of the documents at ``paths``, and of those that they take in, by path.

    ``read`` gives the text of a file. What a document takes in is looked for beside it, and
    beside the one of ``paths`` that it belongs to, as LaTeX does. Files that are not there, those
    of an absolute path, and those that cite nothing (``\input{x.bbl}``) are left out.
    """
    texts: dict[str, str] = {}
    for path in paths:
        waiting = [path]
        while waiting:
            one = waiting.pop()
            if one not in texts:
                texts[one] = read(one)
                folders = (Path(path).parent, Path(one).parent)
                waiting += _included(texts[one], one, folders)
    return texts


def described_keys(documents: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    r"""By path the keys that a document describes or one that it belongs to (``\bibitem``).

    Documents belong together if one takes in the other, if only by way of a third.
    """
    families = {path: {path} for path in documents}
    folders = {Path(path).parent for path in documents}
    own = {}
    for path, text in documents.items():
        cited = read_cited_keys(text, path)
        own[path] = frozenset(use.key for use in cited.inline_bib)
        names = (inclusion.path for inclusion in cited.inclusions)
        for other in _candidates(names, path, sorted(folders)):
            if other in documents and families[other] is not families[path]:
                families[path] |= families[other]
                for member in families[other]:
                    families[member] = families[path]
    return {
        path: frozenset[str]().union(*(own[member] for member in family))
        for path, family in families.items()
    }


def _included(text: str, path: str, folders: Iterable[Path]) -> Iterator[str]:
    for inclusion in read_cited_keys(text, path).inclusions:
        candidates = _candidates([inclusion.path], path, folders)
        found = next((one for one in candidates if Path(one).is_file()), "")
        if Path(found).suffix.lower() in READERS:
            yield found


def _candidates(names: Iterable[str], path: str, folders: Iterable[Path]) -> Iterator[str]:
    beside = list(folders)
    for name in names:
        if not Path(name).is_absolute():
            for folder in beside:
                for shown in included_names(name, path):
                    yield normpath(folder / shown)
