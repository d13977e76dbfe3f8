"""OpenDocument texts: body, notes, and the citations that live in their marks."""
