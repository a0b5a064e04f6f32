"""Several proposals accepted at once. Not a service: every pair has a transaction of its own, so
that what somebody else changed meanwhile stops only itself (BI-8)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from budgets.bank.models import BankLine
from budgets.bank.services import match_line
from budgets.requests.models import BudgetRequest
from clusters.models import User
from common.errors import RuleViolation

CODE = re.compile(r"(\d{1,9})-(\d{1,9})-(\d{1,12})-(\d{1,9})", re.ASCII)
MOST = 100
GONE = "Een bankregel of aanvraag is er niet meer."


@dataclass(frozen=True)
class Pair:
    """A part of a line for a request, as somebody ticked it."""

    line_id: int
    request_id: int
    cents: int
    version: int

    def __str__(self) -> str:
        return f"{self.line_id}-{self.request_id}-{self.cents}-{self.version}"


def pairs_in(codes: Iterable[str]) -> list[Pair]:
    """What was ticked, each line once; what cannot be read was not ticked."""
    found = dict[int, Pair]()
    for code in codes:
        if (parts := CODE.fullmatch(code)) is not None:
            pair = Pair(*map(int, parts.groups()))
            found.setdefault(pair.line_id, pair)
    return list(found.values())[:MOST]


@dataclass(frozen=True)
class Chosen:
    """A pair as the preview shows it: ``left_cents`` stays open at the request after it."""

    pair: Pair
    line: BankLine
    purpose: str
    left_cents: int
    resident_id: int | None

    @property
    def request_number(self) -> str:
        """The number of the request, without reading its row."""
        return str(BudgetRequest(pk=self.pair.request_id))

    @property
    def fits(self) -> bool:
        """Whether there is room for it, and nobody changed the line meanwhile."""
        is_fresh = self.line.is_open and self.line.version == self.pair.version
        return is_fresh and self.left_cents >= 0 and self.pair.cents <= self.line.rest_cents


def chosen_of(pairs: list[Pair], lines: Mapping[int, BankLine], user: User) -> list[Chosen]:
    """The pairs with what stays open after each, in the order in which they were ticked."""
    rows = BudgetRequest.objects.visible_to(user).filter(pk__in={pair.request_id for pair in pairs})
    columns = ("owed_cents", "paid_cents", "purpose__label", "resident_id")
    facts: dict[int, Any] = {row["pk"]: row for row in rows.values("pk", *columns)}
    found = []
    for pair in pairs:
        line, about = lines.get(pair.line_id), facts.get(pair.request_id)
        if line is None or about is None:
            continue
        column = "owed_cents" if line.is_incoming else "paid_cents"
        about[column] -= pair.cents
        facts_of = (about["purpose__label"], about[column], about["resident_id"])
        found.append(Chosen(pair, line, *facts_of))
    return found


def accept_pairs(pairs: Iterable[Pair], by: User) -> tuple[int, list[str]]:
    """How many were matched, and why the others were not."""
    done, refused = 0, []
    for pair in pairs:
        try:
            match_line(
                line_id=pair.line_id,
                request_id=pair.request_id,
                amount=pair.cents,
                version=pair.version,
                by=by,
            )
            done += 1
        except RuleViolation as broken:
            refused.append(str(broken))
        except (BankLine.DoesNotExist, BudgetRequest.DoesNotExist):
            refused.append(GONE)
    return done, refused
