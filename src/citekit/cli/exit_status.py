"""The exit statuses of every command."""

FINE = 0
"""All went well."""

FINDINGS = 1
"""There are findings, or with ``--strict`` something doubtful."""

WRONG = 2
"""Wrong use, or input that cannot be read."""
