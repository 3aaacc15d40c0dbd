"""The command line: thin commands over the same core as the window."""

COMPLETION = "_BXDESK_COMPLETE"
"""The environment variable in which a shell's completion script asks bxdesk what may come next."""
VAULT = "BXDESK_VAULT"
"""The environment variable that names a vault where ``--vault`` does not."""
