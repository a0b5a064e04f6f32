"""Volunteers that were asked for in the demo city, and dossiers that ended (COL-6, MON-1)."""

import uuid
from datetime import date, datetime, timedelta

from cases.demo.cast import Cast
from cases.demo.talks import NAMESPACE
from cases.dossiers import services as dossiers
from cases.dossiers.models import Asked, HelpRequest, Outcome, ResidentFile, SatisfactionCount
from cases.dossiers.unfinished import unfinished
from cases.matching import services
from cases.matching.coordinators import memberships_of_coordinators, works_in_team
from cases.matching.models import MatchRequest, MatchUrgency, NoMatch, Wish
from cases.models import CallbackRequest, LifeDomain
from clusters.models import Team, TeamKind, User
from common.deadlines import local_day

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WISHES = (
    Wish("Iemand die een keer per week meegaat naar het buurthuis.", "dinsdagmiddag"),
    Wish("Een maatje om mee te wandelen.", "in het weekend", gender="woman"),
    Wish("Hulp bij het ordenen van de post.", "overdag", language="Turks"),
)
ENDS = (
    Outcome.NETWORK,
    Outcome.FORMAL,
    Outcome.VOLUNTEER,
    Outcome.UNSOLVED,
    Outcome.GENERAL,
    Outcome.MIXED,
    Outcome.FORMAL,
    Outcome.OWN_STRENGTH,
    Outcome.WITHDRAWN,
    Outcome.FORMAL,
    Outcome.TEAM,
    Outcome.FORMAL,
)
DAYS_AGO = (3, 20, 50, 90, 140, 380)
GRADES = (9, 8, 9, 10, 7, 9, None, 8)
PER_TEAM = 12


def create_matches(*, cast: Cast, now: datetime) -> None:
    """A request that waits, one with a match and one without; then dossiers that are over."""
    questions = HelpRequest.objects.filter(ended_at__isnull=True)
    rows = questions.select_related("file__director", "file__team")
    rows = rows.order_by("domain__code", "asked_at", "pk")
    for number, question in enumerate(rows[: len(WISHES)]):
        _ask(number, question, now)
    for team_id, people in cast.workers.items():
        team = cast.teams[team_id]
        if team.kind == TeamKind.WIJKTEAM:
            _end_some(team_id, people[0], now)
            _count_before(team, local_day(now))


def _ask(number: int, question: HelpRequest, now: datetime) -> None:
    """Asked of the colleague of the team; the second is found, for the third there is nobody."""
    by, day = question.file.director, local_day(now)
    found = memberships_of_coordinators(day).filter(team_id=question.file.team_id)
    row = found.exclude(user=by).select_related("user").order_by("pk").first()
    if row is None or not works_in_team(row.user, question.file, day):
        return
    match = services.ask_match(
        submission_key=_key(f"match:{number}"),
        file_id=question.file_id,
        question_id=question.pk,
        asked_of=row.user,
        urgency=MatchUrgency.NORMAL,
        wish=WISHES[number],
        by=by,
        at=now - HOUR / 2,
    )
    if number:
        _answer(number, match, row.user, now)


def _answer(number: int, match: MatchRequest, by: User, now: datetime) -> None:
    services.take_match(match_id=match.pk, by=by, at=now - HOUR / 3)
    if number == 1:
        services.find_match(
            match_id=match.pk,
            matched_with="Maatjesproject in de buurt",
            first_contact_on=local_day(now),
            words="De vrijwilliger belt vandaag om kennis te maken.",
            by=by,
            at=now - HOUR / 4,
        )
    else:
        services.refuse_match(match_id=match.pk, reason=NoMatch.NOBODY, by=by, at=now - HOUR / 4)


def _end_some(team_id: int, by: User, now: datetime) -> None:
    """Dossiers of a team that ran and ended, this year and the year before."""
    for number, callback in enumerate(_known(team_id)):
        at = now - (DAYS_AGO[number % len(DAYS_AGO)] + number) * DAY
        file = dossiers.open_file(
            submission_key=_key(f"ended:{team_id}:{number}"),
            resident_id=callback.resident_id,
            team_id=team_id,
            domain=LifeDomain.objects.get(code=("geld", "netwerk", "wonen")[number % 3]),
            words="Ik heb hulp nodig om het zelf weer te kunnen.",
            by=by,
            at=at - 30 * DAY,
        )
        dossiers.close_question(
            file_id=file.pk,
            question_id=file.questions.get().pk,
            outcome=ENDS[number % len(ENDS)],
            words="Samen bekeken wat nodig was, en dat geregeld.",
            by=by,
            at=at,
        )
        _close(file, number, by, at)


def _count_before(team: Team, day: date) -> None:
    """What residents answered in the quarters before, of dossiers that are not in the city."""
    for quarter in range(1, (day.month + 2) // 3):
        for answer, n in ((7, 2), (8, 5), (9, 4 + team.pk % 4), (10, 1)):
            SatisfactionCount.objects.update_or_create(
                cluster=team.cluster,
                year=day.year,
                quarter=quarter,
                asked=Asked.GRADE,
                answer=answer,
                defaults={"n": n},
            )


def _close(file: ResidentFile, number: int, by: User, at: datetime) -> None:
    """The end, with an evaluation and an answer of most residents; not while something runs."""
    if not unfinished(file):
        dossiers.close_file(
            file_id=file.pk,
            words="De inwoner redt het nu.",
            well="Wij hadden snel contact.",
            stays="Soms een vraag over de post.",
            follows="nothing",
            grade=GRADES[number % len(GRADES)],
            thought_along=number % 4 != 0,
            by=by,
            at=at + HOUR,
        )


def _known(team_id: int) -> list[CallbackRequest]:
    """Requests of a team, of different residents with a name and without a dossier."""
    rows = CallbackRequest.objects.filter(team_id=team_id, resident__is_anonymous=False)
    rows = rows.filter(resident__files__isnull=True)
    found: dict[int, CallbackRequest] = {}
    for row in rows.order_by("pk"):
        found.setdefault(row.resident_id, row)
    return list(found.values())[:PER_TEAM]


def _key(what: str) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, what)
