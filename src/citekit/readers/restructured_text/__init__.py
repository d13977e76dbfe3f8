"""Documents in reStructuredText: text, notes and citations."""
