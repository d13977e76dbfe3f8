"""Drafts: texts whose citations are keys, found with their places and replaced in place."""
