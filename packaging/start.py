"""Where the executable begins."""

from __future__ import annotations

from bxdesk.__main__ import main

main()
