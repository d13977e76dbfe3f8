"""References as CSL-JSON."""

from collections.abc import Mapping, Sequence

from citekit.fields.csl_dates import date_to_csl
from citekit.formats.json_text import format_json
from citekit.formats.results import WriteOptions, WriteResult
from citekit.model.reference import Literal, Name, Reference

CslItem = Mapping[str, object]
"""One item of CSL-JSON, fit for ``json.dumps``."""

# Digits of confidence that are kept; more would differ between machines.
_CONFIDENCE_DIGITS = 4


def name_to_csl(name: Name) -> dict[str, str]:
    """The name as CSL-JSON's name object; "and others" is the literal ``others``, as in pandoc."""
    if isinstance(name, Literal):
        return {"literal": name.text}
    parts = {
        "family": name.family,
        "given": name.given,
        "dropping-particle": name.dropping_particle,
        "non-dropping-particle": name.non_dropping_particle,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text} or {"family": ""}


def _citekit_part(reference: Reference) -> dict[str, object]:
    """What CSL has no variable for: origins, confidence, aliases and foreign fields."""
    part: dict[str, object] = {}
    if reference.origins:
        part["origins"] = {
            variable.value: [[place.path, place.start, place.end] for place in places]
            for variable, places in sorted(reference.origins.items())
        }
    if reference.confidence:
        part["confidence"] = {
            variable.value: round(value, _CONFIDENCE_DIGITS)
            for variable, value in sorted(reference.confidence.items())
        }
    if reference.aliases:
        part["aliases"] = list(reference.aliases)
    if reference.extra:
        part["extra"] = dict(sorted(reference.extra.items()))
    return part


def to_csl(reference: Reference) -> CslItem:
    """The reference as a CSL-JSON item: ``id``, ``type``, then its variables by name.

    ``custom.citekit`` holds ``origins`` (variable to a list of path, start and end in code
    points), ``confidence``, ``aliases`` and ``extra``, each only where there is something to say.
    The item holds everything that the reference does, so that reading gives the reference back.

    Source: CSL 1.0.2, appendices III and IV; the JSON schema csl-data.json.
    """
    values: dict[str, object] = {}
    values.update({variable.value: text for variable, text in reference.texts.items()})
    values.update({variable.value: text for variable, text in reference.numbers.items()})
    for date_variable, date in reference.dates.items():
        values[date_variable.value] = date_to_csl(date)
    for name_variable, names in reference.names.items():
        values[name_variable.value] = [name_to_csl(name) for name in names]
    item: dict[str, object] = {"id": reference.key, "type": reference.type.value}
    item.update(sorted(values.items()))
    custom = _citekit_part(reference)
    if custom:
        item["custom"] = {"citekit": custom}
    return item


def write(references: Sequence[Reference], options: WriteOptions) -> WriteResult:  # noqa: ARG001  # the signature of every writer
    """A CSL-JSON array of the references in their order. CSL-JSON holds every reference whole."""
    return WriteResult(format_json(map(to_csl, references)))
