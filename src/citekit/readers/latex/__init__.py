"""LaTeX documents, with the files that they are made of."""
