"""What is in an extract, looked for in everything that is kept, said or logged (S41, issue 4)."""

import logging
import uuid
from pathlib import Path

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEvent
from cases.brp.worker import work_on_extracts
from cases.models import BrpUpload, Resident
from tests.cases.brp.extracts import anja, bsn_of, extract
from tests.cases.residents.test_canaries import dump, occurrences

pytestmark = pytest.mark.django_db
BSN, POSTCODE, NUMBER, ADDITION = "999990044", "1398QX", "48317", "QXTOEV"
CANARIES = (BSN, POSTCODE, "1398 QX", NUMBER, ADDITION, "QXSTRAAT")
SECRET = {"postcode": POSTCODE, "huisnummer": NUMBER, "toevoeging": ADDITION, "straat": "QXSTRAAT"}


@pytest.fixture
def everything(read_in, caplog):
    """Read in twice: somebody secret, and lines that are wrong in every closed column."""
    caplog.set_level(logging.DEBUG)
    people = (
        anja(bsn=BSN, geheim="7", **SECRET),
        anja(bsn=bsn_of(3), geslacht="?", **SECRET),
        anja(bsn=f"{BSN}1", **SECRET),
    )
    said = [read_in(*people, options=("--skip-faulty",)) for _again in range(2)]
    assert Resident.objects.count() == 1
    words = [text for each in said for text in (each.report, each.progress)]
    return "\n".join([dump(), caplog.text, repr(getattr(cache, "_cache", {})), *words])


def test_a_bsn_and_a_secret_address_of_a_file_are_nowhere_in_the_clear(everything):
    assert {word: occurrences(everything, word) for word in CANARIES} == dict.fromkeys(CANARIES, 0)


def test_what_is_not_secret_would_be_found(read_in):
    """The search itself can fail: the address of somebody without secrecy is found."""
    read_in(anja(bsn=BSN, **SECRET))

    assert POSTCODE in dump()
    assert BSN not in dump()


def test_the_trail_has_counts_and_no_name(read_in):
    read_in(anja(bsn=BSN, geslachtsnaam="Zonderling", geheim="7"))

    rows = list(AuditEvent.objects.order_by("pk").values_list("code", "purpose"))
    assert rows == [
        ("resident.created", "BRP-uittreksel ingelezen"),
        ("residents.imported", "1 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 overgeslagen"),
    ]
    assert "Zonderling" not in repr(list(AuditEvent.objects.values()))


@pytest.fixture
def on_screen(cast, as_user, caplog, upload_dir, settings, tmp_path, transactional_db):
    """Uploaded, checked and read in on the screen; everything of it that stays, while and after."""
    caplog.set_level(logging.DEBUG)
    broker = Path(settings.CELERY_BROKER_TRANSPORT_OPTIONS.get("data_folder_out", tmp_path))
    browser = as_user(cast.city_hall_team)
    body = extract(
        anja(bsn=BSN, geheim="7", **SECRET),
        anja(bsn=bsn_of(3), geslacht="?", **SECRET),
        anja(bsn=f"{BSN}1", **SECRET),
    )
    file = SimpleUploadedFile(f"{BSN}.csv", body)
    page = browser.post(
        reverse("brp-uploads"), {"extract": file, "submission_key": str(uuid.uuid4())}, follow=True
    )
    kept, said = [_on_disk(upload_dir), _on_disk(broker)], [page.content.decode()]
    upload = BrpUpload.objects.get()
    address = reverse("brp-upload", args=[upload.pk])
    work_on_extracts(at=timezone.now())
    upload.refresh_from_db()
    said += [browser.get(address).content.decode(), browser.get(f"{address}foute-regels.csv").text]
    kept.append(dump())
    answers = {"version": upload.version, "skip_faulty": "on"}
    said.append(browser.post(f"{address}inlezen/", answers, follow=True).content.decode())
    kept += [_on_disk(upload_dir), _on_disk(broker)]
    work_on_extracts(at=timezone.now())
    assert Resident.objects.count() == 1
    said.append(browser.get(address).content.decode())
    sent = [str(letter.message()) for letter in mail.outbox]
    kept += [dump(), caplog.text, repr(getattr(cache, "_cache", {})), _on_disk(upload_dir)]
    return "\n".join([*kept, *said, *sent])


def _on_disk(folder):
    """Every file of a folder and what is under it, with its name."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return "\n".join(path.name + path.read_bytes().decode("latin-1") for path in files)


def test_what_was_uploaded_is_nowhere_in_the_clear(on_screen, upload_dir):
    assert {word: on_screen.count(word) for word in CANARIES} == dict.fromkeys(CANARIES, 0)
    assert [path.name for path in upload_dir.iterdir()] == ["lock"]
