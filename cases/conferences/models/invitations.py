"""A guest at one point: who it is, and why they may know what is put on the table (CT-6, CT-7)."""

import json
from dataclasses import asdict
from datetime import date, timedelta
from typing import Self
from uuid import UUID, uuid4

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from cases.advice.models import SharedBy
from cases.conferences.lifecycle import ItemState
from cases.conferences.models.choices import GUEST_ROLES, access_days
from cases.conferences.models.items import ConferenceItem
from cases.conferences.models.words import Guest
from cases.dossiers.lifecycle import FileState
from cases.dossiers.models import ResidentFile, SealedByFile
from cases.liaisons.models import Liaison
from cases.residents.models import Consent, RecipientKind, Resident
from clusters.models import Role, Team, User
from common.periods import valid_q


class InvitationQuerySet(models.QuerySet["ItemInvitation"]):
    """Guests, also those who were taken off."""

    def visible_to(self, user: User) -> Self:
        """Scope: with the point, for who works in its dossier and for the guest."""
        return self.filter(item__in=ConferenceItem.objects.visible_to(user))

    def current(self) -> Self:
        """Those who were not taken off."""
        return self.filter(withdrawn_at__isnull=True)

    def standing(self, user: User, day: date) -> Self:
        """By which this employee sees a point today, in the role and team of the invitation.

        From the invitation until so many days after the meeting; not once the dossier is closed or
        the point is taken back (CT-6, CT-8).
        """
        if user.acting_role not in GUEST_ROLES:
            return self.none()
        mine = Q(team__isnull=True) | Q(team_id__in=user.team_ids)
        rows = self.current().filter(mine, person=user, role=user.acting_role)
        return rows.filter(
            self._shared(user, day),
            item__conference__held_on__gte=day - timedelta(days=access_days()),
            item__file__state=FileState.OPEN,
        ).exclude(item__state=ItemState.WITHDRAWN)

    def _shared(self, user: User, day: date) -> Q:
        """Within the team whose dossier it is, anonymous, or with what is in force (CT-7, CT-8)."""
        standing = Q(consent__withdrawn_on__isnull=True) | Q(consent__withdrawn_on__gt=day)
        in_force = Q(consent__isnull=False) & valid_q(day, "consent__") & standing
        alive = Q(shared_by=SharedBy.CONSENT, resident__deceased_on__isnull=True)
        agreed = in_force & (alive | Q(shared_by=SharedBy.GROUND))
        within = Q(shared_by=SharedBy.TEAM, item__file__team_id__in=user.team_ids)
        return Q(shared_by=SharedBy.ANONYMOUS) | within | agreed


class ItemInvitation(SealedByFile):
    """One guest at one point: a colleague, a linking pin or somebody without an account (CT-11).

    ``content`` holds who it is outside and why without consent, sealed with the key of the
    dossier. ``consent`` is the row of the register that allows sharing: a consent, or a ground.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    item = models.ForeignKey(ConferenceItem, models.PROTECT, related_name="invitations")
    file = models.ForeignKey(ResidentFile, models.PROTECT, related_name="+")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    person = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    role = models.CharField("als", max_length=20, choices=Role.choices, blank=True)
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    liaison = models.ForeignKey(Liaison, models.PROTECT, null=True, related_name="+")
    recipient_kind = models.ForeignKey(RecipientKind, models.PROTECT, related_name="+")
    shared_by = models.CharField("waarom delen mag", max_length=9, choices=SharedBy.choices)
    consent = models.ForeignKey(Consent, models.PROTECT, null=True, related_name="+")
    knows_safety = models.BooleanField("mag weten wat er over veiligheid staat", default=False)
    content = models.BinaryField("wie het is buiten, en waarom zonder toestemming")
    invited_at = models.DateTimeField("uitgenodigd op")
    invited_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    was_there = models.BooleanField("was erbij", null=True)
    withdrawn_at = models.DateTimeField("afgezegd op", null=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "deelnemer aan een bespreekpunt"
        verbose_name_plural = "deelnemers aan bespreekpunten"
        ordering = ["invited_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "person"],
                condition=Q(withdrawn_at__isnull=True, person__isnull=False),
                name="guest_invited_once",
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True, role="", team__isnull=True)
                | Q(person__isnull=False, liaison__isnull=True) & ~Q(role=""),
                name="guest_has_role",
            ),
            models.CheckConstraint(
                condition=Q(shared_by=SharedBy.TEAM, consent__isnull=True, person__isnull=False)
                | Q(shared_by=SharedBy.ANONYMOUS, consent__isnull=True)
                | Q(shared_by__in=[SharedBy.CONSENT, SharedBy.GROUND], consent__isnull=False),
                name="guest_knows_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="guest_taken_off_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["person", "withdrawn_at"], name="guest_by_person")]

    class Privacy:
        personal = ("resident", "person", "content", "recipient_kind", "invited_by", "withdrawn_by")
        purpose = "Weten wie waarom iets van de inwoner zag (KET-3, KET-5)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return f"deelnemer bij {self.item}"

    @property
    def seal_id(self) -> UUID:
        """The row gets its number only when it is saved."""
        return self.uuid

    def keep_told(self, guest: Guest) -> None:
        """Seal who it is outside and why without consent; the caller saves the row."""
        self.keep(json.dumps(asdict(guest)))
        self.__dict__.pop("told", None)

    @cached_property
    def told(self) -> Guest:
        """Who it is outside, and why without consent."""
        return Guest(**json.loads(self.words))

    @property
    def name(self) -> str:
        """Who it is and from where; of a linking pin what kind."""
        if self.person is not None and self.role == Role.LIAISON:
            return f"{self.person} ({self.recipient_kind})"
        if self.person is not None:
            return f"{self.person} ({self.team or self.recipient_kind})"
        return f"{self.told.name} ({self.told.organisation or self.recipient_kind})"

    def is_shared(self, day: date) -> bool:
        """Whether what allows sharing is in force; the same rule as ``standing`` (CT-8)."""
        if self.consent is None:
            return True
        died = self.shared_by == SharedBy.CONSENT and self.resident.deceased_on is not None
        return self.consent.is_in_force(day) and not died
