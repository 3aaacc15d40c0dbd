"""A real browser, as a person sees and uses it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.expected_conditions import title_is
from selenium.webdriver.support.wait import WebDriverWait

from .drivers import running_driver
from .processes import PATIENCE


class Browser:
    """What a person sees and presses."""

    def __init__(self, driver: WebDriver) -> None:
        self._driver = driver

    def open(self, address: str) -> None:
        self._driver.get(address)

    def press(self, button: str, then: str) -> None:
        """Presses a button and waits for the page with the title `then`."""
        self.click(button)
        WebDriverWait(self._driver, PATIENCE).until(title_is(then))

    def send(self, button: str) -> None:
        """Presses a button of a form, and waits for the page that comes, whatever its title."""
        form = self._driver.find_element(By.TAG_NAME, "form")
        self.click(button)
        WebDriverWait(self._driver, PATIENCE).until(lambda _: _has_gone(form))

    def click(self, name: str) -> None:
        """Clicks on a button or a link."""
        element = f"//button[normalize-space()='{name}'] | //a[normalize-space()='{name}']"
        self._driver.find_element(By.XPATH, element).click()

    def type(self, field: str, text: str) -> None:
        """Types into the field with this label."""
        self._field(field).send_keys(text)

    def typed(self, field: str) -> str:
        """What stands in the field with this label."""
        return str(self._field(field).get_property("value"))

    def tick(self, label: str) -> None:
        """Ticks the box with this label, or takes the tick away."""
        self._field(label).click()

    def can_press(self, button: str) -> bool:
        """Whether the button takes a press."""
        return self._driver.find_element(By.XPATH, f"//button[normalize-space()='{button}']").is_enabled()

    def wait_for(self, seen: Callable[[], bool]) -> None:
        """Waits until something is to be seen."""
        redrawn = [StaleElementReferenceException]
        WebDriverWait(self._driver, PATIENCE, ignored_exceptions=redrawn).until(lambda _: seen())

    @contextmanager
    def frame(self) -> Iterator[None]:
        """Inside the block, what is read and pressed is the page's in the frame."""
        self._driver.switch_to.frame(self._driver.find_element(By.TAG_NAME, "iframe"))
        try:
            yield
        finally:
            self._driver.switch_to.default_content()

    def run(self, script: str, *arguments: object) -> object:
        """Runs a script in the page, as somebody's own page could."""
        return self._driver.execute_script(script, *arguments)

    def read(self, selector: str) -> str:
        """The text of the one thing that the CSS selector finds."""
        return self._driver.find_element(By.CSS_SELECTOR, selector).text

    def shows(self, selector: str) -> bool:
        """Whether what the CSS selector finds can be seen."""
        return any(element.is_displayed() for element in self._driver.find_elements(By.CSS_SELECTOR, selector))

    def _field(self, label: str) -> WebElement:
        labelled = f"//label[normalize-space()='{label}' or .//span[normalize-space()='{label}']]"
        return self._driver.find_element(By.XPATH, f"{labelled}//*[self::input or self::textarea or self::select]")

    @property
    def text(self) -> str:
        """All that can be read on the page."""
        return str(self._driver.execute_script("return document.body.innerText"))

    @property
    def title(self) -> str:
        return self._driver.title


def _has_gone(element: WebElement) -> bool:
    """Of a document that is just going, Chromium's driver tells by an error that Selenium has no name for."""
    try:
        element.is_enabled()
    except WebDriverException:
        return True
    return False


@contextmanager
def open_browser(*flags: str) -> Iterator[Browser]:
    """A browser that is gone when the block is left, whatever happens."""
    # Its sockets lie in this folder, and a socket's name must be short.
    made = tempfile.TemporaryDirectory(prefix="bxdesk-e2e-", ignore_cleanup_errors=True)
    with made as folder, running_driver(Path(folder), *flags) as driver:
        yield Browser(driver)
