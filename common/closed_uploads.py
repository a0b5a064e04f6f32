"""Takes a file from the browser straight into a closed one, a chunk at a time.

The only upload handler of the site. A room says which field of a form it takes, from whom, how
large and how such a file may begin; whatever else somebody sends, to whatever address, is read away
and kept nowhere. Nothing of it is ever on disk in the clear, and until a room keeps it its key is
only in memory: what a killed process leaves behind nobody can open.
"""

import uuid
from pathlib import Path
from typing import Any, BinaryIO, ClassVar, Self, TypeVar

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from common.closed_files import ClosedWriter, open_closed
from common.sealing import Envelope, new_data_key

MEGABYTE = 1_000_000
BESIDE = 3 * MEGABYTE
"""What the other fields of a form may take (DATA_UPLOAD_MAX_MEMORY_SIZE), and the borders."""


class ClosedUpload(UploadedFile):
    """A file that came in and is closed; thrown away with the request unless it is kept."""

    field: ClassVar[str]
    place: ClassVar[str]
    refusal = ""
    is_kept = False

    def __init__(self, token: uuid.UUID, wrapped_key: bytes, **about: Any) -> None:
        super().__init__(**about)
        self.token, self.wrapped_key = token, wrapped_key

    @classmethod
    def admits(cls, user: Any) -> bool:
        """Whether this employee may send such a file at all."""
        raise NotImplementedError

    @classmethod
    def most_bytes(cls) -> int:
        """The largest one that is taken."""
        raise NotImplementedError

    @classmethod
    def too_large(cls) -> str:
        """What somebody reads whose file is larger."""
        raise NotImplementedError

    @classmethod
    def begin_refused(cls, begin: bytes) -> str:
        """Why a file that begins so is refused; "" when it is not."""
        raise NotImplementedError

    @classmethod
    def name_for(cls, name: str) -> str:
        """The name under which the form gets it."""
        raise NotImplementedError

    @classmethod
    def key_place(cls, token: uuid.UUID) -> str:
        """What the key of a file is bound to."""
        return f"{cls.place}|wrapped_key|{token}"

    @classmethod
    def file_place(cls, token: uuid.UUID) -> str:
        """What the chunks of a file are bound to."""
        return f"{cls.place}|file|{token}"

    @staticmethod
    def path_of(token: uuid.UUID) -> Path:
        """Where it stands: outside the web root, under a name that says nothing."""
        return Path(settings.UPLOAD_DIR) / f"{token}.closed"

    @classmethod
    def of(cls, name: str, body: bytes) -> Self:
        """One that did not come from a browser; whoever makes it closes it."""
        token = uuid.uuid4()
        wrapped_key = new_data_key(bound_to=cls.key_place(token))
        writer = cls.writer_for(token, wrapped_key)
        writer.write(body)
        writer.close()
        return cls(token, wrapped_key, name=cls.name_for(name), size=len(body))

    @classmethod
    def writer_for(cls, token: uuid.UUID, wrapped_key: bytes) -> ClosedWriter:
        """Begins the file."""
        envelope = Envelope(wrapped_key, bound_to=cls.key_place(token))
        return ClosedWriter(cls.path_of(token), envelope, bound_to=cls.file_place(token))

    def open_closed(self) -> BinaryIO:
        """What is in it."""
        envelope = Envelope(self.wrapped_key, bound_to=self.key_place(self.token))
        path = self.path_of(self.token)
        return open_closed(path, envelope, bound_to=self.file_place(self.token))

    def close(self) -> None:
        """The request is over."""
        if not self.is_kept:
            self.path_of(self.token).unlink(missing_ok=True)


KINDS: dict[str, type[ClosedUpload]] = {}
"""The fields of forms through which files come in."""
Kind = TypeVar("Kind", bound=type[ClosedUpload])


def taken(kind: Kind) -> Kind:
    """Decorator: files in this field are taken."""
    KINDS[kind.field] = kind
    return kind


class ClosedUploadHandler(FileUploadHandler):
    """One file per request; from a refusal on nothing more is written."""

    kind: type[ClosedUpload] | None = None
    announced = 0
    is_complete = False

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, *args: Any, **kwargs: Any
    ) -> None:
        """What the browser says that it will send; too much is refused before the first byte."""
        self.announced = content_length

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a closed file, for who may do so."""
        super().new_file(*args, **kwargs)
        request: Any = self.request
        request.sent_a_file = True  # the page of an ended session says that it is lost
        user: Any = getattr(self.request, "user", None)
        kind = KINDS.get(self.field_name or "")
        is_welcome = kind is not None and user is not None and user.is_authenticated
        if kind is None or not is_welcome or self.kind is not None or not kind.admits(user):
            raise SkipFile
        self.kind, self.token, self.refusal, self.first = kind, uuid.uuid4(), "", True
        if self.announced > kind.most_bytes() + BESIDE:
            self.refusal = kind.too_large()
        self.wrapped_key = new_data_key(bound_to=kind.key_place(self.token))
        self.writer = kind.writer_for(self.token, self.wrapped_key)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Seal it, unless the file was refused."""
        assert self.kind is not None  # noqa: S101 - new_file chose it
        if self.first:
            self.refusal = self.refusal or self.kind.begin_refused(raw_data)
            self.first = False
        if start + len(raw_data) > self.kind.most_bytes():
            self.refusal = self.refusal or self.kind.too_large()
        if not self.refusal:
            self.writer.write(raw_data)

    def file_complete(self, file_size: int) -> ClosedUpload:
        """What the form gets: a file that is closed, or why it was refused."""
        assert self.kind is not None  # noqa: S101 - new_file chose it
        self.writer.close()
        self.is_complete = True
        name = self.kind.name_for(self.file_name or "")
        upload = self.kind(self.token, self.wrapped_key, name=name, size=file_size)
        upload.refusal = self.refusal
        return upload

    def upload_interrupted(self) -> None:
        """The browser went away halfway."""
        if self.kind is not None and not self.is_complete:
            self.writer.close()
            self.kind.path_of(self.token).unlink(missing_ok=True)
