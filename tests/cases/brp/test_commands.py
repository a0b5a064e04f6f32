"""``manage.py import_residents``: the report, the percentage, and all of a file or nothing."""

import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from audit.models import AuditEvent
from cases.brp import services
from cases.management.commands import import_residents
from cases.models import Resident, ResidentBsn
from common.errors import RuleViolation
from tests.cases.brp.extracts import anja, bsn_of, crowd, extract

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
WRONG = (anja(), anja(bsn="123456789"), anja(bsn=bsn_of(1), geslacht="?"))
REPORT = (
    "Regel 3, bsn: Dit is geen geldig BSN. Controleer de cijfers.\n"
    "Regel 4, geslacht: Dit moet een van deze letters zijn: M, V, O.\n"
    "3 regels, waarvan 2 fout.\n"
)


def test_a_file_becomes_residents_and_one_line_in_the_trail(read_in):
    said = read_in(anja(), anja(bsn=bsn_of(1)))

    assert said.report == (
        "2 regels, waarvan 0 fout.\n2 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 overgeslagen.\n"
    )
    assert Resident.objects.count() == ResidentBsn.objects.count() == 2
    line = AuditEvent.objects.get(code="residents.imported")
    assert line.purpose == "2 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 overgeslagen"
    assert AuditEvent.objects.filter(code="resident.created").count() == 2


def test_with_a_faulty_line_nothing_is_read_in(read_in):
    with pytest.raises(CommandError, match="Er is niets ingelezen") as refused:
        read_in(*WRONG)

    assert "--skip-faulty" in str(refused.value)
    assert not Resident.objects.exists()
    assert not AuditEvent.objects.exists()


def test_faulty_lines_are_skipped_when_asked_and_all_reported(read_in):
    said = read_in(*WRONG, options=("--skip-faulty",))

    assert said.report == REPORT + "1 nieuw, 0 gewijzigd, 0 ongewijzigd, 2 overgeslagen.\n"
    assert Resident.objects.count() == 1


def test_a_rehearsal_reports_and_changes_nothing(read_in):
    said = read_in(*WRONG, options=("--dry-run",))

    assert said.report == REPORT + "Proef: er is niets gewijzigd.\n"
    assert not Resident.objects.exists()
    assert not AuditEvent.objects.exists()


def test_a_bsn_that_stands_twice_is_wrong_on_both_lines(read_in):
    people = (anja(), anja(bsn=bsn_of(1)), anja(bsn="9999.90.019"))
    said = read_in(*people, options=("--skip-faulty",))

    assert "Regel 2, bsn: Dit BSN staat ook op een andere regel.\nRegel 4, bsn: " in said.report
    assert ResidentBsn.objects.get().number == bsn_of(1)


def test_a_double_counts_also_when_one_of_the_lines_is_wrong_otherwise(read_in):
    said = read_in(anja(geslacht="?"), anja(), options=("--skip-faulty",))

    assert "2 regels, waarvan 2 fout." in said.report
    assert not Resident.objects.exists()


def test_it_says_how_far_it_is(read_in):
    said = read_in(b"".join(crowd(3_000)))

    assert [line.split(":")[0] for line in said.progress.splitlines()] == [
        "Controleren",
        "Controleren",
        "Controleren",
        *["Inlezen"] * 6,
    ]
    assert said.progress.splitlines()[-1] == "Inlezen: 100 %"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "geen kop"),
        (b"naam;adres\n1;2\n", "ontbreekt: bsn"),
        (extract(), "geen regels na de kop"),
        (extract(anja(geslachtsnaam="Özil")).decode().encode("cp1252"), "Windows-1252"),
        (extract(anja()).decode().encode("utf-16"), "UTF-16"),
    ],
)
def test_a_file_that_is_no_extract_is_refused_whole(read_in, body, words):
    with pytest.raises(CommandError, match=words):
        read_in(body, options=("--skip-faulty",))
    assert not Resident.objects.exists()


def test_a_file_of_a_spreadsheet_with_a_mark_in_front_and_commas_is_read(read_in):
    body = b"\xef\xbb\xbf" + extract(anja(geslachtsnaam="Gözübüyük, de"), delimiter=",")

    read_in(body)

    assert Resident.objects.get().family_name == "Gözübüyük, de"


def test_a_file_that_is_not_there_or_too_large_is_refused(tmp_path, monkeypatch):
    with pytest.raises(CommandError, match="kan niet worden gelezen"):
        call_command("import_residents", str(tmp_path / "weg.csv"))
    monkeypatch.setattr(import_residents, "LARGEST_FILE", 10)
    (tmp_path / "groot.csv").write_bytes(extract(anja()))
    with pytest.raises(CommandError, match="is groter dan"):
        call_command("import_residents", str(tmp_path / "groot.csv"))


@pytest.mark.parametrize(
    ("limit", "words"), [("MOST_LINES", "meer dan 2 regels"), ("MOST_FAULTS", "meer dan 2 fouten")]
)
def test_too_much_of_anything_is_refused(read_in, monkeypatch, limit, words):
    monkeypatch.setattr(f"cases.brp.checking.{limit}", 2)

    with pytest.raises(CommandError, match=words):
        read_in(*(anja(bsn="1", geslacht="?") for _ in range(3)))


def test_when_it_breaks_halfway_nothing_is_there(monkeypatch):
    monkeypatch.setattr("cases.brp.services.importing.BATCH", 10)
    tells = []

    def break_in_the_third(done):
        tells.append(done)
        if len(tells) == 3:
            raise RuleViolation("Stop.")

    file = io.BytesIO(b"".join(crowd(50)))
    with pytest.raises(RuleViolation, match="Stop"):
        services.register_extract(
            file=file, faulty=frozenset(), today=TODAY, by=None, tell=break_in_the_third
        )
    assert len(tells) == 3
    assert not Resident.objects.exists()
    assert not AuditEvent.objects.exists()
