"""Findings written down for people, editors and CI servers."""
