"""A real Chromium without a screen, with an empty profile, that reaches this computer and nothing else."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import title_is
from selenium.webdriver.support.wait import WebDriverWait

from .processes import PATIENCE, bare_environment

CHROMIUM = "/usr/bin/chromium"
DRIVER = "/usr/bin/chromedriver"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


class Browser:
    """What a person sees and presses."""

    def __init__(self, driver: Chrome) -> None:
        self._driver = driver

    def open(self, address: str) -> None:
        self._driver.get(address)

    def press(self, button: str, then: str) -> None:
        """Presses a button and waits for the page with the title `then`."""
        self._driver.find_element(By.XPATH, f"//button[normalize-space()='{button}']").click()
        WebDriverWait(self._driver, PATIENCE).until(title_is(then))

    @property
    def text(self) -> str:
        """All that can be read on the page."""
        return self._driver.find_element(By.TAG_NAME, "body").text

    @property
    def title(self) -> str:
        return self._driver.title


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A browser that is gone when the block is left, whatever happens."""
    # Its sockets lie in this folder, and a socket's name must be short.
    with tempfile.TemporaryDirectory(prefix="bxdesk-e2e-", ignore_cleanup_errors=True) as folder:
        options = ChromeOptions()
        options.binary_location = CHROMIUM
        for flag in (*FLAGS, f"--user-data-dir={folder}/profile"):
            options.add_argument(flag)
        service = ChromeService(DRIVER, log_output=subprocess.DEVNULL, env=bare_environment(Path(folder)))
        driver = Chrome(options, service)
        try:
            yield Browser(driver)
        finally:
            driver.quit()
