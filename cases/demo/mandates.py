"""Mandates of the demo city: the advisers of every team, the Stadhuis and the SST (ORG-15)."""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.conf import settings

from cases.mandates.models import Product, deciders_on
from cases.mandates.services import MandateTerms, create_mandate, end_mandate
from clusters.models import Membership, Role, User
from common.deadlines import local_day

KEYS = uuid.UUID("de600000-0000-4000-a000-000000000000")
DECREE, OLD_DECREE, SST_DECREE = "GM-2026/12", "GM-2025/31", "GM-2026/15"
IN_THE_TEAM = ("01A03", "02A03", "07A03", "08A03", "12A05")
LENT = ("household", "guidance", "short_stay")
YEAR, TWO_YEARS = 12, 24
SINCE, ENDED = timedelta(days=300), timedelta(days=1)


def create_mandates(*, now: datetime) -> None:
    """Advisers alone up to a year, the Stadhuis alone or with a second, and one that ended."""
    keeper = User.objects.filter(memberships__role=Role.APPLICATION_MANAGER).first()
    if keeper is None:
        return
    keeper.chosen_role = Role.APPLICATION_MANAGER  # type: ignore[attr-defined]
    begin, day = now - SINCE, local_day(now)
    for number, (terms, is_outside) in enumerate(_all_terms(local_day(begin), day)):
        mandate = create_mandate(
            submission_key=uuid.UUID(int=KEYS.int + number),
            terms=terms,
            names_organisation=is_outside,
            by=keeper,
            at=begin,
        )
        if terms.reference == OLD_DECREE:
            end_mandate(
                mandate_id=mandate.pk,
                ended_from=day,
                reason="Er is een nieuw mandaatbesluit.",
                by=keeper,
                at=now - ENDED,
            )


def _all_terms(since: date, day: date) -> Iterator[tuple[MandateTerms, bool]]:
    """Every mandate, and whether its holder is of another organisation."""
    products = list(Product.objects.in_use())
    near = [each for each in products if each.code in IN_THE_TEAM]
    rows = deciders_on(day).select_related("user", "organisation").order_by("pk")
    home = [row for row in rows if row.organisation.code == settings.MUNICIPALITY_CODE]
    advisers = [row for row in home if row.role == Role.TEAM_WORKER]
    hall = [row for row in rows if row.role == Role.CITY_HALL_TEAM]
    for number, row in enumerate(advisers):
        plain = _terms(row, near, since)
        yield replace(plain, longest_months=YEAR, yearly_cents=1_000_000), False
        if number == 0:
            yield replace(plain, longest_months=TWO_YEARS, reference=OLD_DECREE), False
        yield replace(plain, may_refuse=False, needs_second=True, products=products), False
    for row in hall:
        is_outside = row not in home
        yield _terms(row, products, since), is_outside
    for row in rows:
        if row.role == Role.CITY_SOCIAL_TEAM:
            lent = [each for each in products if each.category in LENT]
            terms = replace(_terms(row, lent, since), longest_months=6, reference=SST_DECREE)
            yield replace(terms, needs_second=True), row not in home


def _terms(row: Membership, products: list[Product], since: date) -> MandateTerms:
    """Without limits, also to refuse, for as long as it lasts."""
    return MandateTerms(
        holder=row.user,
        products=products,
        longest_months=None,
        yearly_cents=None,
        may_refuse=True,
        needs_second=False,
        since=since,
        until=None,
        reference=DECREE,
    )
