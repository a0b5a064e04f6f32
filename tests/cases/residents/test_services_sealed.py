"""BSN and secret address: closed in storage, opened with a reason, found by nobody else."""

import base64

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from audit.errors import AuditUnavailable
from audit.models import AuditEvent
from cases.models import CallbackRequest, Resident, ResidentBsn, SecretAddress
from cases.residents.models import HiddenAddress
from cases.residents.services import (
    change_bsn,
    lift_secrecy,
    open_address,
    open_bsn,
    seal_address,
)
from cases.residents.services import sealed as sealed_services
from common.errors import RuleViolation
from tests.factories.cases import CallbackFactory, ResidentFactory

pytestmark = pytest.mark.django_db
BSN, OTHER = "999990019", "123456782"
HOME = HiddenAddress("1315KA", 77, "B", "danger")
NOT_THEIRS = (
    "team_worker",
    "team_manager",
    "outsider_worker",
    "contact_centre",
    "help_desk",
    "application_manager",
    "privacy_officer",
)


@pytest.fixture
def keep(cast, resident):
    def kept(bsn=BSN, **own):
        change_bsn(**{"resident_id": resident.pk, "bsn": bsn, "by": cast.handler} | own)

    return kept


def lines(code):
    return AuditEvent.objects.filter(code=code)


# --- BSN


def test_a_bsn_is_closed_in_its_row_and_opens_with_a_reason(cast, resident, keep):
    keep()

    row = ResidentBsn.objects.get(pk=resident.pk)
    assert BSN.encode() not in bytes(row.sealed) + row.mark.encode()
    assert row.masked == "•••••0019"
    opened = open_bsn(resident_id=resident.pk, reason="Controleren", by=cast.handler)
    assert opened.bsn == BSN
    line = lines("resident.bsn_shown").get()
    assert (line.purpose, line.rule) == ("Controleren", "own_resident:show_bsn")
    assert line.relation == "own_resident"
    assert BSN not in str(list(AuditEvent.objects.values()))


def test_a_value_copied_to_another_row_does_not_open(cast, resident, keep):
    keep()
    row, other = ResidentBsn.objects.get(), ResidentFactory()
    ResidentBsn.objects.create(resident=other, sealed=row.sealed, mark="x" * 64)

    assert ResidentBsn.objects.get(pk=other.pk).masked == "•" * 9


def test_with_another_key_nothing_opens_and_nothing_is_shown(cast, resident, keep, settings):
    keep()
    seal_address(resident_id=resident.pk, address=HOME, by=cast.handler)
    settings.DATA_KEY = base64.b64encode(b"another key of thirty-two bytes!").decode()

    assert ResidentBsn.objects.get().masked == "•" * 9
    for opening in (open_bsn, open_address):
        with pytest.raises(RuleViolation, match="nu niet worden geopend"):
            opening(resident_id=resident.pk, reason="Controleren", by=cast.handler)
    with pytest.raises(RuleViolation, match="nu niet worden geopend"):
        lift_secrecy(resident_id=resident.pk, reason="Controleren", by=cast.handler)
    assert Resident.objects.get(pk=resident.pk).address_secret


def test_a_number_of_somebody_else_is_refused_without_saying_whose(cast, noord, resident, keep):
    keep()
    second = ResidentFactory(name="Tweede Mens")
    CallbackFactory(team=noord, resident=second, claimed=True, handler=cast.handler)

    with pytest.raises(RuleViolation) as refused:
        keep(resident_id=second.pk)

    assert refused.value.field == "bsn"
    assert "al vastgelegd bij een andere inwoner" in str(refused.value)
    assert resident.name not in str(refused.value)
    assert not ResidentBsn.objects.filter(pk=second.pk).exists()


def test_the_database_itself_keeps_one_resident_per_number(keep):
    keep()

    with pytest.raises(IntegrityError), transaction.atomic():
        ResidentBsn.of(ResidentFactory().pk, BSN).save(force_insert=True)


def test_a_bsn_can_be_replaced_and_taken_away(cast, resident, keep):
    keep()
    keep(OTHER)
    assert open_bsn(resident_id=resident.pk, reason="x", by=cast.handler).bsn == OTHER

    keep("")
    assert not ResidentBsn.objects.exists()
    with pytest.raises(RuleViolation, match="niet vastgelegd"):
        open_bsn(resident_id=resident.pk, reason="x", by=cast.handler)


def test_the_same_number_again_writes_nothing(resident, keep):
    keep()
    keep()

    assert lines("resident.bsn_changed").count() == 1
    resident.refresh_from_db()
    assert resident.version == 2


@pytest.mark.parametrize("person", NOT_THEIRS)
def test_nobody_else_keeps_or_opens_anything(cast, resident, keep, person):
    keep()
    seal_address(resident_id=resident.pk, address=HOME, by=cast.handler)
    own = {"resident_id": resident.pk, "by": getattr(cast, person)}
    acts = (
        lambda: change_bsn(bsn=OTHER, **own),
        lambda: open_bsn(reason="x", **own),
        lambda: open_address(reason="x", **own),
        lambda: seal_address(address=HOME, **own),
        lambda: lift_secrecy(reason="x", **own),
    )
    for act in acts:
        with pytest.raises(PermissionDenied):
            act()


def test_when_the_work_is_done_the_number_is_closed_again(cast, resident, keep):
    keep()
    request = resident.callbacks.get()
    CallbackFactory(resident=resident, team=request.team, closed=True, handler=cast.handler)
    request.delete()

    with pytest.raises(PermissionDenied):
        open_bsn(resident_id=resident.pk, reason="x", by=cast.handler)


def test_a_manager_who_has_the_request_opens_nothing(cast, resident, keep):
    keep()
    CallbackRequest.objects.update(handler=cast.team_manager)

    with pytest.raises(PermissionDenied):
        open_bsn(resident_id=resident.pk, reason="x", by=cast.team_manager)


@pytest.mark.parametrize("opening", [open_bsn, open_address])
def test_without_a_line_nothing_opens(cast, resident, keep, monkeypatch, opening):
    def refuse(*args, **kwargs):
        raise AuditUnavailable

    keep()
    seal_address(resident_id=resident.pk, address=HOME, by=cast.handler)
    monkeypatch.setattr(sealed_services, "record", refuse)

    with pytest.raises(AuditUnavailable):
        opening(resident_id=resident.pk, reason="x", by=cast.handler)


# --- geheim adres


def test_a_secret_address_leaves_nothing_in_the_open(cast, resident):
    seal_address(resident_id=resident.pk, address=HOME, by=cast.handler)

    resident.refresh_from_db()
    assert (resident.address_secret, resident.address_line, resident.version) == (True, "", 2)
    request = resident.callbacks.get()
    assert (request.routing_reason, request.neighbourhood) == ("geheim adres, niet bewaard", None)
    assert b"1315KA" not in bytes(SecretAddress.objects.get().sealed)
    opened = open_address(resident_id=resident.pk, reason="Huisbezoek", by=cast.handler)
    assert opened.address == HOME
    assert (opened.address.line, opened.address.why) == ("1315 KA 77B", "Gevaar voor de inwoner")
    assert lines("resident.address_shown").get().purpose == "Huisbezoek"


def test_sealing_again_replaces_the_address(cast, resident):
    for number in (1, 2):
        address = HiddenAddress("1315KA", number, "", "brp")
        seal_address(resident_id=resident.pk, address=address, by=cast.handler)

    opened = open_address(resident_id=resident.pk, reason="x", by=cast.handler)
    assert opened.address.house_number == 2


def test_an_address_that_is_no_longer_secret_is_open_again(cast, resident):
    seal_address(resident_id=resident.pk, address=HOME, by=cast.handler)

    lift_secrecy(resident_id=resident.pk, reason="Gevaar is voorbij", by=cast.handler)

    resident.refresh_from_db()
    assert (resident.address_secret, resident.address_line) == (False, "1315 KA 77B")
    assert not SecretAddress.objects.exists()
    assert lines("resident.secrecy_lifted").get().purpose == "Gevaar is voorbij"
    with pytest.raises(RuleViolation, match="niet geheim"):
        lift_secrecy(resident_id=resident.pk, reason="x", by=cast.handler)


def test_of_who_was_marked_by_the_desk_there_is_no_address_to_open(cast, resident):
    Resident.objects.update(address_secret=True, postcode="", house_number=None, house_suffix="")

    with pytest.raises(RuleViolation, match="niet vastgelegd"):
        open_address(resident_id=resident.pk, reason="x", by=cast.handler)
    lift_secrecy(resident_id=resident.pk, reason="x", by=cast.handler)
    assert not Resident.objects.get(pk=resident.pk).address_secret
