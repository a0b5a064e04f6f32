"""The bytes are closed with the key of the dossier, whole, ours alone and never replaced (DC-4)."""

import hashlib
import io
import stat
import tracemalloc
import uuid

import pytest
from cryptography.exceptions import InvalidTag
from django.conf import settings as django_settings

from cases.documents.models import Document, Media
from cases.documents.storing import keep_bytes, open_bytes, pieces_of, place_of
from tests.cases.documents.conftest import on_disk
from tests.factories.documents import PDF, DocumentFactory, exif, jpeg
from tests.factories.dossiers import FileFactory

CANARY = b"%PDF-1.4 Kanarie op schijf %%EOF"


def test_nothing_of_it_is_on_disk_in_the_clear(file, folder):
    document = DocumentFactory(file=file, body=CANARY, name="Anja van den Berg.pdf")

    [path] = on_disk(folder)
    assert path == place_of(document.token)
    assert b"Kanarie" not in path.read_bytes()
    assert "Anja" not in str(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    with open_bytes(document) as opened:
        assert opened.read() == CANARY
    assert document.sha256 == hashlib.sha256(CANARY).hexdigest()


def test_it_is_not_where_the_web_server_looks():
    static = str(django_settings.STATIC_ROOT)
    assert not str(django_settings.DOCUMENT_DIR).startswith(static)
    assert not getattr(django_settings, "MEDIA_ROOT", "")


def test_it_opens_only_in_its_own_row_and_dossier(document, file):
    other = DocumentFactory(file=file, body=CANARY)
    place_of(document.token).write_bytes(place_of(other.token).read_bytes())
    with pytest.raises(InvalidTag), open_bytes(document) as opened:
        opened.read()
    document.token, document.file = other.token, FileFactory()
    with pytest.raises(InvalidTag), open_bytes(document) as opened:
        opened.read()


def test_nothing_is_ever_replaced(document, folder):
    with pytest.raises(FileExistsError):
        keep_bytes(io.BytesIO(CANARY), Media.PDF, document.token, document.file.envelope)
    assert len(on_disk(folder)) == 1
    with open_bytes(document) as opened:
        assert opened.read() == PDF


def test_what_is_interrupted_leaves_no_half(file, folder):
    class Broken(io.BytesIO):
        def read(self, size=-1):
            raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        keep_bytes(Broken(b"x"), Media.PDF, uuid.uuid4(), file.envelope)
    assert on_disk(folder) == []


def test_a_photo_is_kept_without_its_place(file):
    document = DocumentFactory(file=file, media=Media.JPEG, body=jpeg(exif()))
    with open_bytes(document) as opened:
        assert opened.read() == jpeg()
    assert (document.size, document.sha256) == (
        len(jpeg()),
        hashlib.sha256(jpeg()).hexdigest(),
    )


def test_a_large_one_takes_the_memory_of_a_chunk(file):
    body = b"%PDF-" + b"x" * 19_000_000 + b"%%EOF"
    source = io.BytesIO(body)
    tracemalloc.start()
    document = DocumentFactory._meta.model(file=file, token=uuid.uuid4())
    document.sha256, document.size = keep_bytes(source, Media.PDF, document.token, file.envelope)
    whole = sum(len(piece) for piece in pieces_of(open_bytes(document)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert whole == len(body) == document.size
    assert peak < 2_000_000
    assert Document.objects.count() == 0
