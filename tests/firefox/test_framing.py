"""Whether a real Firefox frames what we say that it frames."""

from __future__ import annotations

from pathlib import Path

from bxdesk.checks.frame_ancestors import Browsers
from tests.e2e.framing_site import running_framing_site, shown_cases
from tests.firefox.browser import open_firefox
from tests.framing_cases import CASES


def test_firefox_shows_what_the_table_says(tmp_path: Path) -> None:
    with running_framing_site(tmp_path) as port, open_firefox(port) as browser:
        shown = shown_cases(browser.open, lambda: browser.title)

    assert list(map(str, shown)) == [str(case) for case in CASES if case.shown is not Browsers.NONE]
