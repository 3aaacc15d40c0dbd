"""The widget of bxdesk's own that proves that widgets show: what it says, and how its address is told from others."""

from __future__ import annotations

import re
from types import MappingProxyType

from bxdesk.placements.bindings import DEFAULT_LANGUAGE, Binding, BindingKey, Texts
from bxdesk.placements.catalogue import options_of

TITLE = "bxdesk proof"
"""The same in every language: it is what a person looks for on the portal."""
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d{1,5}/[\w-]{43}/")


def proof_address(origin: str, secret: str) -> str:
    """The handler's address, at a port of this computer and behind a secret of 256 bits."""
    return f"{origin}/{secret}/"


def proof_binding(placement: str, address: str) -> Binding:
    """The widget at one place, with an example for each option that the place wants filled."""
    options = {key: option.kind.example for key, option in options_of(placement).items() if option.required}
    texts = {DEFAULT_LANGUAGE: Texts(TITLE)}
    return Binding(BindingKey(placement, address), MappingProxyType(texts), MappingProxyType(options))


def looks_like_a_proof(binding: Binding) -> bool:
    """Whether a proof may have bound it, here or at another computer; only a journal knows for sure."""
    return binding.handler.startswith("http://127.") and _ADDRESS.fullmatch(binding.handler) is not None
