"""Signals in the demo city: new, being tried, too late, given up, going on and over (COL-4)."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from cases.demo.cast import Cast
from cases.demo.talks import NAMESPACE
from cases.dossiers.models import ResidentFile
from cases.signals import services
from cases.signals.models import Outcome, Signal, Told
from clusters.models import Neighbourhood, NeighbourhoodAssignment, Team, TeamKind, User
from common.deadlines import local_day

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
QUIET_ONES = 26
"""Signals of the past four quarters that ended, so that there is a trend to see."""
SINCE = 13
WORRIES = ("lonely", "filth", "debt", "nuisance", "confused", "avoiding", "children", "carer")
SOURCES = ("neighbour", "housing", "police", "school", "care", "family", "volunteer", "team")


@dataclass(frozen=True)
class Scene:
    """Where a signal is in its story: who has it, and a moment that moves on."""

    signal: Signal
    by: User
    now: datetime

    def key(self, turn: int) -> uuid.UUID:
        """The same in every city."""
        return uuid.uuid5(NAMESPACE, f"outreach:{self.signal.uuid}:{turn}")

    @property
    def version(self) -> int:
        """As it is now."""
        return Signal.objects.values_list("version", flat=True).get(pk=self.signal.pk)


def create_signals(*, cast: Cast, now: datetime) -> None:
    """Every story in each of two wijkteams, and quiet ones for the trend."""
    teams = [team for team in cast.teams.values() if team.kind == TeamKind.WIJKTEAM]
    for team in sorted(teams, key=lambda team: team.pk)[:2]:
        people = list(dict.fromkeys(cast.workers[team.pk]))
        place = _place(team, now)
        if place is not None and people:
            for number, (told, ago, story) in enumerate(STORIES):
                _play(f"{team.pk}:{number}", told, place, people, now - ago * DAY, now, story)
            _quieten(team, place, people, now)
    services.empty_old_signals(at=now)


def _place(team: Team, now: datetime) -> Neighbourhood | None:
    """A wijk of the team."""
    rows = NeighbourhoodAssignment.objects.valid_on(local_day(now)).filter(cluster=team.cluster_id)
    found = rows.select_related("neighbourhood").order_by("pk").first()
    return found.neighbourhood if found else None


def _play(
    name: str,
    told: Told,
    place: Neighbourhood,
    people: list[User],
    at: datetime,
    now: datetime,
    story: Callable[[Scene], None],
) -> None:
    """Written down by one of the team; the first one goes."""
    signal = services.register_signal(
        submission_key=uuid.uuid5(NAMESPACE, f"signal:{name}"),
        told=told,
        neighbourhood=place,
        by=people[-1],
        at=at,
    )
    story(Scene(signal, people[0], now))


def _quieten(team: Team, place: Neighbourhood, people: list[User], now: datetime) -> None:
    """Signals that ended; the last one so long ago that its words are gone."""
    for number in range(QUIET_ONES):
        ago = SINCE * number if number < QUIET_ONES - 1 else 500
        told = Told(
            source=SOURCES[number % len(SOURCES)],
            worry=WORRIES[number * number % len(WORRIES)],
            urgency="later",
            what="Iemand maakte zich zorgen.",
        )
        at = now - (ago + 2) * DAY
        _play(f"{team.pk}:quiet:{number}", told, place, people, at, at + DAY, _nothing)


def _take(scene: Scene) -> None:
    services.take_signal(signal_id=scene.signal.pk, by=scene.by)


def _attempt(
    scene: Scene, ago: int, result: str, words: str, ahead: int, way: str = "visit"
) -> None:
    """An attempt some days ago, and the next one some days from now."""
    services.log_attempt(
        signal_id=scene.signal.pk,
        submission_key=scene.key(ago),
        version=scene.version,
        way=way,
        result=result,
        words=words,
        next_on=local_day(scene.now) + ahead * DAY,
        by=scene.by,
        at=scene.now - ago * DAY,
    )


def _clear(scene: Scene, ground: str, words: str) -> None:
    services.clear_signal(
        signal_id=scene.signal.pk,
        version=scene.version,
        ground=ground,
        words=words,
        by=scene.by,
        at=scene.now - HOUR,
    )


def _end(scene: Scene, outcome: str, words: str) -> None:
    services.end_signal(
        signal_id=scene.signal.pk,
        version=scene.version,
        outcome=outcome,
        words=words,
        by=scene.by,
        at=scene.now,
    )


def _new(scene: Scene) -> None:
    """Nobody took it yet."""


def _trying(scene: Scene) -> None:
    _take(scene)
    _attempt(scene, 1, "left", "Kaart door de brievenbus.", 3, way="card")


def _late(scene: Scene) -> None:
    _take(scene)
    _attempt(scene, 8, "unreached", "Er brandde licht, niemand deed open.", -2)


def _given_up(scene: Scene) -> None:
    _take(scene)
    for ago in (20, 12, 4):
        _attempt(scene, ago, "unreached", "Niemand deed open.", 3 - ago + 4)
    _end(scene, Outcome.UNREACHED, "Drie keer geweest. De buurvrouw weet ons te vinden.")


def _cleared(scene: Scene) -> None:
    _take(scene)
    _attempt(scene, 1, "spoken", "Mevrouw wil graag hulp bij haar post.", 3)
    _clear(scene, "consent", "Mondeling, aan de deur.")


def _passed_on(scene: Scene) -> None:
    _take(scene)
    _attempt(scene, 2, "spoken", "De kinderen waren alleen thuis.", 3)
    _clear(scene, "safety", "Stap 4 van de meldcode, besproken met de aandachtsfunctionaris.")
    _end(scene, Outcome.VT, "Gemeld bij Veilig Thuis.")


def _linked(scene: Scene) -> None:
    """It turns out that the team helps already, in a dossier."""
    _take(scene)
    _attempt(scene, 2, "spoken", "Meneer kent ons: er loopt een dossier.", 3)
    _clear(scene, "consent", "")
    files = ResidentFile.objects.visible_to(scene.by).open().filter(director=scene.by)
    file = files.order_by("-opened_at", "-pk").first()
    if file is not None:
        services.link_signal(
            signal_id=scene.signal.pk,
            version=scene.version,
            target=f"file:{file.pk}",
            by=scene.by,
            at=scene.now,
        )


def _nothing(scene: Scene) -> None:
    _take(scene)
    _end(scene, Outcome.NOTHING, "Even langs geweest, er is niets nodig.")


STORIES: tuple[tuple[Told, int, Callable[[Scene], None]], ...] = (
    (
        Told(
            source="neighbour",
            worry="lonely",
            urgency="soon",
            what="De gordijnen zijn al een week dicht en de post hoopt zich op.",
            whom="Oudere man, alleen",
            place="Hoekhuis naast de speeltuin",
            reporter="Buurvrouw van de overkant",
            stays_anonymous=True,
        ),
        0,
        _new,
    ),
    (
        Told(
            source="housing",
            worry="debt",
            urgency="soon",
            what="Drie maanden huurachterstand, reageert niet op brieven.",
            whom="Gezin",
            with_children=True,
        ),
        4,
        _trying,
    ),
    (
        Told(
            source="police",
            worry="confused",
            urgency="today",
            what="Liep ’s nachts buiten zonder jas en wist de weg niet.",
            whom="Vrouw van een jaar of zeventig",
        ),
        9,
        _late,
    ),
    (
        Told(
            source="volunteer",
            worry="avoiding",
            urgency="later",
            what="Komt niet meer in het buurthuis en zegt alle afspraken af.",
        ),
        30,
        _given_up,
    ),
    (
        Told(
            source="family",
            worry="filth",
            urgency="soon",
            what="Het huis staat zo vol dat de deur niet helemaal open kan.",
            whom="Tante van de melder",
        ),
        3,
        _cleared,
    ),
    (
        Told(
            source="school",
            worry="children",
            urgency="today",
            what="Twee kinderen komen zonder eten en zonder jas op school.",
            with_children=True,
        ),
        3,
        _passed_on,
    ),
    (
        Told(
            source="care",
            worry="carer",
            urgency="soon",
            what="De huisarts ziet dat de mantelzorger het niet meer redt.",
        ),
        5,
        _linked,
    ),
)
"""What was told, how many days ago, and what happened."""
