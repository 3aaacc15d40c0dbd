"""The page of an open portal."""
