"""The page of all portals: how each is, and reading many of them."""
