"""Bibliographies in BibTeX's styles, by way of pybtex."""
