"""What was agreed at a point: what, who and by which day (KET-3)."""

from datetime import date
from typing import Self
from uuid import UUID, uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from cases.conferences.lifecycle import AgreementState
from cases.conferences.models.invitations import ItemInvitation
from cases.conferences.models.items import ConferenceItem
from cases.dossiers.models import ResidentFile, SealedByFile
from cases.permissions import AGREEMENT_OWNER
from cases.residents.models import Resident
from cases.todos.models import Task
from clusters.models import User


class ItemAgreementQuerySet(models.QuerySet["ItemAgreement"]):
    """Agreements."""

    def visible_to(self, user: User) -> Self:
        """Scope: with the point."""
        return self.filter(item__in=ConferenceItem.objects.visible_to(user))

    def own(self) -> Self:
        """Those that are no task of the dossier and are still to be kept (CT-14)."""
        return self.filter(state=AgreementState.OPEN, task__isnull=True)

    def mine(self, user: User) -> Self:
        """What a guest agreed to and can still open, the nearest day first."""
        rows = self.own().filter(guest__person=user)
        seen = ConferenceItem.objects.guest_of(user)
        return rows.filter(item__in=seen).order_by("due_on", "pk")


class ItemAgreement(SealedByFile):
    """One agreement (CT-14): a task when its owner works in the dossier, else kept here.

    ``content`` is what was agreed, sealed. ``guest`` is who keeps it without the dossier.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    item = models.ForeignKey(ConferenceItem, models.PROTECT, related_name="agreements")
    file = models.ForeignKey(ResidentFile, models.PROTECT, related_name="+")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    content = models.BinaryField("wat is afgesproken")
    task = models.OneToOneField(Task, models.PROTECT, null=True, related_name="agreement")
    guest = models.ForeignKey(ItemInvitation, models.PROTECT, null=True, related_name="agreements")
    due_on = models.DateField("uiterlijk")
    made_at = models.DateTimeField("afgesproken op")
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    state = models.CharField(
        "status", max_length=7, choices=AgreementState.choices, default=AgreementState.OPEN
    )
    ended_at = models.DateTimeField("nagekomen of vervallen op", null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = ItemAgreementQuerySet.as_manager()

    class Meta:
        verbose_name = "afspraak uit een overleg"
        verbose_name_plural = "afspraken uit overleggen"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(task__isnull=False, guest__isnull=True)
                | Q(task__isnull=True, guest__isnull=False),
                name="agreement_has_one_owner",
            ),
            models.CheckConstraint(
                condition=Q(state=AgreementState.OPEN, ended_at__isnull=True, ended_by__isnull=True)
                | Q(
                    state__in=[AgreementState.KEPT, AgreementState.DROPPED],
                    task__isnull=True,
                    ended_at__isnull=False,
                    ended_by__isnull=False,
                ),
                name="agreement_over_has_end",
            ),
            models.CheckConstraint(condition=~Q(content=b""), name="agreement_has_words"),
        ]

    class Privacy:
        personal = ("resident", "content", "made_by", "ended_by")
        purpose = "Nakomen wat in een overleg is afgesproken (KET-3, KET-11)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return f"afspraak bij {self.item}"

    @property
    def seal_id(self) -> UUID:
        """The row gets its number only when it is saved."""
        return self.uuid

    @property
    def owner(self) -> str:
        """Who keeps it, by name."""
        return str(self.task.owner) if self.task else self.guest.name if self.guest else ""

    @property
    def status(self) -> str:
        """How it stands, as task or as agreement."""
        return self.task.get_state_display() if self.task else self.get_state_display()

    @property
    def is_open(self) -> bool:
        """Whether it must still be kept."""
        return self.task.is_open if self.task else self.state == AgreementState.OPEN

    def is_late(self, day: date) -> bool:
        """Whether its day is over."""
        return self.is_open and self.due_on < day

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee in scope to this agreement."""
        found = self.file.relations_to(user)
        guest = self.guest
        if guest is None or guest.person_id != user.pk or guest.role != user.acting_role:
            return found
        rows = ItemInvitation.objects.standing(user, timezone.localdate())
        return found | {AGREEMENT_OWNER} if rows.filter(pk=guest.pk).exists() else found
