"""Documents in a dossier with real bytes on disk, and small files of every kind made by hand."""

import io
import struct
import uuid
import zipfile
import zlib
from typing import Any

import factory

from cases.documents.lifecycle import ScanState
from cases.documents.models import Document, DocumentKind, Media
from cases.documents.storing import keep_bytes
from cases.documents.uploading import DocumentUpload
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
OFFICE_TYPES = b'<?xml version="1.0"?><Types><Default Extension="xml"/></Types>'
GPS = b"52.3508,5.2647"


def exif(orientation: int = 1) -> bytes:
    """What a telephone writes: how the picture is turned, and a place."""
    entry = struct.pack("<HHHIHHI", 1, 0x0112, 3, 1, orientation, 0, 0)
    body = b"Exif\x00\x00II\x2a\x00\x08\x00\x00\x00" + entry + GPS
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def jpeg(*extra: bytes, tail: bytes = b"") -> bytes:
    """The bones of a JPEG: a header, what is told about it, a frame, a scan and an end."""
    frame = b"\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00"
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\x12\xff\x00\xff\xd0\x34"
    jfif = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    return b"\xff\xd8" + jfif + b"".join(extra) + frame + scan + b"\xff\xd9" + tail


def chunk(name: bytes, body: bytes = b"") -> bytes:
    """One part of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(*extra: bytes, tail: bytes = b"") -> bytes:
    """A picture of one black point."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(b"\x00\x00"))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + data + chunk(b"IEND") + tail


def package(parts: dict[str, bytes], *, compressed: bool = True) -> bytes:
    """A zip with these parts."""
    out = io.BytesIO()
    how = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    with zipfile.ZipFile(out, "w", how) as made:
        for name, body in parts.items():
            made.writestr(name, body)
    return out.getvalue()


def docx(extra: dict[str, bytes] | None = None, types: bytes = OFFICE_TYPES) -> bytes:
    """A Word document, and what else is put in it."""
    parts = {"[Content_Types].xml": types, "word/document.xml": b"<w:document/>"}
    return package(parts | (extra or {}))


def odt(extra: dict[str, bytes] | None = None, manifest: bytes = b"<manifest/>") -> bytes:
    """An OpenDocument text, and what else is put in it."""
    kind = b"application/vnd.oasis.opendocument.text"
    parts = {"mimetype": kind, "content.xml": b"<x/>", "META-INF/manifest.xml": manifest}
    return package(parts | (extra or {}))


def upload(body: bytes = PDF, name: str = "brief.pdf") -> DocumentUpload:
    """A file as our handler hands it to the form."""
    return DocumentUpload.of(name, body)


class DocumentFactory(factory.django.DjangoModelFactory):
    """A letter that was added on the working Monday; ``body`` and the words are plain."""

    class Meta:
        model = Document

    class Params:
        waiting = factory.Trait(scan=ScanState.WAITING)
        infected = factory.Trait(scan=ScanState.INFECTED, scanned_at=MONDAY)
        withdrawn = factory.Trait(
            withdrawn_at=MONDAY, withdrawn_by=factory.SelfAttribute("file.director")
        )

    token = factory.LazyFunction(uuid.uuid4)
    uuid = factory.LazyFunction(uuid.uuid4)
    file = factory.SubFactory(FileFactory)
    resident = factory.SelfAttribute("file.resident")
    kind = DocumentKind.LETTER
    media = Media.PDF
    added_at = MONDAY
    added_by = factory.SelfAttribute("file.director")
    scan = ScanState.UNSCANNED

    @classmethod
    def _create(cls, model_class: Any, *args: Any, body: bytes = PDF, **own: Any) -> Any:
        name, words = own.pop("name", "brief.pdf"), own.pop("words", "")
        reason = own.pop("reason", "Van iemand anders.")
        made = model_class(**own)
        if made.scan != ScanState.INFECTED:
            kept = keep_bytes(io.BytesIO(body), Media(made.media), made.token, made.file.envelope)
            made.sha256, made.size = kept
        else:
            made.sha256, made.size = "0" * 64, len(body)
        made.called = made.shut("called", name)
        made.content = made.shut("content", words) if words else b""
        made.reason = made.shut("reason", reason) if made.is_withdrawn else b""
        made.save(force_insert=True)
        return made
