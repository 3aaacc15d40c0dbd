"""The program: ``bxdesk`` opens the window, ``bxdesk COMMAND`` runs a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from bxdesk.cli import COMPLETION
from bxdesk.support.garbage_collection import collect_seldom
from bxdesk.support.process import take_secrets

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from bxdesk.accounts.saved_names import SavedNames
    from bxdesk.composition import OpenDesk
    from bxdesk.support.self_check import Fact


def open_window(demo: bool) -> int:
    """Opens the window, on the embedded portal or on this computer's connections; returns an exit code."""
    collect_seldom()
    from bxdesk.composition import demo_desk, settings_file, usual_desk, window_state_file
    from bxdesk.gui.app import run_window
    from bxdesk.gui.background.another import open_demo_window
    from bxdesk.storage.folders import find_folders

    folders = find_folders()
    with demo_desk() if demo else usual_desk(folders) as open_desk:
        return run_window(
            open_desk,
            settings=settings_file(folders),
            window_state=window_state_file(folders),
            folders=None if demo else folders,
            open_demo=None if demo else open_demo_window,
        )


def usual_desk() -> AbstractContextManager[OpenDesk]:
    """The desk of this computer's user."""
    from bxdesk import composition

    return composition.usual_desk()


def demo_desk() -> AbstractContextManager[OpenDesk]:
    """A desk on the embedded portal."""
    from bxdesk import composition

    return composition.demo_desk()


def saved_names() -> SavedNames:
    """What this computer's connections are called."""
    from bxdesk.accounts.saved_names import CONNECTIONS_FILE, read_saved_names
    from bxdesk.storage.folders import find_folders

    return read_saved_names(find_folders().config / CONNECTIONS_FILE)


def own_facts() -> Iterable[Fact]:
    """What this program is made of here, Qt included."""
    from bxdesk.gui.self_check import qt_facts
    from bxdesk.support.self_check import find_facts

    return find_facts(qt_facts)


def main() -> None:
    """The console script's entry."""
    secrets = take_secrets()
    arguments = sys.argv[1:]
    # The command line's library costs more time than Qt needs for a first frame. A shell completes without arguments.
    if (not arguments or arguments == ["--demo"]) and COMPLETION not in os.environ:
        sys.exit(open_window(bool(arguments)))

    from bxdesk.cli.console import Wiring
    from bxdesk.cli.main import run
    from bxdesk.cli.streams import take_any_text, watch_output

    take_any_text()
    watch_output()
    sys.exit(run(arguments, Wiring(usual_desk, demo_desk, open_window, own_facts, saved_names, secrets)))


if __name__ == "__main__":
    main()
