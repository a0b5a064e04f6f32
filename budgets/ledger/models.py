"""Pots of money per year, the accounts in them, and the entries between two accounts."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from clusters.models import Cluster, Role, User
from common.reference import ReferenceModel

SEEING_ALL = frozenset({Role.GENERAL_MANAGER, Role.CONTROLLER})
SEEING_OWN = frozenset({Role.TEAM_WORKER, Role.TEAM_MANAGER, Role.CITY_SOCIAL_TEAM})


class BudgetNorm(ReferenceModel):
    """An amount or a term that the municipality sets; ``code`` is a ``NormCode``."""

    extra_columns = ("amount",)

    amount = models.PositiveIntegerField("aantal (bedragen in hele euro's)")

    class Meta(ReferenceModel.Meta):
        verbose_name = "norm van het maatwerkbudget"
        verbose_name_plural = "normen van het maatwerkbudget"


class NormCode(models.TextChoices):
    """The norms of the maatwerkbudget, each with its unit."""

    YEAR = "jaarbedrag", "Maatwerkbudget per jaar, in euro"
    WORKER = "mandaat-wijkwerker", "Wijkwerker beslist zelf tot en met, in euro"
    MANAGER = "mandaat-manager", "Wijkteammanager beslist tot en met, in euro"
    LAPSE = "reservering-vervalt", "Reservering vervalt na dagen"
    URGENT = "spoed-minuten", "Spoed: besluit binnen minuten werktijd"
    DECIDE = "besluit-werkdagen", "Besluit binnen werkdagen"


class PotPurpose(models.TextChoices):
    """What the money of a pot is for."""

    HELP = "help", "Maatwerk voor inwoners"
    TEAM = "team", "Differentiatie van de teams"


class PotQuerySet(models.QuerySet["Pot"]):
    """Pots."""

    def visible_to(self, user: User) -> Self:
        """Scope: of the own cluster and of the city; who steers or checks sees all (row 12)."""
        if user.acting_role in SEEING_ALL:
            return self.all()
        if user.acting_role not in SEEING_OWN:
            return self.none()
        own = {row.team.cluster_id for row in user.acting_memberships if row.team}
        return self.filter(Q(cluster=None) | Q(cluster_id__in=own - {None}))

    def open(self) -> Self:
        """Those that take entries."""
        return self.filter(closed_at__isnull=True)


class Pot(models.Model):
    """The money of one year for one purpose, of one cluster; without a cluster what is not split.

    ``begun_by`` opened it. A closed pot takes no entry any more (M11).
    """

    year = models.PositiveSmallIntegerField("jaar")
    purpose = models.CharField("doel", max_length=4, choices=PotPurpose.choices)
    cluster = models.ForeignKey(Cluster, models.PROTECT, null=True, related_name="+")
    begun_at = models.DateTimeField("geopend op")
    begun_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField("afgesloten op", null=True)

    objects = PotQuerySet.as_manager()

    class Meta:
        verbose_name = "pot"
        verbose_name_plural = "potten"
        ordering = ["-year", "purpose", "cluster__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "purpose"], condition=Q(cluster=None), name="pot_of_city_once"
            ),
            models.UniqueConstraint(
                fields=["year", "purpose", "cluster"], name="pot_of_cluster_once"
            ),
            models.CheckConstraint(
                condition=Q(purpose__in=PotPurpose.values), name="pot_purpose_known"
            ),
        ]

    class Privacy:
        personal = ("begun_by",)
        purpose = "Weten wie een pot opende (BUD-1)"
        retention = "7 jaar na het boekjaar"

    def __str__(self) -> str:
        whose = str(self.cluster) if self.cluster else "hele stad"
        return f"{self.get_purpose_display()} {self.year}, {whose}"


class AccountKind(models.TextChoices):
    """What an account counts. The source is what the pot got, and is never above zero."""

    SOURCE = "source", "Toegekend"
    AVAILABLE = "available", "Beschikbaar"
    RESERVED = "reserved", "Gereserveerd"
    PAID = "paid", "Betaald"
    RECEIVABLE = "receivable", "Terug te ontvangen"


PER_REQUEST = (AccountKind.RESERVED, AccountKind.RECEIVABLE)
"""These have an account per request, so that no more is paid than was reserved (M5, M10)."""


class Account(models.Model):
    """One account of a pot; its balance is the sum of its entries, always (M9).

    Only ``post_entry`` moves it. ``reference`` is the uuid of a request.
    """

    pot = models.ForeignKey(Pot, models.PROTECT, related_name="accounts")
    kind = models.CharField("soort", max_length=10, choices=AccountKind.choices)
    reference = models.UUIDField("kenmerk", null=True)
    balance_cents = models.BigIntegerField("saldo in centen", default=0)

    class Meta:
        verbose_name = "rekening"
        verbose_name_plural = "rekeningen"
        constraints = [
            models.UniqueConstraint(
                fields=["pot", "kind"], condition=Q(reference=None), name="account_once"
            ),
            models.UniqueConstraint(
                fields=["pot", "kind", "reference"], name="account_of_request_once"
            ),
            models.CheckConstraint(
                condition=Q(kind=AccountKind.SOURCE, balance_cents__lte=0)
                | ~Q(kind=AccountKind.SOURCE) & Q(balance_cents__gte=0),
                name="account_never_overdrawn",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=PER_REQUEST, reference__isnull=False)
                | Q(reference__isnull=True) & ~Q(kind__in=PER_REQUEST),
                name="account_of_request_says_which",
            ),
        ]
        indexes = [models.Index(fields=["reference"], name="account_of_reference")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.pot_id})"


class EntryKind(models.TextChoices):
    """Why money moved."""

    GRANT = "grant", "Toegekend"
    MOVE_OUT = "move_out", "Overgeheveld naar een andere pot"
    MOVE_IN = "move_in", "Overgeheveld uit een andere pot"
    RESERVE = "reserve", "Gereserveerd"
    RELEASE = "release", "Vrijgevallen"
    PAY = "pay", "Betaald"
    REPAY = "repay", "Terugontvangen"
    GIFT = "gift", "Voorschot werd gift"
    WRITE_OFF = "write_off", "Afgeboekt"
    REVERSE = "reverse", "Teruggedraaid"
    CARRY_OUT = "carry_out", "Meegenomen naar het volgende jaar"
    CARRY_IN = "carry_in", "Meegenomen uit het vorige jaar"
    GIVE_BACK = "give_back", "Teruggegeven aan de gemeente"
    BOUNCE = "bounce", "Betaling uit een afgesloten jaar kwam terug"


class Entry(models.Model):
    """One movement: an amount goes from ``credit`` to ``debit``; nobody changes or deletes it (M1).

    ``key`` is of the act; the same act a second time is the same entry (M6). ``reference`` is the
    uuid of a request and never a name or a number of a resident (M14).
    """

    at = models.DateTimeField("geboekt op")
    pot = models.ForeignKey(Pot, models.PROTECT, related_name="entries")
    year = models.PositiveSmallIntegerField("jaar")
    kind = models.CharField("soort", max_length=9, choices=EntryKind.choices)
    debit = models.ForeignKey(Account, models.PROTECT, related_name="debits")
    credit = models.ForeignKey(Account, models.PROTECT, related_name="credits")
    amount_cents = models.BigIntegerField("bedrag in centen")
    key = models.UUIDField("kenmerk van de handeling")
    reference = models.UUIDField("kenmerk van de aanvraag", null=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reverses = models.OneToOneField("self", models.PROTECT, null=True, related_name="reversal")

    class Meta:
        verbose_name = "boeking"
        verbose_name_plural = "boekingen"
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount_cents__gt=0), name="entry_amount_positive"),
            models.CheckConstraint(condition=~Q(debit=F("credit")), name="entry_between_two"),
            models.UniqueConstraint(fields=["key", "kind"], name="entry_once_per_act"),
        ]
        indexes = [
            models.Index(fields=["reference", "id"], name="entry_of_reference"),
            models.Index(fields=["pot", "at", "id"], name="entry_of_pot"),
        ]

    class Privacy:
        personal = ("by",)
        purpose = "Iedere beweging van geld is te herleiden (BUD-4)"
        retention = "7 jaar na het boekjaar"

    def __str__(self) -> str:
        return f"BK-{self.pk:07d}" if self.pk else "boeking"


class PotTotal(models.Model):
    """What all entries of one sort in one pot come to, counted along with every entry (GB-6).

    So a page about a pot costs the same for five entries and for five million. ``debit`` and
    ``credit`` are sorts of accounts. ``check_ledger`` adds the entries up and compares.
    """

    pot = models.ForeignKey(Pot, models.PROTECT, related_name="totals")
    kind = models.CharField("soort", max_length=9, choices=EntryKind.choices)
    debit = models.CharField("naar", max_length=10, choices=AccountKind.choices)
    credit = models.CharField("van", max_length=10, choices=AccountKind.choices)
    cents = models.BigIntegerField("bedrag in centen", default=0)
    entries = models.BigIntegerField("aantal boekingen", default=0)

    class Meta:
        verbose_name = "totaal van een pot"
        verbose_name_plural = "totalen van potten"
        constraints = [
            models.UniqueConstraint(
                fields=["pot", "kind", "debit", "credit"], name="pot_total_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.pot_id})"
