"""Fills an empty database with the demo city; the same seed and moment make the same city."""

import contextlib
from dataclasses import replace
from datetime import datetime
from random import Random

from django.db import transaction
from django.db.models import QuerySet

from cases.callbacks.services import CallWish, register_callback
from cases.demo.absences import create_absences
from cases.demo.advices import create_advices
from cases.demo.agenda import create_agenda
from cases.demo.also import FILLINGS
from cases.demo.cards import fill_cards
from cases.demo.cast import Cast
from cases.demo.collective import create_collective
from cases.demo.community import create_community
from cases.demo.conferences import create_conferences
from cases.demo.contacts import create_contacts, create_running_call
from cases.demo.covers import create_covers
from cases.demo.decisions import create_applications
from cases.demo.feedback import create_feedback
from cases.demo.files import create_files
from cases.demo.handovers import create_handovers
from cases.demo.helpdesk import create_helpdesk
from cases.demo.intakes import create_intakes
from cases.demo.knowledge import create_knowledge
from cases.demo.liaisons import create_liaisons
from cases.demo.mandates import create_mandates
from cases.demo.marks import demo_key, demo_requests
from cases.demo.matches import create_matches
from cases.demo.meldcodes import create_meldcodes
from cases.demo.people import create_people
from cases.demo.planning import Plan, plan_requests
from cases.demo.plans import create_plans
from cases.demo.playing import Playing, PresentReachedError
from cases.demo.profiles import create_profiles
from cases.demo.question_sets import create_demo_answers, create_question_sets
from cases.demo.referrals import create_referrals
from cases.demo.residents import Residents, find_places
from cases.demo.signals import create_signals
from cases.demo.sst import create_sst
from cases.demo.talks import create_talks
from cases.demo.texts import LANGUAGES, Questions
from cases.demo.todos import create_todos
from cases.demo.waakvlammen import create_waakvlammen
from cases.models import CallbackSubject
from cases.residents.services import SafeContact, create_resident
from clusters.models import Notice, TeamKind, working_calendar
from common.deadlines import local_day

RESIDENTS, CALLBACKS = 2_000, 600
UNREAD = 3  # notices a person still has to read
VOICEMAIL, HIDE, LANGUAGE, INTERPRETER, WINDOW = 0.55, 0.06, 0.08, 0.5, 0.1


def is_seeded() -> bool:
    """Whether the demo city is there."""
    return demo_requests().exists()


@transaction.atomic
def create_demo_city(
    *, seed: int, now: datetime, residents: int = RESIDENTS, callbacks: int = CALLBACKS
) -> None:
    """People, residents and callback requests of the last sixty working days, up to ``now``.

    Everything a person does goes through its service, so the rules hold and the trail is whole.
    All or nothing: when it is interrupted the database is as empty as before.

    Rules: none of its own.
    Raises: nothing.
    Effects: the whole demo city; notices of the past are read, and no mail leaves about them.
    """
    rng = Random(seed)  # noqa: S311 - a repeatable city, no secret
    create_people()
    create_question_sets(at=now)
    city = _City(rng, now)
    create_helpdesk(cast=city.cast, now=now)
    create_absences(cast=city.cast, now=now)
    create_knowledge(cast=city.cast, now=now)
    create_community(cast=city.cast, now=now)
    create_mandates(now=now)
    create_liaisons(cast=city.cast, now=now)
    create_collective(cast=city.cast, now=now)
    for number, plan in enumerate(city.plans(callbacks), start=1):
        city.play(number, plan)
    for _ in range(residents - callbacks):
        city.add_neighbour()
    create_contacts(cast=city.cast, now=now, rng=rng)
    create_agenda(cast=city.cast, now=now)
    create_intakes(cast=city.cast, now=now)
    create_running_call(cast=city.cast, now=now)
    fill_cards(rng=rng)
    create_talks(cast=city.cast, now=now)
    _fill_dossiers(city.cast, now)
    create_covers(cast=city.cast, now=now)
    create_profiles(now=now)
    for fill in FILLINGS:
        fill(city.cast, now)
    _quiet_the_past(now)


def _fill_dossiers(cast: Cast, now: datetime) -> None:
    """Dossiers and what hangs in them, in the order in which they build on each other."""
    create_files(now=now)
    create_applications(now=now)
    create_plans(now=now)
    create_todos(now=now)
    create_matches(cast=cast, now=now)
    create_handovers(cast=cast, now=now)
    create_waakvlammen(cast=cast, now=now)
    create_signals(cast=cast, now=now)
    create_meldcodes(cast=cast, now=now)
    create_advices(now=now)
    create_referrals(now=now)
    create_conferences(now=now)
    create_feedback(now=now)
    create_sst(cast=cast, now=now)


class _City:
    """What the stories need, read once."""

    def __init__(self, rng: Random, now: datetime) -> None:
        self.rng, self.now = rng, now
        self.cast = Cast(local_day(now))
        self.residents = Residents(rng, local_day(now))
        self.questions = Questions()
        self.subjects = {row.code: row for row in CallbackSubject.objects.all()}
        self.places = find_places(local_day(now))

    def plans(self, count: int) -> list[Plan]:
        """What happens in this city."""
        teams = [team for team in self.cast.teams.values() if team.kind == TeamKind.WIJKTEAM]
        clusters = sorted(team.cluster_id for team in teams if team.cluster_id)
        return plan_requests(count, clusters, self.rng, self.now, working_calendar())

    def play(self, number: int, plan: Plan) -> None:
        """Write one request down and let its story happen, as far as the present."""
        near = [place for place in self.places if place.cluster_id == plan.cluster_id]
        caller, place = self.residents.caller(near or self.places)
        by = self.rng.choice(self.cast.desk)
        callback = register_callback(
            submission_key=demo_key(number),
            caller=replace(caller, card=self._card(plan)),
            wish=self._wish(plan, plan.registered_at),
            neighbourhood=None if caller.postcode else place.neighbourhood,
            by=by,
            at=plan.registered_at,
        )
        create_demo_answers(callback=callback, by=by, rng=self.rng)
        playing = Playing(callback, number, self.cast, self.rng, self.now)
        with contextlib.suppress(PresentReachedError):
            plan.story(playing)
        playing.ring(self.now)

    def add_neighbour(self) -> None:
        """Somebody whom we know and who asks nothing now."""
        caller, _ = self.residents.caller(self.places)
        create_resident(**vars(caller), by=self.cast.desk[0])

    def _wish(self, plan: Plan, at: datetime) -> CallWish:
        """What is asked, and when the caller wants to be called."""
        rng = self.rng
        window = self._window(at) if rng.random() < WINDOW and plan.cluster_id is None else None
        return CallWish(
            subject=self.subjects[plan.subject],
            question=self.questions.ask(plan.subject, rng),
            urgency=plan.urgency,
            window_from=window[0] if window else None,
            window_until=window[1] if window else None,
        )

    def _card(self, plan: Plan) -> SafeContact:
        """How this caller can be called without harm."""
        rng = self.rng
        language = rng.choice(LANGUAGES) if rng.random() < LANGUAGE else ""
        return SafeContact(
            voicemail_allowed=rng.random() < VOICEMAIL,
            hide_municipality=plan.subject == "veiligheid" or rng.random() < HIDE,
            hide_number=plan.subject == "veiligheid",
            language=language,
            needs_interpreter=bool(language) and rng.random() < INTERPRETER,
        )

    def _window(self, at: datetime) -> tuple[datetime, datetime]:
        """Two hours on one of the next working days."""
        calendar = working_calendar()
        day = local_day(calendar.add_days(at, self.rng.randint(1, 3)))
        start = calendar.add_minutes(calendar.span(day)[0], self.rng.choice((30, 90, 330, 390)))
        return start, calendar.add_minutes(start, 120)


def _quiet_the_past(now: datetime) -> None:
    """Leave everybody a few unread notices of the last days; no mail about what was before."""
    past: QuerySet[Notice] = Notice.objects.filter(created_at__lte=now)
    past.update(wants_mail=False)
    unread: dict[int, int] = {}
    read = []
    for pk, person_id in past.order_by("-created_at", "-pk").values_list("pk", "person_id"):
        unread[person_id] = unread.get(person_id, 0) + 1
        if unread[person_id] > UNREAD:
            read.append(pk)
    Notice.objects.filter(pk__in=read).update(read_at=now)
