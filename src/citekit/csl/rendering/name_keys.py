"""What names are told apart by, as plain texts."""

from citekit.csl.item import Name


def short_name_key(name: Name) -> str:
    """The family name of ``name`` with its particle, as a short form prints it.

    A literal stands for itself, and so does a given name that stands alone.
    """
    if name.literal:
        return name.literal
    if not name.non_dropping_particle:
        return name.family or name.given
    blank = "" if name.non_dropping_particle.endswith(("-", "'", "’", " ")) else " "
    return f"{name.non_dropping_particle}{blank}{name.family}"
