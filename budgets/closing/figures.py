"""The lines of the jaarrekening, per pot and of all together; only reads (GB-29)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from budgets.closing.lifecycle import ClosingState
from budgets.closing.models import YearClosing
from budgets.ledger.models import Account, AccountKind, EntryKind, Pot, PotTotal
from clusters.models import User

A, K = AccountKind, EntryKind
Sums = Counter[tuple[str, str, str]]
"""Cents per kind of entry and per sort of account that it goes to and comes from."""


@dataclass(frozen=True)
class SumLine:
    """A line with an amount in cents; ``is_sum`` is the line under the others."""

    label: str
    cents: int
    is_sum: bool = False


@dataclass(frozen=True)
class Part:
    """Lines that belong together, under a heading."""

    heading: str
    lines: Sequence[SumLine]


@dataclass(frozen=True)
class Statement:
    """One pot, or all of a year: its parts, and what is lost; that is zero in a whole ledger."""

    title: str
    parts: Sequence[Part]
    difference: int
    entries: int
    cents: int


@dataclass(frozen=True)
class Year:
    """The jaarrekening: all pots together first, then each; final when every pot is closed."""

    year: int
    statements: Sequence[Statement]
    closings: Sequence[YearClosing]
    is_final: bool


def year_of(user: User, year: int) -> Year | None:
    """The jaarrekening as this employee may see it; None when there is no pot. Four queries."""
    return year_with(Pot.objects.visible_to(user), year)


def year_with(seen: Iterable[Pot] | None, year: int) -> Year | None:
    """The same for who makes it on paper, without anybody who looks."""
    rows = Pot.objects.filter(year=year)
    if seen is not None:
        rows = rows.filter(pk__in=seen.order_by().values("pk"))  # type: ignore[attr-defined]
    city_first = F("cluster__name").asc(nulls_first=True)
    pots = list(rows.select_related("cluster").order_by("purpose", city_first, "pk"))
    if not pots:
        return None
    totals = list(PotTotal.objects.filter(pot__in=pots))
    accounts = list(Account.objects.filter(pot__in=pots, reference=None))
    each = [_statement(str(pot), _of(pot, totals), _of(pot, accounts), year) for pot in pots]
    together = [_statement("Alle potten samen", totals, accounts, year)] if len(pots) > 1 else []
    done = YearClosing.objects.filter(year=year, state=ClosingState.DONE)
    is_final = all(pot.closed_at is not None for pot in pots)
    return Year(year, [*together, *each], list(done.select_related("asked_by")), is_final)


def _of(pot: Pot, rows: Sequence[Any]) -> list[Any]:
    return [row for row in rows if row.pot_id == pot.pk]


def _statement(
    title: str, totals: Sequence[PotTotal], accounts: Sequence[Account], year: int
) -> Statement:
    sums: Sums = Counter()
    for each in totals:
        sums[each.kind, each.debit, each.credit] += each.cents
    parts = (_came(sums, year), _went(sums), _advances(sums, year), _left(sums, year), _end(sums))
    count, cents = sum(each.entries for each in totals), sum(each.cents for each in totals)
    return Statement(title, parts, _difference(parts, accounts), count, cents)


def _difference(parts: Sequence[Part], accounts: Sequence[Account]) -> int:
    """What the lines and the accounts do not agree about; zero when nothing is lost."""
    came, went, advances, left, end = ([line.cents for line in part.lines] for part in parts)
    there: Counter[str] = Counter()
    for account in accounts:
        there[account.kind] += account.balance_cents
    lacks = (
        came[-1] - went[-1] - left[-1] - sum(end),
        came[-1] - left[-1] + there[A.SOURCE],
        went[-1] - there[A.PAID],
        end[0] - there[A.AVAILABLE],
        advances[-1] - end[-1],
    )
    return sum(abs(cents) for cents in lacks)


def _moved(sums: Sums, kind: str, debit: str, credit: str) -> int:
    """What moved so, less what was turned back."""
    return sums[kind, debit, credit] - sums[K.REVERSE, credit, debit]


def _balance(sums: Sums, account: str) -> int:
    came = sum(cents for (_, debit, _), cents in sums.items() if debit == account)
    return came - sum(cents for (_, _, credit), cents in sums.items() if credit == account)


def _carried_in(sums: Sums) -> int:
    return sum(cents for (kind, _, _), cents in sums.items() if kind == K.CARRY_IN)


def _came(sums: Sums, year: int) -> Part:
    lines = (
        SumLine("Toegekend", _moved(sums, K.GRANT, A.AVAILABLE, A.SOURCE)),
        SumLine("Erbij uit andere potten", _moved(sums, K.MOVE_IN, A.AVAILABLE, A.SOURCE)),
        SumLine("Eraf naar andere potten", -_moved(sums, K.MOVE_OUT, A.SOURCE, A.AVAILABLE)),
        SumLine(f"Meegenomen uit {year - 1}", _carried_in(sums)),
        SumLine("Betaling uit een eerder jaar kwam terug", sums[K.BOUNCE, A.RESERVED, A.SOURCE]),
    )
    return Part("Wat erin kwam", _with_sum(lines, "Samen"))


def _went(sums: Sums) -> Part:
    lines = (
        SumLine("Betaald als gift", _moved(sums, K.PAY, A.PAID, A.RESERVED)),
        SumLine("Voorschot dat een gift werd", _moved(sums, K.GIFT, A.PAID, A.RECEIVABLE)),
        SumLine("Afgeboekt", _moved(sums, K.WRITE_OFF, A.PAID, A.RECEIVABLE)),
    )
    return Part("Wat is uitgegeven", _with_sum(lines, "Uitgegeven"))


def _advances(sums: Sums, year: int) -> Part:
    """How the advances went: what is under the line is still to come back."""
    lines = (
        SumLine(f"Open, meegenomen uit {year - 1}", sums[K.CARRY_IN, A.RECEIVABLE, A.SOURCE]),
        SumLine("Betaald als voorschot", _moved(sums, K.PAY, A.RECEIVABLE, A.RESERVED)),
        SumLine(
            "Betaling uit een eerder jaar kwam terug", -sums[K.BOUNCE, A.RESERVED, A.RECEIVABLE]
        ),
        SumLine("Terugontvangen", -_moved(sums, K.REPAY, A.AVAILABLE, A.RECEIVABLE)),
        SumLine("Werd een gift", -_moved(sums, K.GIFT, A.PAID, A.RECEIVABLE)),
        SumLine("Afgeboekt", -_moved(sums, K.WRITE_OFF, A.PAID, A.RECEIVABLE)),
        SumLine(f"Meegenomen naar {year + 1}", -sums[K.CARRY_OUT, A.SOURCE, A.RECEIVABLE]),
    )
    return Part("Voorschotten", _with_sum(lines, "Komt nog terug"))


def _left(sums: Sums, year: int) -> Part:
    """What went out of the pot when the year was closed."""
    lines = (
        SumLine("Open voorschotten", sums[K.CARRY_OUT, A.SOURCE, A.RECEIVABLE]),
        SumLine("Reserveringen", sums[K.CARRY_OUT, A.SOURCE, A.RESERVED]),
        SumLine("Wat overbleef", sums[K.CARRY_OUT, A.SOURCE, A.AVAILABLE]),
        SumLine("Teruggegeven aan de gemeente", sums[K.GIVE_BACK, A.SOURCE, A.AVAILABLE]),
    )
    return Part(f"Meegenomen naar {year + 1}, of teruggegeven", _with_sum(lines, "Samen"))


def _end(sums: Sums) -> Part:
    return Part(
        "Eindsaldo",
        (
            SumLine("Beschikbaar", _balance(sums, A.AVAILABLE)),
            SumLine("Gereserveerd", _balance(sums, A.RESERVED)),
            SumLine("Komt nog terug", _balance(sums, A.RECEIVABLE)),
        ),
    )


def _with_sum(lines: Sequence[SumLine], label: str) -> list[SumLine]:
    return [*lines, SumLine(label, sum(line.cents for line in lines), is_sum=True)]
