"""Photos: whether they are whole, and without where and with what they were made; pure functions.

A telephone writes the place, the moment and itself into a photo (EXIF, XMP, IPTC). None of that is
needed in a dossier, so it is left out; only how the picture is turned stays (DC-8). What stands
after the end of a picture is left out as well.
"""

import re
import struct
from collections.abc import Iterator
from typing import BinaryIO

from cases.documents.models import Media

JPEG_BEGIN, PNG_BEGIN = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
BROKEN = "Deze foto is niet heel."
EXIF = b"Exif\x00\x00"
ORIENTATION, SHORT = 0x0112, 3
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
SCAN, END, JFIF, COLOURS, ADOBE, COMMENT = 0xDA, 0xD9, 0xE0, 0xE2, 0xEE, 0xFE
BARE = frozenset({0x01, *range(0xD0, 0xD8)})
AFTER_SCAN = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")
TOLD = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}
NAME = re.compile(rb"[A-Za-z]{4}")
PIECE = 64 * 1024


def check_jpeg(file: BinaryIO) -> Media:
    """Raises ValueError when a part is cut off."""
    file.seek(0)
    clean_jpeg(file.read())
    return Media.JPEG


def check_png(file: BinaryIO) -> Media:
    """Raises ValueError when a part is cut off."""
    for _ in clean_png(file):
        pass
    return Media.PNG


def clean_jpeg(photo: bytes) -> bytes:
    """The same picture without what was told about it; at most one photo is in memory."""
    kept, turned, has_frame, has_scan = [photo[:2]], b"", False, False
    for marker, part in _parts(photo):
        turned = turned or _orientation(marker, part)
        has_frame = has_frame or marker in FRAMES
        has_scan = has_scan or marker == SCAN
        if _is_needed(marker, part):
            kept.append(part)
    if not has_frame or not has_scan:
        raise ValueError(BROKEN)
    return b"".join([kept[0], turned, *kept[1:]])


def _parts(photo: bytes) -> Iterator[tuple[int, bytes]]:
    """Every segment with its marker; a scan comes with its picture data; the end ends it."""
    at = 2
    while at + 1 < len(photo) and photo[at] == 0xFF:
        marker = photo[at + 1]
        if marker == 0xFF:  # filling
            at += 1
            continue
        until = at + 2 if marker in BARE or marker == END else _end_of(photo, at)
        if marker == SCAN:
            found = AFTER_SCAN.search(photo, until)
            until = found.start() if found else len(photo)
        yield marker, photo[at:until]
        if marker == END:
            return
        at = until
    raise ValueError(BROKEN)


def _end_of(photo: bytes, at: int) -> int:
    """Where a segment ends by its own length."""
    length = int.from_bytes(photo[at + 2 : at + 4], "big")
    if length < 2 or at + 2 + length > len(photo):
        raise ValueError(BROKEN)
    return at + 2 + length


def _is_needed(marker: int, part: bytes) -> bool:
    """Whether the picture cannot be shown right without it."""
    if marker == COLOURS:
        return part[4:].startswith(b"ICC_PROFILE")
    is_application = JFIF <= marker <= 0xEF
    return marker != COMMENT and (not is_application or marker in (JFIF, ADOBE))


def _orientation(marker: int, part: bytes) -> bytes:
    """A segment that says only how the picture is turned; nothing when it stands upright."""
    body = part[4:]
    if marker != 0xE1 or not body.startswith(EXIF):
        return b""
    tiff = body[len(EXIF) :]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2], "")
    try:
        turn = _find_orientation(tiff, order) if order else 0
    except struct.error:
        return b""
    if not 1 < turn <= 8:
        return b""
    entry = struct.pack(">HHHIHHI", 1, ORIENTATION, SHORT, 1, turn, 0, 0)
    told = EXIF + b"MM\x00\x2a\x00\x00\x00\x08" + entry
    return b"\xff\xe1" + struct.pack(">H", len(told) + 2) + told


def _find_orientation(tiff: bytes, order: str) -> int:
    """The value of the tag in the first directory; 0 when it is not there."""
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for number in range(min(count, 200)):
        tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * number)
        if (tag, kind) == (ORIENTATION, SHORT):
            return int(value)
    return 0


def clean_png(file: BinaryIO) -> Iterator[bytes]:
    """The same picture without what was told about it, a piece at a time."""
    whole = file.seek(0, 2)
    file.seek(0)
    yield file.read(len(PNG_BEGIN))
    seen: set[bytes] = set()
    while b"IEND" not in seen:
        head = file.read(8)
        length, name = int.from_bytes(head[:4], "big"), head[4:]
        is_whole = NAME.fullmatch(name) and file.tell() + length + 4 <= whole
        if not is_whole or (not seen and name != b"IHDR"):
            raise ValueError(BROKEN)
        seen.add(name)
        yield from _chunk(file, head, length + 4)
    if b"IDAT" not in seen:
        raise ValueError(BROKEN)


def _chunk(file: BinaryIO, head: bytes, left: int) -> Iterator[bytes]:
    """One part of a PNG with its checksum; skipped when it only tells about the picture."""
    if head[4:] in TOLD:
        file.seek(left, 1)
        return
    yield head
    while left > 0 and (piece := file.read(min(left, PIECE))):
        yield piece
        left -= len(piece)
