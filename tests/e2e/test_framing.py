"""Whether a real Chromium frames what we say that it frames."""

from __future__ import annotations

from pathlib import Path

import pytest

from bxdesk.checks.frame_ancestors import Browsers
from tests.framing_cases import CASES

from .browser import open_browser
from .framing_site import running_framing_site, shown_cases


@pytest.mark.chromium
def test_chromium_shows_what_the_table_says(tmp_path: Path) -> None:
    with running_framing_site(tmp_path) as port:
        proxy = (f"--proxy-server=127.0.0.1:{port}", "--proxy-bypass-list=<-loopback>", "--ignore-certificate-errors")
        with open_browser(*proxy) as browser:
            shown = shown_cases(browser.open, lambda: browser.title)

    assert list(map(str, shown)) == [str(case) for case in CASES if case.shown is Browsers.ALL]
