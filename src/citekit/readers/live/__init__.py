"""Citations that reference managers keep in documents, read from what they leave there."""
