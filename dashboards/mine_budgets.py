"""Of Mijn werk what comes from the maatwerkbudget: decide, pay, ask after, sign (MB-19)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Case, F, QuerySet, When
from django.utils import timezone

from budgets.models import BudgetRequest
from budgets.requests.lights import light_of
from budgets.requests.models import ASKING
from clusters.models import User
from common.deadlines import ONE_DAY
from common.templatetags.screen import address, deadline, euro
from common.weeks import midnight
from dashboards.work import WorkItem

ON_TOP = timedelta(days=3650)
"""So much earlier than its term stands what is urgent: above everything that is late (MB-3)."""
WHAT = ("purpose__label", "amount_cents", "state", "advance", "form", "is_urgent")
DECIDE = (*WHAT, "decide_by", "escalated_at", "expected_on")
PAY = (*WHAT, "lapses_on", "expected_on", "escalated_at")
ADVANCE = (*WHAT, "expected_on", "owed_cents", "debtor", "fund__label", "escalated_at")
DECIDE_BY = Case(When(is_urgent=True, then=F("decide_by") - ON_TOP), default=F("decide_by"))


def decisions_of(user: User) -> QuerySet[BudgetRequest]:
    """Requests that wait for this manager (MB-19)."""
    return BudgetRequest.objects.visible_to(user).for_decider(user)


def payments_of(user: User) -> QuerySet[BudgetRequest]:
    """What is approved and not paid (MB-20)."""
    return BudgetRequest.objects.to_pay(user)


def advances_of(user: User) -> QuerySet[BudgetRequest]:
    """Advances to ask after (MB-22)."""
    return BudgetRequest.objects.to_chase(user, timezone.localdate())


def advances_in_files_of(user: User) -> QuerySet[BudgetRequest]:
    """Those that others asked in dossiers this employee directs (MB-22)."""
    return BudgetRequest.objects.to_chase_in_files(user, timezone.localdate())


def refusals_of(user: User) -> QuerySet[BudgetRequest]:
    """Advances that a fund refused (MB-21)."""
    return BudgetRequest.objects.visible_to(user).to_settle(user)


def signatures_of(user: User) -> QuerySet[BudgetRequest]:
    """Write-offs that wait for the second signature (MB-23)."""
    return BudgetRequest.objects.to_sign(user)


def decision_items(rows: Iterable[BudgetRequest], user: User) -> list[WorkItem]:
    """A row per request, by the moment one decides; urgent on top."""
    return [
        _item(
            row,
            user,
            due_at=_decide_by(row),
            when=deadline(row.decide_by),
            url_name="budget-decide",
            label="Maatwerkbudget: beslissen",
            status="spoed" if row.is_urgent else row.get_state_display(),
        )
        for row in rows
    ]


def payment_items(rows: Iterable[BudgetRequest], user: User) -> list[WorkItem]:
    """A row per reservation, by the day on which it lapses."""
    return [
        _item(
            row,
            user,
            due_at=_end_of(row.lapses_on),
            when=deadline(row.lapses_on),
            url_name="budget-pay",
            label="Maatwerkbudget: betalen",
            status=f"vervalt na {row.lapses_on:%d-%m-%Y}",
        )
        for row in rows
    ]


def advance_items(rows: Iterable[BudgetRequest], user: User) -> list[WorkItem]:
    """A row per advance, by the day on which it should be back."""
    return [_of_advance(row, user, "budget-request", "Voorschot: navragen") for row in rows]


def refusal_items(rows: Iterable[BudgetRequest], user: User) -> list[WorkItem]:
    """A row per refusal of a fund."""
    return [_of_advance(row, user, "budget-settle", "Voorschot: hoe verder?") for row in rows]


def signature_items(rows: Iterable[BudgetRequest], user: User) -> list[WorkItem]:
    """A row per signature that is asked."""
    return [_of_advance(row, user, "budget-sign", "Afboeken: tekenen") for row in rows]


def _decide_by(row: BudgetRequest) -> datetime:
    """As ``DECIDE_BY`` in the database; what waits has a term."""
    term: Any = row.decide_by
    found: datetime = term - ON_TOP if row.is_urgent else term
    return found


def _end_of(day: Any) -> datetime:
    return midnight(day + ONE_DAY)


def _of_advance(row: BudgetRequest, user: User, url_name: str, label: str) -> WorkItem:
    whom = str(row.fund) if row.fund is not None else row.get_debtor_display()
    return _item(
        row,
        user,
        due_at=_end_of(row.expected_on),
        when=deadline(row.expected_on),
        url_name=url_name,
        label=label,
        status=f"{euro(row.owed_cents)} open, {whom.lower()}",
    )


def _item(row: BudgetRequest, user: User, *, url_name: str, **own: Any) -> WorkItem:
    """Of whom it is, is only for who works with the resident (row 11)."""
    return WorkItem(
        light=light_of(row, timezone.localdate()),
        url=address(url_name, row.pk),
        reference=str(row),
        resident=row.resident,
        is_anonymous=user.acting_role not in ASKING,
        subject=f"{row.purpose}, {euro(row.amount_cents)}",
        **own,
    )
