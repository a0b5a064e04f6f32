"""A task in a dossier: what, whose, and by which day."""

from datetime import date, datetime, time, timedelta
from typing import Self
from uuid import UUID, uuid4

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.functional import cached_property

from cases.dossiers.models import FileColleague, ResidentFile, SealedByFile
from cases.dossiers.models.files import WORKING_ROLES
from cases.residents.models import Resident
from cases.todos.lifecycle import TaskState
from clusters.models import Membership, Role, User
from common.deadlines import AMSTERDAM, local_day

LAST_MOMENT = timedelta(microseconds=1)
MORNING = time(8)


class Ahead(models.IntegerChoices):
    """How many days before the day of a task its owner is reminded."""

    SAME_DAY = 0, "Op de dag zelf"
    DAY = 1, "Een dag eerder"
    WEEK = 7, "Een week eerder"


def end_of(day: date) -> datetime:
    """The first moment after a day in Amsterdam: until then it can still be done in time."""
    return datetime.combine(day + timedelta(days=1), time(), AMSTERDAM)


def reminder_of(day: date, ahead: int) -> datetime:
    """The morning on which the owner is reminded."""
    return datetime.combine(day - timedelta(days=ahead), MORNING, AMSTERDAM)


def gone(day: date) -> models.QuerySet[User]:
    """Who can do no task any more: no account, or no role today in which one works in dossiers."""
    works = Membership.objects.running(day).filter(user=OuterRef("pk"), role__in=WORKING_ROLES)
    return User.objects.exclude(Exists(works))


class TaskQuerySet(models.QuerySet["Task"]):
    """Tasks."""

    def visible_to(self, user: User) -> Self:
        """Scope: only who works in the dossier, as casusregisseur or along (row 6)."""
        if user.acting_role not in WORKING_ROLES:
            return self.none()
        running = FileColleague.objects.running(timezone.localdate()).of(user)
        joined = Exists(running.filter(file=OuterRef("file")))
        return self.filter(user.on_desk("file__director") | Q(joined))

    def open(self) -> Self:
        """What must still be done."""
        return self.filter(state=TaskState.OPEN)

    def over(self) -> Self:
        """Done, or no longer needed."""
        return self.exclude(state=TaskState.OPEN)

    def mine(self, user: User) -> Self:
        """What this employee must do, the nearest day first."""
        rows = self.visible_to(user).open().filter(user.on_desk("owner"))
        return rows.order_by("due_at", "pk")

    def without_owner(self, day: date) -> Self:
        """Open, and of somebody who can do it no longer (TK-9)."""
        return self.open().filter(owner__in=gone(day))

    def with_look(self, day: date) -> Self:
        """Each with ``has_no_owner``, so that a list says it without another query."""
        here = gone(day).filter(pk=OuterRef("owner"))
        return self.annotate(has_no_owner=Exists(here))

    def to_assign(self, user: User) -> Self:
        """Of the teams this manager steers, what nobody does any more; the nearest day first."""
        if user.acting_role != Role.TEAM_MANAGER:
            return self.none()
        rows = self.without_owner(timezone.localdate()).filter(file__team_id__in=user.team_ids)
        return rows.order_by("due_at", "pk")

    def to_remind(self, at: datetime) -> Self:
        """Of which the morning of the reminder came and nobody was told."""
        return self.open().filter(remind_at__lte=at, reminded_at=None).order_by("remind_at", "pk")

    def orphaned(self, day: date) -> Self:
        """Of somebody who does not direct the dossier and does not work along today."""
        running = FileColleague.objects.running(day).filter(
            file=OuterRef("file"), employee=OuterRef("owner")
        )
        return self.open().exclude(owner=models.F("file__director")).filter(~Exists(running))


class Task(SealedByFile):
    """Something that one person of the dossier must do by a day (TK-1).

    ``content`` is what to do and ``ending`` what came of it, or why it was dropped; both sealed.
    ``due_at`` is the end of the day. ``remind_at`` is the morning on which the owner is told, once:
    then ``reminded_at`` is filled.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    file = models.ForeignKey(ResidentFile, models.PROTECT, related_name="tasks")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    owner = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="wie doet het")
    content = models.BinaryField("wat")
    due_at = models.DateTimeField("einde van de dag")
    ahead = models.PositiveSmallIntegerField(
        "herinnering", choices=Ahead.choices, default=Ahead.SAME_DAY
    )
    remind_at = models.DateTimeField("herinneren op")
    reminded_at = models.DateTimeField("herinnerd op", null=True)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField("gevraagd op")
    state = models.CharField(
        "status", max_length=7, choices=TaskState.choices, default=TaskState.OPEN
    )
    ending = models.BinaryField("wat ervan kwam", default=bytes)
    ended_at = models.DateTimeField("afgerond op", null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = "taak"
        verbose_name_plural = "taken"
        ordering = ["due_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=TaskState.OPEN, ended_at__isnull=True, ended_by__isnull=True)
                | Q(
                    state__in=[TaskState.DONE, TaskState.DROPPED],
                    ended_at__isnull=False,
                    ended_by__isnull=False,
                ),
                name="task_over_has_end",
            ),
            models.CheckConstraint(
                condition=~Q(state=TaskState.DROPPED) | ~Q(ending=b""),
                name="task_dropped_has_reason",
            ),
            models.CheckConstraint(condition=~Q(content=b""), name="task_has_words"),
            models.CheckConstraint(condition=Q(ahead__in=Ahead.values), name="task_reminder_known"),
        ]
        indexes = [
            models.Index(fields=["file", "state", "due_at", "id"], name="task_of_file"),
            models.Index(fields=["file", "ended_at", "id"], name="task_over_of_file"),
            models.Index(fields=["owner", "state", "due_at"], name="task_of_owner"),
            models.Index(
                fields=["remind_at", "id"],
                condition=Q(state=TaskState.OPEN, reminded_at__isnull=True),
                name="task_to_remind",
            ),
        ]

    class Privacy:
        personal = ("resident", "owner", "content", "ending", "asked_by", "ended_by")
        purpose = "Weten wie wat wanneer doet voor de inwoner (GES-4)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return f"taak van {self.owner}"

    @property
    def seal_id(self) -> UUID:
        """A task gets its number only when it is saved."""
        return self.uuid

    @property
    def is_open(self) -> bool:
        """Whether it must still be done."""
        return self.state == TaskState.OPEN

    @property
    def due_on(self) -> date:
        """The last day on which it is in time."""
        return local_day(self.due_at - LAST_MOMENT)

    @cached_property
    def outcome(self) -> str:
        """What came of it, or why it was dropped."""
        return self.opened("ending")

    def plan(self, day: date, ahead: int, at: datetime) -> None:
        """Set the day and the morning of the reminder; one that is over already does not come."""
        self.due_at, self.ahead = end_of(day), ahead
        self.remind_at = reminder_of(day, ahead)
        self.reminded_at = at if self.remind_at <= at else None
