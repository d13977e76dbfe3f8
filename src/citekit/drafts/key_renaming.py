"""Keys renamed wherever a document cites them."""

import re
from collections.abc import Mapping

from citekit.drafts.key_uses.reading import read_cited_keys
from citekit.drafts.key_uses.uses import KeyNotation, KeyUse
from citekit.errors import CitekitError
from citekit.model.edits import Edit, apply_edits

# A key that stands behind pandoc's "@" without braces: single signs in its midst alone.
# Source: Pandoc User's Guide, "Citation syntax".
_BARE = re.compile(r"\w+(?:[:.#$%&+?<>~/-]\w+)*")


class UnwritableKeyError(CitekitError):
    """A document has no way to write a new key where it cites the old one."""


def rename_cited_keys(text: str, path: str, renames: Mapping[str, str]) -> tuple[Edit, ...]:
    r"""The edits that put the keys of ``renames``, by the old ones, into a document.

    The suffix of ``path`` tells what kind of document it is. Keys are the same only if their
    case is. One that the document itself describes (a ``\bibitem``) stays, and so does what a
    program will write anew.

    Raises:
        UnwritableKeyError: The document would not cite the new keys, such as one with ``+`` behind
            the ``@`` of Typst.
    """
    cited = read_cited_keys(text, path)
    own = {use.key for use in cited.inline_bib}
    renamed = [
        use
        for use in cited.uses
        if use.key in renames and use.key not in own and use.notation is not KeyNotation.GENERATED
    ]
    if not renamed:
        return ()
    edits = tuple(Edit(use.span.start, use.span.end, _written(use, renames)) for use in renamed)
    changed = {(use.span.start, use.span.end) for use in renamed}
    wanted = [
        renames[use.key] if (use.span.start, use.span.end) in changed else use.key
        for use in cited.uses
    ]
    found = [use.key for use in read_cited_keys(apply_edits(text, edits), path).uses]
    if wanted != found:
        lost = next((new for new in wanted if new not in found), renames[renamed[0].key])
        raise UnwritableKeyError(
            f"{path}: {lost!r} cannot be cited there; choose a pattern of letters, digits, '_'"
            " and '-' alone"
        )
    return edits


def _written(use: KeyUse, renames: Mapping[str, str]) -> str:
    new = renames[use.key]
    is_bare = use.notation is KeyNotation.PANDOC
    return f"{{{new}}}" if is_bare and not _BARE.fullmatch(new) else new
