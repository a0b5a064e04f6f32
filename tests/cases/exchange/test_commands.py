"""The two commands: what they say, the file they leave, and what they refuse."""

import io
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from cases.exchange.services import exporting
from cases.management.commands import import_contacts
from cases.models import Contact
from tests.cases.exchange.conftest import exported, rows, wipe
from tests.factories.cases import MONDAY


@pytest.fixture
def later(town, time_machine):
    """An hour after the last call: what ends in the future cannot be read in."""
    time_machine.move_to(MONDAY + timedelta(hours=1), tick=False)


def run(*arguments):
    out = io.StringIO()
    call_command(*map(str, arguments), stdout=out)
    return out.getvalue()


def test_out_and_in_again(later, tmp_path):
    file, before = tmp_path / "uit.jsonl", rows()

    said = run("export_contacts", file)

    assert said == f"7 klantcontacten, 3 terugbelverzoeken geschreven naar {file}.\n"
    assert file.read_bytes() == exported()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["uit.jsonl"]
    wipe()
    rehearsal = run("import_contacts", file, "--dry-run")
    assert rehearsal == "7 nieuw, 0 ongewijzigd. Proef: er is niets gewijzigd.\n"
    assert run("import_contacts", file) == "7 nieuw, 0 ongewijzigd.\n"
    assert rows() == before
    assert run("import_contacts", file) == "0 nieuw, 7 ongewijzigd.\n"


def test_every_fault_is_printed_and_nothing_is_read_in(later, tmp_path):
    file = tmp_path / "in.jsonl"
    file.write_bytes(exported() + b"{}\n{\n")
    wipe()

    with pytest.raises(CommandError) as stopped:
        run("import_contacts", file)

    assert stopped.value.returncode == 1
    assert str(stopped.value).splitlines() == [
        "Regel 8: klantcontact ontbreekt.",
        "Regel 9: dit is geen JSON (bij teken 2).",
        "Het bestand heeft 2 fout(en); er is niets ingelezen.",
    ]
    assert not Contact.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--from", "1-12-2026"], "“1-12-2026” is geen datum als 2026-12-01."),
        (["--until", "morgen"], "“morgen” is geen datum als 2026-12-01."),
        (["--desk", "weg"], "Er is geen klantcontactcentrum met de code “weg”."),
        (["--desk", "team-noord"], "Er is geen klantcontactcentrum met de code “team-noord”."),
    ],
)
def test_an_export_that_makes_no_sense_writes_nothing(noord, tmp_path, arguments, words):
    with pytest.raises(CommandError, match=words):
        run("export_contacts", tmp_path / "uit.jsonl", *arguments)

    assert list(tmp_path.iterdir()) == []


def test_the_choice_of_days_and_desk(town, tmp_path):
    file = tmp_path / "uit.jsonl"

    said = run("export_contacts", file, "--from", "2026-11-24", "--desk", "kcc")

    assert said.startswith("0 klantcontacten")
    assert file.read_bytes() == b""


def test_an_export_that_breaks_off_leaves_no_half_file(town, tmp_path, monkeypatch):
    old = tmp_path / "uit.jsonl"
    old.write_bytes(b"van gisteren")

    def full(_value):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exporting, "to_line", full)
    with pytest.raises(CommandError, match="kan niet worden geschreven"):
        run("export_contacts", old)

    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"van gisteren"]


def test_a_folder_is_no_file(db, tmp_path):
    with pytest.raises(CommandError, match="is een map"):
        run("export_contacts", tmp_path)
    with pytest.raises(CommandError, match="kan niet worden geschreven"):
        run("export_contacts", tmp_path / "weg" / "uit.jsonl")
    with pytest.raises(CommandError, match="kan niet worden gelezen"):
        run("import_contacts", tmp_path)


def test_a_file_that_is_not_there_or_too_large(db, tmp_path, monkeypatch):
    with pytest.raises(CommandError, match="kan niet worden gelezen"):
        run("import_contacts", tmp_path / "weg.jsonl")
    file = tmp_path / "in.jsonl"
    file.write_bytes(b"{}\n")
    monkeypatch.setattr(import_contacts, "LARGEST_FILE", 2)
    with pytest.raises(CommandError, match="is groter dan 0 MB"):
        run("import_contacts", file)


def test_somebody_who_does_not_exist_cannot_stand_in(db, tmp_path):
    file = Path(tmp_path / "in.jsonl")
    file.write_bytes(b"")

    with pytest.raises(CommandError, match="gebruikersnaam “wie”"):
        run("import_contacts", file, "--employee", "wie")
    assert run("import_contacts", file) == "0 nieuw, 0 ongewijzigd.\n"
