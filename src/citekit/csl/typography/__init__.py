"""Exact text: inline markup, text-case, flip-flop of quotes and fonts, punctuation."""

from citekit.csl.typography.inline import parse_markup
from citekit.csl.typography.layout import lay_out
from citekit.csl.typography.looks import dress, dresser
from citekit.csl.typography.runs import Mark, Run, text_of
from citekit.csl.typography.text_case import apply_text_case

__all__ = [
    "Mark",
    "Run",
    "apply_text_case",
    "dress",
    "dresser",
    "lay_out",
    "parse_markup",
    "text_of",
]
