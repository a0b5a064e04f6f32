"""One point in a few words, as far as an employee may know it (TEL-8)."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from cases.agenda.models import AgendaPoint, Meeting, PointKind
from cases.agenda.sources import PointRef, numbers_by_kind
from cases.callbacks.models import CallbackRequest
from cases.contacts.models import ContactQuestion, QuestionResult
from cases.knowledge.models import ArticleSuggestion
from clusters.models import User

MOST_ROWS = 500
HEADINGS = {
    PointKind.UNANSWERED: "Vragen",
    PointKind.ARTICLE: "Gevraagde artikelen",
    PointKind.LATE: "Te laat teruggebeld",
}
QUESTION_FIELDS = (
    "question",
    "result",
    "referred_to",
    "ended_at",
    "resident_id",
    "subject__label",
    "subject__code",
)


def counted(number: int, one: str, more: str) -> str:
    """A number with its word: "1 vraag", "9 vragen"."""
    return f"{number} {one if number == 1 else more}"


def why_unanswered(row: ContactQuestion) -> str:
    """In two words why a question is on the agenda."""
    if row.result == QuestionResult.REFERRED:
        return f"Doorverwezen naar {row.referred_to}"
    if row.result == QuestionResult.CALLBACK:
        return "Terugbelverzoek"
    return "Geen antwoord van de vraagbaak"


@dataclass(frozen=True)
class PointText:
    """A point in a few words, as far as this employee may know it."""

    about: str
    text: str
    resident_id: int | None = None
    is_mine: bool = True


NO_TEXT = "geen tekst vastgelegd"
ELSEWHERE = PointText("Van een andere balie", "", is_mine=False)


@dataclass(frozen=True)
class Minutes:
    """What was settled and agreed in one meeting: points with their lines."""

    meeting: Meeting
    rows: list[tuple[AgendaPoint, PointText]]

    @property
    def residents(self) -> set[int]:
        """The residents whose questions are in sight."""
        return {line.resident_id for _, line in self.rows if line.resident_id}

    @property
    def agreements(self) -> list[AgendaPoint]:
        """What was agreed."""
        return [point for point, _ in self.rows if point.agreement]

    @property
    def kinds(self) -> list[tuple[str, list[tuple[AgendaPoint, PointText]]]]:
        """The points, kind by kind."""
        found = [
            (HEADINGS[kind], [row for row in self.rows if row[0].kind == kind]) for kind in HEADINGS
        ]
        return [(heading, rows) for heading, rows in found if rows]

    @property
    def conclusion(self) -> str:
        """The meeting in one sentence."""
        made = self.agreements
        kept = sum(point.done_at is not None for point in made)
        text = counted(len(self.rows), "punt besproken", "punten besproken")
        if not made:
            return f"{text}, geen afspraken."
        return f"{text}, {counted(len(made), 'afspraak', 'afspraken')}, {kept} nagekomen."

    @property
    def is_cut(self) -> bool:
        """Whether there may be more points than are in sight."""
        return len(self.rows) == MOST_ROWS

    @property
    def is_today(self) -> bool:
        """Whether a point can still be put back."""
        return self.meeting.held_on == timezone.localdate()


def lines_of(user: User, refs: Iterable[PointRef]) -> dict[PointRef, PointText]:
    """A line for every point; of another desk only that it is there. At most three queries."""
    found: dict[PointRef, PointText] = dict.fromkeys(refs, ELSEWHERE)
    numbers = numbers_by_kind(found)
    if pks := numbers[PointKind.UNANSWERED]:
        questions = ContactQuestion.objects.visible_to(user).filter(pk__in=pks)
        for row in questions.select_related("subject").only(*QUESTION_FIELDS):
            line = PointText(str(row.subject), row.question or NO_TEXT, row.resident_id)
            found[PointKind.UNANSWERED, row.pk] = line
    if pks := numbers[PointKind.ARTICLE]:
        for asked in ArticleSuggestion.objects.visible_to(user).filter(pk__in=pks):
            found[PointKind.ARTICLE, asked.pk] = PointText("Artikel", asked.words)
    if pks := numbers[PointKind.LATE]:
        mine = CallbackRequest.objects.visible_to(user).filter(pk__in=pks)
        for pk in mine.values_list("pk", flat=True):
            found[PointKind.LATE, pk] = PointText(
                "Terugbelverzoek", CallbackRequest(pk=pk).reference
            )
    return found


def minutes_of(user: User, meeting_id: int) -> Minutes | None:
    """One meeting with its points, oldest first; None when it does not exist. At most five queries.

    The points bring their meeting along; only a meeting without any is asked for by itself.
    """
    meetings = Meeting.objects.visible_to(user).filter(pk=meeting_id)
    points = AgendaPoint.objects.visible_to(user).filter(meeting__in=meetings)
    points = points.select_related("meeting", "owner", "ticked_by")
    found = list(points.order_by("ticked_at", "pk")[:MOST_ROWS])
    meeting = found[0].meeting if found else meetings.first()
    if meeting is None:
        return None
    lines = lines_of(user, [(point.kind, point.object_id) for point in found])
    return Minutes(meeting, [(point, lines[point.kind, point.object_id]) for point in found])
