"""Which request a line may belong to, and why, in words; only reads (BI-6).

Requests are read as plain values: only who is shown is in the trail.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from budgets.bank.models import BankLine, BankMatch
from budgets.requests.lifecycle import RequestState
from budgets.requests.models import BudgetRequest
from clusters.models import User
from common.deadlines import local_day

REFERENCE = re.compile(r"\bMB[\s-]?0{0,6}([0-9]{1,7})\b", re.IGNORECASE)
NO_WORD = re.compile(r"[\W_]+")
NUMBER, AMOUNT, ACCOUNT, FUND, NEAR = 100, 40, 30, 30, 10
ENOUGH, SURE = 40, 70
"""From so many points a request is shown, and is ticked beforehand."""
NEARBY = timedelta(days=14)
PAID_AROUND = timedelta(days=45)
SHOWN = 5
VALUES = ("pk", "fund_id", "fund__label", "purpose__label", "resident_id")


@dataclass(frozen=True)
class Candidate:
    """An advance that is open or a payment that nobody confirmed: ``cents`` is what is left."""

    request_id: int
    cents: int
    day: date | None
    purpose: str = ""
    fund_id: int | None = None
    fund: str = ""
    resident_id: int | None = None

    def __str__(self) -> str:
        return str(BudgetRequest(pk=self.request_id))


@dataclass(frozen=True)
class Proposal:
    """A request for a line, how much of it, and the reasons."""

    line: BankLine
    candidate: Candidate
    points: int
    reasons: tuple[str, ...]
    is_sure: bool = False

    @property
    def cents(self) -> int:
        """Never more than the line has left, nor than is open."""
        return min(self.line.rest_cents, self.candidate.cents)

    @property
    def code(self) -> str:
        """How a tick box says it: line, request, amount and the version that was looked at."""
        pair = f"{self.line.pk}-{self.candidate.request_id}"
        return f"{pair}-{self.cents}-{self.line.version}"

    @property
    def why(self) -> str:
        """The reasons as one phrase."""
        words = ", ".join(self.reasons)
        return f"{words[:1].upper()}{words[1:]}."


@dataclass
class Known:
    """What earlier matches say of an account: the funds and the requests it paid for."""

    funds: set[tuple[str, int]] = field(default_factory=set)
    requests: set[tuple[str, int]] = field(default_factory=set)


def proposals_for(lines: Iterable[BankLine], user: User) -> dict[int, list[Proposal]]:
    """Per line the requests that fit, the best first; at most three queries for all lines."""
    wanted = [line for line in lines if line.rest_cents and line.emptied_at is None]
    incoming = [line for line in wanted if line.is_incoming]
    outgoing = [line for line in wanted if not line.is_incoming]
    found = dict[int, list[Proposal]]()
    if incoming:
        advances, known = open_advances(user), known_accounts(incoming)
        found |= {line.pk: _best(line, advances, known) for line in incoming}
    if outgoing:
        paid = payments_around(outgoing, user)
        found |= {line.pk: _best(line, paid, Known()) for line in outgoing}
    return found


def open_advances(user: User) -> list[Candidate]:
    """Every advance that is not all back; one query."""
    rows = BudgetRequest.objects.visible_to(user).unsettled().order_by("expected_on", "pk")
    return [
        _candidate(values, cents, day)
        for *values, cents, day in rows.values_list(*VALUES, "owed_cents", "expected_on")
    ]


def payments_around(lines: Iterable[BankLine], user: User) -> list[Candidate]:
    """Payments of about these days that the bank did not confirm yet; one query."""
    days = [line.booked_on for line in lines]
    numbers = {number for line in lines for number in numbers_in(line)}
    around = Q(paid_at__date__range=(min(days) - PAID_AROUND, max(days) + PAID_AROUND))
    seen = BankMatch.objects.live().filter(request=OuterRef("pk"), line__is_incoming=False)
    summed = seen.order_by().values("request").annotate(sum=Sum("amount_cents")).values("sum")
    rows = BudgetRequest.objects.visible_to(user).filter(around | Q(pk__in=numbers))
    rows = rows.filter(state=RequestState.PAID).annotate(seen=Coalesce(Subquery(summed), 0))
    return [
        _candidate(values, paid - confirmed, local_day(at))
        for *values, paid, confirmed, at in rows.values_list(
            *VALUES, "paid_cents", "seen", "paid_at"
        )
        if paid > confirmed
    ]


def known_accounts(lines: Iterable[BankLine]) -> Known:
    """What was matched before of the same accounts; one query."""
    marks = {line.account_mark for line in lines} - {""}
    rows = BankMatch.objects.live().filter(line__account_mark__in=marks, line__is_incoming=True)
    known = Known()
    for mark, request_id, fund_id in rows.values_list(
        "line__account_mark", "request_id", "request__fund_id"
    ).order_by():
        known.requests.add((mark, request_id))
        known.funds |= {(mark, fund_id)} if fund_id else set()
    return known


def numbers_in(line: BankLine) -> set[int]:
    """The numbers of requests that somebody wrote with the money."""
    text = f"{line.told.description} {line.told.name}"
    return {int(number) for number in REFERENCE.findall(text)}


def _candidate(values: list[Any], cents: int, day: date | None) -> Candidate:
    number, fund_id, fund, purpose, resident_id = values
    return Candidate(number, cents, day, purpose, fund_id, fund or "", resident_id)


def _best(line: BankLine, candidates: list[Candidate], known: Known) -> list[Proposal]:
    """Those with enough reasons; the first is sure when it stands alone at the top."""
    numbers, text = numbers_in(line), _plain(f"{line.told.name} {line.told.description}")
    scored = []
    for each in candidates:
        reasons = _reasons(line, each, numbers, text, known)
        points = sum(reasons.values())
        if points >= ENOUGH:
            scored.append(Proposal(line, each, points, tuple(reasons)))
    scored.sort(key=lambda proposal: -proposal.points)
    if scored and scored[0].points >= SURE and _is_alone(scored):
        first = scored[0]
        scored[0] = Proposal(line, first.candidate, first.points, first.reasons, is_sure=True)
    return scored[:SHOWN]


def _is_alone(scored: list[Proposal]) -> bool:
    return len(scored) == 1 or scored[1].points < scored[0].points


def _reasons(
    line: BankLine, each: Candidate, numbers: set[int], text: str, known: Known
) -> dict[str, int]:
    """Why this request, in words, with what each reason is worth."""
    mark, fund = line.account_mark, _plain(each.fund)
    is_near = each.day is not None and abs(each.day - line.booked_on) <= NEARBY
    left = "wat openstaat" if line.is_incoming else "wat is betaald"
    around = "waarop het werd verwacht" if line.is_incoming else "waarop het is betaald"
    signs = (
        (each.request_id in numbers, f"het nummer {each} staat erbij", NUMBER),
        (each.cents == line.rest_cents, f"het bedrag is precies {left}", AMOUNT),
        ((mark, each.request_id) in known.requests, "deze rekening betaalde hier al op", ACCOUNT),
        ((mark, each.fund_id) in known.funds, f"deze rekening is van {each.fund}", ACCOUNT),
        (bool(fund) and f" {fund} " in f" {text} ", f"de naam {each.fund} staat erbij", FUND),
        (is_near, f"het is rond de dag {around}", NEAR),
    )
    return {words: points for holds, words, points in signs if holds}


def _plain(text: str) -> str:
    """Only words, in small letters."""
    return NO_WORD.sub(" ", text.casefold()).strip()
