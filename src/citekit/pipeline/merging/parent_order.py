"""Parents behind the entries that take over from them, as BibTeX needs it."""

from collections.abc import Mapping, Sequence

from citekit.formats.bib_syntax.changes import remove_entry
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.model.edits import Edit, apply_edits
from citekit.pipeline.merging.merged_works import Merger

# A parent that moves may make its own parent move, and so on; a ring ends here.
_MOST_ROUNDS = 8

Place = tuple[int, ...]
"""Where a work stands: its first record, or the place that it moves behind and then that."""


def with_parents_behind(merger: Merger, text: str) -> str:
    """The merged ``.bib`` file ``text`` with parents that stood behind their children there again.

    Each moves right behind the last of them; the text of all entries stays.
    """
    places = _moved(merger)
    if not places:
        return text
    keys = {work.members[0]: work.reference.key for work in merger.works}
    source = parse_bib(text)
    nodes = {node.key: node for node in reversed(list(source.entries())) if not node.is_broken}
    behind: dict[int, str] = {}
    edits = []
    for whole, place in sorted(places.items(), key=lambda item: item[1]):
        node, root = nodes.get(keys[whole]), nodes.get(keys[place[0]])
        if node is not None and root is not None:
            edits.append(remove_entry(source, node))
            behind[root.end] = behind.get(root.end, "") + f"\n\n{text[node.start : node.end]}"
    edits += [Edit(end, end, entries) for end, entries in behind.items()]
    return apply_edits(text, sorted(edits, key=lambda edit: (edit.start, edit.end)))


def _moved(merger: Merger) -> Mapping[int, Place]:
    """The places of the works that move, each by its first record."""
    links = list(_links(merger))
    places: dict[int, Place] = {}
    for _ in range(_MOST_ROUNDS):
        before = dict(places)
        for part, whole in links:
            place = places.get(part, (part,))
            if places.get(whole, (whole,)) < place and whole not in place:
                places[whole] = (*place, whole)
        if places == before:
            break
    return places


def _links(merger: Merger) -> Sequence[tuple[int, int]]:
    """The works that take over, with those that have to stand behind them.

    Where a parent stands before its child in their own file it may stay there, since that file
    was not written for BibTeX.
    """
    home = {place: work.members[0] for work in merger.works for place in work.members}
    file_of = [n for n, one in enumerate(merger.inputs) for _ in one.records]
    return sorted(
        {
            (home[child], home[parent])
            for child, parent in merger.own_parents.items()
            if not (file_of[parent] == file_of[child] and parent < child)
            and home[child] in merger.parents
            and home[merger.parents[home[child]]] == home[parent]
        }
    )
