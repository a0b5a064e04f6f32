"""Out, wiped, in, out again: the same file byte for byte and the same rows."""

import jsonschema
import pytest

from cases.callbacks.services import claim_callback, close_callback, pause_callback
from cases.exchange.services import ImportRefused
from cases.models import CallbackOutcome, CallbackReminder, CallbackRequest
from tests.cases.exchange.conftest import exported, objects, promise, rows, wipe
from tests.cases.exchange.schema import LINE
from tests.factories.cases import MONDAY

VALIDATOR = jsonschema.Draft202012Validator(LINE)


def faults(file):
    return [error.message for line in objects(file) for error in VALIDATOR.iter_errors(line)]


def test_every_kind_of_contact_validates(town):
    assert faults(exported()) == []


def test_the_schema_can_refuse(town):
    line = objects(exported())[0]
    del line["klantcontact"]["taal"]
    line["klantcontact"]["onderwerp"] = "x" * 201

    assert len(list(VALIDATOR.iter_errors(line))) == 2


def test_the_same_file_and_the_same_rows(town, read_in):
    first, before = exported(), rows()
    wipe()

    count = read_in(first)

    assert (count.fresh, count.same) == (len(objects(first)), 0)
    assert rows() == before
    assert exported() == first


def test_every_state_comes_back(cast, monday, read_in):
    handler = cast.team_worker
    for number in range(1, 5):
        promise(cast, number)
    for callback in CallbackRequest.objects.order_by("pk")[1:]:
        claim_callback(callback_id=callback.pk, by=handler)
    _waiting, _claimed, paused, closed = CallbackRequest.objects.order_by("pk")
    pause_callback(
        callback_id=paused.pk,
        pause_reason="away",
        until=MONDAY.replace(day=25),
        by=handler,
    )
    outcome = CallbackOutcome.objects.get(code="afspraak")
    note = "Ze belt zelf. " * 140
    close_callback(callback_id=closed.pk, outcome=outcome, outcome_note=note, by=handler)
    first, before = exported(), rows()
    bells = sorted(_bells())
    wipe()

    read_in(first, at=MONDAY)

    assert rows() == before
    assert exported() == first
    assert faults(first) == []
    assert sorted(_bells()) == bells


def _bells():
    pending = CallbackReminder.objects.filter(state="pending")
    return pending.values_list("callback__submission_key", "kind", "term_round", "due_at")


def test_a_second_import_changes_nothing(town, read_in):
    file = exported()
    wipe()
    read_in(file)
    before = rows()

    count = read_in(file)

    assert (count.fresh, count.same) == (0, len(objects(file)))
    assert rows() == before


def test_an_import_where_everything_is_already_changes_nothing(town, read_in):
    before = rows()

    count = read_in(exported())

    assert count.fresh == 0
    assert rows() == before


def test_other_content_under_the_same_uuid_is_refused(town, read_in):
    lines = objects(exported())
    kinds = [line["klantcontact"]["metadata"].get("resultaat") for line in lines]
    call, request = kinds.index("wrong_number"), kinds.index(None)
    lines[call]["klantcontact"]["kanaal"] = "balie"
    lines[request]["betrokkene"]["bezoekadres"] = None
    before = rows()

    with pytest.raises(ImportRefused) as refused:
        read_in(lines)

    found = {fault.split(":")[0]: fault for fault in refused.value.faults}
    for number in (call + 1, request + 1):
        assert "bestaat al met andere inhoud" in found[f"Regel {number}"]
    assert rows() == before
