"""Who knows that a request exists, what is sealed, and what the database refuses."""

from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction

from cases.matching.coordinators import coordinates, in_cluster
from cases.matching.lights import light_of
from cases.matching.models import MatchRequest, consents_to_share, follow_up_day
from cases.models import Consent
from clusters.models import PartnerOrganisation, Role, User
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY
from tests.factories.cover import covered
from tests.factories.dossiers import FileColleagueFactory
from tests.factories.matching import MatchFactory, coordinator, sharing_consent

SECRET = "Kanarie in de vraag"
DAY = timedelta(days=1)
TODAY = MONDAY.date()


def visible(user):
    return MatchRequest.objects.visible_to(user).exists()


@pytest.mark.parametrize("role", [role.value for role in Role])
def test_a_request_exists_for_who_asked_and_for_who_answers(question, cast, mate, role):
    MatchFactory(question=question, coordinator=mate)

    assert visible(getattr(cast, role)) == (role == "team_worker")
    assert visible(cast.handler)
    assert not visible(cast.outsider_worker)


def test_from_my_dossiers_is_what_i_direct_or_work_along_in_today(question, cast, noord, mate):
    asked = MatchFactory(question=question, coordinator=mate)
    MatchFactory(coordinator=mate)  # of somebody else
    along, past = (MembershipFactory(team=noord).user for _ in range(2))
    FileColleagueFactory(file=question.file, employee=along)
    FileColleagueFactory(
        file=question.file, employee=past, since=TODAY - 2 * DAY, until=TODAY - DAY
    )

    for person, found in ((cast.handler, [asked]), (along, [asked]), (past, []), (mate, [])):
        assert list(MatchRequest.objects.of_my_files(person)) == found


def test_from_my_dossiers_is_also_what_i_mind_for_a_colleague(question, cast, noord, mate):
    asked = MatchFactory(question=question, coordinator=mate)
    deputy = MembershipFactory(team=noord).user
    covered(cast.handler, deputy, TODAY - DAY, TODAY)

    found = MatchRequest.objects.of_my_files(User.objects.get(pk=deputy.pk))

    assert list(found) == [asked]


def test_who_coordinates_in_the_cluster_sees_what_is_asked_of_everybody(
    question, cast, near, mate, far, consent
):
    own = {"of_everybody": True, "coordinator": None, "consent": consent}
    match = MatchFactory(question=question, **own)

    assert [visible(each) for each in (near, mate, far)] == [True, True, False]
    assert match.relations_to(near) == {"match_coordinator"}
    MatchRequest.objects.update(coordinator=mate, state="taken")
    match.refresh_from_db()
    assert visible(near), "one may know that a colleague was first"
    assert match.relations_to(near) == frozenset()
    MatchRequest.objects.update(state="no_match", reason="nobody", answered_at=MONDAY)
    assert not visible(near)


@pytest.mark.parametrize(
    "over",
    [
        {"valid_until": TODAY - DAY},
        {"withdrawn_on": TODAY, "withdrawn_by": "resident", "withdrawn_at": MONDAY},
    ],
    ids=str,
)
def test_when_the_consent_is_over_it_is_gone_for_the_coordinator(question, cast, far, over):
    """MV-3: yesterday was the last day, or it was taken back today."""
    early = {"given_on": TODAY - 9 * DAY}
    consent = sharing_consent(question.resident, **early)
    match = MatchFactory(question=question, coordinator=far, consent=consent)
    assert visible(far)
    noted = {"withdrawn_noted_by": cast.handler} if "withdrawn_on" in over else {}
    Consent.objects.filter(pk=consent.pk).update(**over, **noted)

    assert not visible(far)
    assert visible(cast.handler)
    assert not match.is_shared


def test_within_the_team_only_as_long_as_one_works_in_it(question, cast, far):
    MatchFactory(question=question, coordinator=far)

    assert not visible(far)


def test_only_a_consent_for_welfare_with_both_kinds_of_data_counts(resident):
    sharing_consent(resident, categories=["hulpvraag"])
    sharing_consent(resident, given_by="nobody", way="")
    assert not consents_to_share(resident, TODAY).exists()

    given = sharing_consent(resident)
    assert consents_to_share(resident, TODAY).get() == given
    assert not consents_to_share(resident, TODAY - DAY).exists()


def test_who_coordinates_is_of_the_vmca_or_has_the_specialism_today(cast, noord):
    assert not coordinates(cast.handler)
    coordinator(cast.handler, valid_until=TODAY - DAY)
    assert not coordinates(cast.handler)
    coordinator(cast.handler, valid_from=TODAY)
    assert coordinates(cast.handler)

    PartnerOrganisation.objects.filter(code="moeder").update(code="vmca")
    assert coordinates(cast.team_worker)
    assert not coordinates(cast.team_manager)
    assert in_cluster(noord.cluster_id, TODAY) == {cast.handler.pk, cast.team_worker.pk}
    assert in_cluster(None, TODAY) == set()


def test_in_another_role_one_does_not_coordinate(noord):
    both = coordinator(MembershipFactory(team=noord, role="team_manager").user)
    MembershipFactory(user=both, team=noord)
    both.chosen_role = "team_manager"

    assert not coordinates(both)


def test_every_word_is_sealed_and_opens_again(question, mate):
    match = MatchFactory(question=question, coordinator=mate, words=SECRET)
    match.keep_answer(SECRET)

    assert [SECRET.encode() in bytes(each) for each in (match.content, match.answer)] == [False] * 2
    assert (match.wish.words, match.answer_words) == (SECRET, SECRET)
    other = MatchFactory(question=question, coordinator=mate)
    other.content, other.answer = match.content, match.answer
    for name in ("wish", "answer_words"):
        other.__dict__.pop(name, None)
        other.__dict__.pop("words", None)
        with pytest.raises(InvalidTag):
            getattr(other, name)


@pytest.mark.parametrize(
    "fault",
    [
        {"coordinator": None},
        {"of_everybody": True},
        {"state": "matched", "answered_at": MONDAY},
        {"state": "no_match", "answered_at": MONDAY},
        {"reason": "nobody"},
        {"matched_with": "De Schoor"},
        {"state": "withdrawn"},
        {"answered_at": MONDAY},
        {"shared_by": "consent"},
    ],
    ids=str,
)
def test_the_database_refuses_a_request_that_cannot_be(question, mate, fault):
    match = MatchFactory(question=question, coordinator=mate)

    with pytest.raises(IntegrityError), transaction.atomic():
        MatchRequest.objects.filter(pk=match.pk).update(**fault)


def test_one_asks_after_two_weeks_and_not_before_the_first_contact(monday):
    assert follow_up_day(TODAY, TODAY) == TODAY + 14 * DAY
    assert follow_up_day(TODAY, TODAY + 30 * DAY) == TODAY + 30 * DAY


@pytest.mark.parametrize(
    ("own", "at", "light"),
    [
        ({}, MONDAY, ("ok", "Gevraagd")),
        ({}, MONDAY + 6 * DAY, ("warning", "Gevraagd")),
        ({"taken": True}, MONDAY + 8 * DAY, ("late", "antwoord te laat")),
        ({"matched": True}, MONDAY, ("ok", "match gevonden")),
        ({"matched": True}, MONDAY + 14 * DAY, ("warning", "vraag of het liep")),
        ({"matched": True}, MONDAY + 15 * DAY, ("late", "vraag of het liep")),
        ({"refused": True}, MONDAY, ("warning", "Geen match")),
    ],
)
def test_the_light_says_what_must_be_done(question, mate, own, at, light):
    found = light_of(MatchFactory(question=question, coordinator=mate, **own), at)

    assert (found.kind, found.text) == light
