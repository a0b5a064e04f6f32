"""The letter, the objection, the delivery and the bell (AB-10, AB-14, AB-15, AB-20)."""

import uuid
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from cases.decisions import services
from cases.decisions.models import Application, Decision, Objection, Provision
from cases.dossiers.unfinished import unfinished
from common.errors import RuleViolation
from tests.cases.decisions.acting import DAY, TODAY, decide, object_to, send, written
from tests.factories.cases import MONDAY
from tests.factories.decisions import ApplicationFactory, DecisionFactory, ProvisionFactory
from tests.factories.dossiers import FileFactory

LETTER: dict[str, list[str]] = {"to": [], "sections": []}


@pytest.fixture
def decided(application, cast, product, mandate):
    written(application, cast.handler, product)
    decide(application, cast.handler)
    return application


@pytest.fixture
def sent(decided, cast):
    send(decided, cast.handler)
    return Application.objects.get()


def test_what_went_out_stays_as_it_went(decided, cast, product):
    send(decided, cast.handler)

    made = Decision.objects.get()
    made.application = Application.objects.get()
    assert (made.sent_on, made.objection_until) == (TODAY, TODAY + 42 * DAY)
    assert made.application.state == "sent"
    product.label = "Anders"
    product.save()
    assert "Begeleiding individueel" in str(made.frozen)
    assert "maandag 4 januari 2027" in str(made.frozen["sections"])


def test_sent_twice_is_one_letter_and_an_old_page_sends_nothing(decided, cast):
    with pytest.raises(RuleViolation, match="intussen veranderd"):
        send(decided, cast.handler, stamp="0" * 16)

    first = send(decided, cast.handler)

    assert send(decided, cast.handler).ended_at == first.ended_at


def test_before_the_decision_nothing_is_sent(application, cast, product):
    written(application, cast.handler, product)

    with pytest.raises(RuleViolation, match="Versturen kan niet meer"):
        send(application, cast.handler)


def test_what_was_sent_is_not_taken_back(sent, cast):
    with pytest.raises(RuleViolation, match="loopt niet meer"):
        services.reopen_decision(application_id=sent.pk, by=cast.handler)


@pytest.mark.parametrize(
    ("committee", "ends", "later_ends"),
    [
        (False, date(2027, 2, 15), date(2027, 3, 30)),  # the 29th is Tweede Paasdag
        (True, date(2027, 3, 30), date(2027, 5, 10)),  # more than twelve weeks stays (ATW 4)
    ],
)
def test_an_objection_is_decided_from_the_end_of_its_own_term(
    sent, cast, committee, ends, later_ends
):
    assert Decision.objects.get().objection_until == date(2027, 1, 4)

    made = object_to(sent, cast.handler, committee=committee)

    assert made.due_on == ends
    own = {"application_id": sent.pk, "objection_id": made.pk, "by": cast.handler}
    later = services.postpone_objection(weeks=6, **own)
    assert later.due_on == later_ends
    with pytest.raises(RuleViolation, match="ten hoogste zes weken"):
        services.postpone_objection(weeks=7, **own)


def test_one_objection_runs_and_is_decided_once(sent, cast):
    key = uuid.uuid4()
    made = object_to(sent, cast.handler, submission_key=key)
    assert object_to(sent, cast.handler, submission_key=key).pk == made.pk
    with pytest.raises(RuleViolation, match="loopt al een bezwaar"):
        object_to(sent, cast.handler)
    own = {"application_id": sent.pk, "objection_id": made.pk, "by": cast.handler}
    with pytest.raises(RuleViolation, match="vóór het bezwaar"):
        services.decide_objection(outcome="upheld", decided_on=TODAY - DAY, **own)

    services.decide_objection(outcome="upheld", decided_on=TODAY, **own)

    services.decide_objection(outcome="upheld", decided_on=TODAY, **own)
    with pytest.raises(RuleViolation, match="al beslist: gegrond"):
        services.decide_objection(outcome="rejected", decided_on=TODAY, **own)
    assert Objection.objects.open().count() == 0


@pytest.mark.parametrize("day", [TODAY - DAY, TODAY + DAY])
def test_an_objection_before_the_decision_or_from_the_future_is_refused(sent, cast, day):
    with pytest.raises(RuleViolation) as broken:
        object_to(sent, cast.handler, day=day)

    assert broken.value.field == "received_on"


def test_against_nothing_one_does_not_object(decided, cast):
    with pytest.raises(RuleViolation, match="nog geen besluit verstuurd"):
        object_to(decided, cast.handler)


def deliver(application, by, delivery, day=TODAY):
    line = Provision.objects.get()
    return services.note_delivery(
        application_id=application.pk, provision_id=line.pk, delivery=delivery, day=day, by=by
    )


def test_delivery_goes_one_way(sent, cast):
    with pytest.raises(RuleViolation, match="kan niet na"):
        deliver(sent, cast.handler, "started")
    deliver(sent, cast.handler, "ordered")
    deliver(sent, cast.handler, "ordered")
    with pytest.raises(RuleViolation, match="vóór de vorige stap"):
        deliver(sent, cast.handler, "started", TODAY - DAY)

    deliver(sent, cast.handler, "started")

    with pytest.raises(RuleViolation, match="kan niet na"):
        deliver(sent, cast.handler, "ordered")
    with pytest.raises(PermissionDenied):
        deliver(sent, cast.team_worker, "stopped")


def test_before_it_was_sent_nothing_is_delivered(decided, cast):
    with pytest.raises(RuleViolation, match="nog niet verstuurd"):
        deliver(decided, cast.handler, "ordered")


def test_looked_again_moves_the_day_ahead(sent, cast):
    own = {"application_id": sent.pk, "words": "Past nog.", "by": cast.handler}
    with pytest.raises(RuleViolation, match="ligt na vandaag"):
        services.note_review(next_on=TODAY, **own)

    assert services.note_review(next_on=TODAY + DAY, **own).review_on == TODAY + DAY
    assert services.note_review(next_on=None, **own).review_on is None


def test_the_bell_rings_once_before_the_end_and_once_after_it(application, cast):
    end = application.due_at

    assert services.remind_of_decisions(at=MONDAY) == 0
    assert services.remind_of_decisions(at=end - 3 * DAY) == 1
    assert services.remind_of_decisions(at=end - 2 * DAY) == 0
    assert services.remind_of_decisions(at=end) == 2  # the handler and the manager
    assert services.remind_of_decisions(at=end + DAY) == 0
    texts = [notice.text for notice in cast.handler.notices.all()]
    assert all(str(application.resident) not in text for text in texts)
    assert cast.team_manager.notices.count() == 1


def test_of_an_aanvraag_nobody_has_the_team_is_told(application, cast):
    Application.objects.update(handler=None)

    told = services.remind_of_decisions(at=application.due_at - 3 * DAY)

    assert told >= 2
    assert cast.team_worker.notices.count() == cast.handler.notices.count() == 1


def test_a_dossier_stays_open_while_an_aanvraag_or_an_objection_runs(melding, cast, noord):
    file = FileFactory(resident=melding.resident, team=noord, director=cast.handler)
    running = ApplicationFactory(melding=melding, file=file)

    assert f"aanvraag {running}" in unfinished(file)

    Application.objects.update(state="sent", ended_at=MONDAY)
    running.refresh_from_db()
    made = DecisionFactory(application=running, taken=True, letter=LETTER)
    ProvisionFactory(decision=made)
    assert unfinished(file) == []
    object_to(running, cast.handler)
    assert unfinished(file) == [f"bezwaar bij {running}"]
