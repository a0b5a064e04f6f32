"""The keukentafelgesprek itself: the appointment, who is there, and the key of what is written."""

import json
from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.functional import cached_property

from audit.guard import SubjectModel
from cases.intakes.models import WmoNotification
from cases.permissions import REPORT_DEPUTY, REPORT_READER, TALK_DEPUTY, TALKER
from cases.residents.models import Resident
from cases.talks.lifecycle import LIVE_STATES, TalkState
from clusters.models import Role, User
from common.sealing import Envelope, new_data_key

TALKING_ROLES = frozenset({Role.TEAM_WORKER, Role.CITY_HALL_TEAM})


class Place(models.TextChoices):
    """Where we meet."""

    HOME = "home", "Bij de inwoner thuis"
    CENTRE = "centre", "In het wijkcentrum"
    PHONE = "phone", "Aan de telefoon"
    ELSEWHERE = "elsewhere", "Ergens anders"


class GuestKind(models.TextChoices):
    """What somebody at the table is to the resident."""

    RESIDENT = "resident", "De inwoner"
    CARER = "carer", "Mantelzorger"
    FAMILY = "family", "Familie, vriend of buur"
    REPRESENTATIVE = "representative", "Vertegenwoordiger"
    CLIENT_SUPPORT = "client_support", "Cliëntondersteuner (OCO)"
    SCHOOL = "school", "School"
    PROFESSIONAL = "professional", "Andere hulpverlener"
    INTERPRETER = "interpreter", "Tolk"


class InvitedBy(models.TextChoices):
    """Who asked somebody to come."""

    RESIDENT = "resident", "de inwoner"
    TEAM = "team", "het wijkteam"
    OTHER = "other", "iemand anders"


class TalkQuerySet(models.QuerySet["KitchenTableTalk"]):
    """Talks."""

    def visible_to(self, user: User) -> Self:
        """Scope: the worker of the melding, and colleagues who were asked to join (row 6: E).

        A manager sees the melding, never what was said; KCC and everybody else see nothing. Of
        the Wmo-team the same people, for the report only (H12); the grants say so.
        """
        if user.acting_role not in TALKING_ROLES:
            return self.none()
        mine = Q(notification__handler=user, notification__team_id__in=user.team_ids)
        mine |= user.on_minded_desk("notification__handler")
        joined = TalkColleague.objects.filter(user.on_desk("employee"), talk=OuterRef("pk"))
        return self.filter(mine | Q(Exists(joined)))

    def live(self) -> Self:
        """Planned, or held and not concluded."""
        return self.filter(state__in=LIVE_STATES)

    def to_do(self) -> Self:
        """What somebody must still do: hold or conclude the talk, or send its report."""
        versions: Any = KitchenTableTalk._meta.get_field("report").related_model
        sent = versions.objects.filter(talk=OuterRef("pk"), versions__isnull=False)
        unsent = Q(~Exists(sent), state=TalkState.CONCLUDED)
        return self.filter(Q(state__in=LIVE_STATES) | unsent).order_by("starts_at", "pk")

    def to_remind(self, at: datetime, until: datetime) -> Self:
        """Planned talks that begin soon and of which nobody was reminded."""
        soon = self.filter(state=TalkState.PLANNED, starts_at__gt=at, starts_at__lte=until)
        return soon.filter(reminded_at__isnull=True)


class KitchenTableTalk(SubjectModel):
    """A keukentafelgesprek about one melding (GES-1): when, where, with whom, and how far it is.

    ``data_key`` is the key of everything written in this talk, wrapped by the master key: without
    it nothing opens (security 5). ``content`` holds the note about the place, who comes and why it
    was cancelled. ``uuid`` is what the seals are bound to; it came with the form, so that a form
    sent twice makes one talk.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, editable=False)
    notification = models.ForeignKey(
        WmoNotification, models.PROTECT, related_name="talks", verbose_name="melding"
    )
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="talks")
    state = models.CharField(
        "status", max_length=9, choices=TalkState.choices, default=TalkState.PLANNED
    )
    starts_at = models.DateTimeField("begint op")
    ends_at = models.DateTimeField("duurt tot")
    place = models.CharField("plaats", max_length=9, choices=Place.choices)
    planned_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    planned_at = models.DateTimeField("gepland op")
    reminded_at = models.DateTimeField("herinnerd op", null=True)
    held_at = models.DateTimeField("begonnen op", null=True)
    ended_at = models.DateTimeField("afgerond of afgezegd op", null=True)
    version = models.PositiveIntegerField(default=1)
    data_key = models.BinaryField("sleutel van het gesprek")
    content = models.BinaryField("afspraak in woorden")

    objects = TalkQuerySet.as_manager()

    class Meta:
        verbose_name = "keukentafelgesprek"
        verbose_name_plural = "keukentafelgesprekken"
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=TalkState.values), name="talk_state_known"
            ),
            models.CheckConstraint(condition=Q(place__in=Place.values), name="talk_place_known"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="talk_ends_after_begin"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["held", "concluded"], held_at__isnull=False)
                | Q(state__in=["planned", "cancelled"], held_at__isnull=True),
                name="talk_held_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["concluded", "cancelled"], ended_at__isnull=False)
                | Q(state__in=["planned", "held"], ended_at__isnull=True),
                name="talk_ended_has_moment",
            ),
            models.UniqueConstraint(
                fields=["notification"],
                condition=Q(state__in=["planned", "held"]),
                name="talk_one_live_per_melding",
            ),
        ]
        indexes = [
            models.Index(fields=["notification", "starts_at"], name="talk_by_melding"),
            models.Index(
                fields=["starts_at"], condition=Q(state__in=["planned", "held"]), name="talk_live"
            ),
            models.Index(
                fields=["held_at"], condition=Q(held_at__isnull=False), name="talk_by_held"
            ),
        ]

    class Privacy:
        personal = ("resident", "content", "data_key", "place", "starts_at", "ends_at")
        purpose = "Met de inwoner onderzoeken wat nodig is (WMO 2.3.2, GES-1)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return f"keukentafelgesprek {self.pk}"

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee in scope to this talk; scope was checked before."""
        deputy = bool(user.minded_ids) and not self._is_of(user)
        if user.acting_role == Role.TEAM_WORKER:
            return frozenset({TALK_DEPUTY if deputy else TALKER})
        return frozenset({REPORT_DEPUTY if deputy else REPORT_READER})

    def _is_of(self, user: User) -> bool:
        """Whether this employee is at the table by themselves, and not as a deputy (WN-7)."""
        is_worker = self.notification.handler_id == user.pk
        return is_worker or self.colleagues.filter(employee=user).exists()

    @cached_property
    def envelope(self) -> Envelope:
        """The opened key of this talk."""
        return Envelope(bytes(self.data_key), bound_to=self._key_name)

    def make_key(self) -> None:
        """Give a new talk its own key; the caller saves the row."""
        self.data_key = new_data_key(bound_to=self._key_name)

    def keep(self, words: dict[str, Any]) -> None:
        """Seal the appointment in words; the caller saves the row."""
        self.content = self.envelope.seal(json.dumps(words).encode(), bound_to=self._content_name)
        self.__dict__.pop("words", None)

    @cached_property
    def words(self) -> dict[str, Any]:
        """The appointment in words: ``place_note``, ``guests`` and ``cancel_reason``."""
        opened = self.envelope.unseal(bytes(self.content), bound_to=self._content_name)
        words: dict[str, Any] = json.loads(opened)
        return words

    @property
    def guests(self) -> list[tuple[str, str, str]]:
        """Who comes: what they are, their name, and who asked them, as the screen says it."""
        return [
            (GuestKind(kind).label, name, InvitedBy(invited).label)
            for kind, name, invited in self.words["guests"]
        ]

    @property
    def is_live(self) -> bool:
        """Whether something must still happen with it."""
        return self.state in LIVE_STATES

    @property
    def is_concluded(self) -> bool:
        """Whether what was said is frozen."""
        return self.state == TalkState.CONCLUDED

    @property
    def _key_name(self) -> str:
        return f"cases_kitchentabletalk|data_key|{self.uuid}"

    @property
    def _content_name(self) -> str:
        return f"cases_kitchentabletalk|content|{self.uuid}"


class TalkColleague(models.Model):
    """A colleague who was asked to join a talk, and may therefore read and write it (row 6)."""

    talk = models.ForeignKey(KitchenTableTalk, models.PROTECT, related_name="colleagues")
    employee = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="collega")

    class Meta:
        verbose_name = "collega bij een gesprek"
        verbose_name_plural = "collega's bij gesprekken"
        ordering = ["employee__last_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["talk", "employee"], name="talk_colleague_once"),
        ]

    class Privacy:
        personal = ("employee",)
        purpose = "Weten welke collega's bij het gesprek horen en erbij mogen"
        retention = "zo lang als het gesprek"

    def __str__(self) -> str:
        return str(self.employee)
