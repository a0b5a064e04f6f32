"""A waakvlam: who keeps in touch with whom, how often, and until when it is looked at again."""

import json
from datetime import date, datetime, time, timedelta
from typing import Self
from uuid import uuid4

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.functional import cached_property

from audit.guard import SubjectModel
from cases.dossiers.models import ResidentFile
from cases.dossiers.models.files import TEAM_ROLES
from cases.permissions import WAAKVLAM_COVER, WAAKVLAM_DEPUTY, WAAKVLAM_OWNER
from cases.residents.models import Consent, Resident
from cases.waakvlam.lifecycle import WaakvlamState
from cases.waakvlam.models.choices import (
    LONGEST,
    SHORTEST,
    UNREACHED_SIGNAL,
    WAITS,
    Agreed,
    Ending,
    Mood,
    Rung,
    Way,
)
from clusters.models import Membership, Role, Team, User, working_calendar
from common.deadlines import AMSTERDAM, ONE_DAY, local_day
from common.sealed import SealedModel
from common.sealing import Envelope, new_data_key
from common.weeks import midnight

LAST_MOMENT = timedelta(microseconds=1)
MORNING = time(8)
AHEAD = timedelta(days=14)
"""From this long before its day a contact or a review is work."""


class WaakvlamQuerySet(models.QuerySet["Waakvlam"]):
    """Waakvlammen."""

    def visible_to(self, user: User) -> Self:
        """Scope: the team knows that it is there (row 5, WK-4); the grants say more."""
        if user.acting_role not in TEAM_ROLES:
            return self.none()
        minded = user.on_minded_desk("owner") | user.on_minded_desk("deputy")
        return self.filter(Q(team_id__in=user.team_ids) | minded)

    def running(self) -> Self:
        """Those that did not end."""
        return self.filter(state=WaakvlamState.RUNNING)

    def ended(self) -> Self:
        """Those that are over."""
        return self.filter(state=WaakvlamState.ENDED)

    def kept_by(self, user: User) -> Self:
        """Of this employee, as owner or as deputy."""
        return self.visible_to(user).filter(user.on_desk("owner") | user.on_desk("deputy"))

    def contacts_due(self, user: User, at: datetime) -> Self:
        """Of the owner what comes soon; of the deputy what the owner let pass (WK-8)."""
        late = Q(user.on_desk("deputy"), due_at__lte=at)
        soon = Q(user.on_desk("owner"), due_at__lte=at + AHEAD)
        return self.visible_to(user).running().filter(soon | late).order_by("due_at", "pk")

    def reviews_due(self, user: User, at: datetime) -> Self:
        """The same for the day on which it is looked at again (WK-10)."""
        today = local_day(at)
        late = Q(user.on_desk("deputy"), review_on__lt=today)
        soon = Q(user.on_desk("owner"), review_on__lte=today + AHEAD)
        return self.visible_to(user).running().filter(soon | late).order_by("review_on", "pk")

    def to_remind(self, at: datetime) -> Self:
        """Of which somebody must be told that the contact did not happen (WK-8).

        Of who died, or does not agree any more, nobody is reminded (WK-5).
        """
        day = local_day(at)
        agreed = Consent.objects.in_force(OuterRef("resident_id"), day)  # type: ignore[arg-type]
        stands = Q(consent=None) | Q(Exists(agreed.filter(pk=OuterRef("consent_id"))))
        lives = Q(resident__deceased_on=None)
        rows = self.running().filter(stands, lives, remind_at__lte=at)
        return rows.order_by("remind_at", "pk")

    def left_behind(self, day: date) -> Self:
        """Of which the owner or the deputy no longer works in the team (WK-11)."""
        there = Membership.objects.running(day).filter(role=Role.TEAM_WORKER, team=OuterRef("team"))
        owner, deputy = there.filter(user=OuterRef("owner")), there.filter(user=OuterRef("deputy"))
        return self.running().filter(~Exists(owner) | ~Exists(deputy))

    def for_list(self) -> Self:
        """Everything a row shows, in one query."""
        return self.select_related("resident", "owner", "deputy", "consent", "team")


class Waakvlam(SealedModel, SubjectModel):
    """A light recurring contact of a team with one resident (WK-1): one runs per team.

    ``data_key`` is the key of everything written in it, wrapped by the master key. ``content`` is
    what to look for and when to stop or to raise the alarm; ``ending`` why it ended. ``due_at`` is
    the end of the day of the next contact. ``remind_at`` is when the next one is told that it did
    not happen, and ``told`` who was told last; both begin anew with every new day.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="waakvlammen")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    file = models.ForeignKey(ResidentFile, models.PROTECT, null=True, related_name="waakvlammen")
    owner = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="wie")
    deputy = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="vervanger")
    consent = models.ForeignKey(Consent, models.PROTECT, null=True, related_name="+")
    agreed_on = models.DateField("mondeling afgesproken op", null=True)
    weeks = models.PositiveSmallIntegerField("om de hoeveel weken")
    way = models.CharField("hoe", max_length=5, choices=Way.choices)
    content = models.BinaryField("afspraken")
    data_key = models.BinaryField("sleutel van de waakvlam")
    begun_at = models.DateTimeField("begonnen op")
    begun_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    review_on = models.DateField("opnieuw bekijken op")
    due_at = models.DateTimeField("einde van de dag van het contact")
    remind_at = models.DateTimeField("herinneren op", null=True)
    told = models.PositiveSmallIntegerField("wie is herinnerd", choices=Rung.choices, default=0)
    unreached = models.PositiveSmallIntegerField("keer niet bereikt op rij", default=0)
    mood = models.CharField("hoe ging het", max_length=5, choices=Mood.choices, blank=True)
    state = models.CharField(
        "status", max_length=7, choices=WaakvlamState.choices, default=WaakvlamState.RUNNING
    )
    outcome = models.CharField("hoe geëindigd", max_length=9, choices=Ending.choices, blank=True)
    ending = models.BinaryField("waarom", default=bytes)
    ended_at = models.DateTimeField("beëindigd op", null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = WaakvlamQuerySet.as_manager()

    class Meta:
        verbose_name = "waakvlam"
        verbose_name_plural = "waakvlammen"
        ordering = ["due_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(weeks__range=(SHORTEST, LONGEST)), name="waakvlam_weeks_possible"
            ),
            models.CheckConstraint(
                condition=~Q(owner=F("deputy")), name="waakvlam_deputy_is_another"
            ),
            models.CheckConstraint(
                condition=Q(consent__isnull=True, agreed_on__isnull=False)
                | Q(consent__isnull=False, agreed_on__isnull=True),
                name="waakvlam_agreed_one_way",
            ),
            models.CheckConstraint(
                condition=Q(way__in=Way.values) & ~Q(content=b""), name="waakvlam_has_agreements"
            ),
            models.CheckConstraint(
                condition=Q(
                    state=WaakvlamState.RUNNING,
                    outcome="",
                    ended_at__isnull=True,
                    ended_by__isnull=True,
                )
                | Q(
                    state=WaakvlamState.ENDED,
                    outcome__in=Ending.values,
                    ended_at__isnull=False,
                    ended_by__isnull=False,
                    remind_at__isnull=True,
                )
                & ~Q(ending=b""),
                name="waakvlam_ended_for_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["team", "state", "due_at", "id"], name="waakvlam_of_team"),
            models.Index(fields=["team", "ended_at", "id"], name="waakvlam_over_of_team"),
            models.Index(fields=["owner", "state", "due_at"], name="waakvlam_of_owner"),
            models.Index(fields=["deputy", "state", "due_at"], name="waakvlam_of_deputy"),
            models.Index(
                fields=["remind_at", "id"],
                condition=Q(remind_at__isnull=False),
                name="waakvlam_to_remind",
            ),
        ]

    class Privacy:
        personal = (
            "resident",
            "owner",
            "deputy",
            "consent",
            "agreed_on",
            "content",
            "data_key",
            "mood",
            "outcome",
            "ending",
            "begun_by",
            "ended_by",
        )
        purpose = "In contact blijven met een kwetsbare inwoner zonder dossier (WAA-1, WAA-2)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """The number by which people speak of it."""
        return f"WV-{self.pk:07d}" if self.pk else "waakvlam"

    @cached_property
    def key(self) -> Envelope:
        """The opened key of this waakvlam."""
        return Envelope(bytes(self.data_key), bound_to=self.place(self.uuid, "data_key"))

    def make_key(self) -> None:
        """Give a new waakvlam its own key; the caller saves the row."""
        self.data_key = new_data_key(bound_to=self.place(self.uuid, "data_key"))

    def keep_agreed(self, agreed: Agreed) -> None:
        """Take over what was agreed; the caller saves the row."""
        for name in ("weeks", "way", "review_on", "consent", "agreed_on"):
            setattr(self, name, getattr(agreed, name))
        self.content = self.shut("content", json.dumps(agreed.words))
        self.__dict__.pop("words", None)

    @cached_property
    def words(self) -> dict[str, str]:
        """What to look for, when to stop, and when to raise the alarm."""
        said: dict[str, str] = json.loads(self.opened("content"))
        return said

    @cached_property
    def ending_words(self) -> str:
        """Why it ended."""
        return self.opened("ending")

    def plan(self, day: date) -> None:
        """The next contact is on this day; nobody was told anything about it yet."""
        self.due_at = midnight(day + ONE_DAY)
        self.climb(Rung.NOBODY)

    def climb(self, rung: Rung) -> None:
        """Who was told, and when the next one is; the caller saves the row."""
        self.told = rung
        following = [each for each in WAITS if each > rung]
        self.remind_at = working_morning(self.next_on, WAITS[following[0]]) if following else None

    @property
    def next_on(self) -> date:
        """The day of the next contact."""
        return local_day(self.due_at - LAST_MOMENT)

    @property
    def is_running(self) -> bool:
        """Whether it did not end."""
        return self.state == WaakvlamState.RUNNING

    @property
    def is_hard_to_reach(self) -> bool:
        """Not reached so often in a row that it is a signal (WK-9)."""
        return self.is_running and self.unreached >= UNREACHED_SIGNAL

    @property
    def stopped(self) -> str:
        """Why there can be no contact today; empty when there can (WK-5)."""
        today = timezone.localdate()
        if self.resident.deceased_on is not None:
            return "overleden"
        if self.consent is not None and not self.consent.is_in_force(today):
            return "toestemming geldt niet meer"
        return ""

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee in scope to this waakvlam; scope was checked before."""
        if user.acting_role != Role.TEAM_WORKER:
            return frozenset()
        ties = {self.owner_id: WAAKVLAM_OWNER, self.deputy_id: WAAKVLAM_DEPUTY}
        if user.pk in ties:
            return frozenset({ties[user.pk]})
        return frozenset({WAAKVLAM_COVER}) if user.minded_ids & set(ties) else frozenset()


def working_morning(day: date, count: int) -> datetime:
    """Eight o'clock on so many-th working day after a day."""
    calendar = working_calendar()
    for _ in range(count):
        day = calendar.next_working_day(day)
    return datetime.combine(day, MORNING, AMSTERDAM)


def day_after_weeks(day: date, weeks: int) -> date:
    """The first working day from so many weeks after a day (WK-3)."""
    return working_calendar().next_working_day(day + timedelta(weeks=weeks) - ONE_DAY)
