"""Meldcodes in the demo city: begun, weighed, reported and over; and who looks along."""

import uuid
from datetime import datetime, timedelta

from cases.demo.cast import Cast
from cases.demo.talks import NAMESPACE
from cases.dossiers.models import ResidentFile
from cases.meldcode import services
from cases.meldcode.models import Answer, Asked, Outcome, SafetyCode, StepFacts, StepNumber, Way
from clusters.models import Membership, Role, TeamKind, User
from common.deadlines import local_day

DAY = timedelta(days=1)
SIGNALS = (
    "Het kind schrikt van iedere stem en wil niet naar huis. De juf zag twee keer een blauwe plek.",
    "Mevrouw draagt in de zomer lange mouwen en kijkt naar haar man voor zij antwoordt.",
    "De buren hoorden drie nachten achter elkaar geschreeuw en een deur die brak.",
    "De jongste kwam zonder jas en zonder eten op school.",
)
PERSONS: tuple[list[str], ...] = (
    ["Sam (kind, geboren in 2018)"],
    ["Partner"],
    ["Twee kinderen, 4 en 7 jaar"],
    [],
)
YES, NO = Answer.YES.value, Answer.NO.value
UNSAFE = {"suspicion": YES, "unsafe": YES}


def create_meldcodes(*, cast: Cast, now: datetime) -> None:
    """Four of casusregisseurs of wijkteams, each a step further; every team has somebody."""
    teams = [team.pk for team in cast.teams.values() if team.kind == TeamKind.WIJKTEAM]
    _officers(cast, teams, now)
    files = ResidentFile.objects.open().filter(team_id__in=teams).order_by("team_id", "-pk")
    played = 0
    for file in files:
        by = User.objects.get(pk=file.director_id)
        by.chosen_role = Role.TEAM_WORKER  # type: ignore[attr-defined]
        if file.team_id in by.team_ids and played < len(SIGNALS):
            _play(played, file, by, now)
            played += 1


def _officers(cast: Cast, team_ids: list[int], now: datetime) -> None:
    """The last colleague of every wijkteam, appointed by the general manager."""
    running = Membership.objects.running(local_day(now)).filter(role=Role.GENERAL_MANAGER)
    row = running.select_related("user").order_by("pk").first()
    if row is None:
        return
    keeper = User.objects.get(pk=row.user_id)
    keeper.chosen_role = Role.GENERAL_MANAGER  # type: ignore[attr-defined]
    for team_id in team_ids:
        people = list(dict.fromkeys(cast.workers[team_id]))
        if people[-1] != keeper:
            services.create_officer(
                submission_key=uuid.uuid5(NAMESPACE, f"officer:{team_id}"),
                employee=people[-1],
                team=cast.teams[team_id],
                valid_from=local_day(now) - 90 * DAY,
                by=keeper,
                at=now,
            )


def _play(number: int, file: ResidentFile, by: User, now: datetime) -> None:
    """Begun, and then as far as its number."""
    today = local_day(now)
    code = services.open_code(
        submission_key=uuid.uuid5(NAMESPACE, f"meldcode:{file.uuid}"),
        resident_id=file.resident_id,
        persons=PERSONS[number],
        facts=StepFacts(done_on=today, words=SIGNALS[number]),
        next_on=today + (number + 1) * DAY,
        by=by,
        at=now,
    )
    if number == len(SIGNALS) - 1:
        _end(code, by, now)
        return
    _steps(code, file, (0, 3, 4)[number], by, now)
    if number == len(SIGNALS) - 2:
        _report(code, file, by, now)


def _steps(code: SafetyCode, file: ResidentFile, count: int, by: User, now: datetime) -> None:
    """The steps after the signals, as many as that."""
    today = local_day(now)
    asked = {"asked": Asked.ANONYMOUS.value, "asked_on": today.isoformat()}
    told = {"held": NO, "why_not": "Een gesprek maakt het nu gevaarlijker."}
    steps: tuple[tuple[StepNumber, str, dict[str, str]], ...] = (
        (StepNumber.CONSULT, "Veilig Thuis raadt aan snel te wegen.", asked),
        (StepNumber.TALK, "", told),
        (StepNumber.WEIGH, "De kinderen zijn niet veilig.", UNSAFE),
        (StepNumber.DECIDE, "Wij melden vandaag.", {"reports": YES, "helps": YES}),
    )
    for place, (step, words, answers) in enumerate(steps[:count], start=1):
        services.note_step(
            code_id=code.pk,
            number=step,
            submission_key=uuid.uuid5(NAMESPACE, f"meldcode:{file.uuid}:{step}"),
            version=place,
            facts=StepFacts(done_on=today, words=words, answers=answers),
            next_on=today + 2 * DAY,
            by=by,
            at=now + place * timedelta(minutes=1),
        )


def _report(code: SafetyCode, file: ResidentFile, by: User, now: datetime) -> None:
    services.report_code(
        code_id=code.pk,
        submission_key=uuid.uuid5(NAMESPACE, f"meldcode:{file.uuid}:report"),
        reported_on=local_day(now),
        way=Way.PHONE,
        reference="VT-2026-0117",
        words="Alles verteld wat wij weten, met de namen van de kinderen.",
        by=by,
        at=now,
    )


def _end(code: SafetyCode, by: User, now: datetime) -> None:
    words = "De jas lag op school. De ouders en de juf hebben elkaar gesproken."
    services.end_code(
        code_id=code.pk, version=1, outcome=Outcome.UNFOUNDED, words=words, by=by, at=now
    )
