"""Documents in Typst: text, notes and citations."""
