"""What goes into a file, what does not, and how many queries it takes."""

from datetime import timedelta

import pytest

from audit.models import AuditEvent
from cases.exchange.outgoing import request_line
from cases.exchange.services import Selection
from cases.models import CallbackRequest
from tests.cases.exchange.conftest import call, exported, objects, promise, rows, wipe
from tests.factories.cases import MONDAY
from tests.factories.clusters import TeamFactory

QUERIES = 5  # two for the rows, one for the line in the trail, two around the transaction


@pytest.mark.parametrize("rows", [1, 25])
def test_it_costs_the_same_for_one_and_for_many(
    rows, cast, desk, monday, django_assert_num_queries
):
    for number in range(1, rows + 1):
        callback = promise(cast, number)
        join = {"callback": callback, "result": "callback"}
        call(cast, desk, join, {}, resident=callback.resident)

    with django_assert_num_queries(QUERIES):
        file = exported()

    assert len(objects(file)) == rows * 2


def test_a_secret_address_is_in_no_file(town):
    file = exported()
    secret = [
        line
        for line in objects(file)
        if line["klantcontact"]["metadata"].get("geheim_adres") == "ja"
    ]

    assert len(secret) == 2
    assert [line["betrokkene"]["bezoekadres"] for line in secret] == [None, None]
    assert all(line["klantcontact"]["vertrouwelijk"] for line in secret)


def test_a_secret_address_is_in_no_line_even_when_the_row_would_have_one(town):
    town.secret.resident.postcode, town.secret.resident.house_number = "1315AA", 12

    assert "1315" not in str(request_line(town.secret))


def test_a_long_value_goes_in_pieces(town, read_in):
    reason = "".join(f"{number:03d}" for number in range(100))
    CallbackRequest.objects.filter(pk=town.bare.pk).update(routing_reason=reason)
    file = exported()
    words = [line["klantcontact"]["metadata"] for line in objects(file)]
    own = next(each for each in words if "waarom_dit_team_2" in each)
    wipe()

    read_in(file)

    assert own["waarom_dit_team_3"] == reason[200:]
    callback = CallbackRequest.objects.get(submission_key=town.bare.submission_key)
    assert callback.routing_reason == reason


def test_one_call_with_two_questions_is_two_lines_of_one_call(town):
    lines = [line["klantcontact"] for line in objects(exported())]
    call_id = town.secret.contact_questions.get().contact.uuid
    own = [line for line in lines if line["metadata"].get("gesprek") == str(call_id)]

    assert [line["metadata"]["volgorde"] for line in own] == ["1", "2"]
    assert own[0]["uuid"] == str(call_id)
    assert own[0]["onderwerp"] == "Geld en schulden"
    assert own[0]["taal"] == "tur"
    assert own[1]["onderwerp"] == "Wonen en huishouden"
    assert own[1]["uuid"] not in (str(call_id), own[0]["uuid"])


def test_the_trail_knows_how_many_and_not_what(town):
    exported()

    event = AuditEvent.objects.get(code="contacts.exported")
    assert event.purpose.startswith("7 klantcontacten, 3 terugbelverzoeken; het begin")
    assert "Beller" not in event.purpose
    assert event.actor_id is None


def test_only_the_days_that_were_asked_for(town, cast):
    promise(cast, 9, at=MONDAY - timedelta(days=3))
    day = MONDAY.date()

    assert len(objects(exported(Selection(first_day=day)))) == 7
    assert len(objects(exported(Selection(last_day=day - timedelta(days=1))))) == 1
    assert len(objects(exported(Selection(first_day=day, last_day=day)))) == 7
    assert exported(Selection(first_day=day + timedelta(days=1))) == b""


def test_only_the_desk_that_was_asked_for(town, desk):
    assert len(objects(exported(Selection(desk=desk)))) == 7
    assert exported(Selection(desk=TeamFactory())) == b""


def test_a_part_of_the_contacts_can_be_read_in_on_its_own(town, cast, desk, read_in):
    tomorrow = MONDAY + timedelta(days=1)
    later = {"opened_at": tomorrow, "ended_at": tomorrow + timedelta(minutes=3)}
    resident = town.bare.resident
    call(cast, desk, {"question": "Hoe staat het ermee?"}, resident=resident, **later)
    part = exported(Selection(first_day=tomorrow.date()))
    wipe()

    read_in(part, at=tomorrow + timedelta(hours=1))

    assert CallbackRequest.objects.get().submission_key == town.bare.submission_key
    assert len(rows()["Contact"]) == 1
    assert exported() == part


def test_a_question_that_joined_an_earlier_request_is_shown_with_it(town, read_in):
    file = exported()
    wipe()
    read_in(file)

    assert CallbackRequest.objects.get(
        submission_key=town.bare.submission_key
    ).added_questions.get().question == ("En de huur?")
