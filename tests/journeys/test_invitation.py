"""Somebody new: from the button in Beheer, over a link in webmail, to the app."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Route, expect

from clusters.models import OutboxMail, Role
from clusters.notices.mail_round import send_outbox
from tests.factories.clusters import MembershipFactory
from tests.journeys.stage import seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NEW = "vier woorden in een rij"
WEBMAIL = "http://webmail.example/"


@pytest.fixture
def newcomer():
    person = MembershipFactory(user__username="newcomer", user__email="n@example.org").user
    person.set_unusable_password()
    person.save()
    return person


def test_newcomer_is_invited_and_comes_in_from_a_page_of_another_site(
    browser: Browser, site: str, newcomer
):
    with seated(browser, site) as screen:
        screen.use(MembershipFactory(role=Role.APPLICATION_MANAGER).user)
        screen.open(f"/beheer/clusters/user/{newcomer.pk}/change/")
        screen.page.get_by_role("link", name="Uitnodigen").click()
        screen.page.get_by_role("button", name="Ja, mail de link").click()
        expect(screen.page.get_by_text("De uitnodiging gaat naar n@example.org.")).to_be_visible()
    send_outbox(at=timezone.now())
    path = re.findall(r"/account/welkom/\S+", OutboxMail.objects.get(recipient=newcomer).body)[0]

    def webmail(route: Route) -> None:
        body = f'<title>Mail</title><a href="{site}{path}">Kies een wachtwoord</a>'
        route.fulfill(body=body, content_type="text/html")

    with seated(browser, site) as screen:
        screen.context.route(f"{WEBMAIL}**", webmail)
        page = screen.page
        page.goto(WEBMAIL)
        page.get_by_role("link", name="Kies een wachtwoord").click()
        page.wait_for_url("**/account/welkom/")
        page.get_by_label("Nieuw wachtwoord", exact=True).fill(NEW)
        page.get_by_label("Nieuw wachtwoord nog een keer").fill(NEW)
        page.get_by_role("button", name="Wachtwoord kiezen").click()
        page.get_by_label("Gebruikersnaam").fill("newcomer")
        page.get_by_label("Wachtwoord", exact=True).fill(NEW)
        page.get_by_role("button", name="Verder").click()
        expect(page.get_by_role("heading", name="Koppel uw app")).to_be_visible()
        screen.complaints[:] = [each for each in screen.complaints if WEBMAIL not in each]
