"""The kinds and fields of styles.

Source: CSL 1.0.2, "Info", ``cs:category``; its schema, ``csl-categories.rnc``.
"""

KINDS = ("author", "author-date", "label", "note", "numeric")
"""What the citations of a style are like (``citation-format``)."""

FIELDS = (
    "anthropology", "astronomy", "biology", "botany", "chemistry", "communications",
    "engineering", "generic-base", "geography", "geology", "history", "humanities", "law",
    "linguistics", "literature", "math", "medicine", "philosophy", "physics",
    "political_science", "psychology", "science", "social_science", "sociology", "theology",
    "zoology",
)  # fmt: skip
"""The fields of study that styles are for (``field``)."""
