"""Names in the order in which they are spoken."""

from collections.abc import Sequence

from citekit.bst.rich import clean
from citekit.model.reference import Literal, Name
from citekit.text.script import is_cjk

_TWO = 2


def name_in_full(name: Name) -> str:
    """``Jan van den Berg, Jr.``; a name in Chinese, Japanese or Korean script is family first."""
    if isinstance(name, Literal):
        return clean(name.text)
    if is_cjk(name.family):
        return clean(f"{name.family}{name.given}")
    order = (name.given, name.dropping_particle, name.non_dropping_particle, name.family)
    full = clean(" ".join(part for part in order if part))
    full = full.replace("d’ ", "d’").replace("d' ", "d'")
    return f"{full}, {clean(name.suffix)}" if name.suffix else full


def names_in_full(names: Sequence[Name]) -> str:
    """``A``, ``A and B``, ``A, B, and C``; "and others" makes ``A et al.``, ``A, B, et al.``.

    Source: plain.bst (Patashnik 1988), function format.names.
    """
    shown = [name_in_full(name) for name in names]
    shown = [name for name in shown if name]
    if len(names) > 1 and names[-1] == Literal("others"):
        return ", ".join(shown[:-1]) + (", " if len(shown) > _TWO else " ") + "et al."
    if len(shown) <= _TWO:
        return " and ".join(shown)
    return f"{', '.join(shown[:-1])}, and {shown[-1]}"
