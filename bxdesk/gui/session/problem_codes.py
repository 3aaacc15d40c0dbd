"""The codes of problems that have a next step of their own in the window."""

from __future__ import annotations

SESSION_ENDED = "session_ended"
KEYRING = "keyring"
NOT_INSTALLED = "not_installed"
UNREACHABLE = frozenset(("unreachable", "proxy_failed"))
NO_RIGHTS = frozenset(("not_admin", "insufficient_scope", "access_denied"))
