"""Texts by name, sealed with a key: what a vault and an exported connection are made of.

The one owner of ``cryptography``, which is imported only when something is sealed or opened. A sealed text is JSON with
its version, which key it needs, and a Fernet token (AES-128-CBC and HMAC-SHA256, with the key's own two halves).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bxdesk.errors import Problem, RemedyKind, SecretStoreError, remedy
from bxdesk.messages import Message, message

if TYPE_CHECKING:
    from pathlib import Path

    from bxdesk.errors import Remedy

VERSION = 1
_HEAD = "bxdesk_vault"
"""The field with the version."""


class VaultError(SecretStoreError):
    """A vault cannot be used; its title names the file."""

    def __init__(self, code: str, title: Message, explanation: Message, advice: Message | Remedy) -> None:
        super().__init__(Problem(f"vault_{code}", title, explanation, advice))


def new_key() -> str:
    """A new key, drawn by lot: 256 bits in 44 characters."""
    from cryptography.fernet import Fernet

    return Fernet.generate_key().decode("ascii")


class Seal:
    """Seals texts with a key, and opens them. ``name`` is what the sealed text is called: a file's path, as a rule.

    Raises VaultError when the key is missing or none.
    """

    def __init__(self, key: str, name: Path | str) -> None:
        from cryptography.fernet import Fernet

        self._name = name
        if not key.strip():
            raise VaultError(
                "key_missing",
                message("The key of the vault {path} was not given.", path=name),
                message("Without it nothing in the vault can be read."),
                remedy(RemedyKind.GIVE_VAULT_KEY),
            )
        try:
            self._fernet = Fernet(key.strip())
        except ValueError:
            raise VaultError(
                "key_malformed",
                message("What was given as the key of the vault {path} is none.", path=name),
                message("A key has 44 characters, and ends in “=”."),
                remedy(RemedyKind.GIVE_VAULT_KEY),
            ) from None
        self._key_id = hashlib.sha256(b"bxdesk vault key: " + key.strip().encode()).hexdigest()[:16]

    def __repr__(self) -> str:
        return "Seal(…)"

    def seal(self, texts: Mapping[str, str]) -> str:
        """The texts, readable with the key alone: one line."""
        token = self._fernet.encrypt(json.dumps(texts, separators=(",", ":")).encode()).decode("ascii")
        return json.dumps({_HEAD: VERSION, "key": self._key_id, "sealed": token}) + "\n"

    def unseal(self, sealed: str) -> dict[str, str]:
        """The texts that were sealed. Raises VaultError."""
        from cryptography.fernet import InvalidToken

        token = self._token(sealed)
        try:
            texts = json.loads(self._fernet.decrypt(token.encode()))
        except (InvalidToken, ValueError, RecursionError):
            raise self._damaged() from None
        if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
            raise self._damaged()
        return texts

    def _token(self, sealed: str) -> str:
        try:
            found = json.loads(sealed)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict) or _HEAD not in found:
            raise self._damaged()
        if found[_HEAD] != VERSION:
            raise VaultError(
                "version",
                message("The vault {path} was written by another version of bxdesk.", path=self._name),
                message(
                    "It is of version {found}; this bxdesk reads version {known}.", found=found[_HEAD], known=VERSION
                ),
                message("Use the bxdesk that wrote it. It was left as it is."),
            )
        token = found.get("sealed")
        if not isinstance(token, str):
            raise self._damaged()
        if found.get("key") != self._key_id:
            raise VaultError(
                "key_wrong",
                message("The vault {path} was made with another key.", path=self._name),
                message("A vault opens with the key that it was made with, and with no other."),
                remedy(RemedyKind.GIVE_VAULT_KEY),
            )
        return token

    def _damaged(self) -> VaultError:
        return VaultError(
            "damaged",
            message("The vault {path} is damaged, or none at all.", path=self._name),
            message("It was cut off, changed, or never written by bxdesk."),
            message("Name another file, or put back a copy of it. It was left as it is."),
        )
