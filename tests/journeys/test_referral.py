"""A question is referred to a linking pin and followed up; then the dossier can end."""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from cases.referrals.models import Referral
from clusters.models import Team
from clusters.people.models import Role
from tests.factories.advice import consent_for
from tests.factories.dossiers import FileFactory, HelpRequestFactory
from tests.factories.liaisons import LiaisonFactory
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def city(db: None) -> SimpleNamespace:
    """A dossier with a question, a linking pin of the schuldhulp, and a consent."""
    found_organisation()
    team, now, today = Team.objects.get(code=TEAM), timezone.now(), timezone.localdate()
    worker = employee(Role.TEAM_WORKER)
    file = FileFactory(team=team, director=worker, opened_at=now)
    question = HelpRequestFactory(file=file, asked_at=now, words="Ik kom er niet meer uit.")
    consent_for(file.resident, "schuldhulp", given_on=today)
    pin = LiaisonFactory(team=team, kind="schuldhulp", valid_from=today)
    return SimpleNamespace(worker=worker, file=file, question=question, pin=pin)


@pytest.fixture
def screen(city: SimpleNamespace, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        yield screen


def test_a_referral_is_followed_up(screen: Screen, city: SimpleNamespace):
    page = screen.use(city.worker).open(f"/dossiers/{city.file.pk}/")
    page.get_by_role("link", name="Verwijs").click()
    page.get_by_label("Naar wie verwijst u?").select_option(value=f"pin-{city.pin.pk}")
    page.get_by_label("Waarom verwijst u?").fill("Zes schuldeisers.")
    page.get_by_role("button", name="Verwijzing vastleggen").dblclick(no_wait_after=True)
    expect(page.get_by_text("De verwijzing is vastgelegd.")).to_be_visible()
    referral = Referral.objects.get()
    expect(page.get_by_role("link", name=str(referral))).to_be_visible()

    page = screen.open("/")
    page.get_by_role("link", name=f"Is het aangekomen? {referral}").click()
    page.get_by_role("link", name="Is het aangekomen?").click()
    page.get_by_label("Nog niet: ik vraag het later opnieuw").check()
    later = timezone.localdate() + timedelta(days=7)
    page.get_by_label("Opnieuw nagaan op").fill(later.isoformat())
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_text("Bewaard.")).to_be_visible()
    page.get_by_role("link", name="Is het aangekomen?").click()
    page.get_by_label("Ja, het loopt").check()
    page.get_by_label("Wat kwam ervan?").fill("Het eerste gesprek was er.")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator("main")).to_contain_text("Het eerste gesprek was er.")
    page = screen.open(f"/dossiers/{city.file.pk}/")
    expect(page.locator("main")).to_contain_text("Verwijzing aangekomen")
