"""The register: who may decide about which products, within which limits, and since when."""

from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils import timezone

from cases.mandates.models.lists import Product
from clusters.models import HANDLING_ROLES, Membership, Role, User

REFERENCE_LENGTH, REASON_LENGTH = 60, 200
MOST_MONTHS = 600
MOST_CENTS = 100_000_000  # a million euros a year for one line
DECIDING_ROLES = HANDLING_ROLES
"""Roles in which somebody can hold a mandate (MD-7)."""
READING_ROLES = DECIDING_ROLES | {Role.GENERAL_MANAGER, Role.APPLICATION_MANAGER}
"""Who may see who may do what (MD-9)."""


def deciders_on(day: date) -> models.QuerySet[Membership]:
    """The roles that count on ``day`` in which somebody can hold a mandate."""
    return Membership.objects.running(day).filter(role__in=DECIDING_ROLES)


def _limit_q(name: str, most: int) -> Q:
    """No limit, or one that leaves something and is no slip of the keyboard."""
    return Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gte": 1, f"{name}__lte": most})


class MandateQuerySet(models.QuerySet["Mandate"]):
    """Mandates, the running and those of before and later."""

    def visible_to(self, user: User) -> Self:
        """Scope: everybody who works on or steers decisions, and who keeps the register (MD-9)."""
        return self.all() if user.acting_role in READING_ROLES else self.none()

    def running(self, day: date) -> Self:
        """Mandates that hold on ``day``: begun, not over and not ended (MD-4)."""
        return self.filter(
            Q(until__isnull=True) | Q(until__gte=day),
            Q(ended_from__isnull=True) | Q(ended_from__gt=day),
            since__lte=day,
        )

    def not_over(self, day: date) -> Self:
        """Mandates that hold on ``day`` or will hold later."""
        return self.filter(
            Q(until__isnull=True) | Q(until__gte=day),
            Q(ended_from__isnull=True) | (Q(ended_from__gt=day) & Q(ended_from__gt=F("since"))),
        )

    def for_list(self, day: date) -> Self:
        """With the products, the holder and the roles they hold on ``day``; three queries.

        Whoever has no ``current_roles`` does not work here on that day.
        """
        roles = Membership.objects.running(day).select_related("team", "organisation")
        held = Prefetch("holder__memberships", roles.order_by("pk"), to_attr="current_roles")
        return self.select_related("holder").prefetch_related("products", held)


class Mandate(models.Model):
    """The college lets one person decide in its name: about which products and how far.

    Nothing of it changes: it is ended and another is made, so that whoever looks at an old
    decision sees what held on that day (MD-5). Without ``longest_months`` or ``yearly_cents``
    there is no such limit; ``yearly_cents`` is about one line of a decision.
    """

    submission_key = models.UUIDField(unique=True, editable=False)
    holder = models.ForeignKey(
        User, models.PROTECT, related_name="mandates", verbose_name="gemandateerde"
    )
    products = models.ManyToManyField(Product, related_name="mandates", verbose_name="producten")
    longest_months = models.PositiveSmallIntegerField("hoogstens (maanden)", null=True, blank=True)
    yearly_cents = models.PositiveIntegerField("hoogstens per jaar (centen)", null=True, blank=True)
    may_refuse = models.BooleanField("mag ook weigeren", default=False)
    needs_second = models.BooleanField("tweede handtekening nodig", default=False)
    since = models.DateField("geldig vanaf")
    until = models.DateField("geldig tot en met", null=True, blank=True)
    reference = models.CharField("kenmerk van het mandaatbesluit", max_length=REFERENCE_LENGTH)
    created_at = models.DateTimeField("vastgelegd op")
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_from = models.DateField("geldt niet meer vanaf", null=True, blank=True)
    ended_at = models.DateTimeField("beëindigd op", null=True, blank=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    end_reason = models.CharField("waarom beëindigd", max_length=REASON_LENGTH, blank=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = "mandaat"
        verbose_name_plural = "mandaten"
        ordering = ["holder__last_name", "holder__first_name", "since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="mandate_period_in_order",
            ),
            models.CheckConstraint(
                condition=_limit_q("longest_months", MOST_MONTHS), name="mandate_months_possible"
            ),
            models.CheckConstraint(
                condition=_limit_q("yearly_cents", MOST_CENTS), name="mandate_amount_possible"
            ),
            models.CheckConstraint(condition=~Q(reference=""), name="mandate_has_reference"),
            models.CheckConstraint(
                condition=Q(
                    ended_from__isnull=True,
                    ended_at__isnull=True,
                    ended_by__isnull=True,
                    end_reason="",
                )
                | (
                    Q(ended_from__isnull=False, ended_at__isnull=False, ended_by__isnull=False)
                    & ~Q(end_reason="")
                ),
                name="mandate_ended_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["holder", "since"], name="mandate_of_holder")]

    class Privacy:
        personal = ("holder", "created_by", "ended_by", "end_reason")
        purpose = "Nagaan of wie besluit dat mocht (WMO 2.6.3)"
        retention = "zolang er besluiten zijn die op het mandaat rusten"

    def __str__(self) -> str:
        return self.reference

    @property
    def last_day(self) -> date | None:
        """The last day it holds, as the decree says or because it was ended; None: still open.

        A day before ``since`` when it was ended before it began.
        """
        if self.ended_from is None:
            return self.until
        ended = self.ended_from - timedelta(days=1)
        return ended if self.until is None else min(ended, self.until)

    def runs_on(self, day: date) -> bool:
        """Whether it holds on ``day``: the same rule as ``running``, for a row in memory."""
        return self.since <= day and (self.last_day is None or day <= self.last_day)

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was ended before it began, so that it never held."""
        return self.ended_from is not None and self.ended_from <= self.since

    @property
    def is_over(self) -> bool:
        """Whether its last day is behind us."""
        return self.last_day is not None and self.last_day < timezone.localdate()
