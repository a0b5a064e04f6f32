"""The demo city's joint budget, what its teams spend without a resident, and a full quarter."""

import uuid
from datetime import datetime
from typing import Any, NamedTuple

from budgets.demo import DAY, HOUR, IBAN, director_of, person_for
from budgets.joint import services as planning
from budgets.joint.models import CostKind, JointBudget, LineWish, PlannedLine
from budgets.ledger.models import Pot
from budgets.requests import services
from budgets.requests.models import BudgetPurpose, BudgetWish, HelpForm, Method, Payee
from cases.demo.also import also
from cases.demo.cast import Cast
from cases.dossiers.models import ResidentFile
from clusters.models import PartnerOrganisation, Role, User
from common.deadlines import local_day

NAMESPACE = uuid.UUID("0d8f0a55-2f0c-4a65-9f3b-6a2a5f0f9b11")
OWN_BUDGET = "begroting van de partner"
DECISION = "besluit van de stuurgroep"
SMALL, SMALL_DAYS, SMALL_CENTS = 14, 70, 11_500
GGZ, WAAKVLAM = "ggz-team", "waakvlam-uren"
LAST_DECIDED = 2
"""The third request of a team still waits."""


class Planned(NamedTuple):
    """A line: partner, kind of costs, cents, support and fte."""

    partner: str
    kind: str
    cents: int
    support: str
    fte: int | None = None
    source: str = OWN_BUDGET


LINES = (
    Planned("gemeente", "personeel", 318_000_000, "formal", 4150),
    Planned("mee", "personeel", 96_500_000, "formal", 1225),
    Planned("de-schoor", "personeel", 98_000_000, "collective", 1350),
    Planned("zorggroep", "personeel", 71_000_000, "formal", 950),
    Planned("vmca", "personeel", 31_500_000, "informal", 450),
    Planned("vmca", "vrijwilligers", 22_500_000, "informal"),
    Planned("de-schoor", "collectief", 41_000_000, "collective"),
    Planned("gemeente", "maatwerkbudget", 10_500_000, "informal", None, DECISION),
    Planned("gemeente", "differentiatie", 600_000, "formal", None, DECISION),
    Planned("gemeente", "scholing", 6_200_000, "overhead"),
    Planned("gemeente", "huisvesting", 18_000_000, "overhead"),
)
"""Illustrative: the partners do not publish what they plan."""


@also
def create_joint_budget(cast: Cast, now: datetime) -> None:
    """This year adopted and changed once, and next year as a draft with the same lines."""
    general = person_for(Role.GENERAL_MANAGER, now)
    if general is None:
        return
    begun = now - 60 * DAY
    year = local_day(now).year
    budget = planning.begin_joint_budget(
        submission_key=_key("begun"), year=year, copy_from=None, by=general, at=begun
    )
    lines = [_planned(budget, number, each, general, begun) for number, each in enumerate(LINES)]
    planning.adopt_joint_budget(
        budget_id=budget.pk,
        decision=f"{DECISION}, vergadering over {year}",
        decided_on=local_day(begun),
        by=general,
        at=begun + HOUR,
    )
    planning.change_line(
        submission_key=_key("changed"),
        version_id=lines[1].pk,
        wish=_wish(LINES[1]._replace(cents=92_000_000, fte=1175), begun),
        reason="Een vacature is een half jaar open gebleven.",
        by=general,
        at=now - 20 * DAY,
    )
    planning.begin_joint_budget(
        submission_key=_key("next"), year=year + 1, copy_from=budget, by=general, at=now - 5 * DAY
    )


@also
def create_team_spending(cast: Cast, now: datetime) -> None:
    """GGZ and hours for the waakvlam, asked for teams; one paid, one reserved, one waits."""
    controller = person_for(Role.CONTROLLER, now)
    for number, (team_id, manager) in enumerate(sorted(cast.managers.items())[:3]):
        worker = next(iter(cast.workers[team_id]), None)
        if worker is None or controller is None:
            continue
        at = _begun(now, 25 - 8 * number)
        asked = services.request_budget(
            submission_key=_key(f"team-{number}"),
            file_id=None,
            team_id=team_id,
            wish=_of_team(WAAKVLAM if number else GGZ, 90_000 + 15_000 * number),
            by=worker,
            at=at,
        )
        steps: dict[str, Any] = {"request_id": asked.pk, "at": at + HOUR}
        if number < LAST_DECIDED:
            services.decide_request(outcome="approve", words="", by=manager, **steps)
        if not number:
            services.pay_request(amount=asked.amount_cents, by=controller, **steps)


@also
def create_small_gifts(cast: Cast, now: datetime) -> None:
    """Small gifts of some months ago, enough for a total that may be shown (GJ-10)."""
    controller = person_for(Role.CONTROLLER, now)
    files = ResidentFile.objects.open().filter(budgets=None, team_id__in=list(cast.managers))
    found = [file for file in files.order_by("pk")[: 2 * SMALL] if director_of(file)][:SMALL]
    for number, file in enumerate(found):
        by, at = director_of(file), _begun(now, SMALL_DAYS)
        if by is None or controller is None:
            continue
        asked = services.request_budget(
            submission_key=_key(f"small-{number}"),
            file_id=file.pk,
            team_id=file.team_id,
            wish=_small(number),
            by=by,
            at=at,
        )
        services.pay_request(
            request_id=asked.pk, amount=asked.amount_cents, by=controller, at=at + HOUR
        )


def _planned(
    budget: JointBudget, number: int, planned: Planned, by: User, at: datetime
) -> PlannedLine:
    return planning.add_line(
        submission_key=_key(f"line-{number}"),
        budget_id=budget.pk,
        wish=_wish(planned, at),
        reason="",
        by=by,
        at=at,
    )


def _wish(planned: Planned, at: datetime) -> LineWish:
    return LineWish(
        partner=PartnerOrganisation.objects.get(code=planned.partner),
        kind=CostKind.objects.get(code=planned.kind),
        support=planned.support,
        cents=planned.cents,
        fte=planned.fte,
        source=planned.source,
        decided_on=local_day(at),
    )


def _of_team(code: str, cents: int) -> BudgetWish:
    return BudgetWish(
        purpose=BudgetPurpose.objects.get(code=code),
        cents=cents,
        why="Extra inzet in het team, afgesproken in het teamoverleg.",
        form=HelpForm.GIFT,
        method=Method.INVOICE,
        payee=Payee("Partner van het team", IBAN),
    )


def _small(number: int) -> BudgetWish:
    return BudgetWish(
        purpose=BudgetPurpose.objects.get(code="eten-kleding"),
        cents=SMALL_CENTS + 250 * number,
        why="Er was geen geld voor eten tot de uitkering kwam.",
        form=HelpForm.GIFT,
        method=Method.INVOICE,
        payee=Payee("Supermarkt in de wijk", IBAN),
    )


def _begun(now: datetime, days: int) -> datetime:
    """So many days ago, but not before the pot of the year."""
    pot = Pot.objects.order_by("-begun_at").first()
    return max(now - days * DAY, pot.begun_at) if pot else now


def _key(what: str) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, what)
