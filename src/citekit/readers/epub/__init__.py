"""EPUB books: their chapters in reading order, notes across files joined to their marks."""
