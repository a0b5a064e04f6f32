"""``python -m bench.closing``: close a year of five million entries in one transaction.

In a database of its own. ``BENCH_ENTRIES=200000`` takes fewer. Exit code 1 when it takes longer
than half a minute, or when the ledger does not add up afterwards.
"""

import os
import subprocess
import sys
import time
import uuid
from datetime import UTC, datetime
from typing import Any

from bench.cities import empty_database, manage
from bench.environment import ROOT, City, environment
from bench.ledger import ensure_ledger
from tools.trouble import Trouble, run_main

LEDGER = City("grootboek", "bench_grootboek", 0, 0)
ENTRIES = int(os.environ.get("BENCH_ENTRIES", "5000000"))
BAR_SECONDS = 30.0
LEFT_OUT = (
    "niet precies één logregel, boeking",
    "aanvraag voor een team uit de pot voor inwoners, of andersom, aanvraag",
)
"""Not checked: the generated entries have no lines in the trail, and no residents ask for them."""


def main() -> int:
    """Make the database, and let a process with Django on it fill and close."""
    if sys.argv[1:] == ["inside"]:
        return _inside()
    empty_database(LEDGER)
    manage(LEDGER, "migrate", "--verbosity", "0")
    manage(LEDGER, "load_reference_data")
    command = [sys.executable, "-m", "bench.closing", "inside"]
    answer = subprocess.run(command, cwd=ROOT, env=environment(LEDGER), check=False)
    if answer.returncode not in (0, 1):
        raise Trouble("Het meten van het afsluiten brak af.")
    return answer.returncode


def _inside() -> int:
    """Fill, close and say how long it took."""
    import django  # noqa: PLC0415

    django.setup()
    from django.utils import timezone  # noqa: PLC0415 - after setup

    from budgets.closing.checking import EVERYTHING  # noqa: PLC0415
    from budgets.ledger.checking import faults  # noqa: PLC0415

    people, now = _people(), timezone.now()
    year = now.year - 1
    began = time.perf_counter()
    pot = ensure_ledger(people, year, ENTRIES, datetime(year, 1, 5, 9, tzinfo=UTC))
    filled = time.perf_counter() - began
    count = pot.entries.count()
    closing, took, steps = _closed(people["general"], pot, now)
    print(f"Grootboek: {count} boekingen, gevuld in {filled:.0f} s.", flush=True)
    print(
        f"Jaar afsluiten: {closing.get_state_display()}, {steps} saldo's meegenomen in "
        f"{took:.1f} s (mag {BAR_SECONDS:.0f} s).",
        flush=True,
    )
    checks = {words: query for words, query in EVERYTHING.items() if words not in LEFT_OUT}
    wrong = faults(checks)
    holds = closing.state == "done" and took <= BAR_SECONDS and not wrong
    print("\n".join(wrong) or "Het grootboek klopt daarna.")
    return 0 if holds else 1


def _closed(by: Any, pot: Any, now: datetime) -> tuple[Any, float, int]:
    """Asked and done by the worker: the closing, the seconds, and how many balances went along."""
    from budgets.closing.possible import prospect_of  # noqa: PLC0415 - after setup
    from budgets.closing.services import ask_closing  # noqa: PLC0415
    from budgets.closing.worker import close_years  # noqa: PLC0415
    from budgets.ledger.services import open_pot  # noqa: PLC0415
    from budgets.models import Entry  # noqa: PLC0415

    own: dict[str, Any] = {"year": now.year, "purpose": "help", "cluster": None}
    open_pot(submission_key=uuid.uuid4(), amount=10_500_000, by=by, at=now, **own)
    closing = ask_closing(
        submission_key=uuid.uuid4(),
        year=pot.year,
        purpose="help",
        remainder="carry",
        reason="Een meting.",
        shown=prospect_of(pot.year, "help", now.date()).shown,
        by=by,
        at=now,
    )
    began = time.perf_counter()
    close_years(at=now)
    took = time.perf_counter() - began
    closing.refresh_from_db()
    return closing, took, Entry.objects.filter(kind="carry_in").count()


def _people() -> dict[str, Any]:
    """A general manager, and a team with somebody who asks."""
    from clusters.models import Membership, PartnerOrganisation, Role, Team, User  # noqa: PLC0415

    partner = PartnerOrganisation.objects.get(code="gemeente")
    team = Team.objects.order_by("pk")[0]
    found: dict[str, Any] = {"team": team}
    for name, role in (("general", Role.GENERAL_MANAGER), ("worker", Role.TEAM_WORKER)):
        person = User.objects.create(username=f"bench-{name}")
        own = {"team": team} if role == Role.TEAM_WORKER else {}
        since = datetime(2020, 1, 1, tzinfo=UTC).date()
        Membership.objects.create(
            user=person, role=role, organisation=partner, valid_from=since, **own
        )
        found[name] = person
    return found


if __name__ == "__main__":
    sys.exit(run_main(main))
