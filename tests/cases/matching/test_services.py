"""Ask, take up, answer, withdraw and follow up; each rule, no permission, and the trail."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.dossiers import services as dossiers
from cases.matching.models import MatchRequest, Wish
from clusters.models import Notice
from common.errors import RuleViolation
from tests.cases.dossiers.acting import close, lines
from tests.cases.matching.acting import ask, find, follow_up, refuse, take, withdraw
from tests.factories.cases import MONDAY
from tests.factories.community import OfferFactory
from tests.factories.dossiers import FileColleagueFactory, HelpRequestFactory
from tests.factories.matching import MatchFactory, sharing_consent

DAY = timedelta(days=1)
TODAY = MONDAY.date()


def told(person):
    return list(Notice.objects.filter(person=person).values_list("text", flat=True))


def test_ask_match_within_the_team_needs_no_consent(question, cast, mate):
    offer = OfferFactory()
    match = ask(question, cast.handler, mate, offer=offer, wish=Wish("Een maatje.", "woensdag"))

    assert (match.shared_by, match.consent, match.offer) == ("team", None, offer)
    assert (match.state, match.coordinator, match.of_everybody) == ("asked", mate, False)
    assert (match.wish.words, match.wish.times) == ("Een maatje.", "woensdag")
    assert match.answer_by == (MONDAY + 7 * DAY).replace(hour=17)
    assert lines(question.file) == ["match_ask"]
    assert told(mate) == [f"{cast.handler} vraagt u een vrijwilliger te zoeken ({match})."]
    assert AuditEvent.objects.filter(code="match.asked").count() == 1


def test_ask_match_outside_the_team_needs_a_consent_of_today(question, cast, near, far):
    for person in (near, far, None):
        with pytest.raises(RuleViolation, match="geen toestemming") as broken:
            ask(question, cast.handler, person)
        assert broken.value.field == "asked_of"
    ended = {"given_on": TODAY - 9 * DAY, "valid_until": TODAY - DAY}
    sharing_consent(question.resident, **ended)
    with pytest.raises(RuleViolation, match="geen toestemming"):
        ask(question, cast.handler, far)
    consent = sharing_consent(question.resident)

    match = ask(question, cast.handler, far)
    assert (match.shared_by, match.consent) == ("consent", consent)
    assert ask(question, cast.handler, None).coordinator is None
    assert len(told(near)) == 1
    assert len(told(far)) == 1


def test_ask_match_only_of_who_coordinates_and_not_of_oneself(question, cast, mate, consent):
    for person in (cast.outsider_worker, cast.team_manager, cast.handler):
        with pytest.raises(RuleViolation, match="zoekt vandaag geen vrijwilligers"):
            ask(question, cast.handler, person)


def test_ask_match_of_everybody_in_a_cluster_without_staff_is_refused(question, cast, consent):
    with pytest.raises(RuleViolation, match="zoekt vandaag niemand"):
        ask(question, cast.handler, None)


def test_ask_match_not_for_a_question_that_ended_or_is_of_another_dossier(question, cast, mate):
    other = HelpRequestFactory()
    with pytest.raises(type(other).DoesNotExist):
        ask(question, cast.handler, mate, question_id=other.pk)
    close(question, cast.handler)
    with pytest.raises(RuleViolation, match="intussen afgesloten"):
        ask(question, cast.handler, mate)


def test_ask_match_twice_is_once(question, cast, mate):
    key = uuid.uuid4()
    first = ask(question, cast.handler, mate, submission_key=key)

    assert ask(question, cast.handler, mate, submission_key=key) == first
    assert MatchRequest.objects.count() == 1


def test_ask_match_is_for_who_works_in_the_dossier(question, cast, mate):
    with pytest.raises(PermissionDenied):
        ask(question, cast.team_worker, cast.handler)
    with pytest.raises(type(question.file).DoesNotExist):
        ask(question, cast.outsider_worker, mate)
    FileColleagueFactory(file=question.file, employee=cast.city_hall_team)
    assert ask(question, cast.city_hall_team, mate).asked_by == cast.city_hall_team


def test_take_match_by_the_first_and_twice_is_once(question, cast, mate, near, consent):
    match = ask(question, cast.handler, None)

    assert take(match, near).coordinator == near
    assert take(match, near).state == "taken"
    with pytest.raises(RuleViolation, match="pakte deze vraag al op"):
        take(match, mate)
    assert lines(question.file).count("match_got") == 1


def test_take_match_is_not_for_who_asked_or_steers(question, cast, mate, far):
    match = ask(question, cast.handler, mate)

    with pytest.raises(RuleViolation, match="pakte deze vraag al op"):
        take(match, cast.handler)
    for person in (far, cast.team_manager):
        with pytest.raises(MatchRequest.DoesNotExist):
            take(match, person)


def test_find_match_says_with_whom_and_when(question, cast, mate):
    match = take(ask(question, cast.handler, mate), mate)
    match = find(match, mate, first_contact_on=TODAY + DAY, words="Belt woensdag.")

    assert (match.state, match.matched_with) == ("matched", "De Schoor")
    assert match.follow_up_on == TODAY + 14 * DAY
    line = question.file.lines.get(kind="matched")
    assert line.words == "De Schoor\nBelt woensdag."
    assert told(cast.handler) == [f"{match} is beantwoord: match gevonden."]
    assert find(match, mate, first_contact_on=TODAY + DAY).pk == match.pk
    assert question.file.lines.filter(kind="matched").count() == 1


@pytest.mark.parametrize("days", [-1, 184, 10_000])
def test_find_match_on_a_day_that_can_be(question, cast, mate, days):
    match = take(ask(question, cast.handler, mate), mate)

    with pytest.raises(RuleViolation, match="Kies een dag") as broken:
        find(match, mate, first_contact_on=TODAY + days * DAY)
    assert broken.value.field == "first_contact_on"


def test_find_match_not_before_it_is_taken_up_or_once_the_question_ended(question, cast, mate):
    match = ask(question, cast.handler, mate)
    with pytest.raises(RuleViolation, match="kan niet meer"):
        find(match, mate)
    take(match, mate)
    close(question, cast.handler)
    with pytest.raises(RuleViolation, match="intussen afgesloten"):
        find(match, mate)
    assert refuse(match, mate, reason="needless").state == "no_match"


def test_refuse_match_says_why_and_with_another_reason_more(question, cast, mate):
    match = take(ask(question, cast.handler, mate), mate)
    with pytest.raises(RuleViolation, match="kort op waarom") as broken:
        refuse(match, mate, reason="other")
    assert broken.value.field == "words"

    assert refuse(match, mate, reason="nobody").reason == "nobody"
    assert refuse(match, mate, reason="nobody").state == "no_match"
    assert lines(question.file).count("no_match") == 1
    with pytest.raises(RuleViolation, match="kan niet meer"):
        refuse(match, mate, reason="declined")


def test_answering_is_for_the_coordinator(question, cast, mate):
    match = take(ask(question, cast.handler, mate), mate)

    for act in (find, refuse):
        with pytest.raises(PermissionDenied):
            act(match, cast.handler)
    for act in (withdraw, follow_up):
        with pytest.raises(PermissionDenied):
            act(match, mate)


def test_withdraw_match_as_long_as_there_is_no_answer(question, cast, mate):
    match = withdraw(ask(question, cast.handler, mate), cast.handler)
    assert (match.state, match.answer_words) == ("withdrawn", "Niet meer nodig.")
    assert f"{cast.handler} trok {match} in." in told(mate)
    done = MatchFactory(question=question, coordinator=mate, matched=True)
    with pytest.raises(RuleViolation, match="kan niet meer"):
        withdraw(done, cast.handler)


def test_follow_up_match_from_the_first_contact_on(question, cast, mate):
    late = {"first_contact_on": TODAY + DAY}
    match = MatchFactory(question=question, coordinator=mate, matched=True, **late)
    with pytest.raises(RuleViolation, match="nog niet geweest"):
        follow_up(match, cast.handler)

    failed = follow_up(match, cast.handler, came=False, words="Zij werd ziek.")
    assert (failed.state, failed.answer_words) == ("failed", "Zij werd ziek.")
    good = MatchFactory(question=question, coordinator=mate, matched=True)
    assert follow_up(good, cast.handler).state == "arrived"
    assert follow_up(good, cast.handler).state == "arrived"
    assert lines(question.file) == ["no_show", "arrived"]
    with pytest.raises(RuleViolation, match="kan niet meer"):
        follow_up(good, cast.handler, came=False)


@pytest.mark.parametrize("own", [{}, {"taken": True}, {"matched": True}], ids=str)
def test_a_dossier_does_not_close_while_a_match_runs(question, cast, mate, own):
    """MV-9."""
    match = MatchFactory(question=question, coordinator=mate, **own)
    file = question.file
    file.resident.callbacks.update(state="waiting", handler=None)
    close(question, cast.handler)
    with pytest.raises(RuleViolation, match=f"gevraagde match {match}"):
        dossiers.close_file(file_id=file.pk, words="Klaar.", by=cast.handler)

    act = follow_up if own.get("matched") else withdraw
    act(match, cast.handler)
    assert not dossiers.close_file(file_id=file.pk, words="Klaar.", by=cast.handler).is_open
