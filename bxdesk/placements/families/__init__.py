"""The documented placements: a record for each family of them, by the part of the portal that they stand in."""
