"""Who is on duty as vraagbaak, and the questions put to them while a caller holds the line."""

import hashlib
from datetime import datetime, time
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from cases.callbacks.models import CallbackSubject
from cases.callbacks.models.requests import QUESTION_LENGTH
from cases.helpdesk.lifecycle import OPEN_STATES, HelpState
from clusters.models import Membership, Role, Team, User
from common.deadlines import AMSTERDAM

ANSWER_LENGTH = 2000
SECONDS_PER_MINUTE = MINUTES_PER_HOUR = 60


class DayPart(models.TextChoices):
    """A dagdeel: before or after the middle of the day (``settings.DAY_PART_SPLIT``)."""

    MORNING = "ochtend", "ochtend"
    AFTERNOON = "middag", "middag"


def day_part_of(moment: datetime) -> DayPart:
    """The dagdeel of a moment, on the clock of Amsterdam."""
    clock: time = moment.astimezone(AMSTERDAM).time()
    return DayPart.MORNING if clock < settings.DAY_PART_SPLIT else DayPart.AFTERNOON


class DutyShiftQuerySet(models.QuerySet["DutyShift"]):
    """Dagdelen of the vraagbaak."""

    def with_role(self) -> Self:
        """Marked with ``holds_role``: whether that person is vraagbaak on that very day."""
        day: Any = OuterRef("day")
        roles = Membership.objects.running(day).filter(role=Role.HELP_DESK)
        return self.annotate(holds_role=Exists(roles.filter(user_id=OuterRef("person_id"))))

    def held(self) -> Self:
        """Shifts of people who are vraagbaak on that very day."""
        return self.with_role().filter(holds_role=True)

    def on_duty(self, at: datetime) -> Self:
        """Shifts of this very dagdeel, of people who still hold the role."""
        day = timezone.localdate(at)
        return self.held().filter(day=day, part=day_part_of(at))


class DutyShift(models.Model):
    """One employee is vraagbaak at the contact centre during one dagdeel (TEL-6)."""

    person = models.ForeignKey(
        User, models.PROTECT, related_name="duty_shifts", verbose_name="medewerker"
    )
    day = models.DateField("dag")
    part = models.CharField("dagdeel", max_length=8, choices=DayPart.choices)

    objects = DutyShiftQuerySet.as_manager()

    class Meta:
        verbose_name = "dienst van de vraagbaak"
        verbose_name_plural = "diensten van de vraagbaak"
        ordering = ["day", "-part", "person"]
        constraints = [
            models.UniqueConstraint(fields=["day", "part", "person"], name="duty_shift_once"),
            models.CheckConstraint(condition=Q(part__in=DayPart.values), name="duty_part_known"),
        ]

    class Privacy:
        personal = ("person",)
        purpose = "Weten wie nu vraagbaak is (TEL-6)"
        retention = "twee jaar"

    def __str__(self) -> str:
        return f"{self.person}, {self.day:%d-%m-%Y} {self.part}"


class HelpQuestionQuerySet(models.QuerySet["HelpQuestion"]):
    """Questions to the vraagbaak."""

    def visible_to(self, user: User) -> Self:
        """Every vraagbaak sees every question; who asked sees their own."""
        if user.acting_role == Role.HELP_DESK:
            return self.all()
        if user.acting_role == Role.CONTACT_CENTRE:
            return self.filter(asked_by=user)
        return self.none()

    def open(self) -> Self:
        """Not answered and not withdrawn."""
        return self.filter(state__in=OPEN_STATES)


class HelpQuestion(models.Model):
    """One question of a running call, put to whoever is on duty; without who the caller is.

    ``call_id`` and ``position`` name the call and the question in it; the call itself is a
    draft that goes, the question and its answer stay.
    """

    call_id = models.UUIDField("gesprek", editable=False)
    position = models.PositiveSmallIntegerField("vraag in het gesprek")
    desk = models.ForeignKey(Team, models.PROTECT, related_name="+")
    subject = models.ForeignKey(CallbackSubject, models.PROTECT, null=True, related_name="+")
    question = models.TextField("vraag", max_length=QUESTION_LENGTH)
    asked_at = models.DateTimeField("gevraagd op")
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    state = models.CharField(
        "status", max_length=9, choices=HelpState.choices, default=HelpState.ASKED
    )
    taken_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    taken_at = models.DateTimeField("opgepakt op", null=True)
    answer = models.TextField("antwoord", max_length=ANSWER_LENGTH, blank=True)
    ended_at = models.DateTimeField("beantwoord of ingetrokken op", null=True)

    objects = HelpQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = "vraag aan de vraagbaak"
        verbose_name_plural = "vragen aan de vraagbaak"
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=HelpState.values), name="help_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[HelpState.TAKEN, HelpState.ANSWERED])
                | Q(taken_by__isnull=False),
                name="help_taken_by_somebody",
            ),
            models.CheckConstraint(
                condition=(Q(state=HelpState.ANSWERED) & ~Q(answer=""))
                | (~Q(state=HelpState.ANSWERED) & Q(answer="")),
                name="help_answered_has_answer",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN_STATES, ended_at__isnull=True)
                | (~Q(state__in=OPEN_STATES) & Q(ended_at__isnull=False)),
                name="help_ended_has_moment",
            ),
            models.UniqueConstraint(
                fields=["call_id", "position"],
                condition=Q(state__in=OPEN_STATES),
                name="help_one_open_per_question",
            ),
        ]
        indexes = [
            models.Index(fields=["asked_at"], condition=Q(state__in=OPEN_STATES), name="help_open"),
            models.Index(fields=["call_id"], name="help_by_call"),
        ]

    class Privacy:
        personal = ("question", "answer", "asked_by", "taken_by")
        purpose = "Een beller in één gesprek antwoord geven (TEL-6, TEL-7)"
        retention = "een jaar na het antwoord"

    def __str__(self) -> str:
        return f"vraag {self.pk}"

    @property
    def stamp(self) -> str:
        """What was asked, as a short digest: a page sends it back to say what it showed."""
        return hashlib.sha256(f"{self.subject_id}:{self.question}".encode()).hexdigest()[:16]

    @property
    def waiting(self) -> str:
        """How long the caller has been waiting, in whole minutes, as the screen says it."""
        seconds = (timezone.now() - self.asked_at).total_seconds()
        minutes = max(0, int(seconds // SECONDS_PER_MINUTE))
        if minutes == 0:
            return "net gevraagd"
        if minutes >= MINUTES_PER_HOUR:
            return "langer dan een uur"
        return f"{minutes} {'minuut' if minutes == 1 else 'minuten'}"
