"""citekit: citations out of documents, bibliographies out of citations."""

__version__ = "0.1.0"
