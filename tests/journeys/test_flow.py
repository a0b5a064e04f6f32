"""The manager's ten minutes: what the charts say, on the screen, on paper and in forced colours."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from clusters.models import Team, User
from clusters.people.models import Role
from tests.factories.cases import MONDAY
from tests.factories.flow import callback, melding, triage
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import HEIGHT, NARROW, WIDE, Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BAR = "rgb(0, 114, 178)"
FILL = "(mark) => getComputedStyle(mark).fill"
PARTS = ("In, uit en open", "Doorlooptijd", "Triage", "Formeel en informeel")


@pytest.fixture
def manager(db: None, time_machine: Any) -> User:
    """Leads a team with calls and meldingen of this week and earlier."""
    time_machine.move_to(MONDAY, tick=True)
    found_organisation()
    team = Team.objects.get(code=TEAM)
    worker = employee(Role.TEAM_WORKER)
    for days in (1, 2, 9, 10, 30):
        callback(team, days)
        triage(melding(team, days + 40, days, handler=worker), "team", "sst")
    return employee(Role.TEAM_MANAGER)


@pytest.fixture
def screen(manager: User, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        yield screen


def first_chart(page: Page) -> Locator:
    """The picture of what came in and ended."""
    return page.locator(".wt-chart__picture").first


def is_drawn(chart: Locator) -> bool:
    """Whether the bars have their own colour and a size on the screen."""
    marks = chart.locator("a path")
    boxes = [each.bounding_box() for each in marks.all()]
    tall = [box for box in boxes if box and box["height"] > 2 and box["width"] > 2]
    return bool(tall) and marks.first.evaluate(FILL) == BAR


def test_the_parts_come_after_the_page_and_a_mark_opens_its_list(screen: Screen, manager: User):
    page = screen.use(manager).open("/dashboard/")
    for title in PARTS:
        expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()

    mark = first_chart(page).locator("a path").last
    page.get_by_text(re.compile("^Cijfers bij terugbelverzoeken: in en uit")).click()
    row = page.locator("figure").first.locator("tbody tr").nth(10)
    told = row.locator("td a").first
    number = int(told.inner_text().split()[0])
    told.click()
    expect(page.locator("tbody tr")).to_have_count(number)
    page.go_back()
    expect(mark).to_be_attached()


def test_a_choice_stays_in_the_address(screen: Screen, manager: User):
    page = screen.use(manager).open("/dashboard/?per=kwartaal")
    page.get_by_role("link", name="26 weken").click()

    expect(page).to_have_url(re.compile(r"/dashboard/\?.*weken=26"))
    expect(page).to_have_url(re.compile(r"per=kwartaal"))
    expect(page.get_by_role("link", name="26 weken")).to_have_attribute("aria-current", "page")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_chart_is_seen_in_forced_colours(screen: Screen, manager: User, site: str, width: int):
    page = screen.use(manager).open("/dashboard/stroom/")
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.emulate_media(forced_colors="active", color_scheme="dark")

    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    chart = first_chart(page)
    expect(chart).to_be_visible()
    assert is_drawn(chart)
    assert chart.evaluate("(it) => getComputedStyle(it).backgroundColor") == "rgb(255, 255, 255)"
    box = chart.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_a_chart_and_its_figures_are_on_paper(screen: Screen, manager: User):
    page = screen.use(manager).open("/dashboard/stroom/")
    page.emulate_media(media="print")

    assert is_drawn(first_chart(page))
    table = page.locator("figure table").first
    box = table.bounding_box()
    assert box is not None
    assert box["height"] > 100, "the figures are printed too"


def test_without_javascript_the_parts_are_pages(manager: User, browser: Browser, site: str):
    with seated(browser, site, java_script_enabled=False) as screen:
        page = screen.use(manager).open("/dashboard/")
        page.get_by_role("link", name="Doorlooptijd").last.click()

        expect(page.locator("h1")).to_have_text("Doorlooptijd")
        expect(first_chart(page)).to_be_visible()
        assert first_chart(page).locator("a path").count() > 0
