"""The melding: a legal fact with a date of its own and a clock nobody can stop."""

from datetime import date, datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q

from audit.guard import SubjectModel
from cases.callbacks.models import CallbackRequest
from cases.intakes.lifecycle import OPEN_STATES, NotificationState
from cases.intakes.models.selections import SELECTIONS
from cases.permissions import HANDLER, HANDLER_DEPUTY, UNCLAIMED
from cases.residents.models import Resident
from clusters.models import HANDLING_ROLES, Team, User
from common.deadlines import local_day

QUESTION_LENGTH, REASON_LENGTH, NAME_LENGTH = 4000, 1000, 120
LAST_MOMENT = timedelta(microseconds=1)


class NotificationChannel(models.TextChoices):
    """How the melding reached us; the law asks no form (WMO 2.3.2 lid 1)."""

    CALL = "call", "Gesprek of telefoon"
    CALLBACK = "callback", "Terugbelverzoek"
    WALK_IN = "walk_in", "Inloopspreekuur"
    LETTER = "letter", "Brief of e-mail"
    PROFESSIONAL = "professional", "Andere professional"
    OUTREACH = "outreach", "Wij gingen zelf langs (outreach)"


class Reporter(models.TextChoices):
    """Who reported the need: the resident, or somebody on their behalf."""

    RESIDENT = "resident", "De inwoner zelf"
    FAMILY = "family", "Mantelzorger, familie of buren"
    REPRESENTATIVE = "representative", "Wettelijk vertegenwoordiger of gemachtigde"
    PROFESSIONAL = "professional", "Een andere professional"
    COLLEAGUE = "colleague", "Een medewerker van ons"


class NotificationQuerySet(models.QuerySet["WmoNotification"]):
    """Meldingen."""

    def visible_to(self, user: User) -> Self:
        """Scope: the meldingen of one's teams (security 3.3 row 5)."""
        if user.acting_role in HANDLING_ROLES:
            seen = Q(team_id__in=user.team_ids) | user.on_minded_desk("handler")
            return self.filter(seen)
        return self.none()

    def open(self) -> Self:
        """Not investigated, withdrawn or ended without follow-up."""
        return self.filter(state__in=OPEN_STATES)

    def selected(self, code: str, at: datetime) -> Self:
        """The rows of one selection at a moment; an unknown code is "open"."""
        return self.filter(SELECTIONS.get(code, SELECTIONS["open"]).at(at))

    def for_list(self) -> Self:
        """What a row of the list shows: the card without content, in one query (row 5: K)."""
        return (
            self.select_related("resident", "handler")
            .only(
                "state",
                "channel",
                "received_on",
                "due_at",
                "confirm_by",
                "is_urgent",
                "is_short",
                "urgent_due_at",
                "ended_at",
                "registered_at",
                "resident__name",
                "resident__is_anonymous",
                "handler__first_name",
                "handler__last_name",
                "handler__username",
            )
            .order_by("due_at", "pk")
        )

    def for_detail(self) -> Self:
        """Everything the page of one melding shows about the melding itself."""
        rows = self.select_related("resident", "team", "handler", "registered_by", "callback")
        rows = rows.select_related("support__supporter", "support_request")
        return rows.defer("support_request__pdf", "support_request__content")


class WmoNotification(SubjectModel):
    """A melding: somebody reports that a resident needs support (WMO 2.3.2 lid 1).

    ``received_on`` is the legal date and may lie before the day it was written down. ``due_at`` is
    the end of the last day of the six weeks; no field can stop it, because the law knows no
    suspension here. ``plan_until`` is the last day for the persoonlijk plan (lid 2), ``confirm_by``
    a service norm. The decision on the aanvraag has another date and another clock. ``is_short``
    says that a professional's assessment came with it (MAN-3); the clocks are the same.
    """

    audit_resident_field = "resident"

    resident = models.ForeignKey(Resident, models.PROTECT, related_name="notifications")
    submission_key = models.UUIDField(unique=True, editable=False)
    callback = models.OneToOneField(
        CallbackRequest, models.PROTECT, null=True, related_name="notification"
    )
    team = models.ForeignKey(Team, models.PROTECT, related_name="notifications")
    handler = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    registered_at = models.DateTimeField("vastgelegd op")
    registered_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    channel = models.CharField("kanaal", max_length=12, choices=NotificationChannel.choices)
    received_on = models.DateField("datum van de melding")
    reported_by = models.CharField("door wie", max_length=14, choices=Reporter.choices)
    reporter_name = models.CharField("naam van de melder", max_length=NAME_LENGTH, blank=True)
    question = models.TextField("vraag in eigen woorden", max_length=QUESTION_LENGTH)
    is_urgent = models.BooleanField("spoed", default=False)
    urgent_reason = models.TextField("reden van de spoed", max_length=REASON_LENGTH, blank=True)
    urgent_due_at = models.DateTimeField("tijdelijke voorziening uiterlijk", null=True)

    is_short = models.BooleanField("verkorte procedure", default=False)

    plan_until = models.DateField("persoonlijk plan tot en met")
    due_at = models.DateTimeField("einde van de zes weken")
    confirm_by = models.DateTimeField("bevestigen vóór")

    state = models.CharField(
        "status",
        max_length=13,
        choices=NotificationState.choices,
        default=NotificationState.RECEIVED,
    )
    confirmed_at = models.DateTimeField("bevestigd op", null=True)
    ended_at = models.DateTimeField("afgerond op", null=True)
    end_reason = models.TextField("reden", max_length=REASON_LENGTH, blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = "Wmo-melding"
        verbose_name_plural = "Wmo-meldingen"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=NotificationState.values), name="notification_state_known"
            ),
            models.CheckConstraint(
                condition=Q(is_urgent=True, urgent_due_at__isnull=False) & ~Q(urgent_reason="")
                | Q(is_urgent=False, urgent_due_at__isnull=True, urgent_reason=""),
                name="notification_urgent_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(reported_by=Reporter.RESIDENT, reporter_name="")
                | (~Q(reported_by=Reporter.RESIDENT) & ~Q(reporter_name="")),
                name="notification_reporter_has_name",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN_STATES, ended_at__isnull=True)
                | (~Q(state__in=OPEN_STATES) & Q(ended_at__isnull=False)),
                name="notification_ended_has_moment",
            ),
            models.CheckConstraint(
                condition=~Q(
                    state__in=[
                        NotificationState.CONFIRMED,
                        NotificationState.INVESTIGATING,
                        NotificationState.INVESTIGATED,
                    ]
                )
                | Q(confirmed_at__isnull=False, handler__isnull=False),
                name="notification_confirmed_by_handler",
            ),
            models.CheckConstraint(
                condition=Q(plan_until__gt=F("received_on")), name="notification_plan_after_melding"
            ),
        ]
        indexes = [
            models.Index(
                fields=["team", "due_at", "id"],
                condition=Q(state__in=OPEN_STATES),
                name="notification_open_by_team",
            ),
            models.Index(
                fields=["handler", "due_at"],
                condition=Q(state__in=OPEN_STATES),
                name="notification_open_by_handler",
            ),
            models.Index(fields=["team", "-ended_at", "-id"], name="notification_ended_by_team"),
            models.Index(
                fields=["team", "-registered_at", "-id"], name="notification_came_to_team"
            ),
        ]

    class Privacy:
        personal = ("resident", "reporter_name", "question", "urgent_reason", "end_reason")
        purpose = "Een melding bevestigen en op tijd onderzoeken (WMO 2.3.2)"
        retention = "vijftien jaar na de laatste wijziging (WMO 5.3.4 lid 1)"

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """The number in the letter."""
        return f"WM-{self.pk:06d}"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.state in OPEN_STATES

    @property
    def due_on(self) -> date:
        """The last day of the six weeks."""
        return local_day(self.due_at - LAST_MOMENT)

    @property
    def reporter(self) -> str:
        """Who reported it, with the name when it was not the resident."""
        label = Reporter(self.reported_by).label
        return f"{label}: {self.reporter_name}" if self.reporter_name else label

    def is_unconfirmed(self, at: datetime) -> bool:
        """Whether the confirmation should have gone out by now."""
        return self.state == NotificationState.RECEIVED and at > self.confirm_by

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee to this melding."""
        if self.handler_id is None:
            return frozenset({UNCLAIMED})
        if self.handler_id in user.minded_ids:
            return frozenset({HANDLER_DEPUTY})
        return frozenset({HANDLER}) if self.handler_id == user.pk else frozenset()
