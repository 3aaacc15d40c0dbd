"""Where the executable begins."""

from __future__ import annotations

import os
from collections.abc import MutableMapping

from bxdesk.__main__ import main


def give_back_libraries(environment: MutableMapping[str, str]) -> None:
    """Lets what is started from here, the browser above all, use its system's libraries instead of the executable's.

    On Linux, PyInstaller's beginning points LD_LIBRARY_PATH at the executable's folder and keeps what was there before
    as LD_LIBRARY_PATH_ORIG. This process's loader has read it by now.
    """
    before = environment.pop("LD_LIBRARY_PATH_ORIG", None)
    environment.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        environment["LD_LIBRARY_PATH"] = before


if __name__ == "__main__":
    give_back_libraries(os.environ)
    main()
