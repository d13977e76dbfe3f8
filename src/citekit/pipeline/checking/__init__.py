"""A project checked: its files found and read, the rules applied, fixes made."""
