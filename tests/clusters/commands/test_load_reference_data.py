from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from clusters.models import Cluster, Specialism
from common import reference
from common.reference import faults, reference_models


def run(command="load_reference_data", **options):
    out = StringIO()
    call_command(command, stdout=out, **options)
    return out.getvalue().splitlines()


@pytest.mark.django_db
def test_load_reference_data_fills_lists_and_the_organisation_once():
    lines = run()

    assert {"specialism:lvb", "cluster:HAV"} <= set(lines)
    assert all(model.objects.exists() for model in reference_models())
    assert run() == []


@pytest.mark.django_db
def test_load_reference_data_keeps_what_the_administrator_changed():
    run()
    Specialism.objects.filter(code="lvb").update(label="Anders", is_active=False)

    run()

    row = Specialism.objects.get(code="lvb")
    assert (row.label, row.is_active) == ("Anders", False)


@pytest.mark.django_db
def test_load_organisation_dry_run_prints_and_leaves_nothing():
    assert "cluster:HAV" in run("load_organisation", dry_run=True)
    assert not Cluster.objects.exists()


def test_check_needs_no_database_and_finds_the_files_sound():
    assert run(check=True) == []


def test_check_names_what_is_wrong_with_a_file(monkeypatch):
    rows = [{"code": "a"}, {"code": "a"}]
    monkeypatch.setattr(reference, "_rows", lambda model: rows)

    found = faults(Specialism)

    assert found == [
        "clusters/reference/specialism.csv: mist kolom label",
        "clusters/reference/specialism.csv: code a staat er dubbel",
    ]
    with pytest.raises(CommandError, match="mist kolom label"):
        run(check=True)


def test_check_names_a_file_that_is_missing(monkeypatch):
    monkeypatch.setattr(Specialism._meta, "model_name", "nergens")

    assert faults(Specialism) == ["clusters/reference/nergens.csv ontbreekt"]
