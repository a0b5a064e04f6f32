"""Pots and requests of maatwerkbudget, made by their acts: a balance is never made by hand."""

import uuid
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from budgets.ledger.models import AccountKind, BudgetNorm, EntryKind, Pot, PotPurpose
from budgets.ledger.services import Posting, post_entry
from budgets.requests import services
from budgets.requests.models import (
    BudgetPurpose,
    BudgetRequest,
    BudgetWish,
    Debtor,
    Fund,
    HelpForm,
    Method,
    Payee,
    Return,
)
from cases.models import LifeDomain
from common.reference import sync
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory

IBAN = "NL91ABNA0417164300"
DAY = timedelta(days=1)


def lists() -> None:
    """Norms, purposes and funds as they are first filled."""
    for model in (LifeDomain, BudgetNorm, BudgetPurpose, Fund):
        sync(model)


def a_pot(cents: int = 10_500_000, *, year: int = MONDAY.year, **own: Any) -> Pot:
    """A pot with money in it; of the city unless it says otherwise."""
    own = {"purpose": PotPurpose.HELP, "begun_at": MONDAY} | own
    pot = Pot.objects.create(year=year, **own)
    if cents:
        grant(pot, cents)
    return pot


def grant(pot: Pot, cents: int) -> None:
    """Give a pot money."""
    kinds = (EntryKind.GRANT, AccountKind.AVAILABLE, AccountKind.SOURCE)
    post_entry(posting=Posting(pot.pk, *kinds, cents, uuid.uuid4()), by=None, at=MONDAY)


def wish(cents: int = 10_000, **own: Any) -> BudgetWish:
    """A gift by invoice for a fridge."""
    facts: dict[str, Any] = {
        "purpose": BudgetPurpose.objects.get(code="huisraad"),
        "why": "De koelkast is stuk en er is een baby.",
        "form": HelpForm.GIFT,
        "method": Method.INVOICE,
        "payee": Payee("Witgoed Almere", IBAN),
    }
    return BudgetWish(cents=cents, **(facts | own))


def from_fund(days: int = 30) -> dict[str, Any]:
    """What makes a wish an advance on a fund."""
    fund = Fund.objects.get(code="bijzondere-bijstand")
    day = MONDAY.date() + days * DAY
    return {"form": HelpForm.ADVANCE, "back": Return(Debtor.FUND, fund, "", day)}


def ask(file: Any, by: Any, cents: int = 10_000, **own: Any) -> BudgetRequest:
    """Ask for money for a dossier, on the working Monday unless it says otherwise."""
    at, key = own.pop("at", MONDAY), own.pop("key", None) or uuid.uuid4()
    return services.request_budget(
        submission_key=key,
        file_id=file.pk,
        team_id=file.team_id,
        wish=wish(cents, **own),
        by=by,
        at=at,
    )


def in_state(world: SimpleNamespace, state: str, cents: int = 100_000) -> BudgetRequest:
    """A request of the handler of team Noord, as far as ``state`` says."""
    lists()
    if not Pot.objects.exists():
        a_pot()
    cast = world.cast
    file = FileFactory(team=world.noord, director=cast.handler)
    is_advance = state in ("open", "denied", "proposed")
    request = ask(file, cast.handler, cents, **(from_fund() if is_advance else {}))
    if state == "waiting":
        return request
    number = {"request_id": request.pk, "at": MONDAY}
    services.decide_request(outcome="approve", words="", by=cast.team_manager, **number)
    if state != "approved":
        services.pay_request(amount=cents, by=cast.controller, **number)
    if state == "denied":
        services.deny_advance(words="Kanarie: te hoog inkomen.", by=cast.handler, **number)
    if state == "proposed":
        services.propose_write_off(words="Kanarie: onvindbaar", by=cast.team_manager, **number)
    request.refresh_from_db()
    return request
