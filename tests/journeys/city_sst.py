"""A year of the SST in the test city, somebody who leads it, and another SST where nothing is."""

from datetime import timedelta

from django.utils import timezone

from cases.handovers.lifecycle import HandoverState
from cases.handovers.models import Expertise, Refusal, Urgency
from clusters.models import Role, Team, working_calendar
from tests.factories import TeamFactory
from tests.factories.advice import AdviceFactory
from tests.factories.cases import ResidentFactory
from tests.factories.conferences import ConferenceFactory, InvitationFactory, ItemFactory
from tests.factories.dossiers import FileFactory
from tests.factories.handovers import HandoverFactory
from tests.journeys.city import LONG_NAME, TEAM, City, employee

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
S = HandoverState
ENDS = (S.ACCEPTED, S.REFUSED, S.ACCEPTED, S.RETURNED, S.REFUSED, S.EXPIRED, S.ACCEPTED)
MONTHS, PER_MONTH = 11, 3


def furnish(city: City) -> None:
    """Rows straight into the tables: what the pages count, not how it came there."""
    sst = Team.objects.get(code="sst")
    city.people["sst_manager"] = employee(
        Role.TEAM_MANAGER, "sst_manager", "Yvonne", "Brouwer", team=sst
    )
    empty = TeamFactory(code="sst-leeg", name="SST zonder werk", kind=sst.kind)
    city.people["idle_sst"] = employee(Role.CITY_SOCIAL_TEAM, "idle_sst", team=empty)
    for number in range(MONTHS * PER_MONTH):
        _offer(city, sst, number)
    _advise(city, sst)
    _meet(city, sst)


def _offer(city: City, sst: Team, number: int) -> None:
    """One offer of so many months ago, answered in working time."""
    calendar, state = working_calendar(), ENDS[number % len(ENDS)]
    at = timezone.now() - (number // PER_MONTH) * 30 * DAY - number % PER_MONTH * DAY
    at = calendar.subtract_minutes(at, 60)
    end = calendar.add_minutes(at, 90 + 170 * (number % 7))
    if end >= timezone.now():
        state, end = S.OFFERED, None
    expert = city.people[Role.CITY_SOCIAL_TEAM]
    taken = state in (S.ACCEPTED, S.RETURNED)
    HandoverFactory(
        file=FileFactory(
            resident=ResidentFactory(name=LONG_NAME if number == 0 else f"Inwoner S {number}"),
            team=sst if state == S.ACCEPTED else Team.objects.get(code=TEAM),
            director=expert if state == S.ACCEPTED else city.people["handler"],
            opened_at=at - DAY,
        ),
        from_team=Team.objects.get(code=TEAM),
        to_team=sst,
        state=state,
        expertise=Expertise.values[number % len(Expertise)],
        urgency=Urgency.values[number % len(Urgency)],
        reason=Refusal.values[number % len(Refusal)] if state == S.REFUSED else "",
        drafted_at=at - HOUR,
        offered_at=at,
        offered_by=city.people["handler"],
        answer_by=calendar.add_days(at, 1),
        ended_at=end,
        ended_by=expert if taken or state == S.REFUSED else None,
        director=expert if taken else None,
    )


def _advise(city: City, sst: Team) -> None:
    """Questions to the SST: in time, nearly late and late."""
    now = timezone.now()
    for number, left in enumerate((3 * DAY, HOUR * 5, -HOUR)):
        AdviceFactory(
            file=FileFactory(team=Team.objects.get(code=TEAM), director=city.people["handler"]),
            adviser=city.people[Role.CITY_SOCIAL_TEAM],
            adviser_team=sst,
            shared_by="anonymous",
            asked_at=now - (number + 1) * DAY,
            answer_by=now + left,
        )


def _meet(city: City, sst: Team) -> None:
    """A point next week to which the SST was asked."""
    day = timezone.localdate() + 7 * DAY
    meeting = ConferenceFactory(planned_on=day, series__team=Team.objects.get(code=TEAM))
    file = FileFactory(team=Team.objects.get(code=TEAM), director=city.people["handler"])
    item = ItemFactory(file=file, conference=meeting)
    InvitationFactory(item=item, person=city.people[Role.CITY_SOCIAL_TEAM])
