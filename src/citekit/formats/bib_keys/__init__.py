"""Citation keys of a ``.bib`` file by a pattern, and keys renamed wherever the file has them."""
