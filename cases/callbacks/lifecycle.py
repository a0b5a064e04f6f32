"""The states of a callback request and the steps between them. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class CallbackState(TextChoices):
    """Where a callback request stands."""

    WAITING = "waiting", "Nog niet opgepakt"
    CLAIMED = "claimed", "Opgepakt"
    STUCK = "stuck", "Niet bereikt, keuze nodig"
    PAUSED = "paused", "Wacht op inwoner"
    CLOSED = "closed", "Afgesloten"


S = CallbackState
OPEN_STATES = (S.WAITING, S.CLAIMED, S.STUCK, S.PAUSED)

LIFECYCLE = Lifecycle(
    CallbackState,
    Step("claim", "Oppakken", {S.WAITING}, S.CLAIMED, why="TB-3: one caller at a time"),
    Step("release", "Teruggeven", {S.CLAIMED}, S.WAITING, why="TB-3: ill, off duty, wrong person"),
    Step(
        "forward",
        "Doorsturen naar een team",
        {S.WAITING, S.CLAIMED, S.STUCK},
        S.WAITING,
        why="TB-4: another team must call; the clock runs on",
    ),
    Step(
        "assign",
        "Geven aan een collega",
        {S.WAITING, S.CLAIMED, S.STUCK},
        S.CLAIMED,
        why="TB-4: another person must call; the clock runs on",
    ),
    Step("attempt", "Poging vastleggen", {S.CLAIMED}, S.CLAIMED, why="TB-5: every call counts"),
    Step("run_out", "Poging vastleggen", {S.CLAIMED}, S.STUCK, why="TB-5: third failed attempt"),
    Step("retry", "Opnieuw proberen", {S.STUCK}, S.CLAIMED, why="TB-5: another number was found"),
    Step("pause", "Pauzeren", {S.CLAIMED}, S.PAUSED, why="TB-6: the resident moves first"),
    Step(
        "write_or_visit",
        "Brief of huisbezoek",
        {S.STUCK},
        S.PAUSED,
        why="TB-5: a letter or a visit, then the resident moves first",
    ),
    Step("resume", "Hervatten", {S.PAUSED}, S.CLAIMED, why="TB-6: the clock runs on"),
    Step(
        "close",
        "Afsluiten",
        {S.CLAIMED, S.STUCK, S.PAUSED},
        S.CLOSED,
        why="TB-8: with an outcome",
    ),
    Step(
        "cancel", "Intrekken", set(OPEN_STATES), S.CLOSED, why="TB-10: the caller needs it no more"
    ),
    Step("reopen", "Heropenen", {S.CLOSED}, S.WAITING, why="TB-9: with a reason"),
)
