"""What a file is by what is in it; everything that runs, hides or explodes is refused (DC-3)."""

import io
import struct
import zipfile

import pytest

from cases.documents.checking import WELCOME, judge
from cases.documents.models import Media
from common.errors import RuleViolation
from tests.factories.documents import PDF, docx, exif, jpeg, odt, package, png

MACRO_TYPES = b'<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'


def judged(body, name="x"):
    return judge(io.BytesIO(body), name)


@pytest.mark.parametrize(
    ("body", "media"),
    [
        (PDF, Media.PDF),
        (jpeg(exif()), Media.JPEG),
        (png(), Media.PNG),
        (docx(), Media.DOCX),
        (docx({"word/media/foto.jpg": jpeg()}), Media.DOCX),
        (odt(), Media.ODT),
        ("Beste collega,\r\n\tdit is één notitie – met € en مرحبا.".encode(), Media.TEXT),
        (b"\xef\xbb\xbfMet een merk vooraan", Media.TEXT),
        ("Eén brief van vroeger, met a < b en c > d.".encode("cp1252"), Media.TEXT),
        (b"x" * 200_000, Media.TEXT),
    ],
)
def test_what_may_come_in(body, media):
    assert judged(body) == media


def _bomb():
    return docx({"word/media/nul.xml": b"\0" * 20_000_000})


def _many():
    return docx({f"word/media/{number}": b"" for number in range(2_100)})


def _encrypted():
    """A package whose table says that its parts have a password."""
    body = bytearray(docx())
    at = body.find(b"PK\x01\x02")
    body[at + 8 : at + 10] = struct.pack("<H", 1)
    return bytes(body)


def _liar():
    """A table that says there are more parts than could be."""
    body = bytearray(docx())
    at = body.rfind(b"PK\x05\x06")
    body[at + 10 : at + 12] = struct.pack("<H", 65_000)
    return bytes(body)


def _huge_table():
    body = bytearray(docx())
    at = body.rfind(b"PK\x05\x06")
    body[at + 12 : at + 16] = struct.pack("<I", 2_000_000)
    return bytes(body)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "leeg"),
        (b"MZ\x90\x00 programma", "een programma"),
        (b"\x7fELF", "een programma"),
        (b"#!/bin/sh\nrm -rf /", "een programma"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "wachtwoord"),
        (b"GIF89a", "plaatje"),
        (b"%PDF-1.4 en dan niets", "niet heel"),
        (b'<svg xmlns="x"><script>alert(1)</script></svg>', "webpagina"),
        (b'<?xml version="1.0"?>\n<!-- x -->\n<svg onload="alert(1)"/>', "webpagina"),
        (b"Gewone tekst\n" * 9_000 + b"< SCRIPT>alert(1)</script>", "webpagina"),
        (b"x" * (64 * 1024 - 3) + b"<script>", "webpagina"),  # across two pieces
        (b"<!DOCTYPE html><html>", "webpagina"),
        (b"tekst\x00met een nul", "kan niet"),
        (b"tekst\x1b[2J", "kan niet"),
        ("Zestien bits".encode("utf-16"), "kan niet"),
        (bytes(range(128, 256)) * 20, "kan niet"),
        (jpeg()[:40], "niet heel"),
        (b"\xff\xd8\xff\xd9", "niet heel"),
        (b"\xff\xd8\xff\xe1\x00\x00", "niet heel"),
        (png()[:50], "niet heel"),
        (png()[:8] + png()[33:], "niet heel"),
        (package({"brief.txt": b"x"}), "gewone zip"),
        (b"PK\x03\x04 en dan niets", "niet heel"),
        (docx()[:-30], "niet heel"),
        (docx({"word/vbaProject.bin": b"x"}), "macro"),
        (docx(types=MACRO_TYPES), "macro"),
        (docx({"word/activeX/activeX1.xml": b"x"}), "macro"),
        (docx({"word/embeddings/oleObject1.bin": b"x"}), "macro"),
        (docx({"word/media/foto.EXE": b"MZ"}), "macro"),
        (odt({"Basic/Standard/Module1.xml": b"x"}), "macro"),
        (odt({"Scripts/python/x.py": b"x"}), "macro"),
        (docx({"../../etc/passwd": b"x"}), "niet heel"),
        (docx({"/etc/passwd": b"x"}), "niet heel"),
        (odt(manifest=b"<manifest:encryption-data/>"), "wachtwoord"),
        (odt({"mimetype": b"application/x-iets"}), "niet heel"),
        (_encrypted(), "wachtwoord"),
        (_bomb(), "ingepakt"),
        (_many(), "ingepakt"),
        (_liar(), "ingepakt"),
        (_huge_table(), "ingepakt"),
    ],
)
def test_what_may_not(body, why):
    with pytest.raises(RuleViolation, match=why) as broken:
        judged(body)
    assert broken.value.field == "document"
    if body:
        assert str(broken.value).endswith(WELCOME)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("x.exe", PDF),
        ("brief.pdf", jpeg()),
        ("foto.jpg", png()),
        ("a.docm", docx()),
        ("x.svg", b"a"),
    ],
)
def test_a_name_that_says_something_else_is_refused(name, body):
    with pytest.raises(RuleViolation, match="De naam eindigt op"):
        judged(body, name)


def test_a_bomb_is_refused_without_unpacking_it(monkeypatch):
    bomb = _bomb()
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_, **__: pytest.fail("unpacked"))
    with pytest.raises(RuleViolation):
        judged(bomb)
