"""The forms: a number of a request in any writing, and only a file that was closed."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from budgets.bank.forms import AsideForm, ImportForm, MatchForm
from tests.factories.bank import a_line
from tests.factories.budgets import in_state

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("form", ["{0}", " {0} ", "mb {1}", "MB-{1}", "{1}", "MB00{1}"])
def test_a_number_is_read_in_any_writing(bank, form):
    text = form.format(bank.advance, bank.advance.pk)
    line = a_line(bank.controller)
    told = {"request_id": text, "amount": "1,00", "version": 1}
    found = MatchForm(told, line=line, by=bank.controller)

    assert found.is_valid(), found.errors
    assert found.cleaned_data == {"request_id": bank.advance.pk, "amount": 100, "version": 1}


def test_what_is_no_request_to_pay_is_refused(bank):
    line, waiting = a_line(bank.controller), in_state(bank, "waiting")
    for text in ("", "x", "MB-", "9999999", str(waiting), "١", "MB-1; DROP TABLE"):
        told = {"request_id": text, "amount": "1,00", "version": 1}
        assert "request_id" in MatchForm(told, line=line, by=bank.controller).errors, text


def test_the_amount_begins_as_what_is_left(bank):
    line = a_line(bank.controller, 12_345)

    assert MatchForm(line=line, by=bank.controller).initial["amount"] == 12_345
    assert AsideForm(line=line).initial == {"version": line.version}


def test_a_file_that_our_own_handler_did_not_close_is_refused():
    form = ImportForm(
        {"submission_key": uuid.uuid4()}, {"bank_file": SimpleUploadedFile("a", b"x")}
    )

    assert "Kies het bestand" in form.errors["bank_file"][0]
