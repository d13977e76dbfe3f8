"""Characters that mean something to LaTeX."""

_SPECIAL = str.maketrans(
    {
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        # \{ would count as a brace when BibTeX looks for the end of a value.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\\": r"\textbackslash{}",
    }
)


def escape_latex(text: str) -> str:
    r"""``text`` with LaTeX's special characters escaped, the braces in it balanced.

    Example:
        >>> escape_latex("R&D at 5%")
        'R\\&D at 5\\%'
    """
    return text.translate(_SPECIAL)
