"""What a journey needs: people at a screen, and an ear for everything the browser complains about.

A complaint is an error on the console, a broken rule of the Content Security Policy, an exception
in a script, or a request to anything but our own server.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from clusters.models import User
from tests.factories.login import sign_in

WIDE, NARROW = 1280, 360
HEIGHT = 900
SCREENSHOTS = Path(__file__).resolve().parents[2] / "artifacts" / "screenshots"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = Axe()
PATIENCE_MS = 10_000
LATE_WORDS_MS = 100  # what the browser still says after the act that it is about

OVERTAKEN = ("htmx:afterRequest", "htmx:sendAbort")
"""What htmx writes when a newer request overtakes one, or the page is left before its answer."""

TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const out = [...document.body.querySelectorAll("*")].filter(
    (part) => part.getBoundingClientRect().right > room + 1);
  return [room, ...out.slice(0, 5).map((part) => `${part.tagName}.${part.className}`)];
}"""

DOTTED_KEYS = """() => [...document.body.querySelectorAll("*")].flatMap((part) =>
  [...part.attributes].filter(({name, value}) =>
    /^(id|for|name|value|href|action|formaction|hx-|aria-(labelledby|describedby|controls))/
      .test(name) && /\\d\\.\\d{3}(?!\\d)/.test(value))
    .map(({name, value}) => `${part.tagName}.${name}=${value}`))"""
"""Where a number was written for people ("1.234.567") in something a machine reads; a moment with
its six digits of a second is none."""

expect.set_options(timeout=PATIENCE_MS)


class Screen:
    """One employee at one browser, who hears every complaint."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.context, self.site = context, site
        self.complaints: list[str] = []
        context.on("page", self._listen)
        self.page = context.new_page()

    def open(self, path: str, *, status: int = 200) -> Page:
        """Go to a page of our site; any other status than expected fails."""
        response = self.page.goto(self.site + path)
        assert response is not None
        assert response.status == status, f"{path} answered {response.status}"
        return self.page

    def heading(self) -> str:
        """The title on the page."""
        return self.page.locator("h1").inner_text()

    def use(self, user: User, *, role: str = "", demo: bool = False) -> "Screen":
        """Let somebody sit down who signed in before; what the page was still fetching stops."""
        self.page.goto("about:blank")
        client = sign_in(Client(), user, role=role, demo=demo)
        name = settings.SESSION_COOKIE_NAME
        value = client.cookies[name].value
        self.context.add_cookies(
            [{"name": name, "value": value, "url": self.site, "sameSite": "Strict"}]
        )
        return self

    @contextmanager
    def unheard(self) -> Iterator[None]:
        """While axe looks: it copies style sheets into the page, which the policy stops."""
        before = list(self.complaints)
        yield
        self.page.wait_for_timeout(LATE_WORDS_MS)
        self.complaints[:] = before

    def _listen(self, page: Page) -> None:
        page.set_default_timeout(PATIENCE_MS)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("request", lambda request: self._check_address(request.url))

    def _hear(self, message: ConsoleMessage) -> None:
        """Errors count; that a page itself answered 403 or 404 is not one."""
        if message.type != "error":
            return
        about_page = message.location["url"] == message.page.url if message.page else False
        if about_page and message.text.startswith("Failed to load resource"):
            return
        if message.text.startswith(OVERTAKEN):
            return
        self.complaints.append(f"console: {message.text} ({message.location['url']})")

    def _check_address(self, url: str) -> None:
        if urlsplit(url).scheme in ("http", "https") and not url.startswith(self.site):
            self.complaints.append(f"request elsewhere: {url}")


@contextmanager
def seated(browser: Browser, site: str, **options: Any) -> Iterator[Screen]:
    """A fresh browser for one person; at the end nothing was complained about."""
    size = {"width": WIDE, "height": HEIGHT}
    context = browser.new_context(
        viewport=size, locale="nl-NL", timezone_id="Europe/Amsterdam", **options
    )
    try:
        screen = Screen(context, site)
        yield screen
        assert not screen.complaints, "\n".join(screen.complaints)
    finally:
        context.close()


def look(screen: Screen, name: str) -> None:
    """Judge the page at both widths and keep a picture of each."""
    page, found = screen.page, list[str]()
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        keep_picture(page, f"{name}-{width}")
        with screen.unheard():
            found += [f"{width} px: {each}" for each in violations(page)]
        found += [f"{width} px: too wide: {each}" for each in page.evaluate(TOO_WIDE)]
    found += [f"key with a separator: {each}" for each in page.evaluate(DOTTED_KEYS)]
    page.set_viewport_size({"width": WIDE, "height": HEIGHT})
    assert not found, "\n".join([name, *found])


def keep_picture(page: Page, name: str) -> None:
    """A picture of the whole page, for people who look at what CI made."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong: the rule and the first elements that break it."""
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    if not page.evaluate("'axe' in window"):  # half a megabyte: once per page, not per width
        page.evaluate(AXE.axe_script)
    found = page.evaluate("(options) => axe.run(document, options)", options)["violations"]
    return [
        f"{each['id']}: {[node['target'] for node in each['nodes'][:3]]} {each['help']}"
        for each in found
    ]
