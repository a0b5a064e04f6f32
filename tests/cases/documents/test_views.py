"""The pages: upload, open and withdraw; who gets what, with which headers, and nothing lost."""

import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from cases.documents.models import Document
from cases.documents.storing import place_of
from tests.cases.callbacks.pages import ODD, answers_in, errors_of, text_of
from tests.cases.documents.conftest import on_disk
from tests.factories.cases import MONDAY
from tests.factories.documents import PDF, DocumentFactory, docx, exif, jpeg
from tests.factories.dossiers import FileColleagueFactory, FileFactory

CANARY = "Kanarieindocument"


def url(name, *args):
    return reverse(f"document-{name}", args=args)


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


def sent(body=PDF, name="brief.pdf", **own):
    told = {"submission_key": str(uuid.uuid4()), "kind": "letter", "words": "", "dated_on": ""}
    return told | {"document": SimpleUploadedFile(name, body)} | own


def body_of(response):
    return b"".join(response.streaming_content)


def test_from_the_dossier_to_a_document_and_back(worker, file, settings):
    page = worker.get(reverse("file-detail", args=[file.pk])).content.decode()
    assert url("panel", file.pk) in page
    assert url("new", file.pk) in worker.get(url("panel", file.pk)).content.decode()
    assert "Wat u kunt toevoegen" in text_of(worker.get(url("new", file.pk)))

    form = sent(name="Brief van de huisarts.pdf", words="Over de heup.", dated_on="2026-11-20")
    listed = worker.post(url("new", file.pk), form, follow=True)
    document = Document.objects.get()
    for part in ("Brief van de huisarts.pdf", "Over de heup.", "20-11-2026", "Niet gescand"):
        assert part in text_of(listed)
    assert url("open", file.pk, document.pk) in listed.content.decode()
    assert "Brief van de huisarts.pdf" in text_of(worker.get(url("panel", file.pk)))
    assert on_disk(settings.UPLOAD_DIR) == []  # what came in is gone with the request


def test_it_is_served_as_something_to_save(worker, file):
    document = DocumentFactory(file=file, name="Brief “één”.pdf")
    response = worker.get(url("open", file.pk, document.pk))

    assert body_of(response) == PDF
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''Brief")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("sandbox")
    assert response["Cache-Control"] == "no-store"
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Length"] == str(len(PDF))
    event = AuditEvent.objects.get(code="document.read")
    assert event.object_id == str(document.pk)
    assert AuditSubject.objects.get(event=event).resident_id == file.resident_id


def test_no_log_no_document(worker, document, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("trail")

    monkeypatch.setattr("cases.documents.views.finding.record_view", broken)
    with pytest.raises(RuntimeError):
        worker.get(url("open", document.file_id, document.pk))


@pytest.mark.parametrize(
    ("body", "name", "why"),
    [
        (PDF, "../../x.exe", "De naam eindigt op .exe"),
        (b'<svg onload="alert(1)"><script>alert(1)</script></svg>', "x.svg", "webpagina"),
        (docx({"nul": b"\0" * 20_000_000}), "bom.docx", "ingepakt"),
        (docx({"word/vbaProject.bin": b"x"}), "brief.docx", "macro"),
        (b"MZ\x90", "brief.pdf", "programma"),
        (jpeg(), "foto.pdf", "De naam eindigt op .pdf"),
        (b"", "leeg.pdf", "leeg"),
    ],
)
def test_what_is_refused_says_why_and_keeps_the_rest(worker, file, folder, body, name, why):
    form = sent(body, name, words=ODD, dated_on="2026-11-20", kind="photo")
    refused = worker.post(url("new", file.pk), form)

    assert errors_of(refused).keys() == {"document"}
    assert why in text_of(refused)
    kept = answers_in(refused)
    assert (kept["words"], kept["dated_on"], kept["kind"]) == (ODD, "2026-11-20", "photo")
    assert on_disk(folder) == []
    assert not Document.objects.exists()


def test_the_same_form_twice_is_one_document(worker, file, folder):
    key = str(uuid.uuid4())
    for _ in range(2):
        answer = worker.post(url("new", file.pk), sent(submission_key=key))
        assert answer.status_code == 302
    assert Document.objects.count() == len(on_disk(folder)) == 1


def test_a_name_with_a_path_and_hidden_signs_is_only_a_name(worker, file):
    worker.post(url("new", file.pk), sent(name="..\\..\\a\u202efdp.pdf"))
    document = Document.objects.select_related("file").get()
    assert document.name == "afdp.pdf"


def test_two_files_in_one_form_are_one(worker, file, settings):
    two = [SimpleUploadedFile("a.pdf", PDF), SimpleUploadedFile("b.pdf", PDF)]
    worker.post(url("new", file.pk), sent(document=two))
    assert Document.objects.count() == 1
    assert on_disk(settings.UPLOAD_DIR) == []


def test_a_photo_comes_back_without_its_place(worker, file):
    worker.post(url("new", file.pk), sent(jpeg(exif()), "foto.jpg", kind="photo"))
    document = Document.objects.get()
    assert body_of(worker.get(url("open", file.pk, document.pk))) == jpeg()


@pytest.mark.parametrize("person", ["team_worker", "team_manager"])
def test_the_team_and_its_manager_see_no_name_and_open_nothing(as_user, cast, file, person):
    document = DocumentFactory(file=file, name=f"{CANARY}.pdf")
    client = as_user(getattr(cast, person))
    for name in ("list", "panel", "new"):
        assert client.get(url(name, file.pk)).status_code == 403
    for name in ("open", "withdraw"):
        assert client.get(url(name, file.pk, document.pk)).status_code == 403
    assert client.post(url("new", file.pk), sent()).status_code == 403
    page = client.get(reverse("file-detail", args=[file.pk])).content.decode()
    assert url("panel", file.pk) not in page


@pytest.mark.parametrize("person", ["outsider_worker", "contact_centre", "city_hall_team"])
def test_for_others_it_does_not_exist(as_user, cast, document, person, settings):
    client = as_user(getattr(cast, person))
    assert client.get(url("open", document.file_id, document.pk)).status_code == 404
    assert client.post(url("new", document.file_id), sent()).status_code == 404
    assert on_disk(settings.UPLOAD_DIR) == []


def test_the_document_of_another_dossier_is_not_found_here(worker, file, cast, noord):
    other = DocumentFactory(file=FileFactory(team=noord, director=cast.handler))
    for name in ("open", "withdraw"):
        assert worker.get(url(name, file.pk, other.pk)).status_code == 404
    assert not AuditEvent.objects.filter(code="document.read").exists()


def test_what_is_withdrawn_opens_only_for_the_casusregisseur(as_user, cast, document):
    FileColleagueFactory(file=document.file, employee=cast.team_worker)
    where = url("open", document.file_id, document.pk)
    client = as_user(cast.team_worker)
    assert client.get(where).status_code == 200
    gone = client.post(
        url("withdraw", document.file_id, document.pk), {"words": "Van de buurman."}, follow=True
    )
    assert "Van de buurman." in text_of(gone)
    assert f'href="{where}"' not in gone.content.decode()
    assert "brief.pdf" not in text_of(client.get(url("panel", document.file_id)))
    assert client.get(where).status_code == 403
    director = as_user(cast.handler)
    assert f'href="{where}"' in director.get(url("list", document.file_id)).content.decode()
    assert body_of(director.get(where)) == PDF


@pytest.mark.parametrize(
    ("state", "said"), [("waiting", "wacht op de virusscan"), ("infected", "zat een virus")]
)
def test_what_may_not_be_opened_says_why(worker, file, state, said):
    document = DocumentFactory(file=file, **{state: True})
    answer = worker.get(url("open", file.pk, document.pk), follow=True)
    assert said in text_of(answer)
    assert f'href="{url("open", file.pk, document.pk)}"' not in answer.content.decode()


def test_a_lost_file_is_said(worker, document):
    place_of(document.token).unlink()
    answer = worker.get(url("open", document.file_id, document.pk), follow=True)
    assert "Het bestand van dit document is er niet" in text_of(answer)


def test_scripts_in_words_are_text(worker, file):
    DocumentFactory(file=file, words="<script>alert(1)</script>", name="<b>x</b>.pdf")
    page = worker.get(url("list", file.pk)).content.decode()
    assert "<script>alert" not in page
    assert "<b>x" not in page


def test_the_list_is_paged(worker, file, settings):
    settings.PAGE_SIZE = 2
    for number in range(5):
        at = MONDAY + timedelta(minutes=number)
        DocumentFactory(file=file, name=f"brief {number}.pdf", added_at=at)
    page = text_of(worker.get(url("list", file.pk)))
    assert "brief 4.pdf" in page
    assert "brief 2.pdf" not in page


@pytest.mark.parametrize("rows", [1, 5])
@pytest.mark.parametrize(("name", "queries"), [("list", 10), ("panel", 10)])
def test_it_costs_the_same_queries(worker, file, name, queries, rows, django_assert_num_queries):
    for _ in range(rows):
        DocumentFactory(file=file)
    with django_assert_num_queries(queries):
        worker.get(url(name, file.pk))
