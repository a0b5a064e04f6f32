"""A point on the agenda: what of a dossier is put on the table, and nothing else of it (KET-3)."""

import json
from typing import Any, Self
from uuid import UUID, uuid4

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.functional import cached_property

from cases.conferences.lifecycle import ItemState
from cases.conferences.models.choices import GUEST_ROLES, Topic
from cases.conferences.models.meetings import Conference
from cases.dossiers.models import FileColleague, HelpRequest, ResidentFile, SealedByFile
from cases.dossiers.models.files import WORKING_ROLES
from cases.permissions import (
    CASE_DEPUTY,
    CASE_DIRECTOR,
    CONFERENCE_GUEST,
    FILE_COLLEAGUE,
    FILE_DEPUTY,
    ITEM_CHAIR,
)
from cases.residents.models import DataCategory, Resident
from clusters.models import User

SHORTEST, LONGEST = 5, 120


class ItemQuerySet(models.QuerySet["ConferenceItem"]):
    """Points."""

    def visible_to(self, user: User) -> Self:
        """Scope: who works in the dossier, and who is a guest as long as that lasts (CT-6)."""
        if user.acting_role not in GUEST_ROLES:
            return self.none()
        return self.filter(self._working(user) | self._as_guest(user))

    def of_my_files(self, user: User) -> Self:
        """Of the dossiers in which this employee works."""
        if user.acting_role not in WORKING_ROLES:
            return self.none()
        return self.filter(file__in=ResidentFile.objects.mine(user))

    def worked_in(self, user: User) -> Self:
        """The same, or where one only reads along, without asking first which those are."""
        return self.filter(self._working(user))

    def guest_of(self, user: User) -> Self:
        """Those at which this employee is a guest."""
        if user.acting_role not in GUEST_ROLES:
            return self.none()
        return self.filter(self._as_guest(user))

    def waiting(self) -> Self:
        """Those that are still to be discussed."""
        return self.filter(state=ItemState.WAITING)

    def to_discuss(self, user: User) -> Self:
        """What this employee was invited for, the nearest meeting first."""
        rows = self.guest_of(user).waiting().filter(conference__state="planned")
        return rows.order_by("conference__held_on", "pk")

    def left_over(self, user: User) -> Self:
        """What this casusregisseur brings elsewhere: there is no next meeting for it (CT-16)."""
        if user.acting_role not in WORKING_ROLES:
            return self.none()
        rows = self.waiting().filter(user.on_desk("file__director"))
        return rows.exclude(conference__state="planned").order_by("conference__held_on", "pk")

    def on_agenda(self) -> Self:
        """As the agenda has them, in their order."""
        return self.exclude(state=ItemState.WITHDRAWN).order_by("position", "pk")

    def _working(self, user: User) -> Q:
        if user.acting_role not in WORKING_ROLES:
            return Q(pk__in=())
        running = FileColleague.objects.running(timezone.localdate()).of(user)
        joined = Exists(running.filter(file=OuterRef("file_id")))
        return user.on_desk("file__director") | Q(joined)

    def _as_guest(self, user: User) -> Q:
        field: Any = ConferenceItem._meta.get_field("invitations")
        rows = field.related_model.objects.standing(user, timezone.localdate())
        return Q(Exists(rows.filter(item=OuterRef("pk"))))


class ConferenceItem(SealedByFile):
    """One question from a dossier on the agenda of one meeting (CT-5).

    ``content`` is the question and the summary, ``answer`` the minutes; both are sealed with the
    key of the dossier. ``ending`` says why it was taken back. A guest sees this row and never the
    dossier (CT-6).
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    file = models.ForeignKey(ResidentFile, models.PROTECT, related_name="conference_items")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    question = models.ForeignKey(HelpRequest, models.PROTECT, null=True, related_name="+")
    conference = models.ForeignKey(Conference, models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField("volgorde")
    minutes = models.PositiveSmallIntegerField("minuten")
    topic = models.CharField("onderwerp", max_length=9, choices=Topic.choices)
    is_anonymous = models.BooleanField("anoniem", default=False)
    data: Any = models.ManyToManyField(DataCategory, related_name="+", verbose_name="gegevens")
    content = models.BinaryField("vraag en samenvatting")
    brought_at = models.DateTimeField("ingebracht op")
    brought_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    state = models.CharField(
        "status", max_length=9, choices=ItemState.choices, default=ItemState.WAITING
    )
    answer = models.BinaryField("verslag, of waarom ingetrokken", default=bytes)
    ended_at = models.DateTimeField("besproken of ingetrokken op", null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = "bespreekpunt"
        verbose_name_plural = "bespreekpunten"
        ordering = ["-brought_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ItemState.WAITING, ended_at=None, ended_by=None, answer=b"")
                | (
                    Q(
                        state__in=[ItemState.DISCUSSED, ItemState.WITHDRAWN],
                        ended_at__isnull=False,
                        ended_by__isnull=False,
                    )
                    & ~Q(answer=b"")
                ),
                name="item_over_has_words",
            ),
            models.CheckConstraint(condition=~Q(content=b""), name="item_has_words"),
            models.CheckConstraint(
                condition=Q(topic__in=Topic.values) & Q(minutes__range=(SHORTEST, LONGEST)),
                name="item_topic_and_time_known",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("brought_at")),
                name="item_ends_after_begin",
            ),
        ]
        indexes = [
            models.Index(fields=["file", "brought_at"], name="item_of_file"),
            models.Index(fields=["conference", "position", "id"], name="item_of_conference"),
        ]

    class Privacy:
        personal = ("resident", "content", "answer", "brought_by", "ended_by", "topic", "data")
        purpose = "Een casus bespreken zonder de regie te verplaatsen (KET-3, KET-7)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """The number by which people speak of it."""
        return f"BP-{self.pk:07d}" if self.pk else "bespreekpunt"

    @property
    def seal_id(self) -> UUID:
        """The row gets its number only when it is saved."""
        return self.uuid

    def keep_told(self, ask: str, summary: str) -> None:
        """Seal the question and what one must know for it; the caller saves the row."""
        self.keep(json.dumps({"ask": ask, "summary": summary}))
        self.__dict__.pop("told", None)

    @cached_property
    def told(self) -> dict[str, str]:
        """The question (``ask``) and the ``summary``."""
        found: dict[str, str] = json.loads(self.words)
        return found

    def keep_answer(self, words: str) -> None:
        """Seal the minutes, or why it was taken back; the caller saves the row."""
        self.answer = self.shut("answer", words)
        self.__dict__.pop("answer_words", None)

    @cached_property
    def answer_words(self) -> str:
        """The minutes, or why it was taken back; empty when there are none."""
        return self.opened("answer")

    @property
    def is_waiting(self) -> bool:
        """Whether it is still to be discussed."""
        return self.state == ItemState.WAITING

    @property
    def is_discussed(self) -> bool:
        """Whether there are minutes."""
        return self.state == ItemState.DISCUSSED

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee in scope to this point; without a tie to its dossier: a guest."""
        found = self.file.relations_to(user)
        if found & {CASE_DIRECTOR, FILE_COLLEAGUE, CASE_DEPUTY, FILE_DEPUTY}:
            return found
        guests: Any = self.invitations  # type: ignore[attr-defined]
        if found and not guests.standing(user, timezone.localdate()).exists():
            return found
        leads = self.conference.chair_id == user.pk
        return found | ({CONFERENCE_GUEST, ITEM_CHAIR} if leads else {CONFERENCE_GUEST})
