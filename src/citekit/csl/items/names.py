"""Names of CSL-JSON."""

import re
from collections.abc import Mapping
from functools import lru_cache

from citekit.csl.item import Name
from citekit.csl.items.particles import parse_particles
from citekit.csl.items.values import is_true, read_text

_QUOTED = re.compile(r'"(.*)"', re.DOTALL)


def _part(record: Mapping[str, object], part: str) -> str:
    return read_text(record.get(part)).strip()


@lru_cache(maxsize=8192)
def _parsed(name: Name) -> Name:
    return parse_particles(name)


def _must_stay_whole(record: Mapping[str, object]) -> bool:
    return "parse-names" in record and not is_true(record["parse-names"])


def _read_record(record: Mapping[str, object]) -> Name | None:
    literal = _part(record, "literal") or _part(record, "name")
    family, given = _part(record, "family"), _part(record, "given")
    if literal and not family:
        return Name(literal=literal)
    if is_true(record.get("isInstitution")) and family and not given:
        return Name(literal=family)
    quoted = _QUOTED.fullmatch(family)
    name = Name(
        family=quoted[1] if quoted else family,
        given=given,
        dropping_particle=_part(record, "dropping-particle"),
        non_dropping_particle=_part(record, "non-dropping-particle"),
        suffix=_part(record, "suffix"),
        comma_suffix=is_true(record.get("comma-suffix")),
        static_ordering=is_true(record.get("static-ordering")),
    )
    if not (name.family or name.given or name.suffix or name.non_dropping_particle):
        return None
    parses = family and given and not name.non_dropping_particle and not quoted
    if parses and not _must_stay_whole(record) and not is_true(record.get("static-particles")):
        return _parsed(name)
    return name


def read_names(value: object) -> tuple[Name, ...]:
    """The names of a name variable; empty ones are left out.

    A single name may stand without its list, and a text stands for a name that must not be
    taken apart. Particles and suffixes are parsed out of family and given names unless the name
    states its non-dropping particle, lacks one of the two, has its family name in straight
    quotation marks, or ``parse-names`` is false. A particle that is to be followed by a blank
    although it ends with an apostrophe ends with that blank.

    Source: the JSON schema csl-data.json, name-variable; citeproc-js manual, "Names".
    """
    values = value if isinstance(value, list | tuple) else [value]
    names: list[Name] = []
    for one in values:
        if isinstance(one, Mapping):
            name = _read_record(one)
        else:
            text = read_text(one).strip() if not isinstance(one, list | tuple) else ""
            name = Name(literal=text) if text else None
        if name is not None:
            names.append(name)
    return tuple(names)
