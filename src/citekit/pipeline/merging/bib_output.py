"""Merged ``.bib`` files: what merging did not touch stands there as it stood."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
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
from citekit.pipeline.merging.bib_strings import (
    NewString,
    definitions,
    is_container,
    renamed_strings,
    renaming_edits,
    said_before,
)
from citekit.pipeline.merging.inputs import Input
from citekit.pipeline.merging.merger import MergedWork, Merger
from citekit.pipeline.merging.uniting import values_of

# Fields whose values are keys of other entries.
_KEY_LISTS = frozenset({"crossref", "xref", "xdata", "entryset", "related"})
_KEY = re.compile(r"[^\s,{}\"]+")
_GRANULAR = re.compile(r"xdata=([^\s,{}\"]+)(?=-[a-z]+)")
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
    edited = [work for work in merger.merged if not _is_as_it_was(merger, work)]
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


def _is_as_it_was(merger: Merger, work: MergedWork) -> bool:
    return _says(merger.records[work.members[0]].reference, work.reference)


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

    def run(self) -> Written:
        """The merged file."""
        home = {place: work for work in self.merger.works for place in work.members}
        texts: list[str] = []
        start = 0
        for one in self.merger.inputs:
            works = {n: home[start + n] for n in range(len(one.records))}
            if one.source is None:
                texts.append(self._written(works, start))
            else:
                texts.append(self._edited(one, one.source, works, start))
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
        self, one: Input, source: BibSource, works: Mapping[int, MergedWork], start: int
    ) -> str:
        strings = renamed_strings(source, self._strings)
        self.diagnostics += [_string_finding(one, source, new) for new in strings]
        names = {new.old.lower(): new.new for new in strings}
        edits = list(renaming_edits(source, names))
        for name, value in definitions(source).items():
            self._strings.setdefault(names.get(name, name).lower(), value)
        dropped = list(said_before(source, self._said))
        containers = self._new_containers(source)
        keys = {**containers, **_new_keys(one, works)}
        numbers = {node.start: number for number, node in enumerate(one.nodes)}
        for node in source.entries():
            if keys:
                edits += _key_edits(source, node, keys)
            if is_container(node) and node.key in containers:
                edits += _renamed(node, CitationKey(containers[node.key]))
            number = numbers.get(node.start, -1)
            if number >= 0 and not one.records[number].held:
                work = works[number]
                if work.members[0] == start + number and node.key != work.reference.key:
                    edits += _renamed(node, work.reference.key)
        edits.sort(key=lambda edit: edit.start)
        starts = [edit.start for edit in edits]
        changed = [remove_entry(source, block) for block in dropped]
        for number, node in enumerate(one.nodes):
            work = works[number]
            comments = self._comments.setdefault(work.members[0], set())
            if work.members[0] != start + number:
                changed.append(_taken_out(source, node, comments))
            elif len(work.members) > 1:
                inner = edits[bisect_left(starts, node.start) : bisect_left(starts, node.end)]
                changed.append(self._completed(source, node, work, inner))
            comments.update(_comments(source, node))
        edits = _outside(edits, changed)
        return apply_edits(source.text, [*edits, *_apart(changed)])

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
        dialect = dialect_of(node, self.target)
        record = self.merger.records[place]
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


def _new_keys(one: Input, works: Mapping[int, MergedWork]) -> dict[str, str]:
    """The keys of a file that are others in the merged one."""
    final: dict[str, str] = {}
    for number, record in enumerate(one.records):
        final.setdefault(record.reference.key, works[number].reference.key)
    return {old: new for old, new in final.items() if old and new and old != new}


def _key_edits(source: BibSource, node: EntryNode, keys: Mapping[str, str]) -> Iterator[Edit]:
    for one in node.fields:
        if one.name.lower() in _KEY_LISTS:
            for match in _KEY.finditer(source.text, one.value_start, one.value_end):
                if match[0] in keys:
                    yield Edit(*match.span(), keys[match[0]])
        elif "xdata=" in source.text[one.value_start : one.value_end]:
            for match in _GRANULAR.finditer(source.text, one.value_start, one.value_end):
                if match[1] in keys:
                    yield Edit(*match.span(1), keys[match[1]])


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
