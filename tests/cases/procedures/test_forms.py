"""The form judges what it can and hands the act what it wants."""

import uuid

import pytest

from cases.procedures.forms import ShortProcedureForm
from cases.procedures.models import HolderType, LegalItem
from tests.cases.procedures.pages import TOLD

KEY = {"submission_key": str(uuid.uuid4())}


@pytest.fixture(autouse=True)
def _lists(callback):
    """Holder types and leefgebieden."""


def test_a_full_form_is_an_act(callback):
    told = {"holder_type": HolderType.objects.earliest("pk").pk, "item_d": ""}
    form = ShortProcedureForm(
        TOLD | KEY | told | {"reason_d": "Al in beeld."}, resident=callback.resident
    )

    assert form.is_valid(), form.errors
    handed = form.cleaned_data["handed_in"]
    assert handed.checks["d"] == "Al in beeld."
    assert handed.checks["a"] == ""
    assert handed.known["wonen"] == "Kan de trap niet op."
    assert form.cleaned_data["melding"].reporter_name == "Van Loon (Zorggroep)"


@pytest.mark.parametrize("item", LegalItem.values)
def test_neither_and_both_are_refused(callback, item):
    neither = ShortProcedureForm(TOLD | KEY | {f"item_{item}": ""}, resident=callback.resident)
    both = ShortProcedureForm(
        TOLD | KEY | {f"reason_{item}": "Toch niet."}, resident=callback.resident
    )

    assert "of schrijf op waarom niet" in str(neither.errors[f"reason_{item}"])
    assert "Kies één van de twee" in str(both.errors[f"reason_{item}"])


def test_the_nine_neutral_leefgebieden_are_asked(callback):
    names = [
        name
        for name in ShortProcedureForm(resident=callback.resident).fields
        if name.startswith("known_")
    ]

    assert len(names) == 9
    assert "known_justitie" not in names


def test_a_retired_kind_of_professional_is_not_offered(callback):
    form = ShortProcedureForm(resident=callback.resident)
    kinds = form.fields["holder_type"].queryset
    kinds.filter(code="huisarts").update(is_active=False)

    assert (
        not ShortProcedureForm(resident=callback.resident)
        .fields["holder_type"]
        .queryset.filter(code="huisarts")
        .exists()
    )
