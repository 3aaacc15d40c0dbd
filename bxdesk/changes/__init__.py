"""Carrying a plan out so that nothing is lost."""
