"""Takes an extract from the browser straight into a closed file, a chunk at a time.

The only upload handler of the site. Whatever somebody without the right sends, to whatever address,
is read away and kept nowhere. Nothing of an extract is ever on disk in the clear, and until the row
is saved its key is only in memory: what a killed process leaves behind nobody can open.
"""

import uuid
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from cases.brp.models import closed_path, file_place, key_place
from cases.permissions import GRANTS, Action
from common.closed_files import ClosedWriter, open_closed
from common.sealing import Envelope, new_data_key

FIELD = "extract"
MEGABYTE = 1_000_000
NO_CSV = "Dit is geen CSV-bestand maar {0}. Kies het uittreksel als “CSV UTF-8”."
KINDS = {  # how a file begins, and what it is then
    b"PK\x03\x04": "een zip- of Excel-bestand",
    b"\xd0\xcf\x11\xe0": "een Excel-bestand",
    b"\xff\xd8\xff": "een foto",
    b"\x89PNG": "een foto",
    b"GIF8": "een foto",
    b"%PDF": "een PDF",
    b"\x1f\x8b": "een zip-bestand",
}
SIXTEEN_BITS = (b"\xff\xfe", b"\xfe\xff")


class ClosedUpload(UploadedFile):
    """A file that came in and is closed; thrown away with the request unless it is kept."""

    refusal = ""
    is_kept = False

    def __init__(self, token: uuid.UUID, wrapped_key: bytes, **about: Any) -> None:
        super().__init__(**about)
        self.token, self.wrapped_key = token, wrapped_key

    def open_closed(self) -> Any:
        """The text of it."""
        envelope = Envelope(self.wrapped_key, bound_to=key_place(self.token))
        return open_closed(closed_path(self.token), envelope, bound_to=file_place(self.token))

    def close(self) -> None:
        """The request is over."""
        if not self.is_kept:
            closed_path(self.token).unlink(missing_ok=True)


class ExtractUploadHandler(FileUploadHandler):
    """Looks at the first bytes and the size; from a refusal on nothing more is written."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a closed file, for who may do so."""
        super().new_file(*args, **kwargs)
        request: Any = self.request
        request.sent_a_file = True  # the page of an ended session says that it is lost
        user: Any = getattr(self.request, "user", None)
        is_welcome = user is not None and user.is_authenticated and self.field_name == FIELD
        if not is_welcome or Action.IMPORT_EXTRACT not in GRANTS.allowed_actions(user):
            raise SkipFile
        self.token, self.refusal, self.first = uuid.uuid4(), "", True
        self.wrapped_key = new_data_key(bound_to=key_place(self.token))
        envelope = Envelope(self.wrapped_key, bound_to=key_place(self.token))
        path = closed_path(self.token)
        self.writer = ClosedWriter(path, envelope, bound_to=file_place(self.token))

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Seal it, unless the file was refused."""
        if self.first:
            self.refusal, self.first = _kind_refused(raw_data), False
        if start + len(raw_data) > settings.BRP_UPLOAD_MEGABYTES * MEGABYTE:
            most = settings.BRP_UPLOAD_MEGABYTES
            self.refusal = self.refusal or f"Dit bestand is groter dan {most} MB. Splits het."
        if not self.refusal:
            self.writer.write(raw_data)

    def file_complete(self, file_size: int) -> ClosedUpload:
        """What the form gets: a file that is closed, or why it was refused."""
        self.writer.close()
        upload = ClosedUpload(self.token, self.wrapped_key, name="uittreksel.csv", size=file_size)
        upload.refusal = self.refusal
        return upload

    def upload_interrupted(self) -> None:
        """The browser went away halfway."""
        if hasattr(self, "token"):
            closed_path(self.token).unlink(missing_ok=True)


def _kind_refused(begin: bytes) -> str:
    """Why a file that begins so is refused; "" for what can be text."""
    for sign, kind in KINDS.items():
        if begin.startswith(sign):
            return NO_CSV.format(kind)
    if b"\x00" in begin and not begin.startswith(SIXTEEN_BITS):
        return NO_CSV.format("iets anders")
    return ""
