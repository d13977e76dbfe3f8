"""Articles in XML, JATS and TEI, with the places of their text in the file."""
