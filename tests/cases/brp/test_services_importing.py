"""What a line makes of a resident: new, brought up to date, or left alone; secrets stay closed."""

import io
import json
from datetime import date

import pytest

from audit.models import AuditEvent
from cases.brp import services
from cases.brp.columns import read_person
from cases.brp.lines import FileRefused, Line
from cases.brp.services import importing
from cases.models import Resident, ResidentBsn, SecretAddress
from cases.residents.models import HiddenAddress
from common.errors import RuleViolation
from tests.cases.brp.extracts import COLUMNS, anja, bsn_of, crowd, extract
from tests.factories.cases import CallbackFactory, ResidentFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)


def put(*people, by=None):
    read = [
        read_person(Line(2, 0, tuple(each.get(name, "") for name in COLUMNS)), COLUMNS, today=TODAY)
        for each in people
    ]
    return services.register_people(people=[each.person for each in read], by=by)


def counts(*people):
    count = put(*people)
    return count.fresh, count.changed, count.same


@pytest.fixture
def known():
    """Somebody the team knows under another name, with the BSN of Anja."""
    row = ResidentFactory(
        name="Mw. A. Jansen", phone="+31611111111", language="Turks", form_of_address="mw. Jansen"
    )
    ResidentBsn.of(row.pk, anja()["bsn"]).save(force_insert=True)
    return row


def test_somebody_new_has_all_columns():
    assert counts(anja(telefoon="0612345678", taal="Turks")) == (1, 0, 0)

    row = Resident.objects.get()
    assert (row.name, row.search_key) == ("Anja Cornelia van den Berg", " anja cornelia berg")
    assert (row.birth_year, row.birth_month, row.birth_day, row.birth_date) == (1950, 3, 0, None)
    assert row.address_line == "1315 KA 77B"
    assert (row.phone, row.language, row.address_secret) == ("+31612345678", "Turks", False)
    assert ResidentBsn.objects.get(pk=row.pk).number == anja()["bsn"]
    assert not SecretAddress.objects.exists()


def test_a_second_time_changes_nothing():
    people = (anja(geheim="7"), anja(bsn=bsn_of(1), telefoon="0612345678"))
    put(*people)
    before = list(Resident.objects.order_by("pk").values())
    sealed = SecretAddress.objects.values_list("sealed", flat=True).get()
    lines = AuditEvent.objects.count()

    assert counts(*people) == (0, 0, 2)
    assert list(Resident.objects.order_by("pk").values()) == before
    assert bytes(SecretAddress.objects.values_list("sealed", flat=True).get()) == bytes(sealed)
    assert AuditEvent.objects.count() == lines


def test_who_is_known_by_bsn_is_brought_up_to_date(known, cast):
    put(anja(telefoon="0622222222", taal="Pools"), by=cast.handler)

    row = Resident.objects.get()
    assert (row.pk, row.version) == (known.pk, known.version + 1)
    assert row.name == "Anja Cornelia van den Berg"
    assert (row.phone, row.language) == ("+31611111111", "Turks")
    assert row.form_of_address == "mw. Jansen"
    line = AuditEvent.objects.get(code="resident.changed")
    assert line.actor_id == cast.handler.pk
    assert "family_name" in line.fields
    assert line.purpose == "BRP-uittreksel ingelezen"
    assert line.subjects.get().resident_id == known.pk


def test_what_the_file_leaves_empty_stays(known):
    put(anja(overlijdensdatum="20261101", geboortedatum="19500228", vertrekdatum="20261001"))
    empty = {"geboortedatum": "", "postcode": "", "huisnummer": "", "toevoeging": ""}

    put(anja(**empty))

    row = Resident.objects.get()
    assert (row.birth_date, row.address_line) == (date(1950, 2, 28), "1315 KA 77B")
    assert (row.deceased_on, row.moved_on) == (date(2026, 11, 1), None)


def test_zeroes_do_not_replace_a_date_that_is_known(known):
    put(anja(geboortedatum="00000000"))
    assert Resident.objects.get().birth_year == 0

    put(anja(geboortedatum="19500300"))
    put(anja(geboortedatum="00000000"))
    assert Resident.objects.get().birth_year == 1950


def test_a_secret_address_is_only_kept_closed():
    put(anja(geheim="1"))

    row = Resident.objects.get()
    assert (row.address_secret, row.address_line, row.house_number) == (True, "", None)
    assert SecretAddress.objects.get().address == HiddenAddress("1315KA", 77, "B", "brp")


def test_an_address_that_becomes_secret_leaves_no_trace_in_the_open(noord):
    put(anja())
    row = Resident.objects.get()
    own = {"routing_reason": "postcode 1315KA", "resident": row}
    callback = CallbackFactory(team=noord, **own)

    put(anja(geheim="7", postcode="", huisnummer="", toevoeging=""))

    row.refresh_from_db()
    callback.refresh_from_db()
    assert (row.address_secret, row.address_line) == (True, "")
    assert SecretAddress.objects.get().address == HiddenAddress("1315KA", 77, "B", "brp")
    assert (callback.routing_reason, callback.neighbourhood) == ("geheim adres, niet bewaard", None)


def test_secrecy_that_the_team_knows_of_is_never_lifted_by_a_file():
    put(anja(geheim="7"))
    danger = HiddenAddress("1315KA", 77, "B", "danger")
    SecretAddress.of(Resident.objects.get().pk, danger).save(force_update=True)

    assert counts(anja()) == (0, 0, 1)
    assert counts(anja(huisnummer="78")) == (0, 1, 0)

    assert Resident.objects.get().address_line == ""
    assert SecretAddress.objects.get().address == HiddenAddress("1315KA", 78, "B", "danger")
    fields = AuditEvent.objects.filter(code="resident.changed").values_list("fields", flat=True)
    assert list(fields) == [["secret_address"]]


def test_a_closed_block_that_does_not_open_is_written_anew():
    put(anja(geheim="7"))
    SecretAddress.objects.update(sealed=b"x" * 40)

    assert counts(anja(geheim="7")) == (0, 1, 0)
    assert SecretAddress.objects.get().address.postcode == "1315KA"


@pytest.mark.parametrize("new", [True, False])
def test_what_was_asked_about_a_number_goes_on(new):
    ResidentFactory(phone="+31612345678", hide_municipality=True, may_be_called=False)
    ResidentFactory(phone="+31612345678", call_from="10:00", call_until="11:00")
    if not new:
        put(anja())

    put(anja(telefoon="0612345678"))

    row = ResidentBsn.objects.get().resident
    assert (row.phone, row.may_be_called, row.hide_municipality) == ("+31612345678", False, True)
    assert str(row.call_from) == "10:00:00"


def test_a_bsn_that_a_colleague_writes_down_meanwhile_refuses_the_file(monkeypatch):
    put(anja())

    class Late:
        """The answer to a question asked before the colleague saved."""

        @staticmethod
        def filter(**wanted):
            return ResidentBsn.objects.none()

        bulk_create = ResidentBsn.objects.bulk_create

    class Table:
        objects = Late
        of = ResidentBsn.of

    monkeypatch.setattr(importing, "ResidentBsn", Table)
    with pytest.raises(RuleViolation, match="door iemand anders"):
        put(anja())
    assert Resident.objects.count() == 1


def test_a_file_that_changed_after_its_check_is_refused():
    file = io.BytesIO(extract(anja(), anja(bsn="1")))

    with pytest.raises(FileRefused, match="na de controle veranderd"):
        services.register_extract(file=file, faulty=frozenset(), today=TODAY, by=None)
    assert not Resident.objects.exists()


@pytest.mark.parametrize("size", [5, 20])
def test_a_batch_of_new_people_costs_the_same_whatever_its_size(size, django_assert_num_queries):
    people = [
        read_person(Line(2, 0, tuple(line.decode().strip().split(";"))), COLUMNS, today=TODAY)
        for line in list(crowd(size))[1:]
    ]
    with django_assert_num_queries(10):
        services.register_people(people=[each.person for each in people], by=None)


def test_the_trail_has_names_of_fields_and_never_a_value(known):
    put(anja(geheim="7"))

    rows = json.dumps(list(AuditEvent.objects.values("fields", "purpose", "object_id", "code")))
    for value in ("Berg", "999990019", "1315KA", "Anja"):
        assert value not in rows
