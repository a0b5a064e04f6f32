"""Every page at 1280 and 360 px: nothing for axe-core, the console or the content policy to say."""

import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import TransactionTestCase
from django.urls import get_resolver
from playwright.sync_api import Browser, expect

from clusters.models import User
from tests.factories.cases import MONDAY
from tests.journeys.city import City
from tests.journeys.furnishing import furnished_city
from tests.journeys.page_case import PageCase
from tests.journeys.pages import NO_PAGE, PAGES, named_urls
from tests.journeys.stage import Screen, keep_picture, look, seated

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def db(django_db_setup: None, django_db_blocker: Any) -> Iterator[City]:
    """One city for all these tests instead of an empty database each: they only look at it."""
    with django_db_blocker.unblock():
        with time_machine.travel(MONDAY, tick=True):
            built = furnished_city()
        yield built
        TransactionTestCase()._fixture_teardown()  # type: ignore[attr-defined]


@pytest.fixture
def city(db: City) -> City:
    """That city."""
    return db


def test_every_address_has_a_page_to_look_at_or_a_reason():
    shown = {case.url_name for case in PAGES if case.url_name}
    beside_the_index = {name for name in shown if name.startswith("admin:")} - {"admin:index"}
    assert named_urls(get_resolver().url_patterns) == (shown - beside_the_index) | set(NO_PAGE)


def test_every_page_has_a_picture_of_its_own():
    assert len({case.name for case in PAGES}) == len(PAGES)


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_page_is_right_at_both_widths(
    case: PageCase, browser: Browser, site: str, city: City, settings: Any
):
    settings.DEMO = case.demo
    User.objects.update(is_demo=case.demo)
    with seated(browser, site) as screen:
        if case.person:
            screen.use(city.people[case.person], role=case.role)
        screen.open(case.address(city), status=case.status)
        if case.then:
            case.then(screen, city)
        expect(screen.page).to_have_title(re.compile(f"^{case.shows}"))
        look(screen, case.name)
        if case.prints:
            _keep_print(screen, case.name)


def test_page_of_a_failure_is_right_at_both_widths(
    browser: Browser, site: str, city: City, settings: Any, caplog: pytest.LogCaptureFixture
):
    settings.ROOT_URLCONF = "tests.journeys.broken_urls"
    caplog.set_level(logging.CRITICAL, "django.request")
    with seated(browser, site) as screen:
        screen.use(city.people["team_worker"]).open("/kapot/", status=500)
        look(screen, "er-ging-iets-mis")


def _keep_print(screen: Screen, name: str) -> None:
    screen.page.emulate_media(media="print")
    keep_picture(screen.page, f"{name}-print")
    screen.page.emulate_media(media="screen")
