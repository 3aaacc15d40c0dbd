"""Whether a portal may frame a page, by the headers of its answer."""

from __future__ import annotations

import pytest

from bxdesk.checks.framing import framing
from bxdesk.checks.origin import Origin
from tests.framing_cases import CASES, Case


@pytest.mark.parametrize("case", [case for case in CASES if not case.redirect], ids=str)
def test_our_verdict_is_that_of_the_table(case: Case) -> None:
    verdict = framing(case.fields, Origin.of(case.page), Origin.of(case.portal))

    assert verdict.shown_by is case.shown
