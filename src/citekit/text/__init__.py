"""Unicode, scripts, languages and word lists: what is true of any text."""
