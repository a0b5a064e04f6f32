"""The agenda as a page shows it: four queries, and the residents that come into sight (TEL-8)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Count, F, Max, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from cases.agenda.lines import MOST_ROWS, QUESTION_FIELDS, counted
from cases.agenda.models import Meeting
from cases.agenda.sources import asked_for, late, unanswered
from cases.callbacks.models import CallbackRequest, CallbackSubject
from cases.callbacks.models.lights import working_span
from cases.callbacks.models.status import status_line, team_to_name
from cases.contacts.models import ContactQuestion
from cases.knowledge.models import ArticleSuggestion
from clusters.models import User, working_calendar

SHOWN = 10  # questions of one subject on the agenda
MEETINGS = 6  # earlier meetings in sight
TO_DO_FIELDS = (
    "pk",
    "held_on",
    "settled",
    "to_do__pk",
    "to_do__agreement",
    "to_do__due_on",
    "to_do__owner__first_name",
    "to_do__owner__last_name",
    "to_do__owner__username",
)
LATE_FIELDS = (
    "state",
    "due_at",
    "first_attempt_at",
    "registered_at",
    "paused_until",
    "closed_at",
    "failed_attempts",
    "resident__address_secret",
    "team__name",
    "handler__first_name",
    "handler__last_name",
    "handler__username",
)


@dataclass(frozen=True)
class SubjectQuestions:
    """The open questions about one subject: how many, and the newest of them."""

    subject: CallbackSubject
    count: int
    newest: int
    rows: list[ContactQuestion]


@dataclass(frozen=True)
class LateLine:
    """A request that was or is late: number, team, how late, how it stands; nothing of whom."""

    callback: CallbackRequest
    team: str
    how_late: str
    status: str


@dataclass(frozen=True)
class ToDo:
    """An agreement that is not kept yet."""

    point_id: int
    agreement: str
    owner: str
    due_on: date | None
    held_on: date
    meeting_id: int
    is_late: bool


@dataclass(frozen=True)
class Held:
    """A meeting and how many points were settled in it."""

    pk: int
    held_on: date
    settled: int

    @property
    def settled_text(self) -> str:
        """How many points, in words."""
        return counted(self.settled, "punt", "punten") if self.settled else "geen punten"


@dataclass(frozen=True)
class Agenda:
    """Everything on the page of the agenda."""

    subjects: list[SubjectQuestions]
    articles: list[ArticleSuggestion]
    article_count: int
    late: list[LateLine]
    late_count: int
    to_do: list[ToDo]
    meetings: list[Held]
    residents: set[int] = field(default_factory=set)

    @property
    def question_count(self) -> int:
        """How many questions, whether in sight or not."""
        return sum(group.count for group in self.subjects)

    @property
    def count(self) -> int:
        """How many points."""
        return self.question_count + self.article_count + self.late_count

    @property
    def late_agreements(self) -> int:
        """How many agreements are past their day."""
        return sum(row.is_late for row in self.to_do)

    @property
    def conclusion(self) -> str:
        """The agenda in one sentence."""
        if not self.count:
            return "Er zijn geen punten: alles is besproken."
        parts = [
            counted(self.question_count, "vraag", "vragen") if self.question_count else "",
            counted(self.article_count, "artikel", "artikelen") if self.article_count else "",
            f"{self.late_count} te laat" if self.late_count else "",
        ]
        verb = "is" if self.count == 1 else "zijn"
        points = counted(self.count, "punt", "punten")
        return f"Er {verb} {points}: {', '.join(part for part in parts if part)}."

    @property
    def late_conclusion(self) -> str:
        """What should have been kept by now, in one sentence; empty when nothing should."""
        number = self.late_agreements
        return f"{counted(number, 'afspraak is', 'afspraken zijn')} te laat." if number else ""

    @property
    def period(self) -> str:
        """How far back questions and late requests go."""
        return f"laatste {settings.AGENDA_WEEKS} weken"

    @property
    def today(self) -> Held | None:
        """The meeting of today, once somebody ticked something off."""
        day = timezone.localdate()
        return next((row for row in self.meetings if row.held_on == day), None)

    @property
    def earlier(self) -> list[Held]:
        """The last meetings before today."""
        return self._before()[:MEETINGS]

    @property
    def long_ago(self) -> list[Held]:
        """The meetings before those."""
        return self._before()[MEETINGS:]

    def _before(self) -> list[Held]:
        day = timezone.localdate()
        return [row for row in self.meetings if row.held_on != day]


def agenda_for(user: User, at: datetime) -> Agenda:
    """The whole agenda in four queries."""
    groups = _questions(user, at)
    articles = list(_with_total(asked_for(user, at).select_related("team")))
    requests = list(_with_total(_late_rows(late(user, at))))
    meetings, to_do = _meetings(user, at)
    shown = [row for group in groups for row in group.rows]
    return Agenda(
        subjects=groups,
        articles=articles,
        article_count=articles[0].total if articles else 0,  # type: ignore[attr-defined]
        late=[_late_line(row, at) for row in requests],
        late_count=requests[0].total if requests else 0,
        to_do=to_do,
        meetings=meetings,
        residents={row.resident_id for row in (*shown, *requests) if row.resident_id},
    )


def question_rows(user: User, at: datetime) -> Any:
    """Open questions with what a line shows; never who asked."""
    rows = unanswered(user, at).select_related("subject")
    return rows.only(*QUESTION_FIELDS)


def _questions(user: User, at: datetime) -> list[SubjectQuestions]:
    """The newest questions of every subject, the subject with the most questions first."""
    same = F("subject_id")
    rows = question_rows(user, at).annotate(
        place=Window(RowNumber(), partition_by=same, order_by=["-ended_at", "-pk"]),
        total=Window(Count("pk"), partition_by=same),
        newest=Window(Max("pk"), partition_by=same),
    )
    groups: dict[int, list[Any]] = {}
    for row in rows.filter(place__lte=SHOWN).order_by("-ended_at", "-pk"):
        groups.setdefault(row.subject_id, []).append(row)
    found = [
        SubjectQuestions(first.subject, first.total, first.newest, group)
        for group in groups.values()
        for first in group[:1]
    ]
    return sorted(found, key=lambda each: (-each.count, str(each.subject)))


def _with_total(rows: Any) -> Any:
    """The oldest rows, each knowing how many there are."""
    return rows.annotate(total=Window(Count("pk")))[: settings.PAGE_SIZE]


def _late_rows(rows: Any) -> Any:
    return rows.select_related("resident", "team", "handler").only(*LATE_FIELDS)


def _late_line(row: CallbackRequest, at: datetime) -> LateLine:
    """How late the first attempt came; without one, how late it is by now."""
    calendar = working_calendar()
    tried = row.first_attempt_at
    until = tried if tried is not None and tried > row.due_at else at
    how_late = working_span(row.due_at, until, calendar)
    return LateLine(row, team_to_name(row), how_late, status_line(row, at))


def _meetings(user: User, at: datetime) -> tuple[list[Held], list[ToDo]]:
    """The meetings, newest first, and what is still to be kept, most pressing first."""
    rows: Any = Meeting.objects.visible_to(user).with_to_do()
    rows = rows.values_list(*TO_DO_FIELDS).order_by("-held_on", "to_do__pk")
    held: dict[int, Held] = {}
    to_do = []
    for pk, day, settled, point_id, agreement, due_on, *owner in rows[:MOST_ROWS]:
        held[pk] = Held(pk, day, settled or 0)
        if point_id is not None:
            is_late = due_on is not None and due_on < timezone.localdate(at)
            person = _name(owner)
            to_do.append(ToDo(point_id, agreement, person, due_on, day, pk, is_late))
    to_do.sort(key=lambda each: (each.due_on or date.max, each.point_id))
    return list(held.values()), to_do


def _name(parts: Sequence[str]) -> str:
    first, last, username = parts
    return f"{first} {last}".strip() or username
