"""The placements on the left: their rows, how each stands, searching and ticking."""
