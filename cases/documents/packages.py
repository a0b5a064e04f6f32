"""Whether a zip is a Word or OpenDocument text without danger in it; only reads.

Looks at the table of contents first, which says how much would come out: nothing is unpacked before
that is known to be little (a zip bomb), and then only two small parts of it.
"""

import io
import struct
import zipfile
from pathlib import PurePosixPath
from typing import BinaryIO

from cases.documents.models import Media

END, END_SIZE, MOST_COMMENT = b"PK\x05\x06", 22, 65_535
LARGE_LOCATOR, LOCATOR_SIZE = b"PK\x06\x07", 20
MOST_ENTRIES, MOST_TABLE = 2_000, 1_000_000
MOST_UNPACKED, MOST_RATIO, SMALL = 200_000_000, 150, 1_000_000
MOST_READ = 1_000_000
WORD, CONTENT_TYPES = "word/document.xml", "[Content_Types].xml"
ODT_KIND, ODT_LIST = "mimetype", "META-INF/manifest.xml"
ODT_MIME = b"application/vnd.oasis.opendocument.text"
DANGEROUS_NAMES = ("vbaproject.bin", "vbadata.xml", "attachedtoolbars.bin")
DANGEROUS_FOLDERS = ("basic", "scripts", "macros", "activex")
DANGEROUS_ENDS = (".exe", ".dll", ".js", ".vbs", ".bat", ".cmd", ".scr", ".jar", ".lnk", ".hta")
ENCRYPTED_BIT = 0x1
MACROS = "In dit bestand staan macro’s of een programma."
BROKEN = "Dit bestand is niet heel of is een gewone zip."
BOMB = "Dit bestand is ingepakt veel kleiner dan uitgepakt. Dat is niet veilig."
LOCKED = "Dit bestand heeft een wachtwoord."


def package_kind(file: BinaryIO) -> Media:
    """Which of the two it is; raises ValueError with the reason in Dutch when it is neither."""
    _check_table(file)
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as package:
            _check_entries(package.infolist())
            return _kind(package)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        raise ValueError(BROKEN) from None


def _check_table(file: BinaryIO) -> None:
    """How long the table of contents is, read by hand: zipfile would take all of it to memory."""
    whole = file.seek(0, io.SEEK_END)
    start = max(0, whole - END_SIZE - MOST_COMMENT - LOCATOR_SIZE)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(END)
    if at < 0 or len(tail) - at < END_SIZE or LARGE_LOCATOR in tail[max(0, at - LOCATOR_SIZE) : at]:
        raise ValueError(BROKEN)
    entries, table = struct.unpack("<HI", tail[at + 10 : at + 16])
    if entries > MOST_ENTRIES or table > MOST_TABLE:
        raise ValueError(BOMB)


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    """What the table says of each part: size, password, place, and what it can do."""
    if len(entries) > MOST_ENTRIES or sum(each.file_size for each in entries) > MOST_UNPACKED:
        raise ValueError(BOMB)
    for each in entries:
        if each.flag_bits & ENCRYPTED_BIT:
            raise ValueError(LOCKED)
        is_large = each.file_size > SMALL
        if is_large and each.file_size > MOST_RATIO * max(1, each.compress_size):
            raise ValueError(BOMB)
        _check_name(each.filename)


def _check_name(name: str) -> None:
    """No way out of the package, and nothing that runs."""
    path = PurePosixPath(name.replace("\\", "/").lower())
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(BROKEN)
    is_object = path.name.startswith("oleobject")
    runs = path.name in DANGEROUS_NAMES or path.name.endswith(DANGEROUS_ENDS) or is_object
    if runs or any(part in DANGEROUS_FOLDERS for part in path.parts[:-1]):
        raise ValueError(MACROS)


def _kind(package: zipfile.ZipFile) -> Media:
    names = set(package.namelist())
    if {WORD, CONTENT_TYPES} <= names:
        if b"macroenabled" in _read(package, CONTENT_TYPES).lower():
            raise ValueError(MACROS)
        return Media.DOCX
    if {ODT_KIND, ODT_LIST, "content.xml"} <= names:
        if _read(package, ODT_KIND).strip() != ODT_MIME:
            raise ValueError(BROKEN)
        if b"encryption-data" in _read(package, ODT_LIST):
            raise ValueError(LOCKED)
        return Media.ODT
    raise ValueError(BROKEN)


def _read(package: zipfile.ZipFile, name: str) -> bytes:
    """A small part; never more than a megabyte of it, whatever the table said."""
    with package.open(name) as part:
        found = part.read(MOST_READ + 1)
    if len(found) > MOST_READ:
        raise ValueError(BOMB)
    return found
