"""Drawings of the spots in the portal's interface."""
