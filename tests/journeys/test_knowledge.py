"""Searching the kennisbank while one types: a search in vain counts once, not per letter (KB-4)."""

from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser

from cases.knowledge.models import ArticleUse
from tests.factories.knowledge import ArticleFactory
from tests.journeys.stage import seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LONGER_THAN_IT_WAITS_MS = 4_000


def test_nothing_found_counts_once_and_only_when_it_stays(
    browser: Browser, site: str, cast: SimpleNamespace
):
    ArticleFactory(title="Parkeren")
    with seated(browser, site) as screen:
        screen.use(cast.contact_centre)
        page = screen.open("/kennisbank/")
        box = page.get_by_label("Zoeken in de kennisbank")

        for words in ("xyz", "xyzz"):
            box.fill(words)
            page.get_by_text("Niets gevonden").wait_for()
        box.fill("parkern")
        page.locator(".wt-found").get_by_role("link", name="Parkeren").wait_for()
        page.wait_for_timeout(LONGER_THAN_IT_WAITS_MS)
        assert not ArticleUse.objects.exists()

        box.fill("xyzzy")
        page.get_by_text("Niets gevonden").wait_for()
        page.wait_for_timeout(LONGER_THAN_IT_WAITS_MS)

        assert [use.kind for use in ArticleUse.objects.all()] == ["nothing_found"]
        assert page.url.endswith("/kennisbank/")
