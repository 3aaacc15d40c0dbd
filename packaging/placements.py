"""Writes the page of all placements, after a change of the catalogue: `python packaging/placements.py`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "placements.md"
HEAD = """\
# Placements

Every placement that is documented, as bxdesk's catalogue has it. `#` stands for a custom type's number; a layout may
name the type by its title instead: `CRM_DYNAMIC_{Purchase}_DETAIL_TAB`. The permission *App Embedding* (`placement`) is
always needed, the one named here besides. Options with * are needed. `bxdesk status` lists what a portal offers; what
it offers beyond this page can be bound by its code as well.

This page is written by `packaging/placements.py`.
"""


def page() -> str:
    """The page, from the catalogue."""
    sys.path.insert(0, str(ROOT))
    from bxdesk.placements.catalogue import FAMILIES, documentation_page
    from bxdesk.placements.families.record import Family

    def lines(family: Family) -> Iterator[str]:
        yield f"\n## {family.title}\n"
        yield str(family.note)
        facts = [f"permission `{family.permission}`"] if family.permission else []
        facts += ["one for each app"] if family.one_per_app else []
        facts += [str(family.set_by.reason).rstrip(".")] if family.set_by else []
        facts += [f"[documentation]({documentation_page(family.patterns[0])})"]
        yield f"\n{'; '.join(facts)}\n"
        yield from (f"- `{pattern}`" for pattern in family.patterns)
        if family.options:
            yield "\n| option | what | values |\n|---|---|---|"
            for option in family.options:
                needed = " *" if option.required else ""
                yield f"| `{option.key}`{needed} | {option.title} | {option.kind.expected or 'a text'} |"

    return HEAD + "".join(f"{line}\n" for family in FAMILIES for line in lines(family))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
