"""Pages in a real, installed chromium; without one the tests skip and say so."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from memcon.present.html import render_html
from tests.unit.present import lake_treaty

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: python3 dev.py browser")

# Any below is playwright's: its types are at hand only where these tests run.
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One chromium for all tests."""
    if CHROMIUM is None:
        pytest.skip("SKIPPED: no chromium is installed")
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield started
        started.close()


@pytest.fixture(scope="session")
def brief_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented brief as a file."""
    file = tmp_path_factory.mktemp("brief") / "brief.html"
    file.write_text(render_html(lake_treaty.brief(), lake_treaty.documents().values()), encoding="utf-8")
    return file


class Heard:
    """What a page said and asked for, besides the page itself."""

    def __init__(self, page: Any) -> None:
        self.console: list[str] = []
        self.requests: list[str] = []
        self.dialogs: list[str] = []
        page.on("console", lambda message: self.console.append(message.text))
        page.on("pageerror", lambda error: self.console.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("dialog", self._dismiss)

    def _dismiss(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()


@pytest.fixture
def window(browser: Any) -> Iterator[Callable[..., Any]]:
    """Makes an empty page, offline, in a window of a given size."""
    contexts = []

    def make(width: int = 1440, height: int = 900, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, offline=True, **options)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def opened(window: Callable[..., Any], brief_file: Path) -> Callable[..., tuple[Any, Heard]]:
    """Opens the brief in a window of a given size."""

    def make(*size: int, **options: Any) -> tuple[Any, Heard]:
        page = window(*size, **options)
        heard = Heard(page)
        page.goto(brief_file.as_uri())
        return page, heard

    return make
