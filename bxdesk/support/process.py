"""What keeps the program's secrets inside its process."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, MutableMapping
from contextlib import suppress

CLIENT_SECRET = "BXDESK_CLIENT_SECRET"  # noqa: S105 - the name of a variable
VAULT_KEY = "BXDESK_VAULT_KEY"
_SECRETS = (CLIENT_SECRET, VAULT_KEY)
_PR_SET_DUMPABLE = 4


def take_secrets(environment: MutableMapping[str, str] = os.environ) -> Mapping[str, str]:
    """Takes the secrets out of the environment: no browser, and no other child, inherits them."""
    return {name: environment.pop(name) for name in _SECRETS if name in environment}


def forbid_core_dumps() -> None:
    """Has the system write no memory of this process to the disk when it crashes, where the system can be told so."""
    if sys.platform != "win32":  # which has no such limit
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    if sys.platform == "linux":  # a handler that dumps are piped to need not heed the limit
        with suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
