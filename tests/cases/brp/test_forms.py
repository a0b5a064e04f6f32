"""The form takes only a file that our own handler closed."""

import uuid

from django.core.files.uploadedfile import SimpleUploadedFile

from cases.brp.forms import CHOOSE, StartForm, UploadForm


def test_a_file_that_came_in_another_way_is_no_file():
    file = SimpleUploadedFile("a.csv", b"bsn\n")
    form = UploadForm({"submission_key": uuid.uuid4()}, {"extract": file})

    assert form.errors == {"extract": [CHOOSE]}


def test_a_form_without_a_key_is_out_of_date():
    assert "submission_key" in UploadForm({}, {}).errors


def test_start_asks_which_report_was_read():
    assert StartForm({"version": "0"}).errors.keys() == {"version"}
    form = StartForm({"version": "3"})
    assert form.is_valid()
    assert form.cleaned_data == {"version": 3, "skip_faulty": False}
