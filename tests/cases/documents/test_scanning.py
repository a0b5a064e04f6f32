"""clamd is asked over its own words; whatever is no verdict is silence (DC-7)."""

import io

import pytest

from cases.documents.scanning import ScannerSilent, Verdict, clamd, scanner
from tests.cases.documents.clamd import SIGN, fake_clamd


def test_nothing_scans_unless_it_is_set(settings):
    settings.DOCUMENT_SCANNER = ""
    assert scanner() is None
    settings.DOCUMENT_SCANNER = "cases.documents.scanning.clamd"
    assert scanner() is clamd


@pytest.mark.parametrize("size", [0, 1, 64 * 1024, 200_000])
def test_all_of_it_is_sent(settings, size):
    with fake_clamd(settings) as server:
        assert clamd(io.BytesIO(b"x" * size)) == Verdict.CLEAN
    assert server.streams == [b"x" * size]


def test_a_virus_is_found(settings):
    with fake_clamd(settings):
        assert clamd(io.BytesIO(b"tekst " + SIGN)) == Verdict.INFECTED


@pytest.mark.parametrize(
    "reply",
    [b"INSTREAM size limit exceeded. ERROR\0", b"\0", b"stream: OK maar\0", b"x" * 9000, b"\xff\0"],
)
def test_anything_else_is_no_verdict(settings, reply):
    with fake_clamd(settings, reply), pytest.raises(ScannerSilent):
        clamd(io.BytesIO(b"x"))


@pytest.mark.parametrize("address", ["127.0.0.1:1", "/bestaat/niet.sock", "geen-poort", ""])
def test_a_scanner_that_is_away_is_silent(settings, address):
    settings.CLAMD_ADDRESS = address
    with pytest.raises(ScannerSilent):
        clamd(io.BytesIO(b"x"))


def test_one_that_hangs_is_given_up(settings, monkeypatch):
    monkeypatch.setattr("cases.documents.scanning.PATIENCE", 0.2)
    with fake_clamd(settings, None), pytest.raises(ScannerSilent):
        clamd(io.BytesIO(b"x"))
