"""Bibliography files: read into references, and written from them."""
