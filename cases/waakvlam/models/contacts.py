"""A contact within a waakvlam: one minute of writing (WK-6)."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from audit.guard import SubjectModel
from cases.residents.models import Resident
from cases.waakvlam.models.choices import MOST_QUARTERS, Mood, Result
from cases.waakvlam.models.waakvlammen import Waakvlam
from clusters.models import User
from common.sealed import SealedModel
from common.sealing import Envelope

MINUTES = 15


class WaakvlamContact(SealedModel, SubjectModel):
    """What came of one contact or attempt.

    ``quarters`` is how many quarters of an hour it took, when somebody said so (BUD-7).
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    waakvlam = models.ForeignKey(Waakvlam, models.PROTECT, related_name="contacts")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    at = models.DateTimeField("moment")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    result = models.CharField("resultaat", max_length=9, choices=Result.choices)
    mood = models.CharField("hoe ging het", max_length=5, choices=Mood.choices, blank=True)
    content = models.BinaryField("wat", default=bytes)
    quarters = models.PositiveSmallIntegerField("kwartieren", null=True)

    class Meta:
        verbose_name = "waakvlamcontact"
        verbose_name_plural = "waakvlamcontacten"
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(result=Result.SPOKEN, mood__in=Mood.values)
                | Q(result__in=[Result.UNREACHED, Result.CARD], mood=""),
                name="waakvlam_contact_says_how_it_is",
            ),
            models.CheckConstraint(
                condition=Q(quarters__isnull=True) | Q(quarters__range=(1, MOST_QUARTERS)),
                name="waakvlam_contact_time_possible",
            ),
        ]
        indexes = [
            models.Index(fields=["waakvlam", "at", "id"], name="waakvlam_contacts"),
            models.Index(fields=["by", "at"], name="waakvlam_contact_by"),
            models.Index(fields=["at"], name="waakvlam_contact_moment"),
        ]

    class Privacy:
        personal = ("resident", "by", "mood", "content")
        purpose = "Weten hoe het met de inwoner gaat, en wanneer er contact was (WAA-1)"
        retention = "zo lang als de waakvlam"

    def __str__(self) -> str:
        return f"contact van {self.waakvlam}"

    @property
    def key(self) -> Envelope:
        """The key of the waakvlam."""
        return self.waakvlam.key

    @cached_property
    def words(self) -> str:
        """What was written about it."""
        return self.opened("content")

    @property
    def minutes(self) -> int | None:
        """How long it took."""
        return None if self.quarters is None else self.quarters * MINUTES
