"""Reading PDF: the text laid out again in reading order, with its notes and headings."""
