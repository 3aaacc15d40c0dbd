"""What this program is made of here, and whether its parts are all there: for bug reports and after a build."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bxdesk import __version__
from bxdesk.support.resources import resource

RESOURCES = ("demo/frame.js", "drawings/anywhere.svg", "icons/app.svg", "layout.schema.json", "pages/message.html")
"""One of each kind: if these are found, so is the rest."""
_KEYRING_DEADLINE = 5.0
_OWN_KEYRING = {"linux": "SecretService", "win32": "Windows", "darwin": "macOS"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what was looked at, what was found, and whether that is as it must be."""

    name: str
    value: str
    ok: bool = True


FindFacts = Callable[[], Iterable[Fact]]


def find_facts(screen: FindFacts) -> list[Fact]:
    """All facts; ``screen`` finds those of the window's library. A part that fails becomes a fact itself."""
    facts = list(program())
    for name, find in (
        ("Qt", screen),
        ("parts", parts),
        ("resources", _resources),
        ("keyring", _keyring),
        ("certificates", _certificates),
        ("demo portal", _demo_portal),
    ):
        try:
            facts += find()
        except Exception as error:  # noqa: BLE001 - whatever is broken is what this is asked for
            facts.append(Fact(name, f"{type(error).__name__}: {error}", ok=False))
    return facts


def program() -> Iterable[Fact]:
    """What this is, and where it runs."""
    yield Fact("bxdesk", __version__)
    yield Fact("Python", platform.python_version())
    yield Fact("system", platform.platform())
    yield Fact("built as", "executable" if getattr(sys, "frozen", False) else "Python package")


def parts() -> Iterable[Fact]:
    """The versions of the libraries that do most of the work. Imports them: not for the window's thread."""
    from importlib.metadata import version

    import httpx
    import pydantic

    yield Fact("httpx", httpx.__version__)
    yield Fact("keyring library", version("keyring"))
    yield Fact("pydantic", pydantic.VERSION)


def _resources() -> Iterable[Fact]:
    missing = [name for name in RESOURCES if not resource(*name.split("/")).is_file()]
    yield Fact("resources", f"missing: {', '.join(missing)}" if missing else str(resource()), ok=not missing)
    languages = {"en"} | {path.stem.rpartition("_")[2] for path in resource("translations").glob("*.qm")}
    yield Fact("languages", f"{len(languages)}: {', '.join(sorted(languages))}")


def _keyring() -> Iterable[Fact]:
    import anyio

    from bxdesk.accounts.secret_store import KeyringError, KeyringSecrets, installed_backends

    backends = installed_backends()
    own = _OWN_KEYRING.get(sys.platform)
    yield Fact("keyring backends", ", ".join(backends), ok=own is None or own in backends)
    try:
        used = anyio.run(KeyringSecrets(deadline=_KEYRING_DEADLINE).describe)
    except KeyringError as error:
        # A server without a keyring is no fault of the program.
        used = str(error.problem.explanation)
    yield Fact("keyring", used)


def _certificates() -> Iterable[Fact]:
    from bxdesk.portal.http import system_trust

    yield Fact("certificates", f"the system's, by {type(system_trust()).__module__.partition('.')[0]}")


def _demo_portal() -> Iterable[Fact]:
    from bxdesk.demo import DemoPortal, DemoSettings

    with DemoPortal(DemoSettings()):
        yield Fact("demo portal", "starts")
