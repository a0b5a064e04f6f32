"""Who knows that a question exists, what is sealed, and what the database refuses."""

from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction

from cases.advice.advisers import memberships_of_advisers
from cases.advice.figures import Counted, advice_figures
from cases.advice.lights import light_of
from cases.advice.models import AdviceRequest
from cases.models import Consent
from clusters.models import Membership, Role
from tests.cases.advice.conftest import seat
from tests.factories import MembershipFactory
from tests.factories.advice import AdviceFactory, specialist
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileColleagueFactory

SECRET = "Kanarie in de vraag"
DAY = timedelta(days=1)
TODAY = MONDAY.date()


def visible(user):
    return AdviceRequest.objects.visible_to(user).exists()


def asked(file, person, **own):
    return AdviceFactory(file=file, adviser=person, adviser_team=seat(person).team, **own)


def test_a_question_exists_for_who_asked_and_for_who_answers(file, cast, mate):
    asked(file, mate)

    for role in Role:
        assert visible(getattr(cast, role.value)) == (role == "team_worker"), role
    assert visible(cast.handler)
    assert not visible(cast.outsider_worker)


@pytest.mark.parametrize(
    "over",
    [
        {"valid_until": TODAY - DAY},
        {"withdrawn_on": TODAY, "withdrawn_by": "resident", "withdrawn_at": MONDAY},
    ],
    ids=["ended", "withdrawn"],
)
def test_when_the_consent_is_over_it_is_gone_for_the_adviser(file, cast, sst, consent, over):
    """AV-4: yesterday was the last day, or it was taken back today."""
    Consent.objects.update(given_on=TODAY - 9 * DAY, valid_from=TODAY - 9 * DAY)
    advice = asked(file, sst, consent=consent)
    assert visible(sst)
    assert advice.reaches_adviser(TODAY)
    noted = {"withdrawn_noted_by": cast.handler} if "withdrawn_on" in over else {}
    Consent.objects.update(**over, **noted)

    assert not visible(sst)
    assert visible(cast.handler)
    advice = AdviceRequest.objects.get()
    assert not advice.is_shared(TODAY)
    assert not advice.reaches_adviser(TODAY)


def test_only_as_long_as_one_is_of_the_team_in_which_one_was_asked(file, cast, mate, sst, consent):
    asked(file, mate)
    advice = asked(file, sst, consent=consent)
    Membership.objects.filter(user__in=(mate, sst)).update(valid_until=TODAY - DAY)
    for person in (mate, sst):  # they work elsewhere now, in a role that can be asked
        MembershipFactory(user=person, team=cast.elsewhere)

    for person in (mate, sst):
        assert not visible(type(person).objects.get(pk=person.pk))
    assert not advice.reaches_adviser(TODAY)


def test_who_can_be_asked_today(file, cast, mate, near, sst):
    specialist(cast.outsider_worker)
    specialist(cast.team_manager)

    found = {row.user for row in memberships_of_advisers(file, TODAY)}
    assert found == {mate, near, sst, cast.city_social_team, cast.city_hall_team}
    file.team = seat(sst).team
    assert mate not in {row.user for row in memberships_of_advisers(file, TODAY)}


def test_the_answer_waits_with_who_asked_and_else_with_who_directs(file, cast, mate):
    waiting = AdviceRequest.objects.waited_for_by
    FileColleagueFactory(file=file, employee=cast.city_hall_team)
    advice = asked(file, mate, answered=True, asked_by=cast.city_hall_team)
    assert list(waiting(cast.city_hall_team)) == [advice]
    assert not waiting(cast.handler).exists()
    assert advice.who_waits(TODAY) == cast.city_hall_team.pk

    file.colleagues.update(until=TODAY - DAY)
    assert not waiting(cast.city_hall_team).exists()
    assert list(waiting(cast.handler)) == [advice]
    assert advice.who_waits(TODAY) == cast.handler.pk


def test_of_somebody_outside_one_fetches_the_answer_oneself(file, cast, mate):
    asked(file, mate)
    advice = AdviceFactory(file=file)

    assert list(AdviceRequest.objects.waited_for_by(cast.handler)) == [advice]


def test_every_word_is_sealed_and_opens_again(file, mate):
    advice = asked(file, mate, words=SECRET)
    advice.keep_answer(SECRET)

    assert [SECRET.encode() in bytes(each) for each in (advice.content, advice.answer)] == [
        False,
        False,
    ]
    assert (advice.told.words, advice.answer_words) == (SECRET, SECRET)
    other = asked(file, mate)
    other.content, other.answer = advice.content, advice.answer
    for name in ("told", "words", "answer_words"):
        other.__dict__.pop(name, None)
    for name in ("told", "answer_words"):
        with pytest.raises(InvalidTag):
            getattr(other, name)


@pytest.mark.parametrize(
    "fault",
    [
        {"adviser": None, "adviser_team": None},
        {"adviser_team": None},
        {"shared_by": "consent"},
        {"state": "withdrawn"},
        {"ended_at": MONDAY},
        {"answer": b"x"},
        {"kind": "zin"},
    ],
    ids=str,
)
def test_the_database_refuses_a_question_that_cannot_be(file, mate, fault):
    asked(file, mate)

    with pytest.raises(IntegrityError), transaction.atomic():
        AdviceRequest.objects.update(**fault)


@pytest.mark.parametrize(
    ("own", "at", "light"),
    [
        ({}, MONDAY, ("ok", "Gevraagd")),
        ({}, MONDAY + 2 * DAY, ("warning", "Gevraagd")),
        ({}, MONDAY + 4 * DAY, ("late", "antwoord te laat")),
        ({"answered": True}, MONDAY + 4 * DAY, ("info", "Beantwoord")),
    ],
    ids=str,
)
def test_the_light_says_how_it_stands(file, mate, own, at, light):
    found = light_of(asked(file, mate, **own), at)

    assert (found.kind, found.text) == light


def test_the_figures_count_per_goal_and_of_whom_in_a_year(file, cast, mate):
    asked(file, mate, kind="visit", answered=True, ended_at=MONDAY + 9 * DAY)
    asked(file, mate, kind="visit", answered=True)
    AdviceFactory(file=file)
    AdviceFactory(asked_at=MONDAY - 400 * DAY, file=file)
    AdviceFactory()

    goals, kinds = advice_figures(cast.team_manager, 2026)
    assert [(row.asked, row.given, row.in_time) for row in goals] == [
        (1, 0, 0),
        (2, 2, 1),
        (0, 0, 0),
    ]
    assert kinds[0] == Counted("Sociaal Stedelijk Team (SST)", 2, 2, 1)
    assert advice_figures(cast.general_manager, 2026)[0][0].asked == 2
    assert advice_figures(cast.team_manager, 2024)[1] == []
