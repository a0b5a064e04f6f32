"""The meeting in the test city: points of every kind, short and very long, and what was agreed."""

from datetime import timedelta

from django.utils import timezone

from cases.agenda.services import Agreement, change_present, keep_agreement, tick_points
from cases.agenda.sources import PointRef
from cases.models import AgendaPoint, CallbackSubject, Meeting, QuestionResult
from clusters.models import Team, User
from tests.factories.contacts import ContactFactory, ContactQuestionFactory
from tests.factories.knowledge import SuggestionFactory
from tests.journeys.city import LONG_NAME, LONG_WORD, QUESTIONS, RTL, City

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ARTICLES = (
    ("kwijtschelding waterschap", "Beller vroeg of dat via ons loopt."),
    ("parkeerkaart mantelzorger", ""),
    (LONG_NAME, RTL),
)


def furnish(city: City) -> None:
    """Points that wait, one meeting of two weeks ago and the one of today."""
    desk, by = Team.objects.get(code="kcc"), city.people["contact_centre"]
    texts = [text for _, text in QUESTIONS] * 3
    asked = [_question(desk, by, text, number) for number, text in enumerate(texts)]
    for number, text in enumerate((LONG_WORD[:1000], RTL, "")):
        _question(desk, by, text, number)
    for words, note in ARTICLES:
        SuggestionFactory(team=desk, suggested_by=by, words=words, note=note)
    _earlier(city, asked[:4])
    _today(city, asked[4:7])
    city.things["meeting-empty"] = Meeting.objects.create(
        held_on=timezone.localdate() - 28 * DAY, opened_by=by
    ).pk


def _question(desk: Team, by: User, text: str, number: int) -> PointRef:
    """A question that was passed on, some hours ago."""
    at = timezone.now() - (number + 1) * HOUR
    contact = ContactFactory(desk=desk, employee=by, opened_at=at)
    code = QUESTIONS[number % len(QUESTIONS)][0]
    row = ContactQuestionFactory(
        contact=contact,
        subject=CallbackSubject.objects.get(code=code),
        question=text,
        result=QuestionResult.REFERRED,
        referred_to="de woningcorporatie",
    )
    return ("unanswered", row.pk)


def _earlier(city: City, refs: list[PointRef]) -> None:
    """Three agreements: one kept, one late, one as long as it can be."""
    by, at = city.people["contact_centre"], timezone.now() - 14 * DAY
    agreed = (
        ("kept", Agreement("Eén tekst over kwijtschelding.", city.people["help_desk"])),
        (
            "late",
            Agreement(
                "Het wijkteam zegt elke maandag hoe lang de wachttijd is.",
                city.people["handler"],
                (at + 7 * DAY).date(),
            ),
        ),
        ("long", Agreement(LONG_WORD[:1000], city.people["long"], (at + 30 * DAY).date())),
    )
    for ref, (name, agreement) in zip(refs, agreed, strict=False):
        tick_points(refs=[ref], agreement=agreement, by=by, at=at)
        point = AgendaPoint.objects.get(kind=ref[0], object_id=ref[1])
        city.things[f"agreement-{name}"] = point.pk
    tick_points(refs=refs[3:], by=by, at=at)
    keep_agreement(point_id=city.things["agreement-kept"], by=by, at=at + DAY)
    meeting = Meeting.objects.get(held_on=at.date())
    change_present(meeting_id=meeting.pk, present="Noor, Kim en Sam", was="", by=by)
    city.things["meeting"] = meeting.pk


def _today(city: City, refs: list[PointRef]) -> None:
    """Some points of our own desk and one of another."""
    by, other = city.people["contact_centre"], city.people["idle_desk"]
    tick_points(refs=refs, by=by)
    elsewhere = _question(Team.objects.get(code="balie"), other, "Een vraag van elders.", 1)
    tick_points(refs=[elsewhere], by=other)
    city.things["meeting-today"] = Meeting.objects.get(held_on=timezone.localdate()).pk
