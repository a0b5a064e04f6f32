"""Lists the municipality keeps: the file fills an empty table and leaves people's edits alone."""

import pytest
from django.apps import apps

from cases.models import CallbackNorm, CallbackOutcome, CallbackSubject
from common.reference import faults, reference_models, sync

pytestmark = pytest.mark.django_db


def test_sync_fills_an_empty_list_in_the_order_of_the_file():
    added = sync(CallbackNorm)

    assert added == ["callbacknorm:spoed", "callbacknorm:normaal", "callbacknorm:ruim"]
    assert list(CallbackNorm.objects.values_list("code", "hours", "days", "remind_minutes")) == [
        ("spoed", 2, None, 60),
        ("normaal", None, 1, 120),
        ("ruim", None, 3, 240),
    ]


def test_sync_twice_adds_nothing():
    sync(CallbackSubject)

    assert sync(CallbackSubject) == []


def test_sync_leaves_what_people_changed():
    sync(CallbackOutcome)
    CallbackOutcome.objects.filter(code="melding").update(label="Aanmelding", is_active=False)
    CallbackOutcome.objects.filter(code="dubbel").delete()

    assert sync(CallbackOutcome) == ["callbackoutcome:dubbel"]
    kept = CallbackOutcome.objects.get(code="melding")
    assert (kept.label, kept.is_active) == ("Aanmelding", False)


def test_a_dry_run_only_says_what_it_would_add():
    assert len(sync(CallbackNorm, dry_run=True)) == 3
    assert not CallbackNorm.objects.exists()


def test_a_retired_row_is_no_longer_offered_and_keeps_its_text():
    sync(CallbackSubject)
    CallbackSubject.objects.filter(code="geld").update(is_active=False)

    offered = CallbackSubject.objects.in_use()

    assert "geld" not in offered.values_list("code", flat=True)
    assert str(CallbackSubject.objects.get(code="geld")) == "Geld en schulden"


@pytest.mark.parametrize("model", reference_models(), ids=lambda model: model.__name__)
def test_every_list_has_a_file_that_loads(model):
    for field in model._meta.fields:
        if field.is_relation:  # a list may name rows of another list
            sync(field.related_model)
    assert sync(model)
    assert sync(model) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (None, ["cases/reference/callbacksubject.csv ontbreekt"]),
        ("code,label\ngeld,Geld\n", []),
        ("code\ngeld\n", ["cases/reference/callbacksubject.csv: mist kolom label"]),
        (
            "code,label\ngeld,Geld\ngeld,Nog eens\n",
            ["cases/reference/callbacksubject.csv: code geld staat er dubbel"],
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path, monkeypatch, text, found):
    (tmp_path / "reference").mkdir()
    if text is not None:
        (tmp_path / "reference" / "callbacksubject.csv").write_text(text)
    monkeypatch.setattr(apps.get_app_config("cases"), "path", str(tmp_path))

    assert faults(CallbackSubject) == found
