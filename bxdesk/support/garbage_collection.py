"""How often Python looks for rubbish: objects that nothing but each other refers to.

Every look goes through all that was imported. That costs time before the first frame, and later on it is the longest
moment in which the window does not answer.
"""

from __future__ import annotations

import gc

IN_WINDOW, IN_COMMAND = 20_000, 80_000
"""New objects after which Python looks: a window must not stand still for it, a command has mostly ended before."""


def collect_seldom(new: int = IN_WINDOW) -> None:
    """From now on, look when so many objects are new. Worth most before anything is imported."""
    gc.set_threshold(new, 50, 100)


def freeze_imports() -> None:
    """Whatever was imported until now stays until the end; nobody needs to look through it again."""
    collect_seldom()
    gc.freeze()


def skip_final_collection() -> None:
    """The program ends, and what it holds goes with its memory. Python would first look through all of it once more.

    For a quick command that look takes as long as the keyring does.
    """
    gc.freeze()
