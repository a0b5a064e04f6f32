"""A resident, known by what the caller told: an anonymous caller is a resident without a name."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from audit.guard import SubjectModel

ANONYMOUS = "Anonieme beller"
LANGUAGE_LENGTH = 40


class ResidentQuerySet(models.QuerySet["Resident"]):
    """Residents; reached through the work they belong to, so nobody sees the list itself."""

    def visible_to(self, user: object) -> Self:
        """No page lists residents yet: reach one through a callback that is in scope (H6)."""
        return self.none()


class Resident(SubjectModel):
    """An inwoner of the municipality, as far as the work needs.

    The safe-contact card is part of it: whether and how this person can be called without harm.
    Of somebody with a secret address no address is kept at all, so that nothing can show it.
    """

    name = models.CharField("naam", max_length=120, blank=True)
    is_anonymous = models.BooleanField("wil anoniem blijven", default=False)
    phone = models.CharField("telefoonnummer", max_length=16)
    postcode = models.CharField("postcode", max_length=6, blank=True)
    house_number = models.PositiveIntegerField("huisnummer", null=True, blank=True)
    house_suffix = models.CharField("toevoeging", max_length=10, blank=True)
    birth_date = models.DateField("geboortedatum", null=True, blank=True)
    address_secret = models.BooleanField("geheim adres", default=False)
    may_be_called = models.BooleanField("mag gebeld worden", default=True)
    voicemail_allowed = models.BooleanField("voicemail mag", default=False)
    hide_municipality = models.BooleanField("noem de gemeente niet", default=False)
    hide_number = models.BooleanField("nummer niet in lijsten", default=False)
    call_from = models.TimeField("alleen bellen vanaf", null=True, blank=True)
    call_until = models.TimeField("alleen bellen tot", null=True, blank=True)
    language = models.CharField("taal", max_length=LANGUAGE_LENGTH, blank=True)
    needs_interpreter = models.BooleanField("tolk nodig", default=False)
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
            models.CheckConstraint(
                condition=Q(address_secret=False)
                | Q(postcode="", house_number__isnull=True, house_suffix=""),
                name="resident_secret_address_not_kept",
            ),
            models.CheckConstraint(
                condition=Q(call_from__isnull=True, call_until__isnull=True)
                | Q(call_from__isnull=False, call_until__gt=F("call_from")),
                name="resident_call_hours_order",
            ),
        ]
        indexes = [
            models.Index(fields=["phone"], name="resident_by_phone"),
            models.Index(
                fields=["postcode"], condition=~Q(postcode=""), name="resident_by_postcode"
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
            "address_secret",
            "may_be_called",
            "voicemail_allowed",
            "hide_municipality",
            "hide_number",
            "call_from",
            "call_until",
            "language",
            "needs_interpreter",
        )
        purpose = "Een inwoner veilig terugbellen en bij het juiste wijkteam brengen (TEL-4)"
        retention = "een jaar na het laatste terugbelverzoek, zolang er geen dossier is"

    def __str__(self) -> str:
        return self.name or ANONYMOUS

    @property
    def must_be_read_first(self) -> bool:
        """Whether the card holds something one must know before seeing the number."""
        return (
            not self.may_be_called
            or self.hide_municipality
            or self.hide_number
            or self.call_from is not None
        )

    @property
    def address_line(self) -> str:
        """Postcode and house number as the caller gave them; empty when there is none."""
        if not self.postcode:
            return ""
        number = "" if self.house_number is None else f" {self.house_number}{self.house_suffix}"
        return f"{self.postcode[:4]} {self.postcode[4:]}{number}".strip()
