"""What a form makes of what was typed: nothing lost, and only choices that can be."""

import uuid
from decimal import Decimal

import pytest

from cases.decisions.forms import (
    DraftForm,
    FileForm,
    ObjectionForm,
    OfferForm,
    PassForm,
    PauseForm,
    PostponeForm,
    ProvisionForm,
)
from cases.decisions.models import Application
from clusters.models import Role
from tests.factories.clusters import MembershipFactory, TeamFactory
from tests.factories.mandates import MandateFactory, ProductFactory, ProviderFactory


def product_told(**own):
    return {
        "submission_key": str(uuid.uuid4()),
        "is_granted": "ja",
        "product": ProductFactory().pk,
        "volume": "2,5",
        "frequency": "week",
        "since": "2026-11-23",
        "until": "",
        "form": "zin",
        "provider": ProviderFactory().pk,
        "yearly_euros": "",
    } | own


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2,5", Decimal("2.5")),
        ("2.5", Decimal("2.5")),
        ("3", Decimal(3)),
        ("1.000,50", Decimal("1000.5")),
    ],
)
def test_a_volume_is_read_as_the_dutch_write_it(db, typed, read):
    form = ProvisionForm(product_told(volume=typed))

    assert form.is_valid(), form.errors
    assert form.cleaned_data["granted"].volume == read


@pytest.mark.parametrize("typed", ["0", "-1", "1e9", "2,555", "veel", "NaN", ""])
def test_a_volume_that_cannot_be_is_refused(db, typed):
    assert "volume" in ProvisionForm(product_told(volume=typed)).errors


@pytest.mark.parametrize(("typed", "cents"), [("", None), ("1200", 120000), ("0,05", 5)])
def test_costs_become_cents(db, typed, cents):
    form = ProvisionForm(product_told(yearly_euros=typed))

    assert form.is_valid(), form.errors
    assert form.cleaned_data["granted"].yearly_cents == cents


def test_only_products_in_use_are_offered(db):
    gone = ProductFactory(is_active=False)

    assert "product" in ProvisionForm(product_told(product=gone.pk)).errors


def draft_form(told, **own):
    return DraftForm(told, application=Application(**own), decision=None)


def test_a_draft_knows_its_version(db):
    form = draft_form({"version": "3", "outcome": "granted", "motivation": "Ja."})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["version"] == 3
    assert form.cleaned_data["draft"].motivation == "Ja."
    form.show_version(4)
    assert form.data["version"] == "4"


def test_too_long_a_motivation_is_refused_and_kept(db):
    words = "x" * 10_001
    form = draft_form({"version": "0", "outcome": "granted", "motivation": words})

    assert set(form.errors) == {"motivation"}
    assert form["motivation"].value() == words


@pytest.mark.parametrize(
    ("own", "offered", "asks_ground", "asks_day"),
    [
        ({}, ["granted", "partly", "refused", "not_taken"], True, False),
        (
            {"ground": "revision", "revision_ground": "request"},
            ["changed", "withdrawn", "refused", "not_taken"],
            True,
            True,
        ),
        (
            {"ground": "revision", "revision_ground": "no_need"},
            ["changed", "withdrawn"],
            False,
            True,
        ),
    ],
)
def test_only_what_fits_is_offered(own, offered, asks_ground, asks_day):
    form = draft_form(None, **own)

    assert [value for value, _ in form.fields["outcome"].choices] == offered
    assert ("refusal" in form.fields) is asks_ground
    assert ("effective_on" in form.fields) is asks_day


def test_a_revision_does_not_begin_at_a_melding():
    offered = [value for value, _ in FileForm().fields["ground"].choices]

    assert offered == ["report", "form", "six_weeks", "urgent"]


@pytest.mark.parametrize("weeks", ["0", "7", "x", ""])
def test_a_postponement_is_one_to_six_weeks(weeks):
    assert "weeks" in PostponeForm({"weeks": weeks}).errors


@pytest.mark.parametrize("missing", ["ground", "asked_on", "until_on", "words", "submission_key"])
def test_a_pause_needs_everything(missing):
    told = {
        "submission_key": str(uuid.uuid4()),
        "ground": "incomplete",
        "asked_on": "2026-11-23",
        "until_on": "2026-11-30",
        "words": "Uw polis.",
    }

    assert PauseForm(told).is_valid()
    assert set(PauseForm(told | {missing: ""}).errors) == {missing}


def test_an_objection_is_one_thing_for_the_act():
    told = {"submission_key": str(uuid.uuid4()), "received_on": "2026-11-23", "words": "Nee."}
    form = ObjectionForm(told)

    assert form.is_valid()
    assert set(form.cleaned_data) == {"submission_key", "received"}
    assert form.cleaned_data["received"].with_committee is False


def test_only_colleagues_with_a_mandate_can_be_second(application, cast):
    MandateFactory(holder=cast.team_worker)
    MandateFactory(holder=cast.handler)
    MandateFactory(holder=cast.outsider_worker)

    form = OfferForm(application=application)

    assert list(form.fields["second"].queryset) == [cast.team_worker]


def test_it_goes_to_the_own_team_or_the_stadhuis(application, noord, cast):
    hall = TeamFactory(code="stadhuis", kind="city_hall_team")
    worker = MembershipFactory(role=Role.CITY_HALL_TEAM, team=hall).user

    form = PassForm(application=application)

    offered = set(form.fields["desk"].queryset)
    assert {noord, hall} <= offered
    assert all(team.kind != "contact_centre" for team in offered)
    assert cast.elsewhere not in offered
    assert worker in form.fields["person"].queryset
