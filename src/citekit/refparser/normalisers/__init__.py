"""Normalisers: the printed stretch of a variable becomes its value, one kind of value a file."""
