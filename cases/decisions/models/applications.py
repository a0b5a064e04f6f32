"""The aanvraag: a legal fact with its own date and its own two weeks (WMO 2.3.2 lid 9, 2.3.5)."""

from datetime import date, datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property

from audit.guard import SubjectModel
from cases.decisions.lifecycle import RUNNING, ApplicationState
from cases.decisions.models.revising import RevisionGround
from cases.dossiers.models import ResidentFile
from cases.intakes.models import WmoNotification
from cases.permissions import APPLICATION_READER, DECIDER, DECIDER_DEPUTY, SECOND
from cases.residents.models import Resident
from cases.talks.models import ReportVersion
from clusters.models import Role, Team, User
from common.deadlines import local_day
from common.sealing import Envelope, new_data_key

READING_ROLES = frozenset({Role.TEAM_WORKER, Role.CITY_HALL_TEAM})
"""Roles that work on an aanvraag; whoever has it on the desk reads what is in it (row 6)."""
STEERING_ROLES = frozenset({Role.TEAM_MANAGER})
LAST_MOMENT = timedelta(microseconds=1)


class Ground(models.TextChoices):
    """Why there is something to decide."""

    REPORT = "report", "Ondertekend verslag"
    FORM = "form", "Aanvraag na het verslag"
    SIX_WEEKS = "six_weeks", "Aanvraag omdat het onderzoek niet op tijd klaar was"
    URGENT = "urgent", "Spoed: tijdelijke voorziening zonder aanvraag"
    REVISION = "revision", "Wijziging of intrekking van een eerder besluit"


BESIDE = (Ground.URGENT, Ground.REVISION)
"""Grounds that run beside the aanvraag of a melding."""


class ApplicationQuerySet(models.QuerySet["Application"]):
    """Aanvragen."""

    def visible_to(self, user: User) -> Self:
        """Scope: the team that has it now, and the team whose melding it came from."""
        if user.acting_role not in READING_ROLES | STEERING_ROLES:
            return self.none()
        seen = Q(desk_id__in=user.team_ids) | Q(team_id__in=user.team_ids)
        return self.filter(seen | user.on_minded_desk("handler"))

    def running(self) -> Self:
        """Those whose clock runs."""
        return self.filter(state__in=RUNNING)

    def for_list(self) -> Self:
        """What a row of the list shows; no content (row 5: K)."""
        rows = self.select_related("resident", "handler", "desk", "second")
        return rows.prefetch_related("pauses").order_by("due_at", "pk")

    def on_desk_of(self, user: User) -> Self:
        """What this employee must decide, or look at as the second person."""
        mine = Q(user.on_desk("handler"), state__in=RUNNING)
        return self.filter(mine | Q(second=user, state=ApplicationState.OFFERED))

    def to_remind(self, at: datetime, until: datetime) -> Self:
        """Those that must be decided soon, of which nobody was told yet."""
        soon = self.running().filter(due_at__gt=at, due_at__lte=until)
        return soon.filter(reminded_at__isnull=True)

    def to_warn(self, at: datetime) -> Self:
        """Those past their term, of which the manager was not told yet."""
        return self.running().filter(due_at__lte=at, warned_at__isnull=True)


class Application(SubjectModel):
    """Something to decide for a resident: an aanvraag, or a temporary provision without one.

    Changing or withdrawing a decision is one too: ``revises`` is the decision that was sent, and
    ``revision_ground`` why. Only at the request of the resident is its term one of the law.

    ``received_on`` is the legal date and ``due_at`` the end of the last day of the two weeks, later
    by every day that the term stood still; of a temporary provision it is the urgent norm.
    ``team`` is that of the melding, ``desk`` the team that has it now: passing it on moves no term.
    ``promised_on`` is the day that was named when two weeks were not enough (AWB 4:14 lid 1); it
    does not move the end. ``data_key`` is the key of everything written about it.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, editable=False)
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="applications")
    notification = models.ForeignKey(
        WmoNotification, models.PROTECT, related_name="applications", verbose_name="melding"
    )
    report = models.ForeignKey(
        ReportVersion, models.PROTECT, null=True, related_name="+", verbose_name="verslag"
    )
    file = models.ForeignKey(
        ResidentFile, models.PROTECT, null=True, related_name="applications", verbose_name="dossier"
    )
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    desk = models.ForeignKey(Team, models.PROTECT, related_name="applications")
    handler = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    second = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ground = models.CharField("waarom", max_length=9, choices=Ground.choices)
    revises = models.ForeignKey(
        "cases.Decision",
        models.PROTECT,
        null=True,
        related_name="revisions",
        verbose_name="wijzigt",
    )
    revision_ground = models.CharField(
        "grond van de wijziging", max_length=10, choices=RevisionGround.choices, blank=True
    )
    state = models.CharField(
        "status", max_length=9, choices=ApplicationState.choices, default=ApplicationState.OPEN
    )
    received_on = models.DateField("ontvangen op")
    due_at = models.DateTimeField("einde van de termijn")
    registered_at = models.DateTimeField("vastgelegd op")
    registered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    promised_on = models.DateField("toegezegd", null=True)
    told_on = models.DateField("vertraging gemeld op", null=True)
    noticed_on = models.DateField("in gebreke gesteld op", null=True)
    ended_at = models.DateTimeField("afgerond op", null=True)
    reminded_at = models.DateTimeField("herinnerd op", null=True)
    warned_at = models.DateTimeField("manager gewaarschuwd op", null=True)
    version = models.PositiveIntegerField(default=1)
    data_key = models.BinaryField("sleutel van de aanvraag")

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = "aanvraag"
        verbose_name_plural = "aanvragen"
        ordering = ["due_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=RUNNING, ended_at__isnull=True)
                | (~Q(state__in=RUNNING) & Q(ended_at__isnull=False)),
                name="application_ended_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(ground__in=[Ground.FORM, Ground.REPORT], report__isnull=False)
                | (~Q(ground__in=[Ground.FORM, Ground.REPORT]) & Q(report__isnull=True)),
                name="application_after_report",
            ),
            models.CheckConstraint(
                condition=~Q(state=ApplicationState.OFFERED) | Q(second__isnull=False),
                name="application_offered_to_somebody",
            ),
            models.CheckConstraint(
                condition=Q(second__isnull=True) | ~Q(second=F("handler")),
                name="application_second_is_another",
            ),
            models.CheckConstraint(
                condition=Q(promised_on__isnull=True, told_on__isnull=True)
                | Q(promised_on__isnull=False, told_on__isnull=False),
                name="application_promise_was_told",
            ),
            models.UniqueConstraint(
                fields=["notification"],
                condition=Q(state__in=RUNNING) & ~Q(ground__in=BESIDE),
                name="application_one_runs_per_melding",
            ),
            models.UniqueConstraint(
                fields=["notification"],
                condition=Q(state__in=RUNNING, ground=Ground.URGENT),
                name="application_one_urgent_per_melding",
            ),
            models.CheckConstraint(
                condition=Q(ground=Ground.REVISION, revises__isnull=False) & ~Q(revision_ground="")
                | ~Q(ground=Ground.REVISION) & Q(revises__isnull=True, revision_ground=""),
                name="application_revises_on_a_ground",
            ),
            models.UniqueConstraint(
                fields=["revises"],
                condition=Q(state__in=RUNNING),
                name="application_one_revision_runs",
            ),
        ]
        indexes = [
            models.Index(fields=["desk", "state", "due_at", "id"], name="application_of_desk"),
            models.Index(
                fields=["desk", "ended_at", "id"],
                condition=Q(state=ApplicationState.SENT),
                name="application_sent_of_desk",
            ),
            models.Index(
                fields=["handler", "due_at"],
                condition=Q(state__in=RUNNING),
                name="application_of_handler",
            ),
            models.Index(
                fields=["second"],
                condition=Q(state=ApplicationState.OFFERED),
                name="application_of_second",
            ),
            models.Index(
                fields=["due_at"], condition=Q(state__in=RUNNING), name="application_running"
            ),
        ]

    class Privacy:
        personal = (
            "resident",
            "ground",
            "revision_ground",
            "data_key",
            "handler",
            "second",
            "registered_by",
        )
        purpose = "Op tijd besluiten over een aanvraag (WMO 2.3.5)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """The number in the letter."""
        return f"AV-{self.pk:06d}"

    @property
    def is_running(self) -> bool:
        """Whether something must still be decided or sent."""
        return self.state in RUNNING

    @property
    def is_urgent(self) -> bool:
        """Whether it is a temporary provision before the investigation is over (WMO 2.3.3)."""
        return self.ground == Ground.URGENT

    @property
    def is_revision(self) -> bool:
        """Whether it changes or withdraws a decision that was sent (WMO 2.3.10)."""
        return self.ground == Ground.REVISION

    @property
    def is_own_motion(self) -> bool:
        """Whether nobody asked for it: then no law says when it must be decided (AWB 4:13)."""
        return self.is_revision and self.revision_ground != RevisionGround.REQUEST

    @property
    def has_legal_term(self) -> bool:
        """Whether two weeks of the law run, which can stand still and be overdue (AWB 4:15)."""
        return not self.is_urgent and not self.is_own_motion

    @property
    def due_on(self) -> date:
        """The last day of the term."""
        return local_day(self.due_at - LAST_MOMENT)

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee in scope to it; scope was checked before (AB-16)."""
        if user.acting_role not in READING_ROLES:
            return frozenset()
        ties = {DECIDER: self.handler_id, SECOND: self.second_id}
        held = frozenset(tie for tie, number in ties.items() if number == user.pk)
        if self.handler_id in user.minded_ids:
            held |= {DECIDER_DEPUTY}
        return held if held or not self._beside(user) else frozenset({APPLICATION_READER})

    def _beside(self, user: User) -> bool:
        """Whether somebody reads along: the worker of the melding, and who is in the dossier."""
        if self.notification.handler_id in user.desk_ids:
            return True
        return self.file is not None and bool(self.file.relations_to(user))

    @cached_property
    def envelope(self) -> Envelope:
        """The opened key of this aanvraag."""
        return Envelope(bytes(self.data_key), bound_to=self._key_name)

    def make_key(self) -> None:
        """Give a new aanvraag its own key; the caller saves the row."""
        self.data_key = new_data_key(bound_to=self._key_name)

    @property
    def _key_name(self) -> str:
        return f"cases_application|data_key|{self.uuid}"
