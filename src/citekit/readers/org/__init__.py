"""Documents in Org: text, notes and citations."""
