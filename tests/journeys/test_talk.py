"""A talk at the kitchen table: from melding to akkoord, in two tabs, and through a dead spot."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from cases.models import KitchenTableTalk, ReportVersion, TalkCard, WmoNotification
from clusters.models import Team, User
from clusters.people.models import Role
from tests.factories.cases import MONDAY, ResidentFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.talks import TalkFactory
from tests.journeys import chapters as told
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.pages_talks import draw_in
from tests.journeys.stage import Screen, look, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BANNER = "Geen verbinding. Wat u typt staat nu alleen in dit scherm"
WORDS, WISH = "#geld-words", "#wonen-wish"


@pytest.fixture
def melding(settings: Any, db: None) -> WmoNotification:
    """A confirmed melding on the desk of the wijkwerker."""
    settings.DEMO = True
    found_organisation()
    worker = employee(Role.TEAM_WORKER)
    melding = NotificationFactory(
        resident=ResidentFactory(name="Mw. Harmsen"),
        team=Team.objects.get(code=TEAM),
        handler=worker,
        confirmed=True,
    )
    User.objects.update(is_demo=True)
    return melding


@pytest.fixture
def worker(melding: WmoNotification, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        told.sign_in_as_demo_person(screen, Role.TEAM_WORKER)
        yield screen


@pytest.fixture
def talk(melding: WmoNotification) -> KitchenTableTalk:
    """A talk that is planned for this very hour."""
    return TalkFactory(
        notification=melding, starts_at=MONDAY, ends_at=MONDAY.replace(hour=12), place="home"
    )


def begin(screen: Screen, talk: KitchenTableTalk) -> Page:
    """Start the talk and unfold two cards."""
    page = screen.open(f"/keukentafelgesprekken/{talk.pk}/")
    page.get_by_role("button", name="Gesprek beginnen").click()
    for code in ("geld", "wonen"):
        page.locator(f"#{code} > summary").click()
    return page


def card(code: str) -> TalkCard:
    found: TalkCard = TalkCard.objects.select_related("talk").get(domain__code=code)
    return found


def is_saved(page: Page, code: str) -> None:
    expect(page.locator(f"#saved-{code}")).to_contain_text("Bewaard")
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_from_melding_to_akkoord(
    melding: WmoNotification, browser: Browser, site: str, script: bool
):
    with seated(browser, site, java_script_enabled=script) as screen:
        told.sign_in_as_demo_person(screen, Role.TEAM_WORKER)
        page = screen.open("/keukentafelgesprekken/")
        page.get_by_role("link", name="Gesprek plannen").click()
        page.get_by_label("Dag").fill("2026-11-23")
        page.get_by_label("Van", exact=True).fill("10:00")
        page.get_by_label("Tot", exact=True).fill("11:00")
        page.get_by_label("Bij de inwoner thuis").check()
        page.get_by_label("Persoon 1").select_option(label="Mantelzorger")
        page.get_by_label("Naam 1").fill("Ans")
        page.get_by_role("button", name="Gesprek plannen").click()
        page.get_by_role("button", name="Gesprek beginnen").click()

        page.locator("#wonen > summary").click()
        page.locator("#wonen").get_by_label("Besproken", exact=True).check()
        page.locator("#wonen-words").fill("De trap is te steil.")
        page.get_by_role("button", name="Wonen en huishouden bewaren").click()
        page.get_by_role("link", name="Gesprek afronden").click()
        expect(page.locator("main")).to_contain_text("welke vraag van de inwoner")
        page.get_by_role("link", name="Terug naar het gesprek").click()
        page.locator("#wonen-question").fill("Kan ik hier blijven wonen?")
        page.get_by_role("button", name="Wonen en huishouden bewaren").click()
        page.get_by_role("link", name="Gesprek afronden").click()
        page.get_by_role("button", name="Afronden en verslag maken").click()

        expect(page.locator("#id_step1")).to_have_value(
            "Wonen en huishouden\nKan ik hier blijven wonen?\nDe trap is te steil."
        )
        page.locator("#id_result").fill("Wij vragen een traplift aan.")
        page.get_by_role("button", name="Concept bewaren").click()
        page.get_by_role("button", name="Vastleggen als verstuurd").dblclick(no_wait_after=True)
        page.get_by_role("link", name="Versie 1", exact=True).click()
        expect(page.locator("main")).to_contain_text("Wij vragen een traplift aan.")
        expect(page.locator("main")).to_contain_text("Ans (mantelzorger)")
        page.get_by_label("Kruimelpad").get_by_text("Onderzoeksverslag").click()
        page.get_by_role("link", name="Reactie vastleggen").click()
        page.get_by_label("Akkoord", exact=True).check()
        if script:
            page.get_by_label("Op het scherm ondertekend").check()
            draw_in(page)
        else:
            page.get_by_label("Op papier ondertekend").check()
        page.get_by_role("button", name="Reactie vastleggen").dblclick(no_wait_after=True)
        expect(page.locator("main")).to_contain_text("Telt als aanvraag vanaf ma 23 november")
    sent = ReportVersion.objects.get()
    assert (sent.reaction, sent.number) == ("agreed", 1)
    signer = sent.signer
    assert (signer is not None) == script
    if signer is not None:
        assert (signer.name, len(signer.drawing.lines)) == (str(sent.resident), 3)


@pytest.mark.parametrize("keep", ["Mijn tekst bewaren", "De andere tekst houden"])
def test_two_tabs_are_shown_side_by_side_and_either_may_be_kept(
    worker: Screen, talk: KitchenTableTalk, keep: str
):
    first = begin(worker, talk)
    second = worker.context.new_page()
    second.goto(first.url)
    for page in (first, second):
        if not page.locator(WORDS).is_visible():
            page.locator("#geld > summary").click()
    first.locator(WORDS).fill("De eerste tekst.")
    is_saved(first, "geld")
    second.locator(WORDS).fill("De tweede tekst.")
    expect(second.locator("#saved-geld")).to_contain_text("In een ander venster gewijzigd")
    second.locator("#saved-geld button").click()

    expect(second.locator("table")).to_contain_text("De eerste tekst.")
    expect(second.locator("table")).to_contain_text("De tweede tekst.")
    assert card("geld").said["words"] == "De eerste tekst."  # nothing is overwritten unseen
    second.locator(".wt-actions").get_by_text(keep).click()
    second.wait_for_load_state()
    wanted = "De tweede tekst." if keep.startswith("Mijn") else "De eerste tekst."
    expect(second.locator(WORDS)).to_have_value(wanted)
    assert card("geld").said["words"] == wanted
    second.close()


def test_a_dead_spot_loses_nothing_and_sends_once(worker: Screen, talk: KitchenTableTalk):
    page = begin(worker, talk)
    page.locator(WORDS).fill("Voor de dode hoek.")
    is_saved(page, "geld")
    before = card("geld").version
    with worker.unheard():  # the browser says that it has no line
        worker.context.set_offline(True)
        page.locator(WORDS).fill("In de dode hoek getypt.")
        page.locator(WISH).fill("Ook op een andere kaart.")
        expect(page.locator("#connection")).to_contain_text(BANNER)
        look(worker, "tafel-zonder-verbinding")
        page.wait_for_timeout(6000)  # it tries again and again, in vain
        assert "dode hoek getypt" not in str(card("geld").said)
        kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
        assert "getypt" not in kept  # in the memory of the page and nowhere else
        worker.context.set_offline(False)
        expect(page.locator("#connection")).to_be_hidden()
        page.wait_for_load_state("networkidle")

    assert card("geld").said["words"] == "In de dode hoek getypt."
    assert card("wonen").said["wish"] == "Ook op een andere kaart."
    assert card("geld").version == before + 1
    page.locator(WORDS).fill("En daarna gewoon verder.")
    page.wait_for_timeout(900)
    is_saved(page, "geld")
    assert card("geld").said["words"] == "En daarna gewoon verder."


def test_five_minutes_without_a_line_lose_nothing(worker: Screen, talk: KitchenTableTalk):
    worker.page.clock.install()
    page = begin(worker, talk)
    page.clock.run_for(1000)
    typed = [f"Zin {minute} in de dode hoek." for minute in range(5)]
    with worker.unheard():
        worker.context.set_offline(True)
        for minute in range(5):
            page.locator(WORDS).fill(" ".join(typed[: minute + 1]))
            page.clock.run_for(60_000)  # it tries again and again, in vain
            expect(page.locator("#connection")).to_contain_text(BANNER)
        assert card("geld").version == 1
        worker.context.set_offline(False)
        page.clock.run_for(10_000)
        expect(page.locator("#connection")).to_be_hidden()
        page.wait_for_load_state("networkidle")
    assert (card("geld").said["words"], card("geld").version) == (" ".join(typed), 2)


def test_an_answer_that_gets_lost_is_not_kept_twice(worker: Screen, talk: KitchenTableTalk):
    page = begin(worker, talk)
    lost: list[str] = []

    def lose_the_first_answer(route: Route) -> None:
        """The server hears it, the browser never hears back."""
        route.fetch()
        if lost:
            route.continue_()
            return
        lost.append(route.request.url)
        route.abort()

    with worker.unheard():
        page.route("**/geld/bewaren/", lose_the_first_answer)
        page.locator(WORDS).fill("Eén keer bewaard.")
        expect(page.locator("#connection")).to_contain_text(BANNER)
        page.unroute("**/geld/bewaren/")
        expect(page.locator("#connection")).to_be_hidden()
        page.wait_for_load_state("networkidle")
    assert (card("geld").version, card("geld").said["words"]) == (2, "Eén keer bewaard.")

    page.locator(WORDS).fill("En de volgende tekst ook.")
    page.wait_for_timeout(900)
    page.wait_for_load_state("networkidle")
    assert (card("geld").version, card("geld").said["words"]) == (3, "En de volgende tekst ook.")


def test_leaving_with_text_that_is_not_saved_asks_first(worker: Screen, talk: KitchenTableTalk):
    page, asked = begin(worker, talk), list[str]()
    with worker.unheard():
        worker.context.set_offline(True)
        page.locator(WORDS).fill("Nog niet bewaard.")
        expect(page.locator("#connection")).to_contain_text(BANNER)

        def stay(dialog: Any) -> None:
            asked.append(dialog.type)
            dialog.dismiss()

        page.once("dialog", stay)
        page.locator("a", has_text="Mijn werk").first.click(no_wait_after=True)
        page.wait_for_timeout(500)
        assert asked == ["beforeunload"]
        expect(page.locator(WORDS)).to_have_value("Nog niet bewaard.")
        worker.context.set_offline(False)
        expect(page.locator("#connection")).to_be_hidden()
