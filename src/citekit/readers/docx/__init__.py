"""Word documents: body, notes and the citations that live in their fields."""
