"""A question for advice, and its answer (KET-1, SST-8, DIF-3)."""

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, Self
from uuid import UUID, uuid4

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.functional import cached_property

from cases.advice.lifecycle import AdviceState
from cases.advice.models.norms import AdviceKind
from cases.advice.models.wishes import SharedBy, Told
from cases.dossiers.models import FileColleague, HelpRequest, ResidentFile, SealedByFile
from cases.dossiers.models.files import WORKING_ROLES
from cases.liaisons.models import Liaison
from cases.permissions import ADVISER
from cases.residents.models import Consent, DataCategory, RecipientKind, Resident
from clusters.models import Membership, Team, User
from common.periods import valid_q

OVER = [AdviceState.ANSWERED, AdviceState.READ, AdviceState.WITHDRAWN]


class AdviceQuerySet(models.QuerySet["AdviceRequest"]):
    """Questions for advice."""

    def visible_to(self, user: User) -> Self:
        """Scope: who works in the dossier, and who is asked as long as that may be shared."""
        if user.acting_role not in WORKING_ROLES:
            return self.none()
        return self.filter(self._working(user) | (self._asked_of(user) & self._shared(user)))

    def of_my_files(self, user: User) -> Self:
        """What was asked from the dossiers in which this employee works."""
        return self.filter(file__in=ResidentFile.objects.mine(user))

    def on_desk_of(self, user: User) -> Self:
        """What this employee has to answer."""
        rows = self.filter(self._asked_of(user) & self._shared(user))
        return rows.filter(state=AdviceState.ASKED)

    def answered_by(self, user: User) -> Self:
        """What this employee answered, or what was withdrawn meanwhile."""
        rows = self.filter(self._asked_of(user) & self._shared(user))
        return rows.exclude(state=AdviceState.ASKED)

    def waited_for_by(self, user: User) -> Self:
        """Answers to read, and answers to fetch from somebody without an account (AV-7, AV-9).

        Of who asked; of the casusregisseur when that colleague no longer works in the dossier.
        """
        works = self._joined().filter(employee=OuterRef("asked_by"))
        asker_left = ~Exists(works) & ~Q(file__director=F("asked_by"))
        mine = user.on_desk("asked_by") & self._working(user)
        mine |= Q(asker_left) & user.on_desk("file__director")
        outside = Q(state=AdviceState.ASKED, adviser__isnull=True)
        return self.filter(mine, Q(state=AdviceState.ANSWERED) | outside)

    def unanswered(self) -> Self:
        """Those that still wait for an answer, and keep the dossier open (AV-10)."""
        return self.filter(state=AdviceState.ASKED)

    def to_remind(self, at: datetime) -> Self:
        """Of which the term is over and nobody was told."""
        rows = self.unanswered().filter(answer_by__lt=at, reminded_at=None)
        return rows.order_by("answer_by", "pk")

    def _joined(self) -> Any:
        return FileColleague.objects.running(timezone.localdate()).filter(file=OuterRef("file_id"))

    def _working(self, user: User) -> Q:
        return user.on_desk("file__director") | Q(Exists(self._joined().of(user)))

    def _asked_of(self, user: User) -> Q:
        """By name, as somebody of the team in which they were asked."""
        return Q(adviser=user, adviser_team_id__in=user.team_ids)

    def _shared(self, user: User) -> Q:
        """Anonymous, within the team, or with what is in force today (AV-3, AV-4)."""
        today = timezone.localdate()
        standing = Q(consent__withdrawn_on__isnull=True) | Q(consent__withdrawn_on__gt=today)
        agreed = Q(consent__isnull=False) & valid_q(today, "consent__") & standing
        within = Q(shared_by=SharedBy.TEAM, team_id__in=user.team_ids)
        return Q(shared_by=SharedBy.ANONYMOUS) | within | agreed


class AdviceRequest(SealedByFile):
    """One question for advice, put to one colleague or to somebody without an account (AV-1).

    ``content`` is what is asked and of whom outside, ``answer`` the answer or why it was taken
    back; both are sealed with the key of the dossier. Who answers sees this row, never the dossier
    (AV-2). ``consent`` is the row of the register that allows sharing: a consent, or a ground.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    file = models.ForeignKey(ResidentFile, models.PROTECT, related_name="advice_requests")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    question = models.ForeignKey(HelpRequest, models.PROTECT, null=True, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField("gevraagd op")
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    kind = models.CharField("wat is gevraagd", max_length=8, choices=AdviceKind.choices)
    recipient_kind = models.ForeignKey(RecipientKind, models.PROTECT, related_name="+")
    adviser = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    adviser_team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    liaison = models.ForeignKey(Liaison, models.PROTECT, null=True, related_name="+")
    shared_by = models.CharField("waarom delen mag", max_length=9, choices=SharedBy.choices)
    consent = models.ForeignKey(Consent, models.PROTECT, null=True, related_name="+")
    data: Any = models.ManyToManyField(DataCategory, related_name="+", verbose_name="gegevens")
    content = models.BinaryField("wat is gevraagd en aan wie buiten")
    answer_by = models.DateTimeField("antwoord uiterlijk")
    reminded_at = models.DateTimeField("herinnerd op", null=True)
    state = models.CharField(
        "status", max_length=9, choices=AdviceState.choices, default=AdviceState.ASKED
    )
    ended_at = models.DateTimeField("beantwoord of ingetrokken op", null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answer = models.BinaryField("antwoord", default=bytes)

    objects = AdviceQuerySet.as_manager()

    class Meta:
        verbose_name = "adviesvraag"
        verbose_name_plural = "adviesvragen"
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(shared_by=SharedBy.TEAM, consent__isnull=True, adviser__isnull=False)
                | Q(shared_by=SharedBy.ANONYMOUS, consent__isnull=True)
                | Q(shared_by__in=[SharedBy.CONSENT, SharedBy.GROUND], consent__isnull=False),
                name="advice_shared_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(adviser__isnull=True, adviser_team__isnull=True)
                | Q(adviser__isnull=False, adviser_team__isnull=False, liaison__isnull=True),
                name="advice_asked_in_a_team",
            ),
            models.CheckConstraint(
                condition=Q(state=AdviceState.ASKED, ended_at=None, ended_by=None, answer=b"")
                | (Q(state__in=OVER, ended_at__isnull=False, ended_by__isnull=False))
                & ~Q(answer=b""),
                name="advice_over_has_words",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=AdviceKind.values), name="advice_kind_known"
            ),
        ]
        indexes = [
            models.Index(fields=["file", "asked_at"], name="advice_of_file"),
            models.Index(fields=["adviser", "state", "asked_at"], name="advice_of_adviser"),
            models.Index(fields=["asked_by", "state"], name="advice_by_asker"),
            models.Index(fields=["team", "asked_at"], name="advice_of_team"),
            models.Index(
                fields=["adviser_team", "answer_by"],
                condition=Q(state=AdviceState.ASKED),
                name="advice_for_team",
            ),
            models.Index(
                fields=["answer_by", "id"],
                condition=Q(state=AdviceState.ASKED, reminded_at__isnull=True),
                name="advice_to_remind",
            ),
        ]

    class Privacy:
        personal = (
            "resident",
            "content",
            "answer",
            "asked_by",
            "adviser",
            "ended_by",
            "recipient_kind",
            "data",
        )
        purpose = "Advies vragen zonder de regie te verplaatsen (KET-1, SST-8, DIF-3)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """The number by which people speak of it."""
        return f"AV-{self.pk:07d}" if self.pk else "adviesvraag"

    @property
    def seal_id(self) -> UUID:
        """The row gets its number only when it is saved."""
        return self.uuid

    def keep_told(self, told: Told) -> None:
        """Seal what is asked and of whom outside; the caller saves the row."""
        self.keep(json.dumps(asdict(told)))
        self.__dict__.pop("told", None)

    @cached_property
    def told(self) -> Told:
        """What is asked, of whom outside, and why without consent."""
        return Told(**json.loads(self.words))

    def keep_answer(self, words: str) -> None:
        """Seal the answer, or why it was taken back; the caller saves the row."""
        self.answer = self.shut("answer", words)
        self.__dict__.pop("answer_words", None)

    @cached_property
    def answer_words(self) -> str:
        """The answer, or why it was taken back; empty when there is none yet."""
        return self.opened("answer")

    @property
    def asked_of(self) -> str:
        """Who is asked, by name; somebody outside with the organisation."""
        if self.adviser is not None:
            return f"{self.adviser} ({self.adviser_team})"
        where = self.told.organisation or str(self.recipient_kind)
        return f"{self.told.name} ({where})"

    @property
    def is_anonymous(self) -> bool:
        """Whether who is asked may not know about whom it is."""
        return self.shared_by == SharedBy.ANONYMOUS

    @property
    def is_unanswered(self) -> bool:
        """Whether an answer is still waited for."""
        return self.state == AdviceState.ASKED

    def is_shared(self, day: date) -> bool:
        """Whether what allows sharing is in force; reads the consent when there is one."""
        return self.consent is None or self.consent.is_in_force(day)

    def reaches_adviser(self, day: date) -> bool:
        """Whether the colleague who was asked can still open it; at most two queries."""
        running = Membership.objects.running(day).filter(user=self.adviser_id)
        still = running.filter(team=self.adviser_team_id).exists()
        return still and self.is_shared(day)

    def who_waits(self, day: date) -> int:
        """Who asked, or the casusregisseur when that colleague left the dossier; one query."""
        works = self.file.workers(day).filter(pk=self.asked_by_id).exists()
        return self.asked_by_id if works else self.file.director_id

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee in scope to this question; scope was checked before."""
        found = self.file.relations_to(user)
        asked = self.adviser_id == user.pk and self.adviser_team_id in user.team_ids
        return found | {ADVISER} if asked else found
