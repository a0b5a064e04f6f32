"""A file is read in as the desk would have written it down, once, with a line in the trail."""

import uuid
from datetime import timedelta

from audit.models import AuditEvent
from cases.contacts.models import Contact, ContactQuestion
from cases.models import AddedQuestion, CallbackRequest, CallbackStep, Resident
from tests.cases.exchange.conftest import exported, objects, promise, rows, wipe
from tests.cases.exchange.foreign import ANY, DESK, TASK, foreign
from tests.factories.cases import MONDAY


def test_a_file_of_another_system_is_read_in(read_in, cast, monday, noord):
    read_in([foreign(**DESK)], employee=cast.contact_centre)

    request = CallbackRequest.objects.get()
    assert (request.submission_key, request.team) == (uuid.UUID(TASK), noord)
    assert request.question == "Bel over de traplift."
    assert request.urgency == "normaal"
    assert request.due_at > request.registered_at
    assert request.state == "waiting"
    assert request.reminders.count() == 3
    assert request.resident.name == "A. de Vries"
    assert request.resident.phone == "+31612345678"
    assert request.resident.language == "Turks"
    assert not request.resident.hide_number
    question = ContactQuestion.objects.get()
    assert (question.question, question.result) == ("Mevrouw vraagt naar de trap.", "callback")
    assert question.contact.employee == cast.contact_centre


def test_it_is_read_in_once(read_in, cast, monday):
    read_in([foreign(**DESK)], employee=cast.contact_centre)
    before = rows()

    assert read_in([foreign(**DESK)], employee=cast.contact_centre).same == 1
    assert rows() == before


def test_a_team_that_took_it_up_meanwhile_changes_nothing(read_in, cast, monday):
    read_in([foreign(**DESK)], employee=cast.contact_centre)
    CallbackRequest.objects.update(state="claimed", handler=cast.team_worker)

    assert read_in([foreign(**DESK)], employee=cast.contact_centre).same == 1


def test_without_a_known_postcode_the_named_team_calls(read_in, cast, monday):
    team = {
        "uuid": ANY,
        "soortActor": "organisatorische_eenheid",
        "actoridentificator": {"objectId": "team-elders"},
    }
    address = {"betrokkene__bezoekadres__postcode": "9999 ZZ"}
    line = foreign(**DESK, **address, internetaken__0__toegewezenAanActoren=[team])

    read_in([line], employee=cast.contact_centre)

    assert CallbackRequest.objects.get().team == cast.elsewhere


def test_what_is_done_is_closed_with_an_outcome(read_in, cast, monday):
    done = {"status": "verwerkt", "afgehandeldOp": "2026-11-23T08:30:00Z"}
    line = foreign(**DESK, **{f"internetaken__0__{key}": word for key, word in done.items()})
    line["klantcontact"]["reactie"] = "Traplift aangevraagd."

    read_in([line], employee=cast.contact_centre)

    request = CallbackRequest.objects.get()
    assert (request.state, str(request.outcome)) == ("closed", "Vraag is beantwoord")
    assert request.outcome_note == "Traplift aangevraagd."
    assert not request.reminders.exists()


def test_who_is_not_called_back_is_not_kept(read_in, cast, monday):
    line = foreign(**DESK, internetaken=[], klantcontact__reactie="Dat kan via de site.")

    read_in([line], employee=cast.contact_centre)

    question = ContactQuestion.objects.get()
    assert question.question == "Mevrouw vraagt naar de trap.\n\nAntwoord: Dat kan via de site."
    assert question.result == "answered"
    assert not Resident.objects.exists()


def test_confidential_for_an_unknown_reason_hides_the_number(read_in, cast, monday):
    read_in([foreign(**DESK, klantcontact__vertrouwelijk=True)], employee=cast.contact_centre)

    assert Resident.objects.get().hide_number


def test_what_a_number_asked_before_goes_on(read_in, cast, monday):
    promise(cast, 1, phone="+31612345678", name="Buur")
    Resident.objects.update(hide_municipality=True, may_be_called=False)

    read_in([foreign(**DESK)], employee=cast.contact_centre)

    resident = Resident.objects.get(name="A. de Vries")
    assert resident.hide_municipality
    assert not resident.may_be_called
    assert read_in([foreign(**DESK)], employee=cast.contact_centre).same == 1


def test_a_secret_address_points_to_the_team_and_is_not_kept(read_in, cast, monday, noord):
    line = foreign(**DESK, klantcontact__metadata={"geheim_adres": "ja"})

    read_in([line], employee=cast.contact_centre)

    request = CallbackRequest.objects.get()
    assert (request.team, request.neighbourhood) == (noord, None)
    assert (request.resident.postcode, request.resident.house_number) == ("", None)
    assert "1315" not in request.routing_reason


def test_every_record_has_its_line_in_the_trail(town, read_in):
    file = exported()
    wipe()
    last = AuditEvent.objects.order_by("-pk").values_list("pk", flat=True)[0]

    read_in(file)

    codes = list(AuditEvent.objects.filter(pk__gt=last).values_list("code", flat=True))
    assert codes.count("resident.created") == Resident.objects.count()
    assert codes.count("callback.registered") == CallbackRequest.objects.count()
    assert codes.count("contact.imported") == Contact.objects.count()
    assert codes.count("contacts.imported") == 1
    assert CallbackStep.objects.filter(note__contains="Ingelezen", by=None).count() == 3
    assert AddedQuestion.objects.count() == 1


def test_a_rehearsal_writes_nothing(town, read_in):
    file = exported()
    wipe()

    count = read_in(file, dry_run=True)

    assert count.fresh == len(objects(file))
    assert not Contact.objects.exists()
    assert not AuditEvent.objects.filter(code="contacts.imported").exists()


def test_what_was_promised_for_yesterday_rings_at_once_and_not_before(read_in, cast, monday):
    read_in([foreign(**DESK)], employee=cast.contact_centre, at=MONDAY + timedelta(days=9))

    kinds = CallbackRequest.objects.get().reminders.values_list("kind", flat=True)
    assert sorted(kinds) == ["term", "twice"]


def test_a_card_that_hides_no_number_is_believed(read_in, cast, monday):
    card = {"nummer_niet_tonen": "nee", "noem_gemeente_niet": "ja"}
    line = foreign(**DESK, klantcontact__vertrouwelijk=True, klantcontact__metadata=card)

    read_in([line], employee=cast.contact_centre)

    resident = Resident.objects.get()
    assert (resident.hide_number, resident.hide_municipality) == (False, True)
