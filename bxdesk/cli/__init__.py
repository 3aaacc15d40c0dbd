"""The command line: thin commands over the same core as the window."""

COMPLETION = "_BXDESK_COMPLETE"
"""The environment variable in which a shell's completion script asks bxdesk what may come next."""
