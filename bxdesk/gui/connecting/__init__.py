"""Signing in to a portal, and parting from it."""
