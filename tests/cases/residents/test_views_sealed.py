"""Opening what is closed: with a reason, on one page, and in the trail."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from audit.models import AuditEvent
from cases.models import Resident, ResidentBsn, SecretAddress
from cases.residents.forms.sealed import BsnField
from cases.residents.models import HiddenAddress
from cases.residents.services import change_bsn, seal_address
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.factories.cases import CallbackFactory, ResidentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
BSN = "999990019"
WHY = {"bsn-reason": "check", "adres-reason": "visit"}


@pytest.fixture
def page(cast, as_user):
    return as_user(cast.handler)


@pytest.fixture
def closed(cast, resident):
    change_bsn(resident_id=resident.pk, bsn=BSN, by=cast.handler)
    address = HiddenAddress("1315QX", 9, "", "danger")
    seal_address(resident_id=resident.pk, address=address, by=cast.handler)
    return resident


def url_of(name, resident):
    return reverse(name, args=[resident.pk])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("123456782", "123456782"),
        ("111222333", "111222333"),
        ("249566758", "249566758"),
        ("999992934", "999992934"),
        ("1234.56.782", "123456782"),
        ("1234 56 782", "123456782"),
        ("10000008", "010000008"),  # eight digits get their zero
        ("", ""),
    ],
)
def test_a_bsn_is_kept_as_nine_digits(typed, kept):
    assert BsnField(required=False).clean(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["123456789", "000000000", "00000000", "12345678", "1234567820", "abcdefghi", "١٢٣٤٥٦٧٨٢"],
)
def test_what_fails_the_eleven_test_is_refused(typed):
    with pytest.raises(ValidationError, match="BSN"):
        BsnField().clean(typed)


@pytest.mark.parametrize(
    ("name", "words", "code"),
    [
        ("resident-bsn-show", BSN, "resident.bsn_shown"),
        ("resident-address-show", "1315 QX 9", "resident.address_shown"),
    ],
)
def test_a_reason_opens_it_on_this_page_only(closed, page, name, words, code):
    answer = page.post(url_of(name, closed), WHY)

    assert words in text_of(answer)
    assert answer.headers["Cache-Control"] == "no-store"
    line = AuditEvent.objects.get(code=code)
    assert line.purpose in ("Controleren of dit de juiste persoon is", "Huisbezoek of afspraak")
    assert words not in text_of(page.get(url_of("resident-detail", closed)))


@pytest.mark.parametrize("name", ["resident-bsn-show", "resident-address-show"])
@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Kies een reden"),
        ({"reason": "other"}, "Schrijf kort op waarom"),
        ({"reason": "check", "explanation": "BSN 999990019"}, "geen nummers"),
        ({"reason": "check", "explanation": "999 990 019"}, "geen nummers"),
        ({"reason": "check", "explanation": "x" * 201}, "200"),
        ({"reason": "verzonnen"}, "geldige keuze"),
    ],
)
def test_without_a_good_reason_it_stays_closed(closed, page, name, sent, words):
    prefix = "bsn" if "bsn" in name else "adres"
    answer = page.post(url_of(name, closed), {f"{prefix}-{key}": sent[key] for key in sent})

    shown = text_of(answer)
    assert words in shown
    assert BSN not in shown
    assert "1315 QX" not in shown
    assert not AuditEvent.objects.filter(code__endswith="_shown").exists()


def test_the_form_of_the_bsn_never_shows_the_one_that_is_kept(closed, page):
    body = page.get(url_of("resident-bsn", closed)).content.decode()
    assert BSN not in body
    body = page.get(url_of("resident-secret-address", closed)).content.decode()
    assert "1315QX" not in body


def test_a_bsn_is_kept(resident, page):
    answer = page.post(url_of("resident-bsn", resident), {"bsn": "1234.56.782"}, follow=True)

    assert "•••••6782" in text_of(answer)
    assert ResidentBsn.objects.get(pk=resident.pk).number == "123456782"


def test_a_bsn_of_somebody_else_is_refused_and_stands_in_the_trail(cast, closed, noord, page):
    second = ResidentFactory()
    CallbackFactory(team=noord, resident=second, claimed=True, handler=cast.handler)

    answer = page.post(url_of("resident-bsn", second), {"bsn": BSN})

    assert "bij een andere inwoner" in errors_of(answer)["bsn"][0]
    assert closed.name not in text_of(answer)
    assert answers_in(answer)["bsn"] == BSN
    line = AuditEvent.objects.get(code="resident.bsn_in_use")
    assert line.object_id == str(second.pk)


def test_an_address_is_sealed_and_opened_up_again(resident, page):
    url = url_of("resident-secret-address", resident)
    sent = {"postcode": "1315 ka", "house_number": "77 B", "ground": "brp"}

    page_of = url_of("resident-detail", resident)
    assert page.post(url, sent, follow=True).redirect_chain == [(page_of, 302)]
    assert Resident.objects.get().address_secret
    assert SecretAddress.objects.get().address == HiddenAddress("1315KA", 77, "B", "brp")

    answer = page.post(url_of("resident-secrecy-lift", resident), {"reason": "check"}, follow=True)
    assert answer.redirect_chain == [(page_of, 302)]
    assert Resident.objects.get().address_line == "1315 KA 77B"


def test_an_unfinished_address_is_not_kept(resident, page):
    answer = page.post(url_of("resident-secret-address", resident), {"postcode": "1315KA"})

    assert set(errors_of(answer)) == {"house_number", "ground"}
    assert not Resident.objects.get().address_secret
    assert answers_in(answer)["postcode"] == "1315KA"


@pytest.mark.parametrize(
    ("name", "one", "other", "shown"),
    [
        ("resident-bsn", {"bsn": "999990044"}, {"bsn": "999990056"}, "999990056"),
        (
            "resident-secret-address",
            {"postcode": "1398 QX", "house_number": "7", "ground": "danger"},
            {"postcode": "1398 QZ", "house_number": "9", "ground": "danger"},
            "1398 QZ",
        ),
    ],
)
def test_two_tabs_do_not_replace_what_is_closed_unseen(
    cast, resident, as_user, name, one, other, shown
):
    page, url = as_user(cast.handler), url_of(name, resident)
    stale = {"version": answers_in(page.get(url))["version"]}
    assert page.post(url, one | stale).status_code == 302
    assert page.post(url, one | stale).status_code == 302  # a double click

    refused = page.post(url, other | stale)

    assert "intussen gewijzigd" in str(errors_of(refused))
    assert shown in refused.content.decode()
    again = other | {"version": answers_in(refused)["version"]}
    assert page.post(url, again).status_code == 302  # on purpose this time
