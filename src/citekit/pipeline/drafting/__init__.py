"""A draft with its citations rendered: its works found, cited, listed and put in place."""
