"""The program: ``bxdesk`` opens the window, ``bxdesk COMMAND`` runs a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from bxdesk.cli import COMPLETION, VAULT
from bxdesk.support.garbage_collection import IN_COMMAND, collect_seldom, skip_final_collection
from bxdesk.support.process import VAULT_KEY, forbid_core_dumps, take_secrets

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from bxdesk.accounts.saved_names import SavedNames
    from bxdesk.composition import OpenDesk
    from bxdesk.support.self_check import Fact


def open_window(demo: bool, secrets: Mapping[str, str]) -> int:
    """Opens the window, on the embedded portal or on this computer's connections; returns an exit code."""
    from bxdesk.composition import chosen_vault, demo_desk, settings_file, usual_desk, window_state_file
    from bxdesk.gui.app import run_window
    from bxdesk.gui.background.another import open_demo_window
    from bxdesk.storage.folders import find_folders

    folders, path = find_folders(), os.environ.get(VAULT)
    vault = chosen_vault(path, secrets.get(VAULT_KEY, "")) if path else None
    with demo_desk() if demo else usual_desk(folders, vault) as open_desk:
        return run_window(
            open_desk,
            settings=settings_file(folders),
            window_state=window_state_file(folders),
            folders=None if demo else folders,
            open_demo=None if demo else open_demo_window,
            shows_demo_notes=demo,
        )


def usual_desk() -> AbstractContextManager[OpenDesk]:
    """The desk of this computer's user."""
    from bxdesk import composition

    return composition.usual_desk()


def vault_desk(path: str, key: str) -> AbstractContextManager[OpenDesk]:
    """The desk of whoever has this vault."""
    from bxdesk import composition

    return composition.usual_desk(vault=composition.chosen_vault(path, key))


def demo_desk() -> AbstractContextManager[OpenDesk]:
    """A desk on the embedded portal."""
    from bxdesk import composition

    return composition.demo_desk()


def saved_names(vault: str | None, key: str) -> SavedNames:
    """What this computer's connections are called, or those in a vault, if its key is there."""
    from bxdesk.accounts.saved_names import CONNECTIONS_FILE, SavedNames, read_names_in_vault, read_saved_names
    from bxdesk.storage.folders import find_folders

    if not vault:
        return read_saved_names(find_folders().config / CONNECTIONS_FILE)
    if not key:
        return SavedNames()
    from bxdesk.composition import chosen_vault

    forbid_core_dumps()
    return read_names_in_vault(chosen_vault(vault, key).path, key)


def own_facts() -> Iterable[Fact]:
    """What this program is made of here, Qt included."""
    from bxdesk.gui.self_check import qt_facts
    from bxdesk.support.self_check import find_facts

    return find_facts(qt_facts)


def main() -> None:
    """The console script's entry."""
    secrets = take_secrets()
    collect_seldom()
    # A plugin that somebody installed for another program would be shown every token; and looking for one takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    arguments = sys.argv[1:]
    # The command line's library costs more time than Qt needs for a first frame. A shell completes without arguments.
    if (not arguments or arguments == ["--demo"]) and COMPLETION not in os.environ:
        sys.exit(open_window(bool(arguments), secrets))
    collect_seldom(IN_COMMAND)

    from bxdesk.cli.console import Wiring
    from bxdesk.cli.main import run
    from bxdesk.cli.streams import accept_any_text, watch_output

    accept_any_text()
    watch_output()
    wiring = Wiring(
        usual_desk,
        demo_desk,
        partial(open_window, secrets=secrets),
        own_facts,
        partial(saved_names, key=secrets.get(VAULT_KEY, "")),
        vault_desk,
        secrets,
    )
    code = run(arguments, wiring)
    skip_final_collection()
    sys.exit(code)


if __name__ == "__main__":
    main()
