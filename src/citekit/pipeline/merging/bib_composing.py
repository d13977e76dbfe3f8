"""The inputs of a merger put together into one ``.bib`` file."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from citekit.errors import ConfigError
from citekit.formats.bib_syntax.changes import remove_entry
from citekit.formats.bib_syntax.nodes import Block, EntryNode, StringNode
from citekit.formats.bib_syntax.source import BibSource
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.edits import Edit, apply_edits
from citekit.model.reference import CitationKey, Reference
from citekit.pipeline.converting import Written, write_bibliography
from citekit.pipeline.merging.bib_entries import dialect_of
from citekit.pipeline.merging.bib_links import key_edits, parent_key, renaming
from citekit.pipeline.merging.bib_strings import (
    NewString,
    is_container,
    renaming_edits,
    said_before,
)
from citekit.pipeline.merging.inputs import Input, Record
from citekit.pipeline.merging.link_keys import key_changes
from citekit.pipeline.merging.merged_works import MergedWork, Merger
from citekit.pipeline.merging.shared_names import FileNames, shared_names
from citekit.pipeline.merging.work_text import Way, completed_entry, new_entry

_MARK = "\ufeff"


@dataclass(slots=True)
class BibComposer:
    """Puts the inputs together; ``ways`` tell by first records how works are written."""

    merger: Merger
    target: str
    ways: Mapping[int, Way]
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _said: set[str] = field(default_factory=set)
    _counted: set[tuple[str, str]] = field(default_factory=set)
    _comments: dict[int, set[str]] = field(default_factory=dict)
    _home: dict[int, MergedWork] = field(default_factory=dict)
    _records: tuple[Record, ...] = ()

    def run(self) -> Written:
        """The merged file."""
        self._home = {place: work for work in self.merger.works for place in work.members}
        self._records = self.merger.completed_records
        inputs = self.merger.inputs
        keys = key_changes(inputs, [self._home[n].reference.key for n in range(len(self._records))])
        sources = [one.source for one in inputs if one.source is not None]
        taken = {key for work in self.merger.works for key in _keys_of(work.reference)}
        names = iter(shared_names(sources, taken))
        files: list[_File] = []
        texts: list[str] = []
        start = 0
        for one, changes in zip(inputs, keys, strict=True):
            if one.source is None:
                texts.append(self._written(start, len(one.records)))
            else:
                texts.append("")
                files.append(_File(one, one.source, start, next(names), changes, len(texts) - 1))
            start += len(one.records)
        for file in files:
            said = list(said_before(file.source, self._said))
            own = set(file.counting_containers())
            file.said = [block for block in said if self._is_said(file, block, own)]
            self._counted |= own
        for number, file in enumerate(files):
            texts[file.position] = self._edited(file, number, files)
        text = "".join(_parted(texts))
        if inputs and inputs[0].marked and text.startswith("\n"):
            text = _MARK + text[1:]
        return Written(text, tuple(self.diagnostics))

    def _is_said(self, file: "_File", block: Block, own: set[tuple[str, str]]) -> bool:
        """Whether the merged file says without ``block`` what it says with it.

        A data container that counts, one of ``own``, has to be there by its key, be its text said
        under another or not.
        """
        if not (isinstance(block, EntryNode) and is_container(block)):
            return True
        return file.final(block) in self._counted or file.final(block) not in own

    def _written(self, start: int, count: int) -> str:
        """The records of a file in another format as new entries."""
        places = range(start, start + count)
        works = [self._home[place] for place in places if self._home[place].members[0] == place]
        written = write_bibliography([work.reference for work in works], self.target)
        self.diagnostics.extend(written.diagnostics)
        if not any(work.members[0] in self.merger.parents for work in works):
            return written.text
        texts = []
        for work in works:
            parent = self._parent_of(work)
            texts.append(new_entry(work.reference, self.target, parent, self._way(work)))
        return "\n\n".join(texts) + "\n"

    def _way(self, work: MergedWork) -> Way:
        return self.ways.get(work.members[0], Way.COMPLETED)

    def _parent_of(self, work: MergedWork) -> CitationKey | None:
        parent = self.merger.parents.get(work.members[0])
        return None if parent is None else self._home[parent].reference.key

    def _edited(self, file: "_File", number: int, files: "Sequence[_File]") -> str:
        source, names = file.source, file.names
        self.diagnostics += [_string_finding(file, new) for new in names.new_strings]
        edits = list(renaming_edits(source, names.strings))
        keys = {**names.links, **file.keys}
        for node in filter(_is_no_record, source.entries()):
            if node.key in names.containers and is_container(node):
                edits += renaming(node, CitationKey(names.containers[node.key]))
            edits += key_edits(source, node, keys)
        edits += self._record_edits(file, keys)
        edits.sort(key=lambda edit: edit.start)
        changed = [remove_entry(source, block) for block in file.said]
        changed += [
            remove_entry(source, block) for block in file.strings_lent_before(number, files)
        ]
        changed += self._changed_entries(file, edits)
        changed += file.strings_needed(files)
        edits = _outside(edits, changed)
        return apply_edits(source.text, [*edits, *_apart(changed)])

    def _changed_entries(self, file: "_File", edits: list[Edit]) -> Iterator[Edit]:
        """The entries that leave, and those of works that were made of several."""
        starts = [edit.start for edit in edits]
        for place, node in enumerate(file.input.nodes, file.start):
            work = self._home[place]
            comments = self._comments.setdefault(work.members[0], set())
            if work.members[0] != place:
                yield _taken_out(file.source, node, comments)
            elif len(work.members) > 1 or self._way(work) is not Way.COMPLETED:
                inner = edits[bisect_left(starts, node.start) : bisect_left(starts, node.end)]
                yield self._completed(file.source, node, work, inner)
            comments.update(_comments(file.source, node))

    def _record_edits(self, file: "_File", keys: Mapping[str, str]) -> Iterator[Edit]:
        """The edits of the keys that the records of a file have and name."""
        for place, node in enumerate(file.input.nodes, file.start):
            work = self._home[place]
            if work.members[0] != place:
                continue
            own = keys
            parent = self.merger.own_parents.get(place)
            if parent is not None:
                key = self._home[parent].reference.key
                own = {**keys, **parent_key(file.source, node, key)}
            yield from key_edits(file.source, node, own)
            if not self._records[place].held and node.key != work.reference.key:
                yield from renaming(node, work.reference.key)

    def _completed(
        self, source: BibSource, node: EntryNode, work: MergedWork, edits: list[Edit]
    ) -> Edit:
        text = source.text[node.start : node.end]
        record = self._records[work.members[0]]
        if record.held:
            return Edit(node.start, node.end, text)
        dialect = dialect_of((one.name for one in node.fields), self.target)
        way, parent = self._way(work), self._parent_of(work)
        if way < Way.ANEW:
            shifted = [Edit(e.start - node.start, e.end - node.start, e.text) for e in edits]
            linked = parent if way.has_parent else None
            with suppress(ConfigError):
                entry = apply_edits(text, shifted)
                entry = completed_entry(entry, record.reference, work.reference, dialect, linked)
                return Edit(node.start, node.end, entry)
        entry = new_entry(work.reference, dialect, parent, way)
        return Edit(node.start, node.end, "\n".join([*_comments(source, node), entry]))


@dataclass(slots=True, eq=False)
class _File:
    """A ``.bib`` file with what changes in it; ``said`` are the blocks that an earlier one says.

    ``start`` is the position of its first record, ``position`` its own among the inputs.
    """

    input: Input
    source: BibSource
    start: int
    names: FileNames
    keys: Mapping[str, str]
    position: int
    said: list[Block] = field(default_factory=list)

    def final(self, container: EntryNode) -> tuple[str, str]:
        """The key of a data container when merged, and its text."""
        text = self.source.text[container.start : container.end]
        return self.names.containers.get(container.key, container.key), text

    def counting_containers(self) -> Iterator[tuple[str, str]]:
        """The data containers that entries take from: the first of each key."""
        seen: set[str] = set()
        for node in filter(is_container, self.source.entries()):
            if node.key not in seen:
                seen.add(node.key)
                yield self.final(node)

    def strings_lent_before(self, number: int, files: "Sequence[_File]") -> Sequence[Block]:
        """The definitions that move to a file before this one, which has that ``number``."""
        if not any(number in file.names.needed for file in files[:number]):
            return ()
        said = set(map(id, self.said))
        return [b for b in self.source.blocks if isinstance(b, StringNode) and id(b) not in said]

    def strings_needed(self, files: "Sequence[_File]") -> Iterator[Edit]:
        """The definitions of later files, before what uses them first."""
        for number in sorted(self.names.needed):
            lender = files[number]
            if any(number in file.names.needed for file in files[: files.index(self)]):
                continue
            blocks = lender.strings_lent_before(number, files)
            edits = sorted(
                renaming_edits(lender.source, lender.names.strings), key=lambda edit: edit.start
            )
            at = self.names.needed_at
            for block in blocks:
                inner = [e for e in edits if block.start <= e.start < block.end]
                shifted = [Edit(e.start - block.start, e.end - block.start, e.text) for e in inner]
                text = apply_edits(lender.source.text[block.start : block.end], shifted)
                yield Edit(at, at, f"{text}\n")


def _keys_of(reference: Reference) -> Sequence[CitationKey]:
    return (reference.key, *reference.aliases)


def _is_no_record(node: EntryNode) -> bool:
    return node.is_broken or is_container(node)


def _comments(source: BibSource, node: EntryNode) -> list[str]:
    return [source.text[span.start : span.end] for span in node.comments]


def _taken_out(source: BibSource, node: EntryNode, said: set[str]) -> Edit:
    """The removal of an entry; comments in it stay in its place, unless they are ``said``."""
    edit = remove_entry(source, node)
    lines = [f"{comment}\n" for comment in _comments(source, node) if comment not in said]
    return Edit(edit.start, edit.end, "".join(lines))


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


def _string_finding(file: _File, new: NewString) -> Diagnostic:
    place = file.source.place(new.start)
    return Diagnostic(
        code="string-renamed",
        severity=Severity.WARNING,
        message=f"an earlier file defines the string {new.old!r} in another way",
        hint=f"It is {new.new!r} in the merged file, here and where this file uses it.",
        path=file.input.path,
        line=place.line,
        column=place.column,
    )
