"""What documents cite, key by key, with exact places: for checking, and for renaming keys."""
