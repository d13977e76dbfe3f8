"""Finding the places of a document that cite."""
