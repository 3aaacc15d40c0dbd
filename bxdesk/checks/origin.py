"""Origins as browsers compare them: scheme, host and port."""

from __future__ import annotations

from dataclasses import dataclass

import httpx

DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host (as DNS writes it, in small letters) and port of an address."""

    scheme: str
    host: str
    port: int | None

    @classmethod
    def of(cls, address: str | httpx.URL) -> Origin:
        """The origin of an http or https address. Raises httpx.InvalidURL for what is no address."""
        url = httpx.URL(address)
        return cls(url.scheme, url.raw_host.decode("ascii").lower(), url.port or DEFAULT_PORTS.get(url.scheme))

    def __str__(self) -> str:
        port = "" if self.port in (None, DEFAULT_PORTS.get(self.scheme)) else f":{self.port}"
        return f"{self.scheme}://{self.host}{port}"
