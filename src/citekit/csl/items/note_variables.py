"""Variables that were written into the note of a record.

Zotero and Mendeley have no field for most variables of CSL, so their users write them as lines of
the field "Extra", which comes out as ``note``: ``original-date: 1887-05`` or, in the middle of a
line, ``{:original-date: 1887-05}``.
"""

import re
from collections.abc import Mapping

from citekit.fields.csl_vocabulary import current_variable
from citekit.model.variables import VARIABLES, DateVariable, NameVariable

_BRACED = re.compile(r"\{:([-_a-z]+|[A-Z]+):([^{}\n]+)\}")
_LINE = re.compile(r"\s*([-_a-z]+|[A-Z]+):(.*)")
_PARTS_OF_NAME = "||"


def _value(variable: str, text: str) -> object:
    match VARIABLES.get(variable):
        case DateVariable():
            return {"raw": text}
        case NameVariable():
            family, parted, given = (part.strip() for part in text.partition(_PARTS_OF_NAME))
            return [{"family": family, "given": given} if parted else {"literal": family}]
        case _:
            return text


def lift_note_variables(record: Mapping[str, object]) -> Mapping[str, object]:
    """``record`` with the variables of its note beside the others, and the rest of its note.

    Lines count from the first one that holds a variable, which is the first or the second of the
    note, to the last before other text. A variable that the record has already stands, and so does
    its line; only ``type`` is replaced. Names are ``Family || Given``, or a name that must not be
    taken apart.

    Source: citeproc-js manual, "Cheater syntax for odd fields"; Zotero's documentation, "Extra".
    """
    note = record.get("note")
    if not isinstance(note, str) or ":" not in note:
        return record
    found: dict[str, object] = {}
    names: dict[str, list[object]] = {}
    kept: list[str] = []
    lines = _BRACED.sub(r"\n\1:\2\n", note).split("\n")
    for place, line in enumerate(lines):
        match = _LINE.fullmatch(line)
        variable = current_variable(match[1]) if match else ""
        text = match[2].strip() if match else ""
        if match is None or (variable != "type" and variable not in VARIABLES) or not text:
            kept.append(line)
            if line.strip() and place:
                kept += lines[place + 1 :]
                break
        elif variable == "type" or not record.get(variable):
            value = _value(variable, text)
            if isinstance(value, list):
                names.setdefault(variable, []).extend(value)
            else:
                found.setdefault(variable, value)
        else:
            kept.append(line)
    if not (found or names):
        return record
    return {**record, **found, **names, "note": "\n".join(kept).strip()}
