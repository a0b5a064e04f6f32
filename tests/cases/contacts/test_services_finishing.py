"""The end of a call: every question a result, at most one promise per caller."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.callbacks.models import Facts
from cases.callbacks.services import Caller, CallWish
from cases.contacts.services import Asked, finish_call, open_call
from cases.helpdesk.lifecycle import HelpState
from cases.models import (
    AddedQuestion,
    ArticleUse,
    CallbackRequest,
    CallbackSubject,
    Contact,
    ContactQuestion,
    QuestionResult,
    Resident,
)
from cases.residents.services import SafeContact
from clusters.models import Notice
from common.errors import RuleViolation
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.helpdesk import DutyShiftFactory, HelpQuestionFactory
from tests.factories.knowledge import ArticleFactory

pytestmark = pytest.mark.django_db

HARMSEN = Caller(
    name="Mw. A. Harmsen",
    is_anonymous=False,
    phone="+31612345678",
    postcode="1315AB",
    house_number=12,
)
FACTS = Facts(phone="+31612345678", name="Harmsen")


@pytest.fixture
def geld(calendar_data):
    return CallbackSubject.objects.get(code="geld")


def answered(geld, **own):
    return Asked(1, geld, "Wat kost het?", QuestionResult.ANSWERED, **own)


def callback(geld, position=1, *, urgency="normaal", question="Graag bellen."):
    wish = CallWish(subject=geld, question=question, urgency=urgency)
    return Asked(position, geld, question, QuestionResult.CALLBACK, wish=wish)


def finish(draft, cast, *asked, at=MONDAY, **own):
    own = {"channel": "telefoon", "by": cast.contact_centre, **own}
    return finish_call(call_id=draft.pk, asked=asked, at=at, **own)


def test_an_answered_question_leaves_no_resident(draft, cast, geld):
    contact = finish(draft, cast, answered(geld), caller=HARMSEN)

    question = contact.questions.get()
    assert (contact.resident, question.result) == (None, QuestionResult.ANSWERED)
    assert not Resident.objects.exists()


def test_a_callback_is_a_promise_to_the_caller(draft, cast, geld):
    contact = finish(draft, cast, callback(geld), caller=HARMSEN)

    request = CallbackRequest.objects.get()
    assert contact.resident == request.resident
    assert contact.questions.get().callback == request
    assert request.question == "Graag bellen."


def test_sending_twice_makes_one_contact(draft, cast, geld):
    first = finish(draft, cast, callback(geld), caller=HARMSEN)
    second = finish(draft, cast, callback(geld), caller=HARMSEN)

    assert first == second
    assert (Contact.objects.count(), CallbackRequest.objects.count()) == (1, 1)


def test_two_callback_questions_are_one_request_with_the_most_urgent_term(draft, cast, geld):
    one = callback(geld, 1, urgency="ruim", question="Eerste")
    two = callback(geld, 2, urgency="spoed", question="Tweede")

    contact = finish(draft, cast, one, two, caller=HARMSEN)

    request = CallbackRequest.objects.get()
    assert (request.question, request.urgency) == ("Eerste", "spoed")
    assert request.due_at == MONDAY + timedelta(hours=2)
    assert AddedQuestion.objects.get().question == "Tweede"
    assert set(contact.questions.values_list("callback", flat=True)) == {request.pk}


def test_calling_again_joins_the_open_request_and_makes_it_more_urgent(draft, cast, geld):
    first = CallbackRequest.objects.get(
        pk=finish(draft, cast, callback(geld), caller=HARMSEN).questions.get().callback_id
    )
    CallbackRequest.objects.filter(pk=first.pk).update(state="claimed", handler=cast.handler)
    again = open_call(by=cast.contact_centre)

    contact = finish(
        again,
        cast,
        callback(geld, question="Nog iets"),
        caller=HARMSEN,
        facts=FACTS,
        add_to=first.pk,
    )

    first.refresh_from_db()
    assert CallbackRequest.objects.count() == 1
    assert contact.questions.get().callback == first
    assert (first.urgency, first.due_at) == ("spoed", MONDAY + timedelta(hours=2))
    assert AddedQuestion.objects.get().question == "Nog iets"
    assert Notice.objects.get(person=cast.handler).text.endswith("er is een vraag bij gekomen.")


def test_a_second_open_request_of_the_same_caller_is_refused(draft, cast, geld):
    finish(draft, cast, callback(geld), caller=HARMSEN)
    again = open_call(by=cast.contact_centre)

    with pytest.raises(RuleViolation, match="al een open terugbelverzoek"):
        finish(again, cast, callback(geld), caller=replace(HARMSEN, name="Mevrouw Harmsen"))

    assert CallbackRequest.objects.count() == 1
    assert Contact.objects.count() == 1


def test_five_people_on_one_number_each_get_their_own(cast, geld):
    for name in ("Ali", "Bea Smit", "Carla Vos", "Dirk Mol", "Els Bos"):
        call = open_call(by=cast.contact_centre)
        finish(call, cast, callback(geld), caller=replace(HARMSEN, name=name))

    assert CallbackRequest.objects.count() == 5


def test_father_and_son_of_one_name_on_one_number_are_two(cast, geld):
    for born in (date(1950, 1, 2), date(1980, 3, 4)):
        call = open_call(by=cast.contact_centre)
        finish(call, cast, callback(geld), caller=replace(HARMSEN, birth_date=born))

    assert CallbackRequest.objects.count() == 2
    again = open_call(by=cast.contact_centre)
    with pytest.raises(RuleViolation, match="al een open"):
        finish(again, cast, callback(geld), caller=replace(HARMSEN, birth_date=date(1980, 3, 4)))


def test_adding_to_the_request_of_somebody_else_is_refused(draft, cast, geld):
    foreign = CallbackFactory(resident__name="Vreemd", resident__phone="+31600000001")

    with pytest.raises(RuleViolation, match="hoort niet bij deze beller"):
        finish(draft, cast, callback(geld), caller=HARMSEN, facts=FACTS, add_to=foreign.pk)

    assert not AddedQuestion.objects.exists()


def test_adding_to_a_paused_request_lets_its_clock_run(draft, cast, geld):
    paused = CallbackFactory(
        paused=True, resident__name="A. Harmsen", resident__phone="+31612345678"
    )

    finish(draft, cast, callback(geld), caller=HARMSEN, facts=FACTS, add_to=paused.pk)

    paused.refresh_from_db()
    assert (paused.state, paused.paused_until) == ("claimed", None)


def test_a_term_that_is_over_stays_over(draft, cast, geld):
    late = CallbackFactory(
        resident__name="A. Harmsen",
        resident__phone="+31612345678",
        due_at=MONDAY - timedelta(days=3),
    )

    finish(draft, cast, callback(geld), caller=HARMSEN, facts=FACTS, add_to=late.pk)

    late.refresh_from_db()
    assert late.due_at == MONDAY - timedelta(days=3)


def test_a_secret_address_finds_the_team_and_is_not_kept(draft, cast, geld, noord):
    secret = replace(HARMSEN, address_secret=True)

    finish(draft, cast, callback(geld), caller=secret)

    request = CallbackRequest.objects.select_related("resident").get()
    assert request.team == noord
    assert request.neighbourhood is None
    assert "1315" not in request.routing_reason
    assert (request.resident.postcode, request.resident.house_number) == ("", None)


def test_what_was_said_about_a_number_is_not_forgotten(draft, cast, geld):
    careful = replace(HARMSEN, name="Iemand Anders", card=SafeContact(hide_municipality=True))
    finish(draft, cast, callback(geld), caller=careful)
    again = open_call(by=cast.contact_centre)

    finish(again, cast, callback(geld), caller=HARMSEN)

    assert Resident.objects.get(name="Mw. A. Harmsen").hide_municipality


def test_the_article_and_the_vraagbaak_stand_with_the_question(draft, cast, geld):
    DutyShiftFactory(person=cast.help_desk)
    helped = HelpQuestionFactory(call_id=draft.pk, answered=True, asked_by=cast.contact_centre)
    article = ArticleFactory()

    contact = finish(draft, cast, answered(geld, article=article))

    question = contact.questions.get()
    assert (question.article, question.help_question) == (article, helped)
    assert question.with_help_desk
    assert ArticleUse.objects.get().article == article


def test_a_question_that_still_waits_for_the_vraagbaak_is_withdrawn(draft, cast, geld):
    asked = HelpQuestionFactory(call_id=draft.pk, asked_by=cast.contact_centre)

    contact = finish(draft, cast, answered(geld))

    asked.refresh_from_db()
    assert asked.state == HelpState.WITHDRAWN
    assert not contact.questions.get().with_help_desk


def test_nothing_happens_when_one_promise_cannot_be_made(draft, cast, geld):
    nowhere = replace(HARMSEN, postcode="9999ZZ")

    with pytest.raises(RuleViolation, match="postcode"):
        finish(draft, cast, answered(geld), callback(geld, 2), caller=nowhere)

    assert not Contact.objects.exists()
    assert not ContactQuestion.objects.exists()
    assert type(draft).objects.filter(pk=draft.pk).exists()


def test_a_wrong_window_points_at_its_own_question(draft, cast, geld):
    late = callback(geld, 2)
    start = MONDAY - timedelta(days=1)
    wish = replace(late.wish, window_from=start, window_until=start + timedelta(hours=1))

    with pytest.raises(RuleViolation) as broken:
        finish(draft, cast, answered(geld), replace(late, wish=wish), caller=HARMSEN)

    assert broken.value.field == "q1-window_day"


def test_finish_is_for_the_desk_and_for_who_has_the_caller(draft, cast, geld):
    with pytest.raises(PermissionDenied):
        finish(draft, cast, answered(geld), by=cast.team_worker)
    with pytest.raises(RuleViolation, match="afgerond of verlopen"):
        finish(draft, cast, answered(geld), by=cast.help_desk)


def test_finish_leaves_its_lines_in_the_trail(draft, cast, geld):
    contact = finish(draft, cast, callback(geld), caller=HARMSEN)

    event = AuditEvent.objects.get(code="contact.ended")
    assert (event.object_id, event.actor_id) == (str(contact.pk), cast.contact_centre.pk)
