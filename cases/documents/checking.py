"""What a file is by what is in it, and what is refused (DC-2, DC-3); only reads."""

import codecs
import re
from typing import BinaryIO

from cases.documents.models import Media
from cases.documents.naming import extension_of, fits
from cases.documents.packages import package_kind
from cases.documents.pictures import JPEG_BEGIN, PNG_BEGIN, check_jpeg, check_png
from common.errors import RuleViolation

WELCOME = (
    "U kunt toevoegen: PDF, foto (JPEG of PNG), Word (docx), OpenDocument (odt) of tekst (txt)."
)
FIELD = "document"
BEGIN, TAIL, PIECE = 64, 2048, 64 * 1024
KNOWN = {  # how a file begins, and what it is then
    b"MZ": "een programma",
    b"\x7fELF": "een programma",
    b"#!": "een programma",
    b"\xd0\xcf\x11\xe0": "een oud Office-bestand of een bestand met een wachtwoord",
    b"GIF8": "een bewegend plaatje",
    b"{\\rtf": "een rtf-bestand",
    b"\x1f\x8b": "een ingepakt bestand",
    b"7z\xbc\xaf": "een ingepakt bestand",
    b"Rar!": "een ingepakt bestand",
}
MARKUP = re.compile(
    rb"<\s*(?:\?xml|!doctype|svg|html|head|body|script|iframe|object|embed|x:)", re.IGNORECASE
)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")


def judge(file: BinaryIO, name: str) -> Media:
    """What it is; raises RuleViolation with what is wrong and what would be welcome."""
    begin = file.read(BEGIN)
    if not begin:
        raise RuleViolation("Dit bestand is leeg.", field=FIELD)
    media = _kind_of(file, begin)
    if not fits(name, media):
        said = f"De naam eindigt op .{extension_of(name)}, maar het bestand is {media.label}."
        raise RuleViolation(f"{said} Geef het de juiste naam en probeer opnieuw.", field=FIELD)
    return media


def refuse(why: str) -> RuleViolation:
    """A sentence with what would be welcome."""
    return RuleViolation(f"{why} {WELCOME}", field=FIELD)


def _kind_of(file: BinaryIO, begin: bytes) -> Media:
    """By its first bytes, and then by how it is built."""
    for sign, what in KNOWN.items():
        if begin.startswith(sign):
            raise refuse(f"Dit is {what}.")
    if begin.startswith(b"%PDF-"):
        return _pdf(file)
    try:
        if begin.startswith(JPEG_BEGIN):
            return check_jpeg(file)
        if begin.startswith(PNG_BEGIN):
            return check_png(file)
        if begin.startswith(b"PK"):
            return package_kind(file)
    except ValueError as wrong:
        raise refuse(str(wrong)) from None
    return _text(file)


def _pdf(file: BinaryIO) -> Media:
    """A PDF has an end; what was cut off halfway opens for nobody."""
    whole = file.seek(0, 2)
    file.seek(max(0, whole - TAIL))
    if b"%%EOF" not in file.read(TAIL):
        raise refuse("Deze PDF is niet heel.")
    return Media.PDF


def _text(file: BinaryIO) -> Media:
    """Words only: no signs of a program and no markup in which a script can stand."""
    file.seek(0)
    decoder, is_utf8, before = codecs.getincrementaldecoder("utf-8")(), True, b""
    while piece := file.read(PIECE):
        if CONTROL.search(piece):
            raise refuse("Deze soort bestanden kan niet.")
        if MARKUP.search(before + piece):
            raise refuse("Dit is een webpagina of een tekening met code (HTML, SVG of XML).")
        before = piece[-BEGIN:]
        is_utf8 = is_utf8 and _decodes(decoder, piece)
    if not is_utf8 and _is_gibberish(file):
        raise refuse("Deze soort bestanden kan niet.")
    return Media.TEXT


def _decodes(decoder: codecs.IncrementalDecoder, piece: bytes) -> bool:
    try:
        decoder.decode(piece)
    except UnicodeDecodeError:
        return False
    return True


def _is_gibberish(file: BinaryIO) -> bool:
    """Text of an older Windows has some letters with an accent; other bytes are no text."""
    file.seek(0)
    piece = file.read(PIECE)
    high = sum(byte > 0x7F for byte in piece)
    return high * 5 > len(piece)
