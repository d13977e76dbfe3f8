"""``.bib`` files laid out in one stable way, with all that is not understood left as it is."""
