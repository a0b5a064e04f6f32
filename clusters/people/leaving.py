"""What stops a role from ending: work that is still with somebody, as rooms above know it (UD-6).

Those rooms register themselves here.
"""

from collections.abc import Callable

from common.errors import RuleViolation

Ask = Callable[[int, int | None], list[str]]
"""The employee, and the team or None for every team; the answer is what is open, in words."""
ASKED: list[Ask] = []


def knows_open_work(ask: Ask) -> Ask:
    """Let a room above say what is still open with somebody."""
    ASKED.append(ask)
    return ask


def must_have_no_work(person_id: int, team_id: int | None, *, field: str) -> None:
    """Raises RuleViolation with everything that needs another owner first."""
    found = [line for ask in ASKED for line in ask(person_id, team_id)]
    if found:
        raise RuleViolation(
            f"Er ligt nog werk bij deze medewerker: {', '.join(found)}. Laat de wijkteammanager "
            "dat eerst uitdelen (Cijfers, Werklast).",
            field=field,
        )
