"""The form takes only a file that our own handler closed, and says what is missing."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.documents.forms import CHOOSE, DocumentForm, WithdrawForm
from tests.factories.documents import PDF, upload


def form(files=None, **own):
    told = {"submission_key": uuid.uuid4(), "kind": "letter", "words": "", "dated_on": ""}
    return DocumentForm(told | own, {"document": upload()} if files is None else files)


def test_a_file_and_its_kind_are_enough():
    found = form()
    assert found.is_valid(), found.errors
    assert found.cleaned_data["document"].name == "brief.pdf"


def test_a_file_that_came_in_another_way_is_no_file():
    found = form({"document": SimpleUploadedFile("a.pdf", PDF)})
    assert found.errors == {"document": [CHOOSE]}


def test_no_file_and_an_empty_one_are_told_apart():
    assert form({}).errors == {"document": [CHOOSE]}
    assert form({"document": upload(b"")}).errors == {"document": ["Dit bestand is leeg."]}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": ""}, "kind"),
        ({"kind": "film"}, "kind"),
        ({"words": "x" * 1001}, "words"),
        ({"dated_on": "31-02-2026"}, "dated_on"),
        ({"submission_key": ""}, "submission_key"),
    ],
)
def test_what_cannot_be(wrong, field):
    assert form(**wrong).errors.keys() == {field}


def test_withdrawing_needs_a_reason():
    assert WithdrawForm({"words": " "}).errors.keys() == {"words"}
