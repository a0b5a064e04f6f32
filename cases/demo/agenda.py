"""The meeting of two weeks ago in the demo city: what was settled, and three agreements (TEL-8)."""

from datetime import datetime, timedelta
from itertools import islice

from cases.agenda.services import Agreement, change_present, keep_agreement, tick_points
from cases.agenda.sources import PointRef, asked_for, late, unanswered
from cases.demo.cast import Cast
from cases.models import AgendaPoint, Meeting, PointKind
from clusters.models import User, working_calendar
from common.deadlines import local_day

AGO, AFTER_OPENING = timedelta(days=14), timedelta(minutes=90)
KEPT_AFTER = timedelta(days=3)
AGREED = (
    # what, days after the meeting before which, in days
    ("Wij schrijven één tekst over kwijtschelding, zodat het KCC die kan voorlezen.", 7),
    ("Het wijkteam zegt elke maandag in de kennisbank hoe lang de wachttijd is.", 10),
    ("Wij vragen de woningcorporatie om één nummer voor lekkages en storingen.", 19),
)


def create_agenda(*, cast: Cast, now: datetime) -> None:
    """Settle what waited two weeks ago; one agreement is kept, one is late and one still runs.

    Rules: none of its own; everything goes through the services.
    """
    by, at = cast.desk[0], _moment(now)
    waiting = _waiting(by, at)
    if not waiting:
        return
    owners = _owners(cast)
    for number, (text, days) in enumerate(AGREED):
        refs = waiting[number :: len(AGREED)]
        if refs:
            due_on = local_day(at) + timedelta(days=days)
            made = Agreement(text, owners[number % len(owners)], due_on)
            tick_points(refs=refs, agreement=made, by=by, at=at + number * AFTER_OPENING / 9)
    meeting = Meeting.objects.get(held_on=local_day(at))
    names = ", ".join(str(person) for person in dict.fromkeys([by, *owners]))
    change_present(meeting_id=meeting.pk, present=names[:300], was="", by=by)
    first = AgendaPoint.objects.to_do().filter(agreement=AGREED[0][0]).get()
    keep_agreement(point_id=first.pk, by=by, at=at + KEPT_AFTER)


def _moment(now: datetime) -> datetime:
    """The morning of a working day, two weeks ago or a little more."""
    calendar, day = working_calendar(), local_day(now) - AGO
    while not calendar.is_working_day(day):
        day -= timedelta(days=1)
    return calendar.span(day)[0] + AFTER_OPENING


def _waiting(by: User, at: datetime) -> list[PointRef]:
    """Everything that was on the agenda then."""
    rows = {
        PointKind.UNANSWERED: unanswered(by, at).filter(ended_at__lt=at),
        PointKind.ARTICLE: asked_for(by, at).filter(suggested_at__lt=at),
        PointKind.LATE: late(by, at).filter(registered_at__lt=at),
    }
    return [
        (kind.value, pk)
        for kind, found in rows.items()
        for pk in found.order_by("pk").values_list("pk", flat=True)
    ]


def _owners(cast: Cast) -> list[User]:
    """Somebody of the vraagbaak, of a wijkteam and of the desk."""
    workers = [people[0] for people in cast.workers.values()]
    return [*islice(cast.help_desk, 1), *islice(workers, 1), cast.desk[0]]
