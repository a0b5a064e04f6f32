"""The code lists of sharing: with whom, which data, on which ground (AVG-2, ADR 8, ADR 27).

A new law is a new row of ``SharingGround``, not new code.
"""

from django.db import models

from common.reference import ReferenceModel

CLIENT_SUPPORT = "oco"
"""The kind of recipient that a request for cliëntondersteuning goes to (OCO-1)."""
CONTACT_DETAILS = "contactgegevens"
"""The only data such a request carries."""


class RecipientKind(ReferenceModel):
    """What kind of professional data can go to; some only with explicit consent.

    ``needs_explicit`` is WMO 5.1.1 lid 4 and 5 and 5.2.5: jeugdhulp, W&I, schuldhulp and care.
    """

    needs_explicit = models.BooleanField("alleen met uitdrukkelijke toestemming", default=False)

    extra_columns = ("needs_explicit",)

    class Meta(ReferenceModel.Meta):
        verbose_name = "soort ontvanger"
        verbose_name_plural = "soorten ontvangers"


class DataCategory(ReferenceModel):
    """Which data can be shared; health, debts and the like only with explicit consent."""

    needs_explicit = models.BooleanField("alleen met uitdrukkelijke toestemming", default=False)

    extra_columns = ("needs_explicit",)

    class Meta(ReferenceModel.Meta):
        verbose_name = "soort gegevens"
        verbose_name_plural = "soorten gegevens"


class SharingGround(ReferenceModel):
    """Why data may be shared: a consent that somebody gives, or what a law says without one."""

    law = models.CharField("wetsartikel", max_length=80, blank=True, default="")
    is_consent = models.BooleanField("iemand geeft toestemming", default=False)
    is_explicit = models.BooleanField("is uitdrukkelijk", default=False)

    extra_columns = ("law", "is_consent", "is_explicit")

    class Meta(ReferenceModel.Meta):
        verbose_name = "grondslag om te delen"
        verbose_name_plural = "grondslagen om te delen"
