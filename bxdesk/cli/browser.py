"""The system's browser."""

from __future__ import annotations

import threading


def open_in_browser(address: str) -> None:
    """Opens an address, without waiting: some browsers end only when they are closed."""
    import webbrowser

    threading.Thread(target=webbrowser.open, args=(address,), name="bxdesk-browser", daemon=True).start()
