"""Keys renamed wherever a document cites them."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from citekit.drafts.key_uses.reading import read_cited_keys
from citekit.drafts.key_uses.uses import KeyNotation, KeyUse
from citekit.drafts.key_uses.writing import write_key
from citekit.errors import CitekitError
from citekit.model.edits import Edit, apply_edits


class UnwritableKeyError(CitekitError):
    """A document has no way to write a new key where it cites the old one."""


def rename_cited_keys(
    text: str, path: str, renames: Mapping[str, str], *, described: AbstractSet[str] = frozenset()
) -> tuple[Edit, ...]:
    r"""The edits that put the keys of ``renames``, by the old ones, into a document.

    The suffix of ``path`` tells what kind of document it is. Keys are the same only if their
    case is. One that the document itself describes (a ``\bibitem``) stays, one of those that are
    ``described`` by a document that it belongs to, and what a program will write anew.

    Raises:
        UnwritableKeyError: The document would not cite the new keys, such as one with ``+`` behind
            the ``@`` of Typst.
    """
    cited = read_cited_keys(text, path)
    own = {use.key for use in cited.inline_bib} | described
    renamed = [
        use
        for use in cited.uses
        if use.key in renames and use.key not in own and use.notation is not KeyNotation.GENERATED
    ]
    if not renamed:
        return ()
    edits = tuple(_written(use, renames[use.key], path) for use in renamed)
    changed = {(use.span.start, use.span.end) for use in renamed}
    wanted = [
        renames[use.key] if (use.span.start, use.span.end) in changed else use.key
        for use in cited.uses
    ]
    found = [use.key for use in read_cited_keys(apply_edits(text, edits), path).uses]
    if wanted != found:
        raise _unwritable(path, next((new for new in wanted if new not in found), wanted[0]))
    return edits


def _written(use: KeyUse, new_key: str, path: str) -> Edit:
    edit = write_key(use, new_key)
    if edit is None:
        raise _unwritable(path, new_key)
    return edit


def _unwritable(path: str, key: str) -> UnwritableKeyError:
    return UnwritableKeyError(
        f"{path}: {key!r} cannot be cited there; choose a pattern of letters, digits, '_'"
        " and '-' alone"
    )
