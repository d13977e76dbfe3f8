"""Bibliographies brought together: each work once, and nothing of it lost."""
