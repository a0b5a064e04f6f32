"""A link in a mail opens for who is signed in already, though the cookie is strict."""

import pytest
from playwright.sync_api import Browser, Route, expect

from clusters.models import Role
from tests.factories.clusters import MembershipFactory
from tests.journeys.stage import seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WEBMAIL = "http://webmail.example/"


def test_a_manager_who_is_signed_in_comes_straight_in_from_webmail(browser: Browser, site: str):
    def webmail(route: Route) -> None:
        body = f'<title>Mail</title><a href="{site}/dashboard/">Dashboard</a>'
        route.fulfill(body=body, content_type="text/html")

    with seated(browser, site) as screen:
        screen.use(MembershipFactory(role=Role.TEAM_MANAGER).user)
        screen.context.route(f"{WEBMAIL}**", webmail)
        screen.page.goto(WEBMAIL)
        screen.page.get_by_role("link", name="Dashboard").click()

        expect(screen.page).to_have_url(f"{site}/dashboard/")
        expect(screen.page.get_by_role("heading", name="Dashboard")).to_be_visible()
        screen.complaints[:] = [each for each in screen.complaints if WEBMAIL not in each]
