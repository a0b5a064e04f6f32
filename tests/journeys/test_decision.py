"""From a signed report to a decision with its letter; refused, suspended, urgent (issue 5)."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from cases.decisions.models import Application, Decision, TermLetter
from cases.models import LetterLine, WmoNotification
from clusters.models import Team, User
from clusters.people.models import Role
from common.reference import sync
from tests.factories.cases import CallbackFactory
from tests.factories.decisions import version_of
from tests.factories.intakes import NotificationFactory
from tests.factories.mandates import MandateFactory, ProductFactory, ProviderFactory
from tests.journeys import chapters as told
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def melding(settings: Any, db: None) -> WmoNotification:
    """A melding with a report that was sent, of the wijkwerker one signs in as."""
    settings.DEMO = True
    found_organisation()
    sync(LetterLine)
    worker = employee(Role.TEAM_WORKER)
    team = Team.objects.get(code=TEAM)
    callback = CallbackFactory(team=team, handler=worker, claimed=True)
    product = ProductFactory(code="02A03", label="Begeleiding individueel")
    ProviderFactory(code="thuis", label="Thuishulp")
    MandateFactory(holder=worker, products=[product], may_refuse=True)
    melding = NotificationFactory(
        resident=callback.resident,
        team=team,
        handler=worker,
        investigated=True,
        received_on=timezone.localdate(),
    )
    version = version_of(melding)
    version.sent_on = timezone.localdate()
    version.save()
    User.objects.update(is_demo=True)
    return melding


@pytest.fixture
def worker(melding: WmoNotification, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        told.sign_in_as_demo_person(screen, Role.TEAM_WORKER)
        yield screen


def file_one(worker: Screen, melding: WmoNotification, why: str = "Aanvraag na het verslag") -> Any:
    page = worker.open(f"/wmo-meldingen/{melding.pk}/")
    page.get_by_role("link", name="Aanvraag vastleggen").click()
    page.get_by_label(why).check()
    page.get_by_role("button", name="Aanvraag vastleggen").dblclick(no_wait_after=True)
    expect(page.get_by_role("heading", name="Termijn", exact=True)).to_be_visible()
    return page


def write(page: Any, outcome: str, words: str) -> None:
    page.get_by_role("link", name="Besluit schrijven").click()
    page.get_by_label(outcome, exact=True).check()
    page.get_by_label("Waarom besluit u dit?").fill(words)


def add_product(page: Any, *, granted: bool = True, until: str = "") -> None:
    page.get_by_role("link", name="Voorziening toevoegen").click()
    page.get_by_label("Ja, toekennen" if granted else "Nee, weigeren").check()
    page.get_by_label("Product").select_option(label="Begeleiding individueel")
    page.get_by_label("Hoeveel").fill("2,5")
    page.get_by_label("Per", exact=True).select_option(label="per week")
    page.get_by_label("Vanaf").fill(timezone.localdate().isoformat())
    if until:
        page.get_by_label("Tot en met").fill(until)
    if granted:
        page.get_by_label("Aanbieder").select_option(label="Thuishulp")
    page.get_by_role("button", name="Voorziening toevoegen").dblclick(no_wait_after=True)
    expect(page.locator(".wt-point")).to_have_count(1)


def send(page: Any) -> None:
    page.get_by_role("button", name="Besluit nemen").click()
    expect(page.locator(".wt-letter")).to_contain_text("bezwaar maken")
    page.get_by_label("Per post").check()
    page.get_by_role("button", name="Vastleggen als verstuurd").click()
    expect(page.locator("main")).to_contain_text("de tekst verandert niet meer")


def test_from_a_report_to_a_granted_decision_with_its_letter(
    worker: Screen, melding: WmoNotification
):
    page = file_one(worker, melding)
    write(page, "Toegekend", "U redt de administratie niet alleen.")
    page.get_by_role("button", name="Concept bewaren").click()
    add_product(page)
    send(page)

    decision = Decision.objects.get()
    assert decision.application.state == "sent"
    assert Application.objects.count() == 1
    page.get_by_role("link", name="Terug naar de aanvraag").click()
    page.get_by_role("link", name="Levering van").click()
    page.get_by_label("Doorgegeven aan de aanbieder").check()
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.locator("main")).to_contain_text("Levering: doorgegeven aan de aanbieder")


def test_a_refusal_asks_whether_the_resident_was_heard(worker: Screen, melding: WmoNotification):
    page = file_one(worker, melding)
    write(page, "Afgewezen", "Uw zus helpt u hier al mee.")
    page.get_by_label("Grond om te weigeren").select_option(index=2)
    page.get_by_role("button", name="Concept bewaren").click()
    add_product(page, granted=False)
    expect(page.locator("main")).to_contain_text("Vul in of de inwoner is gehoord")
    page.get_by_role("link", name="Besluit wijzigen").click()
    page.get_by_label("Kon de inwoner hier vooraf iets over zeggen?").select_option(
        label="De inwoner is gehoord"
    )
    page.get_by_label("Gehoord op").fill(timezone.localdate().isoformat())
    page.get_by_role("button", name="Concept bewaren").click()
    send(page)

    letter = Decision.objects.get()
    letter.application = Application.objects.get()
    assert "U krijgt de ondersteuning niet" in str(letter.frozen)
    assert "U kon hierover iets zeggen" in str(letter.frozen)


def test_what_is_missing_is_asked_and_the_term_stands_still(
    worker: Screen, melding: WmoNotification
):
    page = file_one(worker, melding)
    before = Application.objects.get().due_on
    page.get_by_role("link", name="Termijn opschorten").click()
    page.get_by_label("De aanvraag is niet volledig").check()
    until = timezone.localdate() + timedelta(days=7)
    page.get_by_label("Tot en met").fill(until.isoformat())
    page.get_by_label("Wat is gevraagd").fill("Uw polis.")
    page.get_by_role("button", name="Opschorten").dblclick(no_wait_after=True)
    expect(page.locator("main")).to_contain_text("Uw polis.")
    assert Application.objects.get().due_on > before
    page.get_by_role("link", name="Brief over de opschorting").click()
    expect(page.locator(".wt-letter")).to_contain_text("Wij hebben nog gegevens van u nodig")
    page.get_by_label("Persoonlijk gegeven").check()
    page.get_by_role("button", name="Vastleggen als verstuurd").dblclick(no_wait_after=True)
    expect(page.locator("main")).to_contain_text("de tekst verandert niet meer")
    assert TermLetter.objects.count() == 1
    page.get_by_role("link", name="Terug naar de aanvraag").click()
    page.get_by_role("link", name="Binnen").click()
    page.get_by_label("Binnen op").fill(timezone.localdate().isoformat())
    page.get_by_role("button", name="Binnen: de termijn loopt weer").click()
    expect(page.locator("main")).to_contain_text("De termijn loopt weer.")
    assert Application.objects.get().due_on == before


def test_a_decision_that_was_sent_is_withdrawn_with_a_letter(
    worker: Screen, melding: WmoNotification
):
    page = file_one(worker, melding)
    write(page, "Toegekend", "U redt de administratie niet alleen.")
    page.get_by_role("button", name="Concept bewaren").click()
    add_product(page)
    send(page)
    page.get_by_role("link", name="Terug naar de aanvraag").click()
    page.get_by_role("link", name="Besluit wijzigen of intrekken").click()
    page.get_by_label("De inwoner heeft het niet meer nodig").check()
    page.get_by_role("button", name="Beginnen").dblclick(no_wait_after=True)
    page.get_by_label("Eerder besluit ingetrokken", exact=True).check()
    page.get_by_label("Waarom besluit u dit?").fill("Uw zus doet nu de administratie.")
    page.get_by_label("Vanaf welke dag geldt dit?").fill(
        (timezone.localdate() + timedelta(days=30)).isoformat()
    )
    page.get_by_label("Kon de inwoner hier vooraf iets over zeggen?").select_option(
        label="De inwoner wilde niet gehoord worden"
    )
    page.get_by_role("button", name="Concept bewaren").click()
    expect(page.locator("main")).to_contain_text("Wat eerder is toegekend")
    send(page)

    first, second = Decision.objects.order_by("application__pk")
    assert (second.outcome, first.replaced_by) == ("withdrawn", second)
    assert first.provisions.get().until is None


def test_an_urgent_temporary_provision(worker: Screen, melding: WmoNotification):
    now = timezone.now()
    WmoNotification.objects.update(
        state="confirmed",
        ended_at=None,
        is_urgent=True,
        urgent_reason="Kan niet naar de wc.",
        urgent_due_at=now + timedelta(hours=48),
    )
    page = file_one(worker, melding, "Spoed: tijdelijke voorziening")
    write(page, "Toegekend", "Dit kan niet wachten.")
    page.get_by_role("button", name="Concept bewaren").click()
    until = timezone.localdate() + timedelta(days=42)
    add_product(page, until=until.isoformat())
    send(page)

    made = Application.objects.get()
    assert (made.ground, made.state) == ("urgent", "sent")
