"""What is asked and from whom it comes back: the lists, and the words of a request."""

from dataclasses import dataclass, field
from datetime import date

from django.db import models

from budgets.ledger.models import PotPurpose
from cases.intakes.models import LifeDomain
from common.reference import ReferenceModel


class HelpForm(models.TextChoices):
    """Whether the money comes back."""

    GIFT = "gift", "Gift"
    ADVANCE = "advance", "Voorschot: het komt terug"


class Method(models.TextChoices):
    """How it is paid."""

    INVOICE = "invoice", "Factuur"
    CARD = "card", "Betaalpas van het team"
    REFUND = "refund", "Declaratie"


class Debtor(models.TextChoices):
    """From whom an advance comes back."""

    NONE = "none", "Niemand"
    FUND = "fund", "Een voorliggend fonds"
    RESIDENT = "resident", "De inwoner"
    ORGANISATION = "organisation", "Een organisatie"


class Level(models.TextChoices):
    """Who decides (MB-4, MB-5)."""

    WORKER = "worker", "Wijkwerker zelf"
    MANAGER = "manager", "Wijkteammanager"
    GENERAL = "general", "Algemeen manager"


class BudgetPurpose(ReferenceModel):
    """What money is asked for; ``pot`` is the purpose of the pot that pays it.

    ``domain`` is the leefgebied it counts for in the figures; of a team there is none.
    """

    extra_columns = ("pot", "domain_id")

    pot = models.CharField("pot", max_length=4, choices=PotPurpose.choices)
    domain = models.ForeignKey(
        LifeDomain,
        models.PROTECT,
        to_field="code",
        null=True,
        blank=True,
        related_name="+",
        verbose_name="leefgebied",
    )

    class Meta(ReferenceModel.Meta):
        verbose_name = "doel van maatwerkbudget"
        verbose_name_plural = "doelen van maatwerkbudget"


class Fund(ReferenceModel):
    """A voorliggend fonds: what it asks, how long an answer takes and where one asks."""

    extra_columns = ("terms", "contact", "answer_days")

    terms = models.CharField("voorwaarden", max_length=240)
    contact = models.CharField("contact", max_length=120)
    answer_days = models.PositiveSmallIntegerField("antwoord binnen dagen")

    class Meta(ReferenceModel.Meta):
        verbose_name = "voorliggend fonds"
        verbose_name_plural = "voorliggende fondsen"


@dataclass(frozen=True)
class Payee:
    """Who gets the money; the account number is whole here and nowhere else."""

    name: str
    iban: str = ""

    @property
    def grouped(self) -> str:
        """The account number in fours, as it stands on an invoice."""
        return " ".join(self.iban[at : at + 4] for at in range(0, len(self.iban), 4))

    @property
    def masked(self) -> str:
        """The account number with only its country and its last four digits."""
        return f"{self.iban[:2]}•• •••• {self.iban[-4:]}" if self.iban else ""


@dataclass(frozen=True)
class Return:
    """From whom an advance comes back, and when that is expected."""

    debtor: str = Debtor.NONE
    fund: Fund | None = None
    name: str = ""
    expected_on: date | None = None


@dataclass(frozen=True)
class BudgetWish:
    """Everything of the one screen, as the act wants it."""

    purpose: BudgetPurpose
    cents: int
    why: str
    form: str
    method: str
    payee: Payee
    back: Return = field(default_factory=Return)
    tried: tuple[Fund, ...] = ()
    is_urgent: bool = False
    has_conflict: bool = False
