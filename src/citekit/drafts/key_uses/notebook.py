"""The keys that the Markdown of Jupyter notebooks cites, with their places in the file."""

from citekit.drafts.cross_references import names_part
from citekit.drafts.key_uses.gathering import Gathering
from citekit.drafts.key_uses.json_strings import decoded, placed_strings
from citekit.drafts.key_uses.markdown import gather_markdown
from citekit.drafts.key_uses.uses import CitedKeys
from citekit.model.diagnostic import Diagnostic, Severity

_TEXTS = frozenset({"markdown", "raw"})
_DEPTH = 3
"""The notebook, the list of its cells, the cell."""


def read_notebook_keys(text: str, path: str) -> CitedKeys:
    """What the cells of Markdown and raw text of a notebook cite; code cites nothing.

    All spans are those of the file of JSON. Text that is no notebook gives a diagnostic.

    Source: the documentation of nbformat, "The notebook file format", version 4.
    """
    kinds: dict[int, str] = {}
    sources: dict[int, list[int]] = {}
    strings = placed_strings(text)
    for index, string in enumerate(strings):
        if string.name == "cell_type" and string.depth == _DEPTH:
            kinds[string.container] = decoded(text, (string,)).text
        elif string.name == "source" and string.depth == _DEPTH + string.is_in_list:
            container = string.outer if string.is_in_list else string.container
            sources.setdefault(container, []).append(index)
    gathering = Gathering()
    for container, indices in sources.items():
        if kinds.get(container) in _TEXTS:
            cell = decoded(text, [strings[index] for index in indices])
            gathering.take_in(gather_markdown(cell.text, path).moved(cell.place))
    if not kinds:
        gathering.diagnostics.append(_no_notebook(path))
    identifiers = frozenset(gathering.defined_ids)
    return gathering.cited_keys(
        lambda use: use.command.endswith("@") and names_part(use.key, identifiers)
    )


def _no_notebook(path: str) -> Diagnostic:
    return Diagnostic(
        "unread-notebook",
        Severity.WARNING,
        "no cells of a notebook are found; what it cites is not known",
        "Save it in the format 4 of Jupyter: 'jupyter nbconvert --to notebook'.",
        path,
        None,
        1,
        1,
    )
