"""One hand-over of one dossier to one team, and what came of it (SST-1…3)."""

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import Self
from uuid import UUID, uuid4

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from cases.dossiers.models import ResidentFile, SealedByFile
from cases.dossiers.models.files import WORKING_ROLES
from cases.handovers.lifecycle import CAME_BACK, RUNNING, WAITING, HandoverState
from cases.handovers.models.choices import Agreed, Expertise, Offer, Refusal, Urgency, WarmTalk
from cases.handovers.receiving import WORKS_IN
from cases.permissions import HANDOVER_RECEIVER, HANDOVER_SENDER, HANDOVER_WITNESS
from cases.residents.models import Resident
from clusters.models import Role, Team, TeamKind, User

S = HandoverState
ENDED = [S.ACCEPTED, S.REFUSED, S.WITHDRAWN, S.EXPIRED, S.RETURNED]
OVER = [S.ACCEPTED, S.RETURNED]


class HandoverQuerySet(models.QuerySet["Handover"]):
    """Hand-overs."""

    def visible_to(self, user: User) -> Self:
        """Scope: who works in the dossier or offered it, the receiving team, both managers.

        The receiving team sees an offer as long as it waits and the resident agrees (OD-2).
        """
        if user.acting_role == Role.TEAM_MANAGER:
            teams = user.team_ids
            sent = self.exclude(state=S.DRAFT)
            return sent.filter(Q(from_team_id__in=teams) | Q(to_team_id__in=teams))
        if user.acting_role not in WORKING_ROLES:
            return self.none()
        mine = Q(file__in=ResidentFile.objects.mine(user)) | Q(offered_by=user)
        return self.filter(mine | self._for_team_of(user))

    def for_us(self, user: User) -> Self:
        """What waits for an answer of the team of this employee, who did not offer it."""
        return self.filter(self._for_team_of(user)).exclude(user.on_desk("offered_by"))

    def mine(self, user: User) -> Self:
        """What this employee offered, or what is offered of dossiers they direct."""
        return self.filter(Q(offered_by=user) | Q(file__director=user))

    def to_explain(self, user: User) -> Self:
        """On which the casusregisseur must say more."""
        return self.filter(state=S.ASKED, file__director=user)

    def came_back(self, user: User) -> Self:
        """Refused or expired, and not seen by the casusregisseur yet (OD-9)."""
        return self.filter(state__in=CAME_BACK, seen_at__isnull=True, file__director=user)

    def running(self) -> Self:
        """Those that did not end."""
        return self.filter(state__in=RUNNING)

    def expired(self, at: datetime) -> Self:
        """Without an answer after their term."""
        return self.filter(state__in=WAITING, answer_by__lt=at)

    def _for_team_of(self, user: User) -> Q:
        kinds = [kind for kind, role in WORKS_IN.items() if role == user.acting_role]
        agreed = Q(unagreed_at__isnull=True)
        at_us = Q(to_team_id__in=user.team_ids, to_team__kind__in=kinds, state__in=WAITING)
        return at_us & agreed


class Handover(SealedByFile):
    """The casusregie of one dossier is offered to one team (SST-3, ORG-16).

    ``content`` is the summary with the reasons, ``talk`` the warm talk, ``asked`` the question and
    ``answer`` the last words of an answer: all sealed with the key of the dossier.
    ``returns`` is the hand-over that this one takes back (OD-10).
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    file = models.ForeignKey(ResidentFile, models.PROTECT, related_name="handovers")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    from_team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    to_team = models.ForeignKey(Team, models.PROTECT, related_name="+", verbose_name="naar")
    returns = models.ForeignKey("self", models.PROTECT, null=True, related_name="returned_by")
    state = models.CharField("status", max_length=9, choices=HandoverState.choices, default=S.DRAFT)
    expertise = models.CharField(
        "gevraagde expertise", max_length=10, choices=Expertise, blank=True
    )
    urgency = models.CharField("hoe snel", max_length=6, choices=Urgency.choices)
    agreed = models.CharField("akkoord", max_length=8, choices=Agreed.choices)
    content = models.BinaryField("samenvatting en redenen")
    drafted_at = models.DateTimeField("begonnen op")
    drafted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    offered_at = models.DateTimeField("aangeboden op", null=True)
    offered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answer_by = models.DateTimeField("antwoord uiterlijk", null=True)
    asked = models.BinaryField("gevraagde toelichting", default=bytes)
    unagreed_at = models.DateTimeField("akkoord ingetrokken op", null=True)
    ended_at = models.DateTimeField("beëindigd op", null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reason = models.CharField("waarom niet", max_length=12, choices=Refusal, blank=True)
    answer = models.BinaryField("antwoord in woorden", default=bytes)
    director = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    talk = models.BinaryField("warme overdracht", default=bytes)
    seen_at = models.DateTimeField("gezien door de afzender op", null=True)
    version = models.PositiveIntegerField(default=1)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        verbose_name = "overdracht"
        verbose_name_plural = "overdrachten"
        ordering = ["-drafted_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["file"], condition=Q(state__in=sorted(RUNNING)), name="handover_one_running"
            ),
            models.CheckConstraint(
                condition=~Q(from_team=models.F("to_team")), name="handover_to_another_team"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[S.DRAFT, S.WITHDRAWN])
                | Q(offered_at__isnull=False, offered_by__isnull=False, answer_by__isnull=False),
                name="handover_offered_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state__in=ENDED, ended_at__isnull=False)
                | Q(~Q(state__in=ENDED), ended_at__isnull=True),
                name="handover_ended_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(state=S.REFUSED, reason__in=Refusal.values)
                | Q(~Q(state=S.REFUSED), reason=""),
                name="handover_refused_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OVER, director__isnull=False, ended_by__isnull=False)
                | Q(~Q(state__in=OVER), director__isnull=True),
                name="handover_accepted_by_director",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=OVER) | ~Q(ended_by=models.F("offered_by")),
                name="handover_accepted_by_another",
            ),
        ]
        indexes = [
            models.Index(fields=["file", "drafted_at"], name="handover_of_file"),
            models.Index(fields=["to_team", "state", "answer_by"], name="handover_to_team"),
            models.Index(fields=["from_team", "drafted_at"], name="handover_from_team"),
            models.Index(fields=["to_team", "offered_at"], name="handover_offered_to"),
            models.Index(fields=["from_team", "offered_at"], name="handover_offered_by"),
            models.Index(
                fields=["answer_by"],
                condition=Q(state__in=sorted(WAITING)),
                name="handover_waiting",
            ),
        ]

    class Privacy:
        personal = (
            "resident",
            "content",
            "asked",
            "answer",
            "talk",
            "drafted_by",
            "offered_by",
            "ended_by",
            "director",
        )
        purpose = "Een warme overdracht die niet tussen twee bureaus valt (SST-1, SST-3)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """The number by which people speak of it."""
        return f"OD-{self.pk:07d}" if self.pk else "overdracht"

    @property
    def seal_id(self) -> UUID:
        """The row gets its number only when it is saved."""
        return self.uuid

    @property
    def is_waiting(self) -> bool:
        """Whether the receiving team must still answer."""
        return self.state in WAITING

    @property
    def is_running(self) -> bool:
        """Whether it did not end."""
        return self.state in RUNNING

    def keep_offer(self, offer: Offer) -> None:
        """Seal the summary and the reasons; the caller saves the row."""
        self.keep(json.dumps(asdict(offer)))
        self.__dict__.pop("offer", None)

    @cached_property
    def offer(self) -> Offer:
        """What the receiving team reads."""
        return Offer(**json.loads(self.words))

    def keep_talk(self, talk: WarmTalk) -> None:
        """Seal the warm talk; the caller saves the row."""
        told = asdict(talk) | {"on": talk.on.isoformat()}
        self.talk = self.shut("talk", json.dumps(told))
        self.__dict__.pop("warm_talk", None)

    @cached_property
    def warm_talk(self) -> WarmTalk | None:
        """The talk at the hand-over; None before there was one."""
        if not self.talk:
            return None
        told = json.loads(self.opened("talk"))
        return WarmTalk(**told | {"on": date.fromisoformat(told["on"])})

    @property
    def question(self) -> str:
        """What the receiving team asked; empty when it asked nothing."""
        return self.opened("asked")

    @property
    def last_words(self) -> str:
        """The words of the last answer; empty when there are none."""
        return self.opened("answer")

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee in scope to this hand-over; scope was checked before."""
        if user.acting_role == Role.TEAM_MANAGER:
            return frozenset({HANDOVER_WITNESS})
        found = set(self.file.relations_to(user))
        if self.file.director_id == user.pk:
            found.add(HANDOVER_SENDER)
        if self.is_waiting and not user.desk_ids & {self.offered_by_id, self.file.director_id}:
            at_us = self.to_team_id in user.team_ids and self.unagreed_at is None
            if at_us and WORKS_IN.get(TeamKind(self.to_team.kind)) == user.acting_role:
                found.add(HANDOVER_RECEIVER)
        if not found:
            found.add(HANDOVER_WITNESS)
        return frozenset(found)
