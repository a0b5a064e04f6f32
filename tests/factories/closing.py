"""A year that is over, with money in every state, made by the acts of that year."""

import uuid
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

from budgets.closing import services
from budgets.closing.models import YearClosing
from budgets.closing.possible import prospect_of
from budgets.ledger.models import AccountKind, EntryKind, Pot
from budgets.requests import services as acts
from budgets.requests.models import BudgetRequest
from common.deadlines import local_day
from tests.factories.budgets import a_pot, ask, from_fund, lists
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory

LAST_YEAR = MONDAY.year
NEW_YEAR = MONDAY.replace(year=LAST_YEAR + 1, month=1, day=11)
"""A working Monday in January; the entries of ``a_year`` are of the November before."""
A, K = AccountKind, EntryKind
RESERVE = (K.RESERVE, A.RESERVED, A.AVAILABLE)
MOVES = (
    (RESERVE, 400_000),
    ((K.PAY, A.PAID, A.RESERVED), 150_000),
    ((K.PAY, A.RECEIVABLE, A.RESERVED), 200_000),
    ((K.REPAY, A.AVAILABLE, A.RECEIVABLE), 75_000),
)
"""Something is paid, something reserved, and a part of an advance came back."""
STATES = ("waiting", "approved", "open", "partly", "gift", "lost")


def a_year(world: SimpleNamespace, *, after: int = 1_000_000, **own: Any) -> SimpleNamespace:
    """Last year with a request in every state, and the pot of the year after when it has money."""
    lists()
    year = SimpleNamespace(cast=world.cast, noord=world.noord, pot=a_pot(1_000_000, **own))
    year.after = a_pot(after, year=LAST_YEAR + 1) if after else None
    for state in STATES:
        setattr(year, state, requested(world, state))
    return year


def requested(world: SimpleNamespace, state: str, cents: int = 60_000) -> BudgetRequest:
    """One request of last year, as far as ``state`` says."""
    cast, far = world.cast, {"at": MONDAY}
    file = FileFactory(team=world.noord, director=cast.handler)
    back = from_fund(100) if state in ("open", "partly", "lost") else {}
    request = ask(file, cast.handler, cents, **back)
    number: dict[str, Any] = {"request_id": request.pk, **far}
    if state != "waiting":
        acts.decide_request(outcome="approve", words="", by=cast.team_manager, **number)
    if state not in ("waiting", "approved"):
        acts.pay_request(amount=cents, by=cast.controller, **number)
    if state == "partly":
        key = uuid.uuid4()
        acts.register_repayment(submission_key=key, amount=20_000, by=cast.controller, **number)
    if state == "lost":
        acts.deny_advance(words="Te hoog inkomen.", by=cast.handler, **number)
        acts.settle_advance(outcome="gift", expected_on=None, by=cast.team_manager, **number)
    request.refresh_from_db()
    return request


def asked(by: Any, *, pot: Pot | None = None, at: datetime = NEW_YEAR, **own: Any) -> YearClosing:
    """Ask to close last year, as the page that shows it would."""
    year, purpose = (pot.year, pot.purpose) if pot else (LAST_YEAR, "help")
    told = {
        "submission_key": uuid.uuid4(),
        "year": year,
        "purpose": purpose,
        "remainder": "carry",
        "reason": "Besluit van de stuurgroep.",
        "shown": prospect_of(year, purpose, local_day(at)).shown,
    }
    return services.ask_closing(**(told | own), by=by, at=at)


def a_moment_later(at: datetime = NEW_YEAR) -> datetime:
    """Long enough for a worker to count as gone."""
    return at + timedelta(minutes=6)
