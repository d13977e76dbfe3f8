"""Merged ``.bib`` files: what merging did not touch stands there as it stood."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from citekit.formats.bibtex_reader import read
from citekit.model.reference import Reference
from citekit.pipeline.converting import Written
from citekit.pipeline.merging.bib_composing import BibComposer
from citekit.pipeline.merging.inputs import Record
from citekit.pipeline.merging.merged_works import MergedWork, Merger
from citekit.pipeline.merging.parent_order import with_parents_behind
from citekit.pipeline.merging.uniting import values_of
from citekit.pipeline.merging.work_text import LAST, Way


def write_bib_files(merger: Merger, target: str, *, in_order: bool = False) -> Written:
    """One ``.bib`` file of all inputs, in their order; ``target`` is the dialect of new entries.

    Entries of one record, comments, strings and broken entries are given back byte for byte,
    but for keys and names of strings that had to be changed. The first entry of a work of
    several is completed in its place, the others leave theirs. Records of other formats are
    written as new entries. The result is read again; an entry that does not say what it should
    is written in another way, in the end anew as a whole. A parent that BibTeX would meet too
    early comes behind its children, unless all are to stay ``in_order``.
    """
    ways: dict[int, Way] = {}
    while True:
        composed = BibComposer(merger, target, ways).run()
        wrong = [place for place in _misread(merger, composed.text) if ways.get(place) != LAST]
        if not wrong:
            text = composed.text if in_order else with_parents_behind(merger, composed.text)
            return replace(composed, text=text)
        for place in wrong:
            ways[place] = ways.get(place, Way.COMPLETED).next


def _misread(merger: Merger, text: str) -> set[int]:
    """The works, by their first record, that were completed and are not read as they should be."""
    records = merger.completed_records
    edited = [
        work
        for work in merger.works
        if (len(work.members) > 1 and not _is_as_it_was(records, work))
        or work.members[0] in merger.parents
    ]
    if not edited:
        return set()
    found: dict[str, list[Reference]] = defaultdict(list)
    for reference in read(text, "").references:
        found[reference.key].append(reference)
    return {
        work.members[0]
        for work in edited
        if not any(_says(one, work.reference) for one in found[work.reference.key])
    }


def _is_as_it_was(records: Sequence[Record], work: MergedWork) -> bool:
    return _says(records[work.members[0]].reference, work.reference)


def _says(one: Reference, other: Reference) -> bool:
    """Whether two references are equal but for the key."""
    return set(one.aliases) == set(other.aliases) and values_of(one) == values_of(other)
