"""Leefgebieden as a list the municipality edits, each mapped to the Zelfredzaamheid-Matrix."""

from django.db import models

from common.reference import ReferenceModel


class ZrmDomain(models.IntegerChoices):
    """The thirteen domains of the ZRM 2017, by number."""

    FINANCES = 1, "Financiën"
    WORK = 2, "Werk en opleiding"
    TIME = 3, "Tijdsbesteding"
    HOUSING = 4, "Huisvesting"
    HOUSEHOLD = 5, "Huiselijke relaties"
    MENTAL = 6, "Geestelijke gezondheid"
    PHYSICAL = 7, "Lichamelijke gezondheid"
    SUBSTANCES = 8, "Middelengebruik"
    BASIC_ADL = 9, "Basale ADL"
    INSTRUMENTAL_ADL = 10, "Instrumentele ADL"
    NETWORK = 11, "Sociaal netwerk"
    PARTICIPATION = 12, "Maatschappelijke participatie"
    JUSTICE = 13, "Justitie"


class ZrmLevel(models.IntegerChoices):
    """How self-reliant somebody is in one domain, at one moment."""

    ACUTE = 1, "1 acute problematiek"
    NOT = 2, "2 niet zelfredzaam"
    LIMITED = 3, "3 beperkt zelfredzaam"
    ENOUGH = 4, "4 voldoende zelfredzaam"
    FULL = 5, "5 volledig zelfredzaam"


class LifeDomain(ReferenceModel):
    """A leefgebied of the conversation (GES-2); ``needs_reason`` is off until somebody says why."""

    zrm = models.CharField("domeinen van de ZRM", max_length=20, blank=True, default="")
    positive_health = models.CharField(
        "dimensie van positieve gezondheid", max_length=40, blank=True, default=""
    )
    needs_reason = models.BooleanField("alleen met een reden", default=False)

    extra_columns = ("zrm", "positive_health", "needs_reason")

    class Meta(ReferenceModel.Meta):
        verbose_name = "leefgebied"
        verbose_name_plural = "leefgebieden"

    @property
    def zrm_domains(self) -> list[ZrmDomain]:
        """The domains of the ZRM that can be scored here."""
        numbers = (int(text) for text in self.zrm.split() if text.isdecimal())
        return [ZrmDomain(number) for number in numbers if number in ZrmDomain.values]
