"""Waakvlammen in the demo city: calm, with a worry, too late, unreached and over (WAA-1)."""

import uuid
from datetime import datetime, timedelta

from cases.demo.cast import Cast
from cases.demo.talks import NAMESPACE
from cases.dossiers.models import ResidentFile
from cases.waakvlam import services
from cases.waakvlam.models import Agreed, Ending, Mood, Result, Waakvlam, Way
from clusters.models import TeamKind, User
from common.deadlines import local_day

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
WORDS = (
    ("Eet mevrouw goed? Is de post open?", "Als de dochter weer in de buurt woont."),
    ("Slaapt meneer? Komt hij nog buiten?", "Als hij zelf zegt dat het niet meer hoeft."),
    ("Is het huis schoon en warm?", "Als de huishoudelijke hulp een jaar goed loopt."),
)
ESCALATION = "Bel eerst de familie. Maak een melding als het twee keer slechter gaat."
STORIES = (  # what the contacts were, and how many days ago or ahead the next one is
    ((("spoken", "good", "Het gaat goed, zij wandelt weer."), ("card", "", "")), 9),
    ((("spoken", "worry", "De gordijnen waren dicht en hij at slecht."),), 3),
    ((("unreached", "", "Niemand deed open."),) * 3, 5),
    ((("spoken", "watch", "Wat somber, de buurvrouw kijkt mee."),), -3),
    ((("spoken", "good", "De hulp loopt goed."),), 0),
)


def create_waakvlammen(*, cast: Cast, now: datetime) -> None:
    """Of residents whose dossier is over, five in each of two wijkteams; one of them ended."""
    teams = [team for team in cast.teams.values() if team.kind == TeamKind.WIJKTEAM]
    for team in sorted(teams, key=lambda team: team.pk)[:2]:
        people = list(dict.fromkeys(cast.workers[team.pk]))
        if len(people) > 1:
            files = ResidentFile.objects.closed().filter(team=team).select_related("resident")
            for number, file in enumerate(files.order_by("pk")[: len(STORIES)]):
                _play(number, file, people, now)


def _play(number: int, file: ResidentFile, people: list[User], now: datetime) -> None:
    """Begun weeks ago; the contacts of its story, and the day of the next one."""
    by, deputy = people[0], people[1]
    contacts, ahead = STORIES[number]
    begun = max(now - (len(contacts) + 1) * 2 * WEEK, file.ended_at or now)
    row = _begin(number, file, by, deputy, begun)
    for turn, (result, mood, words) in enumerate(contacts, start=1):
        at = begun + turn * (now - begun) / (len(contacts) + 1)
        last = turn == len(contacts)
        wanted = local_day(now) + ahead * DAY if last else local_day(at) + WEEK
        services.log_contact(
            waakvlam_id=row.pk,
            submission_key=uuid.uuid5(NAMESPACE, f"waakvlam:{file.uuid}:{turn}"),
            version=turn,
            result=Result(result),
            mood=Mood(mood) if mood else "",
            words=words,
            next_on=max(wanted, local_day(at) + DAY),
            quarters=2 if result == Result.SPOKEN else 1,
            by=by,
            at=at,
        )
    if number == len(STORIES) - 1:
        words = "De hulp loopt een jaar goed."
        services.end_waakvlam(
            waakvlam_id=row.pk, outcome=Ending.NOTHING, words=words, by=by, at=now
        )


def _begin(number: int, file: ResidentFile, by: User, deputy: User, at: datetime) -> Waakvlam:
    look_for, stop_rule = WORDS[number % len(WORDS)]
    day = local_day(at)
    agreed = Agreed(
        weeks=(4, 2, 4, 6, 8)[number],
        way=(Way.VISIT, Way.CALL, Way.VISIT, Way.CALL, Way.CARD)[number],
        look_for=look_for,
        stop_rule=stop_rule,
        escalation=ESCALATION,
        review_on=day + 180 * DAY,
        agreed_on=day,
    )
    return services.start_waakvlam(
        submission_key=uuid.uuid5(NAMESPACE, f"waakvlam:{file.uuid}"),
        resident_id=file.resident_id,
        team_id=file.team_id,
        owner=by,
        deputy=deputy,
        agreed=agreed,
        first_on=day + WEEK,
        file_id=file.pk,
        by=by,
        at=at,
    )
