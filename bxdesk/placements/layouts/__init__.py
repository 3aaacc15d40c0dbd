"""Layouts: what should stand on a portal, from a file or into one."""
