"""The verbs of citekit as pure functions: extract, parse, convert, format."""
