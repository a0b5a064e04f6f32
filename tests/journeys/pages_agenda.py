"""The pages of the meeting, and what is done on them before they are looked at."""

from django.utils import timezone

from cases.agenda.services import change_present, undo_tick
from cases.models import AgendaPoint, Meeting
from tests.journeys.city import City
from tests.journeys.page_case import PageCase
from tests.journeys.stage import Screen

DESK = "contact_centre"


def choose(screen: Screen, city: City) -> None:
    """Tick three boxes, of which one is a whole subject."""
    screen.page.locator('input[name="subjects"]').first.check()
    screen.page.locator('input[value^="article:"]').first.check()
    screen.page.locator('input[value^="late:"]').first.check()


def agree(screen: Screen, city: City) -> None:
    """Go on to the page of the agreement."""
    choose(screen, city)
    screen.page.get_by_role("button", name="Afspraak maken").click()
    screen.page.get_by_role("heading", name="Afspraak maken").wait_for()


def agree_wrongly(screen: Screen, city: City) -> None:
    """Nothing is filled in."""
    agree(screen, city)
    screen.page.get_by_role("button", name="Afvinken met deze afspraak").click()
    screen.page.locator(".wt-error-summary").wait_for()


def tick_one(screen: Screen, city: City) -> None:
    """Settle an article; the city has it back before the next who looks."""
    screen.page.locator('input[value^="article:"]').first.check()
    screen.page.get_by_role("button", name="Afvinken", exact=True).click()
    screen.page.get_by_text("1 punt afgevinkt.").wait_for()
    made = AgendaPoint.objects.filter(kind="article", ticked_at__date=timezone.localdate())
    undo_tick(point_id=made.latest("pk").pk, by=city.people[DESK])


def be_second(screen: Screen, city: City) -> None:
    """A colleague writes down who were there while the page is open."""
    by, meeting = city.people["help_desk"], Meeting.objects.get(pk=city.things["meeting-today"])
    change = {"meeting_id": meeting.pk, "by": by}
    change_present(**change, present="Yasmina", was=meeting.present)
    screen.page.get_by_label("Aanwezig").fill("Noor en Kim")
    screen.page.get_by_role("button", name="Namen bewaren").click()
    screen.page.locator(".wt-error-summary").wait_for()
    change_present(**change, present="", was="Yasmina")


PAGES: tuple[PageCase, ...] = (
    PageCase("overleg", "agenda", DESK, prints=True),
    PageCase("overleg-aangekruist", "agenda", DESK, then=choose),
    PageCase("overleg-afgevinkt", "agenda", DESK, then=tick_one),
    PageCase("overleg-andere-balie", "agenda", "idle_desk"),
    PageCase("overleg-onderwerp", "agenda-subject", DESK, "geld"),
    PageCase("overleg-onderwerp-leeg", "agenda-subject", "idle_desk", "geld"),
    PageCase("afspraak-maken", "agenda", DESK, then=agree, shows="Afspraak maken"),
    PageCase("afspraak-maken-fouten", "agenda", DESK, then=agree_wrongly, shows="Fout: "),
    PageCase("afspraak-te-laat", "agreement-detail", "handler", "agreement-late"),
    PageCase("afspraak-nagekomen", "agreement-detail", DESK, "agreement-kept"),
    PageCase("afspraak-lang", "agreement-detail", DESK, "agreement-long"),
    PageCase("overleg-van-toen", "meeting-detail", DESK, "meeting", prints=True),
    PageCase("overleg-van-vandaag", "meeting-detail", DESK, "meeting-today"),
    PageCase("overleg-zonder-punten", "meeting-detail", DESK, "meeting-empty"),
    PageCase(
        "overleg-tegelijk", "meeting-detail", DESK, "meeting-today", then=be_second, shows="Fout: "
    ),
)
NO_PAGE: dict[str, str] = {
    "agenda-tick": "an act: back to the agenda; the page of the agreement is looked at there",
    "agenda-done": "an act: back to the agenda or the agreement",
    "agenda-undo": "an act: back to the agenda",
    "meeting-present": "an act: back to the meeting; its errors are looked at there",
}
