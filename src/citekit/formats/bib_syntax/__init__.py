"""A ``.bib`` file as it is written, without loss: nodes with their places, and edits to them."""
