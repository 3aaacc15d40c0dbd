"""All budgets, measured in one run: `make bench`, or `python -m tests.benchmarks [NAME…]` once it has built.

Each name is a module of this package with a function `measure(tell)` that gives rows; without names all of them run.
"""

from __future__ import annotations

import importlib
import sys

from tests.benchmarks.table import HEAD

MEASURES = ("requests", "sixty_bindings", "many_portals", "checks", "quick_start", "window", "executable")


def main() -> None:
    """Measures and prints, one line as soon as it is known."""
    names = sys.argv[1:] or MEASURES
    sys.stdout.write(f"{HEAD}\n")
    for name in names:
        module = importlib.import_module(f"tests.benchmarks.{name}")
        for row in module.measure(lambda text: sys.stderr.write(f"… {text}\n")):
            sys.stdout.write(f"{row}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
