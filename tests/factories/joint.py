"""Joint budgets and planned lines, made by their acts."""

import uuid
from typing import Any

from budgets.joint import services
from budgets.joint.models import CostKind, JointBudget, LineWish, PlannedLine
from clusters.models import PartnerOrganisation
from common.reference import sync
from tests.factories.cases import MONDAY
from tests.factories.clusters import PartnerOrganisationFactory

TODAY = MONDAY.date()


def kinds() -> None:
    """The kinds of costs as they are first filled."""
    sync(CostKind)


def a_partner(code: str) -> PartnerOrganisation:
    """The partner of this code, by that name."""
    partner: PartnerOrganisation = PartnerOrganisation.objects.filter(
        code=code
    ).first() or PartnerOrganisationFactory(code=code, name=code.title())
    return partner


def line_wish(kind: str = "personeel", cents: int = 8_000_000, **own: Any) -> LineWish:
    """Staff of Mee, formal, by the budget of the partner itself."""
    facts: dict[str, Any] = {"support": "formal", "source": "begroting van de partner"}
    facts |= {"fte": 100 if kind == "personeel" else None, "decided_on": TODAY} | own
    partner = a_partner(facts.pop("partner", "mee"))
    return LineWish(partner=partner, kind=CostKind.objects.get(code=kind), cents=cents, **facts)


def a_budget(by: Any, year: int = MONDAY.year, **own: Any) -> JointBudget:
    """A draft for a year."""
    facts: dict[str, Any] = {"submission_key": uuid.uuid4(), "copy_from": None, "at": MONDAY}
    return services.begin_joint_budget(year=year, by=by, **(facts | own))


def a_line(
    budget: JointBudget, by: Any, kind: str = "personeel", cents: int = 8_000_000, **own: Any
) -> PlannedLine:
    """One more line."""
    reason, key = own.pop("reason", ""), own.pop("key", None) or uuid.uuid4()
    return services.add_line(
        submission_key=key,
        budget_id=budget.pk,
        wish=line_wish(kind, cents, **own),
        reason=reason,
        by=by,
        at=MONDAY,
    )


def adopt(budget: JointBudget, by: Any, decision: str = "stuurgroep, punt 4") -> JointBudget:
    """The partners decided."""
    return services.adopt_joint_budget(
        budget_id=budget.pk, decision=decision, decided_on=TODAY, by=by, at=MONDAY
    )
