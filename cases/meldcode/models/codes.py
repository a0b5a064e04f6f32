"""A meldcode: about whom, who does it, how it stands; and who may know that it is there (MC-3)."""

from datetime import date, datetime, time, timedelta
from typing import Any, Self
from uuid import uuid4

from django.db import models
from django.db.models import Exists, ExpressionWrapper, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.functional import cached_property

from cases.dossiers.models import ResidentFile
from cases.meldcode.lifecycle import CodeState
from cases.meldcode.models.admitted import SafetyCodeBar, SafetyCodeColleague, works_on
from cases.meldcode.models.choices import CARING_ROLES, RETENTION_YEARS, WAITS, Outcome, Rung
from cases.meldcode.models.officers import SafeguardingOfficer
from cases.meldcode.models.sealed import SealedByCode
from cases.permissions import SAFEGUARDING_OFFICER, SAFETY_COLLEAGUE, SAFETY_HOLDER
from cases.residents.models import Resident
from clusters.models import Membership, Team, User, working_calendar
from common.deadlines import AMSTERDAM, local_day
from common.sealing import Envelope, new_data_key

MORNING = time(8)
AHEAD = timedelta(days=7)
"""From this long before its day the next step is work."""


class SafetyCodeQuerySet(models.QuerySet["SafetyCode"]):
    """Meldcodes."""

    def visible_to(self, user: User) -> Self:
        """Scope: who does it, whom she named, and the aandachtsfunctionaris (MC-3).

        For everybody else there is none, a manager included. Who may not come in because it is
        about their own circle stays out, whatever else is true (MC-4).
        """
        if user.acting_role not in CARING_ROLES:
            return self.none()
        inside = self._held(user) | self._named(user) | self._watched(user)
        barred = SafetyCodeBar.objects.standing().filter(employee=user, code=OuterRef("pk"))
        return self.filter(inside).exclude(Exists(barred))

    def held_by(self, user: User) -> Self:
        """Those this employee does."""
        return self.visible_to(user).filter(holder=user)

    def watched_by(self, user: User) -> Self:
        """Those in which this employee is aandachtsfunctionaris."""
        return self.visible_to(user).filter(self._watched(user))

    def running(self) -> Self:
        """Those that did not end."""
        return self.exclude(state=CodeState.ENDED)

    def ended(self) -> Self:
        """Those that are over."""
        return self.filter(state=CodeState.ENDED)

    def due(self, user: User, at: datetime) -> Self:
        """Of who does it what comes soon; of the aandachtsfunctionaris what is late (MC-13)."""
        today = local_day(at)
        soon = Q(holder=user, next_on__lte=today + AHEAD)
        late = self._watched(user) & (Q(next_on__lt=today) | ~Q(self._holder_works(today)))
        return self.visible_to(user).running().filter(soon | late).order_by("next_on", "pk")

    def to_remind(self, at: datetime) -> Self:
        """Of which somebody must be told that the day is over."""
        return self.running().filter(remind_at__lte=at).order_by("remind_at", "pk")

    def for_list(self) -> Self:
        """Everything a row shows, in one query."""
        return self.select_related("resident", "holder", "team")

    def with_holder_left(self, day: date) -> Self:
        """Say of each whether who does it no longer works in the team (MC-14)."""
        return self.annotate(holder_left=~self._holder_works(day))

    def for_page(self, user: User, day: date) -> Self:
        """With what its own page says beside: whether one looks along, and the dossier one sees."""
        files = ResidentFile.objects.visible_to(user).open().filter(resident=OuterRef("resident"))
        rows = self.for_list().select_related("opened_by", "ended_by").with_holder_left(day)
        return rows.annotate(
            watched=ExpressionWrapper(self._watched(user), output_field=models.BooleanField()),
            open_file=Subquery(files.order_by().values("pk")[:1]),
        )

    @staticmethod
    def _holder_works(day: date) -> Exists:
        rows = Membership.objects.running(day).filter(role__in=CARING_ROLES)
        return Exists(rows.filter(user=OuterRef("holder"), team=OuterRef("team")))

    @staticmethod
    def _held(user: User) -> Q:
        return Q(holder=user, team_id__in=user.team_ids)

    @staticmethod
    def _named(user: User) -> Q:
        rows = SafetyCodeColleague.objects.standing().filter(employee=user, code=OuterRef("pk"))
        return Q(Exists(rows)) & Q(works_on(OuterRef("resident_id"), user))

    @staticmethod
    def _watched(user: User) -> Q:
        mine = SafeguardingOfficer.objects.valid_on(timezone.localdate()).filter(employee=user)
        teams = mine.filter(team__isnull=False).values("team_id")
        clusters = mine.filter(cluster__isnull=False).values("cluster_id")
        return Q(team_id__in=teams) | Q(team__cluster_id__in=clusters)


class SafetyCode(SealedByCode):
    """The meldcode about one resident and those around them, apart from any dossier (MC-5).

    It points to the resident and to no dossier, so that nothing of a dossier has to know of it;
    when two cards become one it goes along (MC-19).
    ``holder`` does it. ``content`` is who else it is about; ``data_key`` is the key of everything
    written in it, wrapped by the master key. ``next_on`` is when it goes on; ``remind_at`` is when
    the next one is told that it did not, and ``told`` who was told last.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    holder = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="uitvoerder")
    content = models.BinaryField("om wie het gaat", default=bytes)
    data_key = models.BinaryField("sleutel van de meldcode")
    opened_at = models.DateTimeField("geopend op")
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    touched_on = models.DateField("laatst gewijzigd op")
    next_on = models.DateField("verder op", null=True)
    remind_at = models.DateTimeField("herinneren op", null=True)
    told = models.PositiveSmallIntegerField("wie is herinnerd", choices=Rung.choices, default=0)
    state = models.CharField(
        "status", max_length=7, choices=CodeState.choices, default=CodeState.RUNNING
    )
    outcome = models.CharField("hoe afgerond", max_length=9, choices=Outcome.choices, blank=True)
    ending = models.BinaryField("toelichting", default=bytes)
    ended_at = models.DateTimeField("afgerond op", null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = SafetyCodeQuerySet.as_manager()

    class Meta:
        verbose_name = "meldcode"
        verbose_name_plural = "meldcodes"
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    state__in=[CodeState.RUNNING, CodeState.DECIDED],
                    outcome="",
                    ended_at__isnull=True,
                    ended_by__isnull=True,
                    next_on__isnull=False,
                )
                | Q(
                    state=CodeState.ENDED,
                    outcome__in=Outcome.values,
                    ended_at__isnull=False,
                    ended_by__isnull=False,
                    next_on__isnull=True,
                    remind_at__isnull=True,
                )
                & ~Q(ending=b""),
                name="safety_code_ended_with_outcome",
            ),
        ]
        indexes = [
            models.Index(fields=["holder", "state", "next_on"], name="safety_code_of_holder"),
            models.Index(fields=["team", "state", "next_on"], name="safety_code_of_team"),
            models.Index(
                fields=["remind_at", "id"],
                condition=Q(remind_at__isnull=False),
                name="safety_code_to_remind",
            ),
        ]

    class Privacy:
        personal = (
            "resident",
            "holder",
            "content",
            "data_key",
            "opened_by",
            "outcome",
            "ending",
            "ended_by",
        )
        purpose = "Handelen bij een vermoeden van huiselijk geweld of kindermishandeling (WMO 3.3)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4), apart van het dossier"

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """The number by which those inside speak of it; it does not say what it is (MC-5)."""
        return f"AO-{self.pk:07d}" if self.pk else "meldcode"

    @cached_property
    def key(self) -> Envelope:
        """The opened key of this meldcode."""
        return Envelope(bytes(self.data_key), bound_to=self.place(self.uuid, "data_key"))

    def make_key(self) -> None:
        """Give a new meldcode its own key; the caller saves the row."""
        self.data_key = new_data_key(bound_to=self.place(self.uuid, "data_key"))

    def keep_persons(self, persons: list[str]) -> None:
        """Seal who else it is about; the caller saves the row."""
        self.content = self.shut("content", persons)
        self.__dict__.pop("persons", None)

    @cached_property
    def persons(self) -> list[str]:
        """Who else it is about, a line per person."""
        found: list[str] = self.opened("content") or []
        return found

    @cached_property
    def ending_words(self) -> str:
        """Why it ended this way."""
        return str(self.opened("ending") or "")

    def plan(self, day: date | None) -> None:
        """It goes on on this day, or no more; nobody was told anything about it yet."""
        self.next_on = day
        self.climb(Rung.NOBODY)

    def climb(self, rung: Rung) -> None:
        """Who was told, and when the next one is; the caller saves the row."""
        self.told = rung
        following = [each for each in WAITS if each > rung]
        more = self.next_on is not None and following
        self.remind_at = _morning(self.next_on, WAITS[following[0]]) if more else None

    @property
    def is_running(self) -> bool:
        """Whether it did not end."""
        return self.state != CodeState.ENDED

    @property
    def keep_until(self) -> date:
        """The last day it is kept, if nothing changes any more (MC-15)."""
        day = self.touched_on
        year, leap_day = day.year + RETENTION_YEARS, (day.month, day.day) == (2, 29)
        return date(year, 3, 1) if leap_day else day.replace(year=year)

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee in scope to this meldcode; scope was checked before."""
        if user.acting_role not in CARING_ROLES:
            return frozenset()
        if self.holder_id == user.pk:
            return frozenset({SAFETY_HOLDER})
        watched: bool | None = vars(self).get("watched")
        if watched is None:
            watched = SafetyCode.objects.watched_by(user).filter(pk=self.pk).exists()
        return frozenset({SAFEGUARDING_OFFICER if watched else SAFETY_COLLEAGUE})


def _morning(day: Any, count: int) -> datetime:
    """Eight o'clock on so many-th working day after a day."""
    calendar = working_calendar()
    for _ in range(count):
        day = calendar.next_working_day(day)
    return datetime.combine(day, MORNING, AMSTERDAM)
