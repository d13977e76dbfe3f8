"""The names of terms."""


def term_name(name: str) -> str:
    """The name of a term as CSL 1.0.2 writes it: ``sub-verbo`` was ``sub verbo`` before."""
    return "sub-verbo" if name == "sub verbo" else name
