"""The page of checks: what would keep widgets from being seen, and what to do."""
