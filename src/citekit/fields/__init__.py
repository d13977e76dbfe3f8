"""Names, dates, pages, identifiers and numbers as values: text taken apart, and put together."""
