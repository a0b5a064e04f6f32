"""Who knows that a hand-over exists, what is sealed, and what the database refuses."""

from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction

from cases.handovers.lights import light_of
from cases.handovers.models import Handover
from cases.handovers.receiving import teams_for
from cases.permissions import GRANTS, Action
from clusters.models import Role
from tests.factories import TeamFactory
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileColleagueFactory
from tests.factories.handovers import HandoverFactory

SECRET = "Kanarie in de samenvatting"
DAY = timedelta(days=1)
TODAY = MONDAY.date()


def visible(user):
    return Handover.objects.visible_to(user).exists()


def may(user, handover):
    found = GRANTS.allowed_actions(user, handover)
    wanted = (Action.READ_HANDOVER, Action.ANSWER_HANDOVER, Action.OFFER_HANDOVER)
    return [action in found for action in wanted]


def test_an_offer_exists_for_its_sender_its_receivers_and_both_managers(file, cast, sst):
    handover = HandoverFactory(file=file, to_team=sst.team)
    others = [role.value for role in Role if role != Role.TEAM_MANAGER]

    assert [role for role in others if visible(getattr(cast, role))] == []
    assert not visible(cast.outsider)
    assert may(cast.handler, handover) == [True, False, True]
    assert may(sst.ada, handover) == [True, True, False]
    for manager in (sst.cas, cast.team_manager):
        assert visible(manager)
        assert may(manager, handover) == [False, False, False]


@pytest.mark.parametrize("own", [{"draft": True}, {"unagreed_at": MONDAY}, {"expired": True}])
def test_the_receiving_team_sees_only_what_waits_with_agreement(file, sst, own):
    HandoverFactory(file=file, to_team=sst.team, **own)
    assert not visible(sst.ada)


def test_who_works_in_the_dossier_reads_it_and_offers_nothing(file, cast, sst):
    handover = HandoverFactory(file=file, to_team=sst.team)
    FileColleagueFactory(file=file, employee=cast.team_worker)
    assert may(cast.team_worker, handover) == [True, False, False]


def test_who_offered_it_and_left_the_dossier_knows_that_it_was(file, cast, sst):
    handover = HandoverFactory(file=file, to_team=sst.team, offered_by=cast.team_worker)
    assert visible(cast.team_worker)
    assert may(cast.team_worker, handover) == [False, False, False]


def test_words_are_sealed_in_their_own_column(file, sst):
    handover = HandoverFactory(file=file, to_team=sst.team, words=SECRET, asked=SECRET)
    kept = Handover.objects.values_list("content", "asked").get()
    assert all(SECRET.encode() not in bytes(each) for each in kept)
    assert handover.question == SECRET
    assert (handover.last_words, handover.warm_talk) == ("", None)
    Handover.objects.update(answer=kept[1])
    with pytest.raises(InvalidTag):
        Handover.objects.get().last_words  # noqa: B018 - opening it is the act


@pytest.mark.parametrize(
    "own",
    [
        {"offered_by": None},
        {"state": "refused", "ended_at": MONDAY},
        {"state": "accepted", "ended_at": MONDAY},
        {"state": "withdrawn"},
        {"reason": "full"},
    ],
)
def test_what_the_database_refuses(file, sst, own):
    with pytest.raises(IntegrityError), transaction.atomic():
        HandoverFactory(file=file, to_team=sst.team, **own)


def test_the_database_knows_one_running_one_and_another_who_accepts(file, cast, sst):
    HandoverFactory(file=file, to_team=sst.team)
    with pytest.raises(IntegrityError), transaction.atomic():
        HandoverFactory(file=file, to_team=sst.team, draft=True)
    taken = {"state": "accepted", "ended_at": MONDAY, "director": sst.ada}
    with pytest.raises(IntegrityError), transaction.atomic():
        Handover.objects.update(ended_by=cast.handler, **taken)
    with pytest.raises(IntegrityError), transaction.atomic():
        Handover.objects.update(to_team=file.team)


def test_a_dossier_can_go_to_teams_with_people_who_direct(file, cast, sst):
    found = list(teams_for(file, TODAY))
    assert {sst.team, cast.elsewhere} <= set(found)
    assert file.team not in found
    assert TeamFactory(code="leeg") not in list(teams_for(file, TODAY))
    assert list(teams_for(file, TODAY - 9999 * DAY)) == []


@pytest.mark.parametrize(
    ("own", "at", "light"),
    [
        ({}, MONDAY, ("info", "aangeboden")),
        ({}, MONDAY + 6.5 * DAY, ("warning", "aangeboden, antwoord vandaag of morgen")),
        ({}, MONDAY + 8 * DAY, ("late", "antwoord te laat")),
        ({"draft": True}, MONDAY, ("neutral", "concept")),
        ({"refused": True}, MONDAY, ("warning", "geweigerd")),
        ({"expired": True}, MONDAY, ("late", "verlopen")),
    ],
)
def test_the_light(file, sst, own, at, light):
    found = light_of(HandoverFactory(file=file, to_team=sst.team, **own), at)
    assert (found.kind, found.text) == light
