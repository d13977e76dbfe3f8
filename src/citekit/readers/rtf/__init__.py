"""Documents in Rich Text Format: text, notes and fields."""
