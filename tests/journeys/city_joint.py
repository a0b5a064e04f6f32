"""The joint budget in the test city: adopted and changed, a draft, very long, and its totals."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from budgets.joint import services
from budgets.joint.models import CostKind, JointBudget, LineWish, PlannedLine
from budgets.ledger.models import AccountKind, EntryKind, Pot
from budgets.ledger.services import Posting, open_pot, post_entry
from budgets.requests.models import BudgetPurpose, BudgetWish, HelpForm, Method, Payee
from budgets.requests.services import decide_request, pay_request, request_budget
from clusters.models import PartnerOrganisation
from common.reference import sync
from tests.factories.budgets import IBAN
from tests.journeys.city import LONG_WORD, City

DAY = timedelta(days=1)
LINES: tuple[tuple[str, str, int, str, int | None], ...] = (
    ("gemeente", "personeel", 312_500_000, "formal", 4150),
    ("mee", "personeel", 74_000_000, "formal", 975),
    ("de-schoor", "personeel", 98_000_000, "collective", 1400),
    ("zorggroep", "personeel", 61_000_000, "formal", 820),
    ("vmca", "vrijwilligers", 22_500_000, "informal", None),
    ("gemeente", "maatwerkbudget", 10_500_000, "informal", None),
    ("gemeente", "differentiatie", 600_000, "formal", None),
    ("gemeente", "huisvesting", 18_000_000, "overhead", None),
)


def furnish(city: City) -> None:
    """Begin, fill, adopt and change; ``city.things`` knows them by name."""
    sync(CostKind)
    by, year = city.people["general_manager"], timezone.localdate().year
    budget = _begun(by, year)
    lines = [_added(budget, by, *each) for each in LINES]
    services.adopt_joint_budget(
        budget_id=budget.pk,
        decision="stuurgroep, punt 4 van de agenda",
        decided_on=timezone.localdate(),
        by=by,
    )
    changed = _changed(lines[1], by, 69_000_000, "Een vacature blijft een half jaar open.")
    _changed(lines[4], by, 24_000_000, LONG_WORD[:290], note=LONG_WORD[:480])
    draft = _begun(by, year + 1, budget)
    city.things |= {"joint-adopted": budget.pk, "joint-draft": draft.pk}
    city.things |= {"joint-changed": changed.pk, "joint-gone": _gone(draft, by).pk}
    city.things["joint-line"] = PlannedLine.objects.filter(budget=draft).in_force()[0].pk
    _spend(city, by, year)


def _begun(by: Any, year: int, source: JointBudget | None = None) -> JointBudget:
    key = uuid.uuid4()
    return services.begin_joint_budget(submission_key=key, year=year, copy_from=source, by=by)


def _wish(
    partner: str, kind: str, cents: int, support: str, fte: int | None, note: str = ""
) -> LineWish:
    return LineWish(
        partner=PartnerOrganisation.objects.get(code=partner),
        kind=CostKind.objects.get(code=kind),
        support=support,
        cents=cents,
        fte=fte,
        source="begroting van de partner",
        decided_on=timezone.localdate() - 30 * DAY,
        note=note,
    )


def _added(budget: JointBudget, by: Any, *facts: Any) -> PlannedLine:
    wish, key = _wish(*facts), uuid.uuid4()
    return services.add_line(submission_key=key, budget_id=budget.pk, wish=wish, reason="", by=by)


def _changed(line: PlannedLine, by: Any, cents: int, reason: str, note: str = "") -> PlannedLine:
    facts = (line.partner.code, line.kind.code, cents, line.support, line.fte_hundredths, note)
    return services.change_line(
        submission_key=uuid.uuid4(), version_id=line.pk, wish=_wish(*facts), reason=reason, by=by
    )


def _gone(draft: JointBudget, by: Any) -> PlannedLine:
    line = _added(draft, by, "mee", "scholing", 150_000, "overhead", None)
    return services.drop_line(
        submission_key=uuid.uuid4(), version_id=line.pk, reason="Zit bij personeel.", by=by
    )


def _spend(city: City, by: Any, year: int) -> None:
    """Entries of the quarters before this one, so that the totals have something to show."""
    pot = Pot.objects.get(year=year, purpose="help", cluster=None)
    open_pot(
        submission_key=uuid.uuid4(),
        year=year,
        purpose="team",
        cluster=None,
        amount=500_000,
        by=by,
    )
    _for_team(city, 60_000, "ggz-team", pays=True)
    _for_team(city, 45_000, "waakvlam-uren", pays=False)
    kinds = AccountKind
    for month, count in ((2, 14), (5, 4), (8, 12)):
        at = datetime(year, month, 10, 12, tzinfo=timezone.get_current_timezone())
        for number in range(count):
            cents = 8_000 + 900 * number
            for kind, accounts in (
                (EntryKind.RESERVE, (kinds.RESERVED, kinds.AVAILABLE)),
                (EntryKind.PAY, (kinds.RECEIVABLE if number % 2 else kinds.PAID, kinds.RESERVED)),
            ):
                reference = uuid.uuid5(uuid.NAMESPACE_OID, f"joint {month} {number}")
                facts = (pot.pk, kind, *accounts, cents, uuid.uuid4(), reference)
                post_entry(posting=Posting(*facts), by=by, at=at)


def _for_team(city: City, cents: int, code: str, *, pays: bool) -> None:
    """Money for the team itself, decided; and paid."""
    wish = BudgetWish(
        purpose=BudgetPurpose.objects.get(code=code),
        cents=cents,
        why="Afgesproken in het teamoverleg.",
        form=HelpForm.GIFT,
        method=Method.INVOICE,
        payee=Payee("Partner van het team", IBAN),
    )
    asked = request_budget(
        submission_key=uuid.uuid4(),
        file_id=None,
        team_id=city.team.pk,
        wish=wish,
        by=city.people["handler"],
    )
    manager, number = city.people["team_manager"], {"request_id": asked.pk}
    decide_request(outcome="approve", words="", by=manager, **number)
    if pays:
        pay_request(amount=cents, by=city.people["controller"], **number)
