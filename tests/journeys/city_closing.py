"""Years of the maatwerkbudget in the test city: ready to close, busy, failed and closed."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils import timezone

from budgets.closing.models import YearClosing
from budgets.closing.possible import prospect_of
from budgets.closing.progress import Progress
from budgets.closing.services import ask_closing
from budgets.closing.worker import close_years
from budgets.ledger.models import Pot
from budgets.ledger.services import Posting, move_between_pots, open_pot, post_entry
from clusters.models import Cluster
from tests.factories.closing import MOVES
from tests.journeys.city import City

REASON = "Besluit van de stuurgroep van 12 januari: het maatwerkbudget blijft bij de wijkteams."


def furnish(city: City) -> None:
    """``city.things`` knows the years by name, as an address says them."""
    this, by = timezone.localdate().year, city.people["general_manager"]
    last, older = (_pot(by, year, "help") for year in (this - 1, this - 2))
    _split(by, older)
    for pot in (last, older):
        _spend(pot)
    _close(by, older.year)
    for name, year in (("failed", this - 5), ("busy", this - 3)):
        _spend(_pot(by, year, "team"))
        _stopped(by, year, name)
    purposes = {"ready": (last.year, "inwoners"), "done": (older.year, "inwoners")}
    purposes |= {"busy": (this - 3, "teams"), "failed": (this - 5, "teams")}
    purposes |= {"running": (this, "inwoners")}
    city.things |= {f"year-{name}": list(args) for name, args in purposes.items()}
    city.things |= {"year-closed": older.year, "year-now": this}


def _pot(by: Any, year: int, purpose: str, cluster: Cluster | None = None) -> Pot:
    at = datetime(year, 3, 2, 9, tzinfo=UTC)
    amount = None if cluster else 10_500_000
    own = {"year": year, "purpose": purpose, "cluster": cluster, "amount": amount}
    return open_pot(submission_key=uuid.uuid4(), by=by, at=at, **own)


def _split(by: Any, pot: Pot) -> None:
    """A cluster gets its part."""
    part = _pot(by, pot.year, pot.purpose, Cluster.objects.order_by("pk")[0])
    key, at = uuid.uuid4(), pot.begun_at
    move_between_pots(submission_key=key, source=pot, target=part, amount=2_500_000, by=by, at=at)
    _spend(part)


def _spend(pot: Pot) -> None:
    """Something is paid, something reserved, and a part of an advance came back."""
    reference, at = uuid.uuid4(), pot.begun_at
    for kinds, cents in MOVES:
        posting = Posting(pot.pk, *kinds, cents, uuid.uuid4(), reference)
        post_entry(posting=posting, by=None, at=at)


def _close(by: Any, year: int) -> None:
    """Closed by the worker."""
    told = {"year": year, "purpose": "help", "remainder": "carry", "reason": REASON}
    shown = prospect_of(year, "help", timezone.localdate()).shown
    ask_closing(submission_key=uuid.uuid4(), shown=shown, by=by, **told)
    assert close_years(at=timezone.now()) == 1


def _stopped(by: Any, year: int, name: str) -> None:
    """As it stands while the worker is at it, or after it failed."""
    at = timezone.now() - timedelta(minutes=1)
    state = {"busy": {"state": "running", "started_at": at}}.get(name, {"state": "failed"})
    closing = YearClosing.objects.create(
        key=uuid.uuid4(),
        year=year,
        purpose="team",
        remainder="give_back",
        reason=REASON,
        asked_by=by,
        asked_at=at,
        refusal="" if name == "busy" else "Het grootboek klopt niet. Laat het nakijken.",
        **state,
    )
    if name == "busy":
        Progress(closing).tell(2, 5)
