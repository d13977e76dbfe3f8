"""Merged ``.bib`` files: what merging did not touch stands there as it stood."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from citekit.errors import ConfigError
from citekit.formats.bib_syntax.changes import remove_entry, rename_key
from citekit.formats.bib_syntax.nodes import EntryNode
from citekit.formats.bib_syntax.source import BibSource
from citekit.formats.bibtex_reader import read
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.edits import Edit, apply_edits
from citekit.model.reference import CitationKey, Reference
from citekit.pipeline.converting import Written, write_bibliography
from citekit.pipeline.merging.bib_entries import completed, dialect_of, written_anew
from citekit.pipeline.merging.bib_links import key_edits, new_keys, parent_key
from citekit.pipeline.merging.bib_strings import (
    NewString,
    definitions,
    is_container,
    renamed_strings,
    renaming_edits,
    said_before,
)
from citekit.pipeline.merging.inputs import Input, Record
from citekit.pipeline.merging.merger import MergedWork, Merger
from citekit.pipeline.merging.uniting import values_of

_MARK = "\ufeff"


def write_bib_files(merger: Merger, target: str) -> Written:
    """One ``.bib`` file of all inputs, in their order; ``target`` is the dialect of new entries.

    Entries of one record, comments, strings and broken entries are given back byte for byte,
    but for keys and names of strings that had to be changed. The first entry of a work of
    several is completed in its place, the others leave theirs. Records of other formats are
    written as new entries. The result is read again; an entry that does not say what it should
    is written anew as a whole.
    """
    anew: set[int] = set()
    while True:
        composed = _Composer(merger, target, frozenset(anew)).run()
        wrong = _misread(merger, composed.text) - anew
        if not wrong:
            return composed
        anew |= wrong


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


@dataclass(slots=True)
class _Composer:
    """Puts the inputs together; ``anew`` are the first records of works to be written anew."""

    merger: Merger
    target: str
    anew: frozenset[int]
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _strings: dict[str, str] = field(default_factory=dict)
    _said: set[str] = field(default_factory=set)
    _comments: dict[int, set[str]] = field(default_factory=dict)
    _containers: dict[str, str] = field(default_factory=dict)
    _records: tuple[Record, ...] = ()

    def run(self) -> Written:
        """The merged file."""
        home = {place: work for work in self.merger.works for place in work.members}
        self._records = self.merger.completed_records
        texts: list[str] = []
        start = 0
        for one in self.merger.inputs:
            works = {n: home[start + n] for n in range(len(one.records))}
            if one.source is None:
                texts.append(self._written(works, start))
            else:
                texts.append(self._edited(one, one.source, works, start, home))
            start += len(one.records)
        text = "".join(_parted(texts))
        first = self.merger.inputs[0] if self.merger.inputs else None
        if first and first.marked and text.startswith("\n"):
            text = _MARK + text[1:]
        return Written(text, tuple(self.diagnostics))

    def _written(self, works: Mapping[int, MergedWork], start: int) -> str:
        """The records of a file in another format as new entries."""
        references = [w.reference for n, w in works.items() if w.members[0] == start + n]
        written = write_bibliography(references, self.target)
        self.diagnostics.extend(written.diagnostics)
        return written.text

    def _edited(
        self,
        one: Input,
        source: BibSource,
        works: Mapping[int, MergedWork],
        start: int,
        home: Mapping[int, MergedWork],
    ) -> str:
        strings = renamed_strings(source, self._strings)
        self.diagnostics += [_string_finding(one, source, new) for new in strings]
        names = {new.old.lower(): new.new for new in strings}
        edits = list(renaming_edits(source, names))
        for name, value in definitions(source).items():
            self._strings.setdefault(names.get(name, name).lower(), value)
        dropped = list(said_before(source, self._said))
        containers = self._new_containers(source)
        keys = {**containers, **new_keys(one, works)}
        for node in filter(_is_no_record, source.entries()):
            if node.key in containers and is_container(node):
                edits += _renamed(node, CitationKey(containers[node.key]))
            edits += key_edits(source, node, keys)
        edits += self._record_edits(one, source, keys, start, home)
        edits.sort(key=lambda edit: edit.start)
        starts = [edit.start for edit in edits]
        changed = [remove_entry(source, block) for block in dropped]
        for number, node in enumerate(one.nodes):
            work = works[number]
            comments = self._comments.setdefault(work.members[0], set())
            if work.members[0] != start + number:
                changed.append(_taken_out(source, node, comments))
            elif len(work.members) > 1 or start + number in self.anew:
                inner = edits[bisect_left(starts, node.start) : bisect_left(starts, node.end)]
                changed.append(self._completed(source, node, work, inner))
            comments.update(_comments(source, node))
        edits = _outside(edits, changed)
        return apply_edits(source.text, [*edits, *_apart(changed)])

    def _record_edits(
        self,
        one: Input,
        source: BibSource,
        keys: Mapping[str, str],
        start: int,
        home: Mapping[int, MergedWork],
    ) -> Iterator[Edit]:
        """The edits of the keys that the records of a file have and name."""
        for place, node in enumerate(one.nodes, start):
            own = keys
            if place in self.merger.parents:
                parent = home[self.merger.parents[place]].reference.key
                own = {**keys, **parent_key(source, node, parent)}
            yield from key_edits(source, node, own)
            work = home[place]
            is_first = work.members[0] == place and not one.records[place - start].held
            if is_first and node.key != work.reference.key:
                yield from _renamed(node, work.reference.key)

    def _new_containers(self, source: BibSource) -> dict[str, str]:
        """New keys for the data containers that earlier files have with other contents."""
        changed: dict[str, str] = {}
        for node in filter(is_container, source.entries()):
            text = source.text[node.start : node.end]
            number = 2
            key = node.key
            while self._containers.get(key, text) != text:
                key = f"{node.key}-{number}"
                number += 1
            self._containers[key] = text
            if key != node.key:
                changed[node.key] = key
        return changed

    def _completed(
        self, source: BibSource, node: EntryNode, work: MergedWork, edits: list[Edit]
    ) -> Edit:
        place = work.members[0]
        text = source.text[node.start : node.end]
        shifted = [Edit(e.start - node.start, e.end - node.start, e.text) for e in edits]
        text = apply_edits(text, shifted)
        dialect = dialect_of((one.name for one in node.fields), self.target)
        record = self._records[place]
        if record.held:
            return Edit(node.start, node.end, source.text[node.start : node.end])
        if place not in self.anew:
            try:
                text = completed(text, record.reference, work.reference, dialect)
            except ConfigError:
                text = _with_comments(source, node, written_anew(work.reference, dialect))
        else:
            text = _with_comments(source, node, written_anew(work.reference, dialect))
        return Edit(node.start, node.end, text)


def _is_no_record(node: EntryNode) -> bool:
    return node.is_broken or is_container(node)


def _with_comments(source: BibSource, node: EntryNode, text: str) -> str:
    return "\n".join([*_comments(source, node), text])


def _comments(source: BibSource, node: EntryNode) -> list[str]:
    return [source.text[span.start : span.end] for span in node.comments]


def _taken_out(source: BibSource, node: EntryNode, said: set[str]) -> Edit:
    """The removal of an entry; comments in it stay in its place, unless they are ``said``."""
    edit = remove_entry(source, node)
    lines = [f"{comment}\n" for comment in _comments(source, node) if comment not in said]
    return Edit(edit.start, edit.end, "".join(lines))


def _renamed(node: EntryNode, key: CitationKey) -> list[Edit]:
    try:
        return [rename_key(node, key)] if key else []
    except ConfigError:
        return []


def _outside(edits: list[Edit], changed: list[Edit]) -> list[Edit]:
    """The ``edits`` that no stretch of ``changed`` holds."""
    stretches = sorted(changed, key=lambda edit: edit.start)
    left: list[Edit] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        while at < len(stretches) and stretches[at].end <= edit.start:
            at += 1
        if at == len(stretches) or edit.end <= stretches[at].start:
            left.append(edit)
    return left


def _apart(edits: list[Edit]) -> Iterator[Edit]:
    """The edits in order, none beginning before the one before it ends."""
    end = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        yield Edit(max(edit.start, end), max(edit.end, end), edit.text)
        end = max(edit.end, end)


def _parted(texts: list[str]) -> Iterator[str]:
    """The texts that hold anything, an empty line between two."""
    before = ""
    for text in texts:
        if not text.strip():
            if len(texts) == 1:
                yield text
            continue
        if before:
            text = text.lstrip("\r\n")  # noqa: PLW2901
            yield "" if before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"
        yield text
        before = text


def _string_finding(one: Input, source: BibSource, new: NewString) -> Diagnostic:
    place = source.place(new.start)
    return Diagnostic(
        code="string-renamed",
        severity=Severity.WARNING,
        message=f"an earlier file defines the string {new.old!r} in another way",
        hint=f"It is {new.new!r} in the merged file, here and where this file uses it.",
        path=one.path,
        line=place.line,
        column=place.column,
    )
