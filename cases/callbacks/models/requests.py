"""A promise to call a resident back, and the attempts to keep it."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from audit.guard import SubjectModel
from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models.lists import CallbackOutcome, CallbackSubject, Urgency
from cases.callbacks.models.selections import SELECTIONS
from cases.permissions import HANDLER, HANDLER_DEPUTY
from cases.residents.models import Resident
from clusters.models import HANDLING_ROLES, Cluster, Neighbourhood, Role, Team, User

QUESTION_LENGTH = 1000


class CallbackQuerySet(models.QuerySet["CallbackRequest"]):
    """Callback requests."""

    def visible_to(self, user: User) -> Self:
        """Scope: the list of one's teams; what one's own desk wrote; what is late (TB-11)."""
        role = user.acting_role
        if role in HANDLING_ROLES:
            seen = Q(team_id__in=user.team_ids) | user.on_minded_desk("handler")
            return self.filter(seen)
        if role in (Role.CONTACT_CENTRE, Role.HELP_DESK):
            return self.filter(registered_in_id__in=user.team_ids)
        if role == Role.GENERAL_MANAGER:
            return self.filter(SELECTIONS["te-laat"].at(timezone.now()))
        return self.none()

    def selected(self, code: str, at: datetime) -> Self:
        """The rows of one selection at a moment; an unknown code is "te doen"."""
        return self.filter(SELECTIONS.get(code, SELECTIONS["te-doen"]).at(at))

    def of_caller(self, mark: str) -> Self:
        """The open request of a caller, found by the mark of number and name."""
        return self.exclude(state=CallbackState.CLOSED).filter(caller_mark=mark)

    def for_worklist(self) -> Self:
        """Everything a row of the work list shows, in one query, most urgent first."""
        return (
            self.select_related("resident", "handler", "subject")
            .only(
                "state",
                "urgency",
                "due_at",
                "escalate_at",
                "paused_until",
                "closed_at",
                "first_attempt_at",
                "window_from",
                "window_until",
                "failed_attempts",
                "resident__name",
                "resident__is_anonymous",
                "resident__phone",
                "resident__may_be_called",
                "resident__hide_municipality",
                "resident__hide_number",
                "resident__call_from",
                "subject__label",
                "handler__first_name",
                "handler__last_name",
                "handler__username",
            )
            .order_by("due_at", "pk")
        )

    def for_detail(self) -> Self:
        """Everything the page of one request shows about the request itself."""
        return self.select_related(
            "resident", "team", "cluster", "handler", "subject", "outcome", "registered_by"
        )

    def for_status(self) -> Self:
        """What the contact centre may know: status and next moment, no content (S7)."""
        return (
            self.select_related("resident", "team", "handler")
            .only(
                "state",
                "urgency",
                "due_at",
                "escalate_at",
                "registered_at",
                "registered_in",
                "paused_until",
                "closed_at",
                "first_attempt_at",
                "failed_attempts",
                "resident__name",
                "resident__is_anonymous",
                "resident__address_secret",
                "team__name",
                "handler__first_name",
                "handler__last_name",
                "handler__username",
            )
            .order_by("-registered_at", "-pk")
        )

    def pseudonymised(self) -> Self:
        """What the algemeen manager may know: how late and with whom, never for which resident."""
        return (
            self.select_related("team", "handler")
            .only(
                "state",
                "urgency",
                "due_at",
                "escalate_at",
                "paused_until",
                "team__name",
                "handler__first_name",
                "handler__last_name",
                "handler__username",
                "resident_id",
            )
            .order_by("due_at", "pk")
        )


class PauseReason(models.TextChoices):
    """Why the resident moves first (TB-6)."""

    RESIDENT = "resident", "Inwoner belt of mailt zelf terug"
    AWAY = "away", "Inwoner is er tijdelijk niet"
    PAPERS = "papers", "Inwoner zoekt gegevens op"
    LETTER = "letter", "Brief gestuurd"
    VISIT = "visit", "Huisbezoek gepland"


class CallbackRequest(SubjectModel):
    """A promise to call a resident back before ``due_at`` (TEL-4).

    ``team`` must call, ``cluster`` is where it counts; for the tenth cluster these differ
    (CLU-8). ``escalate_at`` is twice the term. ``term_round`` grows with every new term.
    ``caller_mark`` is the same for the same number and name: two open requests cannot share one,
    so that two colleagues never call the same person. Empty for an anonymous caller.
    """

    audit_resident_field = "resident"

    resident = models.ForeignKey(Resident, models.PROTECT, related_name="callbacks")
    submission_key = models.UUIDField(unique=True, editable=False)
    registered_at = models.DateTimeField("vastgelegd op")
    registered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    registered_in = models.ForeignKey(Team, models.PROTECT, related_name="+")

    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, null=True, related_name="+")
    cluster = models.ForeignKey(Cluster, models.PROTECT, related_name="callbacks")
    team = models.ForeignKey(Team, models.PROTECT, related_name="callbacks")
    routing_reason = models.CharField("waarom dit team", max_length=300)

    subject = models.ForeignKey(CallbackSubject, models.PROTECT, related_name="+")
    question = models.TextField("vraag", max_length=QUESTION_LENGTH)
    urgency = models.CharField("urgentie", max_length=8, choices=Urgency.choices)
    window_from = models.DateTimeField("gewenst vanaf", null=True)
    window_until = models.DateTimeField("gewenst tot", null=True)
    caller_mark = models.CharField(max_length=64, null=True, editable=False)  # noqa: DJ001 - unique

    state = models.CharField(
        "status", max_length=8, choices=CallbackState.choices, default=CallbackState.WAITING
    )
    handler = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    due_at = models.DateTimeField("uiterlijk terugbellen")
    escalate_at = models.DateTimeField("twee keer de termijn")
    term_round = models.PositiveSmallIntegerField(default=1)
    paused_at = models.DateTimeField("gepauzeerd op", null=True)
    paused_until = models.DateTimeField("pauze tot", null=True)
    pause_reason = models.CharField(
        "reden van de pauze", max_length=10, choices=PauseReason.choices, blank=True
    )
    failed_attempts = models.PositiveSmallIntegerField("mislukte pogingen", default=0)
    first_attempt_at = models.DateTimeField("eerste poging", null=True)
    first_attempt_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    first_attempt_minutes = models.PositiveIntegerField("werkminuten tot eerste poging", null=True)
    outcome = models.ForeignKey(CallbackOutcome, models.PROTECT, null=True, related_name="+")
    outcome_note = models.TextField("toelichting bij de uitkomst", blank=True, max_length=2000)
    closed_at = models.DateTimeField("afgesloten op", null=True)

    objects = CallbackQuerySet.as_manager()

    class Meta:
        verbose_name = "terugbelverzoek"
        verbose_name_plural = "terugbelverzoeken"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=CallbackState.values), name="callback_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[CallbackState.WAITING, CallbackState.CLOSED])
                | Q(handler__isnull=False),
                name="callback_open_on_a_desk",
            ),
            models.CheckConstraint(
                condition=~Q(state=CallbackState.WAITING) | Q(handler__isnull=True),
                name="callback_waiting_on_no_desk",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=CallbackState.CLOSED, outcome__isnull=False, closed_at__isnull=False
                )
                | (
                    ~Q(state=CallbackState.CLOSED) & Q(outcome__isnull=True, closed_at__isnull=True)
                ),
                name="callback_closed_has_outcome",
            ),
            models.CheckConstraint(
                condition=Q(state=CallbackState.PAUSED, paused_until__isnull=False)
                | (~Q(state=CallbackState.PAUSED) & Q(paused_until__isnull=True)),
                name="callback_paused_has_end",
            ),
            models.CheckConstraint(
                condition=Q(escalate_at__gt=F("due_at")), name="callback_escalates_after_term"
            ),
            models.UniqueConstraint(
                fields=["caller_mark"],
                condition=~Q(state=CallbackState.CLOSED),
                name="callback_one_open_per_caller",
            ),
        ]
        indexes = [
            models.Index(
                fields=["team", "due_at", "id"],
                condition=~Q(state=CallbackState.CLOSED),
                name="callback_open_by_team",
            ),
            models.Index(
                fields=["handler", "due_at"],
                condition=~Q(state=CallbackState.CLOSED),
                name="callback_open_by_handler",
            ),
            models.Index(fields=["registered_in", "-registered_at"], name="callback_by_desk"),
            models.Index(fields=["team", "-closed_at", "-id"], name="callback_closed_by_team"),
            models.Index(fields=["team", "first_attempt_at"], name="callback_first_attempts"),
            models.Index(fields=["team", "-registered_at", "-id"], name="callback_came_to_team"),
        ]

    class Privacy:
        personal = ("resident", "caller_mark", "question", "outcome_note", "subject")
        purpose = "Een inwoner op tijd terugbellen (TEL-4)"
        retention = "een jaar na het afsluiten (security 7, voorstel)"

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """The number the caller hears."""
        return f"TB-{self.pk:06d}"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.state != CallbackState.CLOSED

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee to this request."""
        if self.handler_id in user.minded_ids:
            return frozenset({HANDLER_DEPUTY})
        return frozenset({HANDLER}) if self.handler_id == user.pk else frozenset()
