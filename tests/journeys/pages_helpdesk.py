"""The pages of the vraagbaak, and what is done on them before they are looked at."""

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from cases.models import HelpQuestion
from tests.journeys.city import City
from tests.journeys.city_helpdesk import ME, TWO_ROLES, change, withdraw
from tests.journeys.page_case import PageCase, send, wrong
from tests.journeys.stage import Screen

DESK, PLANNER = "contact_centre", "application_manager"
BOX = "Antwoord om voor te lezen"
TYPED = "Ja, dat mag. Bel eerst de school, dan verwachten zij u."


def see_nothing(screen: Screen, city: City) -> None:
    """Look at the queue of a quiet day; afterwards everything is as it was."""
    screen.page.route("**/vraagbaak/wachtenden/**", lambda route: route.fulfill(status=204))
    rows = list(HelpQuestion.objects.all())
    HelpQuestion.objects.update(state="withdrawn", answer="", ended_at=timezone.now())
    screen.page.reload()
    for row in rows:
        row.save()
    expect(screen.page.get_by_text("Er wacht nu niemand")).to_be_visible()


def open_answered(screen: Screen, city: City) -> None:
    """Unfold what was answered today, the longest as well."""
    for fold in screen.page.locator("main details > summary").all():
        fold.click()


def hang_up(screen: Screen, city: City) -> None:
    """The caller is gone while the vraagbaak types; the page says so and leaves the cursor."""
    box = screen.page.get_by_label(BOX)
    box.fill(TYPED)
    withdraw(city, "help-hung-up")
    screen.page.locator("#asked strong").get_by_text("De beller wacht niet meer.").wait_for()
    expect(box).to_have_value(TYPED)
    expect(box).to_be_focused()


def answer_too_late(screen: Screen, city: City) -> None:
    """The caller hangs up while the answer is typed; the text stays."""
    withdraw(city, "help-late")
    _answer_in_vain(screen, city)


def answer_what_changed(screen: Screen, city: City) -> None:
    """The question changes while the answer is typed; both stand on the page."""
    change(city, "help-changed", "Betaalt de gemeente een traplift in een eigen huis?")
    _answer_in_vain(screen, city)
    expect(screen.page.get_by_text("in een eigen huis")).to_be_visible()


def lose_the_role(screen: Screen, city: City) -> None:
    """Another role was chosen in another tab while the answer was typed."""
    screen.page.get_by_label(BOX).fill(TYPED)
    other = screen.context.new_page()
    other.goto(screen.site + reverse("role-switch"))
    other.get_by_label("KCC-medewerker").check()
    other.locator("main form button").last.click()
    other.wait_for_load_state()
    other.close()
    send(screen, city)
    expect(screen.page.get_by_text(TYPED)).to_be_visible()


def _answer_in_vain(screen: Screen, city: City) -> None:
    """Answer at once, before the page hears of it by itself."""
    screen.page.get_by_label(BOX).fill(TYPED)
    send(screen, city)
    expect(screen.page.get_by_label(BOX)).to_have_value(TYPED)


ANSWER = PageCase("vraagbaak-antwoord", "help-question", ME, "help-mine")
ROSTER = PageCase("rooster", "duty-roster", PLANNER, prints=True)
PAGES: tuple[PageCase, ...] = (
    PageCase("vraagbaak", "help-desk", ME),
    PageCase("vraagbaak-antwoorden", "help-desk", ME, then=open_answered),
    PageCase("vraagbaak-leeg", "help-desk", ME, then=see_nothing),
    PageCase("vraagbaak-wacht", "help-question", ME, "help-waiting"),
    ANSWER,
    wrong(ANSWER),
    PageCase("vraagbaak-collega", "help-question", ME, "help-theirs"),
    PageCase("vraagbaak-beantwoord", "help-question", ME, "help-answered"),
    PageCase("vraagbaak-beantwoord-lang", "help-question", ME, "help-answered-long"),
    PageCase("vraagbaak-ingetrokken", "help-question", ME, "help-withdrawn"),
    PageCase("vraagbaak-lang", "help-question", ME, "help-long"),
    PageCase("vraagbaak-rtl", "help-question", ME, "help-rtl"),
    PageCase("vraagbaak-opgehangen", "help-question", ME, "help-hung-up", then=hang_up),
    PageCase(
        "vraagbaak-te-laat", "help-question", ME, "help-late", then=answer_too_late, shows="Fout: "
    ),
    PageCase(
        "vraagbaak-veranderd",
        "help-question",
        ME,
        "help-changed",
        then=answer_what_changed,
        shows="Fout: ",
    ),
    PageCase(
        "vraagbaak-andere-rol",
        "help-question",
        TWO_ROLES,
        "help-keep",
        role="help_desk",
        then=lose_the_role,
    ),
    ROSTER,
    wrong(ROSTER),
    PageCase("rooster-vraagbaak", "duty-roster", ME),
    PageCase("rooster-kcc", "duty-roster", DESK),
    PageCase("rooster-voorbij", "duty-roster", PLANNER, query="?week=2026-11-02"),
    PageCase("rooster-kerst", "duty-roster", PLANNER, query="?week=2026-12-21"),
)
NO_PAGE: dict[str, str] = {
    "help-desk-queue": "a fragment: the lists of the queue, looked at on that page",
    "help-question-take": "an act: on to the question",
    "duty-plan": "an act: back to the roster, which shows its errors",
    "duty-copy": "an act: back to the roster",
    "duty-drop": "an act: back to the roster",
}
