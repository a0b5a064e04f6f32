"""Professionals outside the team who are involved already (MAN-6)."""

from datetime import date
from functools import cached_property
from typing import Self

from django.db import models

from cases.residents.models.consents import CLOSED, Consent, SealedWords
from cases.residents.models.people import Resident
from cases.residents.models.sealed import CannotOpenError
from cases.residents.models.sharing import RecipientKind
from common.periods import PeriodModel, PeriodQuerySet, period_constraint

CONTACT_FIELDS = ("name", "organisation", "phone", "email")


class ProfessionalQuerySet(PeriodQuerySet):
    """Professionals around a resident, also those who left."""

    def for_card(self) -> Self:
        """Everything the card shows of them, in one query."""
        return self.select_related("kind", "consent").order_by("-valid_from", "-pk")


class InvolvedProfessional(SealedWords, PeriodModel):
    """Somebody outside the team who helps the resident already, for a period (MAN-6).

    Who it is and how to reach them is sealed: that somebody has a psychiatrist tells about health.
    ``consent`` allows contact as long as it is in force; knowing somebody is no leave to call.
    """

    resident = models.ForeignKey(Resident, models.PROTECT, related_name="professionals")
    kind = models.ForeignKey(RecipientKind, models.PROTECT, related_name="+")
    consent = models.ForeignKey(Consent, models.PROTECT, null=True, related_name="professionals")
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ProfessionalQuerySet.as_manager()

    class Meta:
        verbose_name = "betrokken professional"
        verbose_name_plural = "betrokken professionals"
        constraints = [period_constraint("professional_period")]

    class Privacy:
        personal = ("resident", "words", "kind", "consent")
        purpose = "Weten wie er al helpt, en samenwerken als de inwoner dat wil (WMO 5.2.5)"
        retention = "gelijk met het dossier: vijftien jaar (WMO 5.3.4 lid 1)"

    def __str__(self) -> str:
        return f"betrokken professional {self.pk}"

    @cached_property
    def said(self) -> dict[str, str]:
        """Name, organisation, telephone and e-mail; what does not open is not shown."""
        try:
            return self.opened("words")
        except CannotOpenError:
            return dict.fromkeys(CONTACT_FIELDS, "") | {"name": CLOSED}

    def may_be_contacted(self, day: date) -> bool:
        """Whether a consent to contact them is in force on ``day``."""
        return self.consent is not None and self.consent.is_in_force(day)
