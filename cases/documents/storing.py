"""Where the bytes of a document are: closed with the key of its dossier, off the web (DC-4).

A file is written whole under another name, brought to the disk and only then gets its own: what is
there is complete, and nothing replaces it.
"""

import hashlib
import os
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from cases.documents.models import Document, Media
from cases.documents.pictures import clean_jpeg, clean_png
from common.closed_files import CHUNK, ClosedWriter, open_closed
from common.sealing import Envelope

CLOSED, PART = ".closed", ".part"
ONLY_OURS = 0o700


def place_of(token: uuid.UUID) -> Path:
    """A folder by the first two signs, so that none holds a million files."""
    return Path(settings.DOCUMENT_DIR) / token.hex[:2] / f"{token}{CLOSED}"


def keep_bytes(
    source: BinaryIO, media: Media, token: uuid.UUID, envelope: Envelope
) -> tuple[str, int]:
    """Write it down for good before the row is saved; the SHA-256 and the size of what is kept."""
    target = place_of(token)
    target.parent.mkdir(mode=ONLY_OURS, parents=True, exist_ok=True)
    part = target.with_suffix(PART)
    digest = hashlib.sha256()
    try:
        writer = ClosedWriter(part, envelope, bound_to=_bound_to(token))
        try:
            for piece in _kept(source, media):
                digest.update(piece)
                writer.write(piece)
        finally:
            writer.close()
        _to_disk(part)
        os.link(part, target)  # unlike a rename it never replaces what is there
    finally:
        part.unlink(missing_ok=True)
    _to_disk(target.parent)
    return digest.hexdigest(), writer.size


def open_bytes(document: Document) -> BinaryIO:
    """What is in it; raises FileNotFoundError when it is not there."""
    path, bound_to = place_of(document.token), _bound_to(document.token)
    return open_closed(path, document.file.envelope, bound_to=bound_to)


def pieces_of(opened: BinaryIO) -> Iterator[bytes]:
    """A chunk at a time, so that a large document takes the memory of one."""
    with opened:
        while piece := opened.read(CHUNK):
            yield piece


def remove_bytes(token: uuid.UUID) -> None:
    """For what a scanner condemned, and what no row knows."""
    place_of(token).unlink(missing_ok=True)


def _kept(source: BinaryIO, media: Media) -> Iterable[bytes]:
    """A photo without where it was made; anything else as it came."""
    source.seek(0)
    if media == Media.JPEG:
        return [clean_jpeg(source.read())]
    return clean_png(source) if media == Media.PNG else iter(lambda: source.read(CHUNK), b"")


def _to_disk(path: Path) -> None:
    """Do not go on before the disk has it."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _bound_to(token: uuid.UUID) -> str:
    return f"cases_document|file|{token}"
