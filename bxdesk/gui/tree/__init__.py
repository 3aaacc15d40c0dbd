"""The places on the right: their rows, how each stands, searching and ticking."""
