"""A referral to somebody outside, and whether it arrived (KET-10, KET-11)."""

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, Self
from uuid import UUID, uuid4

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.functional import cached_property

from cases.advice.models import SharedBy, Told
from cases.dossiers.models import FileColleague, HelpRequest, ResidentFile, SealedByFile
from cases.dossiers.models.files import WORKING_ROLES
from cases.liaisons.models import Liaison
from cases.referrals.lifecycle import ReferralState
from cases.residents.models import Consent, DataCategory, RecipientKind, Resident
from clusters.models import User
from common.weeks import midnight

OVER = [ReferralState.ARRIVED, ReferralState.FAILED, ReferralState.GIVEN_UP]
SHARED_BY = [SharedBy.CONSENT, SharedBy.GROUND]


class ReferralQuerySet(models.QuerySet["Referral"]):
    """Referrals."""

    def visible_to(self, user: User) -> Self:
        """Scope: only who works in the dossier, as casusregisseur or along (row 6)."""
        if user.acting_role not in WORKING_ROLES:
            return self.none()
        running = FileColleague.objects.running(timezone.localdate()).of(user)
        joined = Exists(running.filter(file=OuterRef("file")))
        return self.filter(user.on_desk("file__director") | Q(joined))

    def open(self) -> Self:
        """Of which nobody knows yet whether it arrived; they keep the dossier open (VW-5)."""
        return self.filter(state=ReferralState.SENT)

    def to_follow_up(self, user: User) -> Self:
        """Those that this casusregisseur asks about, the nearest day first (VW-3)."""
        if user.acting_role not in WORKING_ROLES:
            return self.none()
        return self.open().filter(user.on_desk("file__director")).order_by("follow_up_on", "pk")


class Referral(SealedByFile):
    """One hulpvraag that goes on to somebody outside, because of a consent or a ground (VW-1).

    ``content`` is to whom and why, ``result`` what came of it; both are sealed with the key of the
    dossier. ``consent`` is the row of the register that allows sharing.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    file = models.ForeignKey(ResidentFile, models.PROTECT, related_name="referrals")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    question = models.ForeignKey(HelpRequest, models.PROTECT, related_name="referrals")
    recipient_kind = models.ForeignKey(RecipientKind, models.PROTECT, related_name="+")
    liaison = models.ForeignKey(Liaison, models.PROTECT, null=True, related_name="+")
    shared_by = models.CharField("waarom delen mag", max_length=9, choices=SharedBy.choices)
    consent = models.ForeignKey(Consent, models.PROTECT, related_name="+")
    data: Any = models.ManyToManyField(DataCategory, related_name="+", verbose_name="gegevens")
    content = models.BinaryField("naar wie en waarom")
    referred_on = models.DateField("verwezen op")
    recorded_at = models.DateTimeField("vastgelegd op")
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    follow_up_on = models.DateField("nagaan of het lukte")
    state = models.CharField(
        "status", max_length=8, choices=ReferralState.choices, default=ReferralState.SENT
    )
    ended_at = models.DateTimeField("bekend op", null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    result = models.BinaryField("wat ervan kwam", default=bytes)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        verbose_name = "verwijzing"
        verbose_name_plural = "verwijzingen"
        ordering = ["-recorded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(shared_by__in=SHARED_BY), name="referral_shared_for_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(follow_up_on__gte=F("referred_on")), name="referral_asked_afterwards"
            ),
            models.CheckConstraint(
                condition=Q(state=ReferralState.SENT, ended_at=None, ended_by=None, result=b"")
                | (Q(state__in=OVER, ended_at__isnull=False, ended_by__isnull=False))
                & (Q(state=ReferralState.ARRIVED) | ~Q(result=b"")),
                name="referral_over_has_words",
            ),
        ]
        indexes = [
            models.Index(fields=["file", "recorded_at"], name="referral_of_file"),
            models.Index(
                fields=["file"], condition=Q(state=ReferralState.SENT), name="referral_to_follow_up"
            ),
        ]

    class Privacy:
        personal = (
            "resident",
            "content",
            "result",
            "recipient_kind",
            "data",
            "recorded_by",
            "ended_by",
        )
        purpose = "Weten waarheen een hulpvraag ging en of dat lukte (KET-10, KET-11)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return f"VW-{self.pk:07d}" if self.pk else "verwijzing"

    @property
    def seal_id(self) -> UUID:
        """The row gets its number only when it is saved."""
        return self.uuid

    def keep_told(self, told: Told) -> None:
        """Seal to whom and why; the caller saves the row."""
        self.keep(json.dumps(asdict(told)))
        self.__dict__.pop("told", None)

    @cached_property
    def told(self) -> Told:
        """To whom, why, and why without consent."""
        return Told(**json.loads(self.words))

    @property
    def referred_to(self) -> str:
        """To whom, in words."""
        name, organisation = self.told.name, self.told.organisation
        return f"{name} ({organisation})" if name else organisation

    @cached_property
    def outcome(self) -> str:
        """What came of it, or why it was given up; empty when nothing was written."""
        return self.opened("result")

    @property
    def is_open(self) -> bool:
        """Whether nobody knows yet whether it arrived."""
        return self.state == ReferralState.SENT

    @property
    def due_at(self) -> datetime:
        """When somebody asks whether it arrived."""
        return midnight(self.follow_up_on)

    def is_shared(self, day: date) -> bool:
        """Whether what allows sharing is in force; reads the consent."""
        return self.consent.is_in_force(day)

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee in scope to this referral; scope was checked before."""
        return self.file.relations_to(user)
