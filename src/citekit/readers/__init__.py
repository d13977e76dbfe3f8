"""Reading: the bytes of a file become a document whose every character knows its place."""
