"""Add and withdraw: by who works in it, once, with a line in the dossier; verdicts once."""

import uuid
from datetime import timedelta
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from audit.models import AuditEvent
from cases.documents import services
from cases.documents.models import Document
from cases.documents.scanning import Verdict
from cases.documents.storing import open_bytes, place_of
from cases.dossiers.models import ResidentFile
from clusters.models import Notice
from common.errors import RuleViolation
from tests.cases.documents.conftest import on_disk
from tests.factories.cases import MONDAY
from tests.factories.documents import PDF, DocumentFactory, docx, upload
from tests.factories.dossiers import FileColleagueFactory, FileFactory

DAY = timedelta(days=1)


def add(file, by, document=None, **own):
    told = {"submission_key": uuid.uuid4(), "kind": "letter", "words": "", "dated_on": None}
    document = document or upload()
    return services.add_document(file_id=file.pk, document=document, by=by, **told | own)


def withdraw(document, by, words="Van iemand anders."):
    return services.withdraw_document(
        file_id=document.file_id, document_id=document.pk, words=words, by=by
    )


def lines(file):
    rows = file.lines.select_related("file").order_by("pk")
    return [(line.kind, line.words) for line in rows]


def test_a_document_is_added_once_and_opens_again(file, cast, folder):
    key = uuid.uuid4()
    day = MONDAY.date() - DAY
    own = {"submission_key": key, "words": "Van de huisarts.", "dated_on": day}
    made = add(file, cast.handler, **own)
    assert add(file, cast.handler, **own) == made

    assert (made.name, made.words, made.dated_on, made.media) == (
        "brief.pdf",
        "Van de huisarts.",
        day,
        "pdf",
    )
    with open_bytes(made) as opened:
        assert opened.read() == PDF
    assert len(on_disk(folder)) == 1
    assert lines(file) == [("document", "Brief: brief.pdf")]
    assert AuditEvent.objects.filter(code="document.added").count() == 1


def test_a_name_without_an_end_gets_one(file, cast):
    assert add(file, cast.handler, upload(docx(), "verslag")).name == "verslag.docx"


@pytest.mark.parametrize(
    ("document", "why"),
    [
        (lambda: upload(PDF, "../../x.exe"), "De naam eindigt op .exe"),
        (lambda: upload(b"<svg><script>alert(1)</script></svg>", "tekening.svg"), "webpagina"),
        (lambda: upload(b"", "leeg.pdf"), "leeg"),
        (lambda: upload(docx({"x": b"\0" * 20_000_000}), "bom.docx"), "ingepakt"),
    ],
)
def test_what_is_refused_leaves_no_file_and_no_row(file, cast, folder, document, why):
    with pytest.raises(RuleViolation, match=why) as broken:
        add(file, cast.handler, document())
    assert broken.value.field == "document"
    assert on_disk(folder) == []
    assert not Document.objects.exists()


def test_what_the_handler_refused_is_refused_here_too(file, cast, folder):
    document = upload()
    document.refusal = "Dit bestand is groter dan 20 MB."
    with pytest.raises(RuleViolation, match="groter dan 20 MB"):
        add(file, cast.handler, document)
    assert on_disk(folder) == []


def test_a_day_to_come_is_refused(file, cast):
    with pytest.raises(RuleViolation) as broken:
        add(file, cast.handler, dated_on=MONDAY.date() + DAY)
    assert broken.value.field == "dated_on"


def test_a_key_of_another_dossier_is_no_key_here(document, cast, noord):
    other = FileFactory(team=noord, director=cast.handler)
    with pytest.raises(RuleViolation, match="verouderd"):
        add(other, cast.handler, submission_key=document.uuid)


@pytest.mark.parametrize("person", ["team_worker", "team_manager", "outsider_worker"])
def test_who_does_not_work_in_it_does_nothing(document, cast, person):
    by = getattr(cast, person)
    for doing in (partial(add, document.file), partial(withdraw, document)):
        with pytest.raises((PermissionDenied, ResidentFile.DoesNotExist)):
            doing(by)
    assert Document.objects.count() == 1


def test_a_closed_dossier_takes_none(cast, noord):
    file = FileFactory(team=noord, director=cast.handler, closed=True)
    with pytest.raises(RuleViolation, match="afgesloten"):
        add(file, cast.handler)
    with pytest.raises(RuleViolation, match="afgesloten"):
        withdraw(DocumentFactory(file=file), cast.handler)


def test_it_is_withdrawn_once_with_a_reason_and_its_bytes_stay(document, cast):
    FileColleagueFactory(file=document.file, employee=cast.team_worker)
    with pytest.raises(RuleViolation) as broken:
        withdraw(document, cast.team_worker, words="  ")
    assert broken.value.field == "words"
    for _ in range(2):
        withdraw(document, cast.team_worker)

    found = Document.objects.select_related("file").get()
    assert (found.withdrawn_by, found.why_withdrawn) == (cast.team_worker, "Van iemand anders.")
    assert place_of(found.token).exists()
    assert lines(document.file) == [("doc_gone", "Brief: brief.pdf\nVan iemand anders.")]
    with pytest.raises(RuleViolation, match="al in"):
        withdraw(document, cast.handler, words="Iets anders.")


def test_a_document_of_another_dossier_is_not_found_here(document, cast, noord):
    other = FileFactory(team=noord, director=cast.handler)
    with pytest.raises(Document.DoesNotExist):
        services.withdraw_document(
            file_id=other.pk, document_id=document.pk, words="x", by=cast.handler
        )


def test_with_a_scanner_it_waits_and_without_one_that_is_said(file, cast, settings):
    assert add(file, cast.handler).scan == "unscanned"
    settings.DOCUMENT_SCANNER = "cases.documents.scanning.clamd"
    made = add(file, cast.handler)
    assert (made.scan, made.can_be_opened) == ("waiting", False)


def test_a_virus_throws_the_bytes_away_and_the_row_stays(
    file, cast, django_capture_on_commit_callbacks
):
    document = DocumentFactory(file=file, waiting=True, name="Geheim.pdf")
    with django_capture_on_commit_callbacks(execute=True):
        told = {"document_id": document.pk, "verdict": Verdict.INFECTED, "at": MONDAY}
        assert [services.settle_scan(**told) for _ in range(2)] == [True, False]

    document.refresh_from_db()
    assert (document.scan, document.scanned_at) == ("infected", MONDAY)
    assert not place_of(document.token).exists()
    notice = Notice.objects.get()
    assert notice.person == cast.handler
    assert "Geheim" not in notice.text
    assert AuditEvent.objects.filter(code="document.infected").count() == 1


def test_what_is_clean_stays_clean(file):
    document = DocumentFactory(file=file, waiting=True)
    services.settle_scan(document_id=document.pk, verdict=Verdict.CLEAN, at=MONDAY)
    assert not services.settle_scan(document_id=document.pk, verdict=Verdict.INFECTED, at=MONDAY)
    document.refresh_from_db()
    assert document.can_be_opened
    assert place_of(document.token).exists()


def test_an_act_that_fails_leaves_at_most_a_file_nobody_knows(file, cast, folder):
    """The file is whole on disk before its row: what a crash leaves is swept up (test_worker)."""
    with transaction.atomic():
        add(file, cast.handler)
        transaction.set_rollback(True)
    assert not Document.objects.exists()
    assert len(on_disk(folder)) == 1
