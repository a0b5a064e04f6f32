"""A year of the Sociaal Stedelijk Team in the demo city: what was offered, and what asks it now."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from cases.advice import services as advice
from cases.advice.advisers import memberships_of_advisers
from cases.advice.models import AdviceKind, AdviceWish, Recipient, Sharing
from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models import CallbackRequest
from cases.conferences import services as conferences
from cases.conferences.guests import memberships_of_guests, needs_kind
from cases.conferences.models import Inviting
from cases.demo.cast import Cast
from cases.demo.talks import NAMESPACE
from cases.dossiers.models import ResidentFile
from cases.dossiers.services import open_file
from cases.handovers import services
from cases.handovers.manifest import open_items
from cases.handovers.models import Agreed, Expertise, Handover, Offer, Refusal, Urgency, WarmTalk
from cases.handovers.services.offering import Draft
from cases.handovers.worker import expire_handovers
from cases.models import ConferenceItem, LifeDomain, RecipientKind
from cases.residents.models import Resident
from clusters.models import Role, Team, TeamKind, User, working_calendar
from common.deadlines import local_day

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
MONTH = timedelta(days=30)
E, U, R = Expertise, Urgency, Refusal
ACCEPTED, GIVEN_BACK, REFUSED, EXPIRED, WAITS = "accepted", "back", "refused", "expired", "waits"

TAKEN = (ACCEPTED, GIVEN_BACK)
SOME = 8
OPEN = CallbackRequest.objects.exclude(state=CallbackState.CLOSED)


@dataclass(frozen=True)
class Story:
    """One offer: how long ago, what for, how soon, and what became of it after so many hours."""

    ago: timedelta
    expertise: Expertise
    urgency: Urgency
    became: str
    hours: int = 4
    reason: Refusal = R.OTHER


STORIES = (
    Story(10 * MONTH, E.ADDICTION, U.NORMAL, ACCEPTED, 30),
    Story(9 * MONTH, E.PSYCHIATRY, U.SOON, REFUSED, 9, R.FULL),
    Story(8 * MONTH, E.DEBT, U.SOON, GIVEN_BACK, 5),
    Story(7 * MONTH, E.BRAIN_INJURY, U.NORMAL, ACCEPTED, 26),
    Story(6 * MONTH, E.PSYCHIATRY, U.TODAY, ACCEPTED, 3),
    Story(5 * MONTH, E.DISABILITY, U.NORMAL, REFUSED, 40, R.NOT_COMPLEX),
    Story(4 * MONTH, E.DEBT, U.SOON, REFUSED, 20, R.ADVICE),
    Story(3 * MONTH, E.ADDICTION, U.NORMAL, EXPIRED),
    Story(2 * MONTH, E.OLD_AGE, U.NORMAL, REFUSED, 12, R.FULL),
    Story(MONTH, E.PSYCHIATRY, U.SOON, ACCEPTED, 16),
    Story(MONTH / 2, E.ADDICTION, U.TODAY, ACCEPTED, 2),
    Story(timedelta(), E.PSYCHIATRY, U.TODAY, WAITS),
)
WORDS = Offer(
    "Al een half jaar komt er niemand binnen. Er is een zoon die elke week belt.",
    "Dit vraagt kennis die ons team niet heeft.",
    "Besproken aan de deur. De inwoner wil dat er iemand met verstand van zaken komt.",
)
ASKED = (
    (6 * DAY, "Hoe praat je over drinken met iemand die zegt dat het niet zo is?"),
    (DAY, "Wat mag je verwachten van iemand met hersenletsel, een jaar na het ongeluk?"),
)


def create_sst(*, cast: Cast, now: datetime) -> None:
    """Offers of the last year, advice that is asked, and a guest at a meeting to come."""
    team = Team.objects.filter(kind=TeamKind.CITY_SOCIAL_TEAM).order_by("pk").first()
    if team is None or not cast.workers.get(team.pk):
        return
    stage = _Stage(cast, team, now)
    told = sorted(enumerate(STORIES), key=lambda each: each[1].became not in TAKEN)
    for (number, story), (by, resident) in zip(told, stage.people(), strict=False):
        stage.play(number, story, by, resident)
    stage.ask_advice()
    stage.invite()


class _Stage:
    """The team, who works there, and the moments between which it happens."""

    def __init__(self, cast: Cast, team: Team, now: datetime) -> None:
        self.cast, self.team, self.now = cast, team, now
        self.calendar = working_calendar()
        self.experts = cast.workers[team.pk]

    def people(self) -> list[tuple[User, Resident]]:
        """Residents without a dossier with somebody of their team; who asks nothing now first."""
        found = []
        for team_id, workers in self.cast.workers.items():
            if self.cast.teams[team_id].kind != TeamKind.WIJKTEAM:
                continue
            rows = Resident.objects.filter(callbacks__team_id=team_id, is_anonymous=False)
            rows = rows.filter(files__isnull=True, deceased_on__isnull=True).order_by("pk")
            rows = rows.annotate(busy=Exists(OPEN.filter(resident=OuterRef("pk")))).distinct()
            found += [
                (row.busy, number, workers[-1], row) for number, row in enumerate(rows[:SOME])
            ]
        found.sort(key=lambda each: each[:2])
        return [(by, resident) for _, _, by, resident in found]

    def play(self, number: int, story: Story, by: User, resident: Resident) -> None:
        """The offer and its answer, as long ago as the story says."""
        day = self.calendar.subtract_minutes(self.now - story.ago, 480)
        file = self._open(number, by, resident, day - 2 * HOUR)
        made = self._offer(f"year:{number}", file, self.team, story, by, day)
        end = self.calendar.add_minutes(day, story.hours * 60)
        expert = self.experts[number % len(self.experts)]
        if story.became == EXPIRED:
            expire_handovers(at=self.calendar.add_days(day, 6))
        elif story.became == REFUSED:
            words = "Bel ons gerust voor advies."
            services.refuse_handover(
                handover_id=made.pk, reason=story.reason, words=words, by=expert, at=end
            )
        elif story.became in TAKEN:
            self._accept(made, expert, end)
        if story.became == GIVEN_BACK:
            self._give_back(number, file, expert, by, end + MONTH)

    def _open(self, number: int, by: User, resident: Resident, at: datetime) -> ResidentFile:
        return open_file(
            submission_key=_key(f"file:{number}"),
            resident_id=resident.pk,
            team_id=min(by.team_ids),
            domain=LifeDomain.objects.get(code="wonen"),
            words="Ik wil dat het thuis weer rustig wordt.",
            by=by,
            at=at,
        )

    def _offer(
        self, name: str, file: ResidentFile, team: Team, story: Story, by: User, at: datetime
    ) -> Handover:
        draft = Draft(team, story.expertise, story.urgency, Agreed.RESIDENT, WORDS)
        made = services.save_handover(
            submission_key=_key(name), file_id=file.pk, draft=draft, by=by, at=at
        )
        return services.offer_handover(handover_id=made.pk, version=made.version, by=by, at=at)

    def _accept(self, handover: Handover, by: User, at: datetime) -> None:
        today = local_day(at)
        items = open_items(handover.file, handover.to_team, today)
        services.accept_handover(
            handover_id=handover.pk,
            version=handover.version,
            director=by,
            chosen={item.key: item.usual for item in items},
            talk=WarmTalk(today, f"{handover.offered_by} en {by}", "Morgen op huisbezoek.", True),
            by=by,
            at=at,
        )

    def _give_back(
        self, number: int, file: ResidentFile, by: User, taker: User, at: datetime
    ) -> None:
        """A month later it is quiet again: back to the wijkteam, by the same protocol."""
        start = self.calendar.add_minutes(at, 0)
        team = Team.objects.get(pk=min(taker.team_ids))
        made = self._offer(f"back:{number}", file, team, STORIES[number], by, start)
        self._accept(made, taker, self.calendar.add_minutes(start, 240))

    def ask_advice(self) -> None:
        """Questions of wijkteams to people of the SST, one of them over its term."""
        files = ResidentFile.objects.open().filter(team__kind=TeamKind.WIJKTEAM)
        rows = files.filter(handovers__state="refused", opened_at__lt=self.now - 7 * DAY)
        for number, file in enumerate(rows.order_by("pk")[: len(ASKED)]):
            ago, words = ASKED[number]
            at = self.calendar.subtract_minutes(self.now - ago, 0)
            seats = memberships_of_advisers(file, local_day(at)).filter(team=self.team)
            seat = seats.select_related("user", "team").order_by("pk")[0]
            advice.ask_advice(
                submission_key=_key(f"advice:{number}"),
                file_id=file.pk,
                recipient=Recipient(seat),
                wish=AdviceWish(AdviceKind.CONSULT, words, is_anonymous=True),
                sharing=Sharing(),
                by=self._acting(file),
                at=at,
            )

    def invite(self) -> None:
        """Somebody of the SST at the next meeting about a dossier of a wijkteam."""
        rows = ConferenceItem.objects.waiting().filter(
            conference__state="planned", conference__held_on__gte=local_day(self.now)
        )
        item = rows.select_related("file__director", "conference").order_by("pk").first()
        if item is None:
            return
        seats = memberships_of_guests(item, local_day(self.now)).filter(team=self.team)
        seat = seats.filter(role=Role.CITY_SOCIAL_TEAM).select_related("user", "team").first()
        if seat is not None:
            kind = RecipientKind.objects.get(code="wi") if needs_kind(seat) else None
            conferences.invite_guests(
                item_id=item.pk,
                inviting=Inviting([Recipient(seat, kind)]),
                by=self._acting(item.file),
                at=self.now,
            )

    def _acting(self, file: ResidentFile) -> User:
        """Who directs a dossier, in the role in which they work for that team."""
        return next(each for each in self.cast.workers[file.team_id] if each == file.director)


def _key(name: str) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, f"sst:{name}")
