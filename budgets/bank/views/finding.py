"""One line for one employee, and the lines of a page with what fits them; in the trail first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.shortcuts import get_object_or_404

from audit.guard import handed_out
from audit.services import record_view
from budgets.bank.models import BankLine, BankMatch
from budgets.bank.proposing import Proposal, numbers_in, proposals_for
from budgets.permissions import GRANTS, Action
from budgets.requests.models import BudgetRequest
from clusters.http import EmployeeRequest

NONE, LIVE, ALL = "", "live", "all"


@dataclass
class Shown:
    """A line as a page shows it, with its live matches and what fits it."""

    line: BankLine
    matches: list[BankMatch]
    proposals: list[Proposal]

    @property
    def proposal(self) -> Proposal | None:
        """The one that fits best."""
        return self.proposals[0] if self.proposals else None

    @property
    def named(self) -> list[str]:
        """The requests that who paid wrote down, of which nothing is open."""
        fitting = {each.candidate.request_id for each in self.proposals}
        numbers = numbers_in(self.line) if self.line.is_open else set()
        return [str(BudgetRequest(pk=number)) for number in sorted(numbers - fitting)]


def find_line(request: EmployeeRequest, line_id: int) -> BankLine:
    """403 for who does not keep the account; 404 without such a line."""
    GRANTS.require(request.user, Action.MATCH_BANK)
    rows = BankLine.objects.visible_to(request.user).select_related("settled_by")
    found: BankLine = get_object_or_404(rows, pk=line_id)
    return found


def shown(
    request: EmployeeRequest,
    lines: Iterable[BankLine],
    code: str,
    matched: str,
    *,
    subject: BankLine | None = None,
) -> list[Shown]:
    """The lines with what is asked of them; whose requests are named is written down first.

    ``matched`` says which matches a page shows: those that live, all, or none.
    """
    decision, lines = GRANTS.require(request.user, Action.MATCH_BANK), list(lines)
    matches = _matches(lines, matched) if matched else {}
    fitting = proposals_for([line for line in lines if line.is_open], request.user)
    people = _people(matches.values(), fitting.values())
    handed_out(people)
    record_view(request, code, subject=subject, residents=people, decision=decision)
    return [Shown(each, matches.get(each.pk, []), fitting.get(each.pk, [])) for each in lines]


def _people(matches: Iterable[list[Any]], fitting: Iterable[list[Proposal]]) -> set[int]:
    """The residents of the requests that are named; those of a team have none."""
    people = {each.whose for some in matches for each in some}
    people |= {each.candidate.resident_id for some in fitting for each in some}
    return people - {None}


def _matches(lines: list[BankLine], matched: str) -> dict[int, list[BankMatch]]:
    """Per line its matches, without the row of a resident; one query."""
    rows = BankMatch.objects.all() if matched == ALL else BankMatch.objects.live()
    rows = rows.filter(line__in=[line.pk for line in lines])
    found = dict[int, list[BankMatch]]()
    rows = rows.select_related("matched_by", "undone_by")
    for match in rows.annotate(whose=F("request__resident_id")):
        found.setdefault(match.line_id, []).append(match)
    return found
