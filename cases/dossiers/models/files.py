"""The dossier itself, who directs it and who works along (TRI-3, SST-3, GES-4)."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.functional import cached_property

from audit.guard import SubjectModel
from cases.dossiers.lifecycle import FileState
from cases.dossiers.models.colleagues import ONLY_READING, FileColleague, FileRole
from cases.intakes.models.triage import Complexity, Involvement
from cases.permissions import CASE_DEPUTY, CASE_DIRECTOR, FILE_COLLEAGUE, FILE_DEPUTY
from cases.residents.models import Resident
from clusters.models import Role, Team, User
from common.sealing import Envelope, new_data_key

WORKING_ROLES = frozenset({Role.TEAM_WORKER, Role.CITY_HALL_TEAM, Role.CITY_SOCIAL_TEAM})
"""Roles that work in a dossier; who is in it depends on the dossier (row 6)."""
TEAM_ROLES = WORKING_ROLES | {Role.TEAM_MANAGER}
"""Roles that may know that their team has a dossier, and who directs it (row 5: K)."""
RETENTION_YEARS = 15
"""Years after the last change (WMO 5.3.4 lid 1); a term in years is not moved (ATW 4.a)."""


def reference_of(number: int) -> str:
    """The number by which people speak of a dossier, where only its key was read."""
    return f"DS-{number:07d}"


class FileQuerySet(models.QuerySet["ResidentFile"]):
    """Dossiers."""

    def visible_to(self, user: User) -> Self:
        """Scope: whoever works in it, and the team whose dossier it is (rows 5 and 6).

        The team sees that it is there and who directs it; the grants say who reads on.
        """
        seen = Q()
        if user.acting_role in WORKING_ROLES:
            seen |= self.working(user)
        if user.acting_role in TEAM_ROLES:
            seen |= Q(team_id__in=user.team_ids)
        return self.filter(seen) if seen else self.none()

    def mine(self, user: User) -> Self:
        """Which this employee directs or works along in today."""
        joined = FileColleague.objects.files_of(user)
        return self.filter(user.on_desk("director") | Q(pk__in=joined))

    def of_teams(self, user: User) -> Self:
        """Those of the teams of the role in effect."""
        return self.filter(team_id__in=user.team_ids)

    def working(self, user: User) -> Q:
        """Directs it, or works along today."""
        today = timezone.localdate()
        running = FileColleague.objects.running(today).of(user)
        return user.on_desk("director") | Q(Exists(running.filter(file=OuterRef("pk"))))

    def without_director(self, left: Iterable[tuple[int, int | None]]) -> Self:
        """Those whose casusregisseur left the team; ``left`` are pairs of employee and team."""
        orphaned = Q(pk__in=())
        for director_id, team_id in left:
            orphaned |= Q(director_id=director_id, team_id=team_id)
        return self.filter(orphaned)

    def open(self) -> Self:
        """Not closed."""
        return self.filter(state=FileState.OPEN)

    def closed(self) -> Self:
        """Those that change no more."""
        return self.filter(state=FileState.CLOSED)


class ResidentFile(SubjectModel):
    """The dossier of one resident (TRI-3): one while it runs, one casusregisseur at any moment.

    ``director`` is the casusregisseur and is never empty; who it was before stands in
    ``CaseDirection``. ``data_key`` is the key of everything written in this dossier, wrapped by the
    master key (security 5). ``content`` is the note about safety that stands on top.
    ``touched_on`` is the day of the last change, from which the term of keeping runs.
    ``complexity`` and ``involvement`` are empty until somebody says so (TRI-4, TRI-5).
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, editable=False)
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="files")
    team = models.ForeignKey(Team, models.PROTECT, related_name="files")
    director = models.ForeignKey(User, models.PROTECT, related_name="directed_files")
    state = models.CharField(
        "status", max_length=6, choices=FileState.choices, default=FileState.OPEN
    )
    complexity = models.CharField(
        "complexiteit", max_length=8, choices=Complexity.choices, blank=True
    )
    involvement = models.CharField("inzet", max_length=9, choices=Involvement.choices, blank=True)
    opened_at = models.DateTimeField("geopend op")
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField("afgesloten op", null=True)
    touched_on = models.DateField("laatst gewijzigd op")
    version = models.PositiveIntegerField(default=1)
    data_key = models.BinaryField("sleutel van het dossier")
    content = models.BinaryField("let op", default=bytes)

    objects = FileQuerySet.as_manager()

    class Meta:
        verbose_name = "dossier"
        verbose_name_plural = "dossiers"
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=FileState.OPEN, ended_at__isnull=True)
                | Q(state=FileState.CLOSED, ended_at__isnull=False),
                name="file_closed_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("opened_at")),
                name="file_ends_after_begin",
            ),
            models.CheckConstraint(
                condition=Q(
                    complexity__in=["", *Complexity.values],
                    involvement__in=["", *Involvement.values],
                ),
                name="file_character_known",
            ),
        ]
        indexes = [
            models.Index(fields=["team", "state", "opened_at"], name="file_of_team"),
            models.Index(fields=["director", "state", "opened_at"], name="file_of_director"),
            models.Index(fields=["team", "-opened_at", "-id"], name="file_came_to_team"),
            models.Index(fields=["-opened_at", "-id"], name="file_by_opening"),
            models.Index(
                fields=["team", "-ended_at", "-id"],
                condition=Q(ended_at__isnull=False),
                name="file_ended_of_team",
            ),
        ]

    class Privacy:
        personal = (
            *("resident", "director", "content", "data_key", "opened_by"),
            *("complexity", "involvement"),
        )
        purpose = "Eén dossier en één regisseur voor wat een inwoner vraagt (TRI-3, SST-3)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """The number by which people speak of it."""
        return reference_of(self.pk)

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee in scope to this dossier; scope was checked before."""
        if user.acting_role not in WORKING_ROLES:
            return frozenset()
        if self.director_id == user.pk:
            return frozenset({CASE_DIRECTOR})
        if self.director_id in user.minded_ids:
            return frozenset({CASE_DEPUTY})
        joined = self.colleagues.running(timezone.localdate()).of(user)
        works_as = {True: FILE_COLLEAGUE, False: FILE_DEPUTY}
        return frozenset(
            ONLY_READING.get(FileRole(role), works_as[person_id == user.pk])
            for role, person_id in joined.values_list("role", "employee_id")
        )

    def workers(self, day: date) -> models.QuerySet[User]:
        """The casusregisseur and who works along on this day, by name."""
        joined = self.colleagues.running(day).exclude(role__in=ONLY_READING).values("employee_id")
        people = User.objects.filter(Q(pk=self.director_id) | Q(pk__in=joined))
        return people.order_by("last_name", "first_name", "pk")

    @property
    def character(self) -> str:
        """How complex it is and how the team is involved, in words; empty while nobody said."""
        said = (self.get_complexity_display(), self.get_involvement_display().lower())
        return ", ".join(each for each in said if each)

    @property
    def is_open(self) -> bool:
        """Whether something may still be written in it."""
        return self.state == FileState.OPEN

    @property
    def keep_until(self) -> date:
        """The last day it is kept, if nothing changes any more."""
        return self.kept_when_changed_on(self.touched_on)

    @staticmethod
    def kept_when_changed_on(day: date) -> date:
        """The last day a dossier is kept whose last change is on ``day``."""
        year, leap_day = day.year + RETENTION_YEARS, (day.month, day.day) == (2, 29)
        return date(year, 3, 1) if leap_day else day.replace(year=year)

    @cached_property
    def envelope(self) -> Envelope:
        """The opened key of this dossier."""
        return Envelope(bytes(self.data_key), bound_to=self._key_name)

    def make_key(self) -> None:
        """Give a new dossier its own key; the caller saves the row."""
        self.data_key = new_data_key(bound_to=self._key_name)

    def keep_safety(self, words: str) -> None:
        """Seal the note about safety; the caller saves the row."""
        sealed = self.envelope.seal(words.encode(), bound_to=self._content_name)
        self.content = sealed if words else b""
        self.__dict__.pop("safety", None)

    @cached_property
    def safety(self) -> str:
        """What everybody must know before going there; empty when there is nothing."""
        if not self.content:
            return ""
        opened = self.envelope.unseal(bytes(self.content), bound_to=self._content_name)
        return opened.decode()

    @property
    def _key_name(self) -> str:
        return f"cases_residentfile|data_key|{self.uuid}"

    @property
    def _content_name(self) -> str:
        return f"cases_residentfile|content|{self.uuid}"


class CaseDirection(models.Model):
    """Who directed a dossier, and in which period; one at a time (SST-3)."""

    file = models.ForeignKey(ResidentFile, models.PROTECT, related_name="directions")
    director = models.ForeignKey(User, models.PROTECT, related_name="+")
    since = models.DateTimeField("vanaf")
    until = models.DateTimeField("tot", null=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "casusregie"
        verbose_name_plural = "casusregie"
        ordering = ["-since", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["file"], condition=Q(until__isnull=True), name="one_direction_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="direction_ends_after_begin",
            ),
        ]

    class Privacy:
        personal = ("director", "by")
        purpose = "Weten wie wanneer de regie had (SST-3)"
        retention = "zo lang als het dossier"

    def __str__(self) -> str:
        return str(self.director)
