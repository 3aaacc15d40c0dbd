"""The browser and the driver that this system has, each with an empty profile, and reaching this computer alone.

Debian has Chromium, a workflow's machine Google Chrome. On Ubuntu Chromium and Firefox are snaps, which see neither the
folders of a test nor its environment; GNOME Web is none, and WebKit's driver steers it.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

from selenium.common.exceptions import SessionNotCreatedException
from selenium.webdriver import (
    Chrome,
    ChromeOptions,
    ChromeService,
    WebKitGTK,
    WebKitGTKOptions,
    WebKitGTKService,
)
from selenium.webdriver.remote.webdriver import WebDriver
from tenacity import retry, retry_if_exception_type, stop_after_attempt

from .processes import bare_environment
from .screen import running_screen
from .secret_service import running_secret_service

CHROMES = ("chromium", "google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
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


def find_chrome() -> tuple[str, str] | None:
    """Chromium or Google Chrome, and its driver."""
    driver = which("chromedriver")
    found = [path for path in map(which, CHROMES) if path is not None and not path.startswith("/snap/")]
    return (found[0], driver) if found and driver else None


@contextmanager
def running_driver(folder: Path, *flags: str) -> Iterator[WebDriver]:
    """The browser, started with these flags of Chromium's, its profile in the folder."""
    chrome, web, driver = find_chrome(), which("epiphany"), which("WebKitWebDriver")
    if chrome is not None:
        with _chrome(*chrome, folder, flags) as browser:
            yield browser
        return
    assert web is not None, "there is no Chromium, Google Chrome or GNOME Web here"
    assert driver is not None, "WebKit's driver is not here"
    assert not flags, "they are Chromium's"
    with (
        running_secret_service() as session,
        running_screen(session.environment) as screen,
        _webkit(web, driver, {**screen.environment, **bare_environment(folder)}) as browser,
    ):
        yield browser


def _chrome(browser: str, driver: str, folder: Path, flags: tuple[str, ...]) -> Chrome:
    options = ChromeOptions()
    options.binary_location = browser
    for flag in (*FLAGS, *flags, f"--user-data-dir={folder}/profile"):
        options.add_argument(flag)
    return Chrome(options, ChromeService(driver, log_output=subprocess.DEVNULL, env=bare_environment(folder)))


# GNOME Web now and then opens no page when it is started.
@retry(retry=retry_if_exception_type(SessionNotCreatedException), stop=stop_after_attempt(5), reraise=True)
def _webkit(browser: str, driver: str, environment: dict[str, str]) -> WebKitGTK:
    options = WebKitGTKOptions()
    options.binary_location = browser
    options.add_argument("--automation-mode")
    options.set_capability("browserName", "Epiphany")
    # Its sandbox makes namespaces, which many containers deny.
    environment |= {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
    environment |= {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "no_proxy": "127.0.0.1"}
    return WebKitGTK(options, service=WebKitGTKService(driver, log_output=subprocess.DEVNULL, env=environment))
