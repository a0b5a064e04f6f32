"""300 MB is refused before its first byte is kept, and costs no memory (DC-3)."""

import tracemalloc
from types import SimpleNamespace

import pytest
from django.urls import reverse

from cases.documents.models import Document
from cases.documents.uploading import DocumentUpload
from common.closed_uploads import KINDS, ClosedUploadHandler
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.cases.documents.conftest import on_disk

SIZE, BORDER = 300_000_000, "grens"
HEAD = (
    f'--{BORDER}\r\nContent-Disposition: form-data; name="words"\r\n\r\nWat ik typte.\r\n'
    f'--{BORDER}\r\nContent-Disposition: form-data; name="document"; filename="groot.pdf"\r\n\r\n'
).encode()
TAIL = f"\r\n--{BORDER}--\r\n".encode()


class Flood:
    """A request of 300 MB that nobody has in memory; notes how much is on disk meanwhile."""

    def __init__(self, folder):
        self.left, self.folder, self.most_on_disk, self.reads = SIZE, folder, 0, 0
        self.head, self.tail = HEAD, TAIL

    def readline(self, size=-1):
        raise NotImplementedError

    def read(self, size=-1):
        self.reads += 1
        if self.reads % 100 == 0:
            sizes = [path.stat().st_size for path in on_disk(self.folder)]
            self.most_on_disk = max([self.most_on_disk, *sizes])
        for name in ("head", "left", "tail"):
            rest = getattr(self, name)
            if not rest:
                continue
            if name == "left":
                piece = b"x" * min(rest, size)
                self.left -= len(piece)
            else:
                piece = rest[:size]
                setattr(self, name, rest[size:])
            return piece
        return b""


def test_300_megabytes_are_read_away(file, as_user, cast, settings):
    client, flood = as_user(cast.handler), Flood(settings.UPLOAD_DIR)
    tracemalloc.start()
    answer = client.request(
        **{
            "PATH_INFO": reverse("document-new", args=[file.pk]),
            "REQUEST_METHOD": "POST",
            "CONTENT_TYPE": f"multipart/form-data; boundary={BORDER}",
            "CONTENT_LENGTH": str(len(HEAD) + SIZE + len(TAIL)),
            "wsgi.input": flood,
        }
    )
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert "groter dan 20 MB" in text_of(answer)
    assert "document" in errors_of(answer)
    assert answers_in(answer)["words"] == "Wat ik typte."
    assert flood.most_on_disk < 100
    assert peak < 30_000_000
    assert on_disk(settings.UPLOAD_DIR) == []
    assert not Document.objects.exists()


def handler(user, announced=0):
    request = SimpleNamespace(user=user, GET={})
    made = ClosedUploadHandler(request)
    made.handle_raw_input(None, {}, announced, b"")
    made.new_file("document", "a.pdf", "application/pdf", None)
    return made


def test_what_says_nothing_of_its_size_stops_at_the_limit(cast, settings, folder):
    settings.DOCUMENT_MEGABYTES = 1
    made = handler(cast.handler)
    for number in range(40):
        made.receive_data_chunk(b"x" * 64_000, number * 64_000)
    upload = made.file_complete(40 * 64_000)
    assert "groter dan 1 MB" in upload.refusal
    assert sum(path.stat().st_size for path in on_disk(settings.UPLOAD_DIR)) < 1_100_000
    upload.close()
    assert on_disk(settings.UPLOAD_DIR) == []


def test_a_browser_that_goes_away_leaves_nothing(cast, settings):
    made = handler(cast.handler)
    made.receive_data_chunk(b"x" * 200_000, 0)
    made.upload_interrupted()
    assert on_disk(settings.UPLOAD_DIR) == []


@pytest.mark.parametrize("person", ["contact_centre", "team_manager", "application_manager"])
def test_who_works_in_no_dossier_sends_nothing(cast, as_user, settings, person):
    assert not DocumentUpload.admits(getattr(cast, person))
    assert KINDS["document"] is DocumentUpload
