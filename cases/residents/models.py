"""A resident, known by what the caller told: an anonymous caller is a resident without a name."""

from typing import Self

from django.db import models
from django.db.models import Q

from audit.guard import SubjectModel

ANONYMOUS = "Anonieme beller"


class ResidentQuerySet(models.QuerySet["Resident"]):
    """Residents; reached through the work they belong to, so nobody sees the list itself."""

    def visible_to(self, user: object) -> Self:
        """No page lists residents yet: reach one through a callback that is in scope (H6)."""
        return self.none()


class Resident(SubjectModel):
    """An inwoner of the municipality, as far as the work needs."""

    name = models.CharField("naam", max_length=120, blank=True)
    is_anonymous = models.BooleanField("wil anoniem blijven", default=False)
    phone = models.CharField("telefoonnummer", max_length=16)
    postcode = models.CharField("postcode", max_length=6, blank=True)
    house_number = models.PositiveIntegerField("huisnummer", null=True, blank=True)
    house_suffix = models.CharField("toevoeging", max_length=10, blank=True)
    birth_date = models.DateField("geboortedatum", null=True, blank=True)
    created_at = models.DateTimeField("vastgelegd op", auto_now_add=True)

    objects = ResidentQuerySet.as_manager()

    class Meta:
        verbose_name = "inwoner"
        verbose_name_plural = "inwoners"
        constraints = [
            models.CheckConstraint(
                condition=Q(is_anonymous=True, name="") | (Q(is_anonymous=False) & ~Q(name="")),
                name="resident_name_unless_anonymous",
            ),
        ]

    class Privacy:
        personal = (
            "name",
            "is_anonymous",
            "phone",
            "postcode",
            "house_number",
            "house_suffix",
            "birth_date",
        )
        purpose = "Een inwoner terugbellen en bij het juiste wijkteam brengen (TEL-4)"
        retention = "een jaar na het laatste terugbelverzoek, zolang er geen dossier is"

    def __str__(self) -> str:
        return self.name or ANONYMOUS

    @property
    def address_line(self) -> str:
        """Postcode and house number as the caller gave them; empty when there is none."""
        if not self.postcode:
            return ""
        number = "" if self.house_number is None else f" {self.house_number}{self.house_suffix}"
        return f"{self.postcode[:4]} {self.postcode[4:]}{number}".strip()
