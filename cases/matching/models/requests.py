"""A request for a volunteer, and what came of it (ORG-4, COL-6)."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Self
from uuid import UUID, uuid4

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.functional import cached_property

from cases.community.models import Offer
from cases.dossiers.models import FileColleague, HelpRequest, ResidentFile, SealedByFile
from cases.dossiers.models.files import WORKING_ROLES
from cases.matching.coordinators import clusters_of, coordinates, coordinating
from cases.matching.lifecycle import RUNNING, UNANSWERED, MatchState
from cases.matching.models.wishes import (
    Gender,
    MatchUrgency,
    NoMatch,
    SharedBy,
    Wish,
    consents_to_share,
)
from cases.permissions import MATCH_COORDINATOR, MATCH_DEPUTY
from cases.residents.models import Consent, Resident
from clusters.models import Cluster, Role, Team, User
from common.weeks import midnight

NAME_LENGTH = 120


class MatchQuerySet(models.QuerySet["MatchRequest"]):
    """Match requests."""

    def visible_to(self, user: User) -> Self:
        """Scope: who works in the dossier, and the coordinator as long as that may be shared."""
        if user.acting_role not in WORKING_ROLES:
            return self.none()
        seen = self._working(user)
        if user.acting_role == Role.TEAM_WORKER:
            seen |= self._asked_of(user) & self._shared(user)
        return self.filter(seen)

    def of_my_files(self, user: User) -> Self:
        """What was asked from the dossiers in which this employee works.

        Joined to the dossier instead of a list of dossiers: then the newest are looked at first.
        """
        joined = FileColleague.objects.files_of(user)
        return self.filter(user.on_desk("file__director") | Q(file__in=joined))

    def on_desk_of(self, user: User) -> Self:
        """What this coordinator has to answer: asked of them, taken, or of nobody yet."""
        mine = self.filter(self._asked_of(user) & self._shared(user), state__in=UNANSWERED)
        return mine.filter(user.on_desk("coordinator") | Q(coordinator__isnull=True))

    def answered_by(self, user: User) -> Self:
        """What this coordinator answered, or what was withdrawn meanwhile."""
        rows = self.filter(self._shared(user), user.on_desk("coordinator"))
        return rows.exclude(state__in=UNANSWERED)

    def to_follow_up(self, user: User) -> Self:
        """Of which the casusregisseur must still ask whether the volunteer came (MV-10)."""
        return self.filter(user.on_desk("file__director"), state=MatchState.MATCHED)

    def running(self) -> Self:
        """Those that still ask something of somebody."""
        return self.filter(state__in=RUNNING)

    def _working(self, user: User) -> Q:
        joined = FileColleague.objects.running(timezone.localdate()).of(user)
        return user.on_desk("file__director") | Q(Exists(joined.filter(file=OuterRef("file_id"))))

    def _asked_of(self, user: User) -> Q:
        """By name, or as one of those who coordinate in the cluster."""
        asked = user.on_desk("coordinator")
        if user.acting_role == Role.TEAM_WORKER:
            of_all = Q(of_everybody=True, cluster_id__in=clusters_of(user), state__in=UNANSWERED)
            asked |= of_all & Q(Exists(coordinating(user)))
        return asked

    def _shared(self, user: User) -> Q:
        """Within the team, or with a consent that is in force today (MV-3)."""
        agreed = Exists(consents_to_share(OuterRef("resident_id"), timezone.localdate()))
        within = Q(shared_by=SharedBy.TEAM, team_id__in=user.team_ids)
        return within | (Q(shared_by=SharedBy.CONSENT) & Q(agreed))


class MatchRequest(SealedByFile):
    """One question for a volunteer, put to one coordinator or to those of the cluster (MV-1).

    ``content`` is the wish, ``answer`` the last words of an answer; both are sealed with the key of
    the dossier. Who answers sees this row and never the dossier (MV-2).
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    file = models.ForeignKey(ResidentFile, models.PROTECT, related_name="matches")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    question = models.ForeignKey(HelpRequest, models.PROTECT, related_name="matches")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    cluster = models.ForeignKey(Cluster, models.PROTECT, null=True, related_name="+")
    offer = models.ForeignKey(Offer, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField("gevraagd op")
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    of_everybody = models.BooleanField("gevraagd aan iedereen in het cluster")
    coordinator = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    urgency = models.CharField("hoe snel", max_length=6, choices=MatchUrgency.choices)
    shared_by = models.CharField("waarom delen mag", max_length=7, choices=SharedBy.choices)
    consent = models.ForeignKey(Consent, models.PROTECT, null=True, related_name="+")
    content = models.BinaryField("wat is gevraagd")
    answer_by = models.DateTimeField("antwoord uiterlijk")
    state = models.CharField(
        "status", max_length=9, choices=MatchState.choices, default=MatchState.ASKED
    )
    answered_at = models.DateTimeField("beantwoord op", null=True)
    matched_with = models.CharField("organisatie of aanbod", max_length=NAME_LENGTH, blank=True)
    first_contact_on = models.DateField("eerste contact", null=True)
    follow_up_on = models.DateField("nagaan of het liep", null=True)
    reason = models.CharField("waarom geen match", max_length=10, choices=NoMatch, blank=True)
    answer = models.BinaryField("toelichting", default=bytes)

    objects = MatchQuerySet.as_manager()

    class Meta:
        verbose_name = "gevraagde match"
        verbose_name_plural = "gevraagde matches"
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(shared_by=SharedBy.TEAM, consent__isnull=True, of_everybody=False)
                | Q(shared_by=SharedBy.CONSENT, consent__isnull=False),
                name="match_shared_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(coordinator__isnull=False)
                | Q(of_everybody=True, state__in=[MatchState.ASKED, MatchState.WITHDRAWN]),
                name="match_is_asked_of_somebody",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=[MatchState.MATCHED, MatchState.ARRIVED, MatchState.FAILED],
                    first_contact_on__isnull=False,
                    follow_up_on__isnull=False,
                )
                & ~Q(matched_with="")
                | Q(
                    ~Q(state__in=[MatchState.MATCHED, MatchState.ARRIVED, MatchState.FAILED]),
                    matched_with="",
                    first_contact_on__isnull=True,
                    follow_up_on__isnull=True,
                ),
                name="match_with_somebody_from_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state=MatchState.NO_MATCH, reason__in=NoMatch.values)
                | (~Q(state=MatchState.NO_MATCH) & Q(reason="")),
                name="match_none_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[MatchState.ASKED, MatchState.TAKEN], answered_at=None)
                | (~Q(state__in=[MatchState.ASKED, MatchState.TAKEN]) & ~Q(answered_at=None)),
                name="match_answered_has_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["file", "asked_at"], name="match_of_file"),
            models.Index(fields=["-asked_at", "-id"], name="match_newest_first"),
            models.Index(fields=["coordinator", "state", "asked_at"], name="match_of_coordinator"),
            models.Index(
                fields=["cluster", "state", "asked_at"],
                condition=Q(of_everybody=True),
                name="match_of_cluster",
            ),
            models.Index(
                fields=["file"], condition=Q(state=MatchState.MATCHED), name="match_to_follow_up"
            ),
        ]

    class Privacy:
        personal = ("resident", "content", "answer", "matched_with", "asked_by", "coordinator")
        purpose = "Een vrijwilliger vinden en weten wat ervan kwam (ORG-4, COL-6)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """The number by which people speak of it."""
        return f"MA-{self.pk:07d}" if self.pk else "gevraagde match"

    @property
    def seal_id(self) -> UUID:
        """The row gets its number only when it is saved."""
        return self.uuid

    def keep_wish(self, wish: Wish) -> None:
        """Seal what is asked; the caller saves the row."""
        self.keep(json.dumps(asdict(wish)))
        self.__dict__.pop("wish", None)

    @cached_property
    def wish(self) -> Wish:
        """What is asked."""
        return Wish(**json.loads(self.words))

    @property
    def gender_wish(self) -> str:
        """Whom the resident prefers, in words."""
        return dict(Gender.choices).get(self.wish.gender, "")

    def keep_answer(self, words: str) -> None:
        """Seal the words of an answer; the caller saves the row."""
        sealed = self.file.envelope.seal(words.encode(), bound_to=self._answer_name)
        self.answer = sealed if words else b""
        self.__dict__.pop("answer_words", None)

    @cached_property
    def answer_words(self) -> str:
        """The last words of an answer; empty when there are none."""
        if not self.answer:
            return ""
        opened = self.file.envelope.unseal(bytes(self.answer), bound_to=self._answer_name)
        return opened.decode()

    @property
    def due_at(self) -> datetime:
        """When something must be done: the answer, and then the question whether it works."""
        return midnight(self.follow_up_on) if self.follow_up_on else self.answer_by

    @property
    def is_running(self) -> bool:
        """Whether it still asks something of somebody."""
        return self.state in RUNNING

    @property
    def is_unanswered(self) -> bool:
        """Whether the coordinator must still answer."""
        return self.state in UNANSWERED

    @property
    def is_shared(self) -> bool:
        """Whether the coordinator may still know it today; a query when it hangs on a consent."""
        if self.shared_by == SharedBy.TEAM:
            return True
        return consents_to_share(self.resident_id, timezone.localdate()).exists()

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee in scope to this request; scope was checked before."""
        found = self.file.relations_to(user)
        is_open_to_all = self.coordinator_id is None and coordinates(user)
        if user.acting_role == Role.TEAM_WORKER and (self.coordinator_id == user.pk):
            return found | {MATCH_COORDINATOR}
        if user.acting_role == Role.TEAM_WORKER and self.coordinator_id in user.minded_ids:
            return found | {MATCH_DEPUTY}
        if is_open_to_all and self.cluster_id in clusters_of(user) and self.is_shared:
            return found | {MATCH_COORDINATOR}
        return found

    @property
    def _answer_name(self) -> str:
        return f"{self._meta.db_table}|answer|{self.uuid}"
