"""Files of the bank: what is read of them, and what is refused with which words (BI-1, BI-3)."""

import io
import zipfile
from datetime import date

import pytest

from budgets.bank.reading import MOST_BYTES, read_statement
from budgets.bank.statements import MOST_LINES, MOST_TEXT, marks_of
from budgets.bank.uploading import BankUpload
from cases.brp.lines import FileRefused
from tests.budgets.bank.statements import OWN, THEIRS, camt, entry
from tests.factories.bank import csv_file, csv_line

TODAY = date(2026, 11, 23)
WITH_SIDE = (
    '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";'
    '"Mutatiesoort";"Mededelingen"\n'
    f'"20261120";"Fonds; de ""beste""";"{OWN}";"{THEIRS}";"OV";"Bij";"1.000,50";"x";'
    '"MB-0000012 dank"\n'
    f'"20261119";"Winkel";"{OWN}";"{THEIRS}";"BA";"Af";"12,00";"x";"pin"\n'
)
WITH_SIGN = (
    '"IBAN/BBAN","Munt","Volgnr","Datum","Bedrag","Tegenrekening IBAN/BBAN","Naam tegenpartij",'
    '"Omschrijving-1","Omschrijving-2"\n'
    f'"{OWN}","EUR","000012","2026-11-20","+1.000,50","{THEIRS}","Fonds","MB-0000012","dank"\n'
    f'"{OWN}","EUR","000013","2026-11-19","-12,00","{THEIRS}","Winkel","pin",""\n'
)


def read(body):
    if isinstance(body, str):
        body = body.encode()
    return read_statement(io.BytesIO(body), TODAY)[1]


def refusal(body):
    with pytest.raises(FileRefused) as refused:
        read(body)
    return str(refused.value)


def test_three_kinds_of_file_say_the_same():
    files = (WITH_SIDE, WITH_SIGN, camt(entry(words="MB-0000012 dank"), entry("12.00", "DBIT")))
    for body in files:
        first, second = read(body)
        assert (first.cents, first.is_incoming, first.booked_on) == (
            100_050,
            True,
            date(2026, 11, 20),
        )
        assert (first.account, first.own_account) == (THEIRS, OWN)
        assert first.description == "MB-0000012 dank"
        assert first.name.startswith("Fonds")
        assert (second.cents, second.is_incoming) == (1_200, False)
    assert read(WITH_SIDE)[0].name == 'Fonds; de "beste"'
    assert read(WITH_SIGN)[0].reference == "000012"


def test_a_byte_order_mark_and_windows_line_ends_are_fine():
    assert len(read(b"\xef\xbb\xbf" + WITH_SIDE.replace("\n", "\r\n").encode())) == 2
    assert len(read(b"\xef\xbb\xbf" + camt(entry()))) == 1


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("", "geen kop"),
        ("\n\n", "kolom voor: datum, bedrag"),
        ("Datum;Naam\n1;2\n", "kolom voor: bedrag"),
        ("a;b\n1;2\n", "kolom voor: datum, bedrag"),
        ("Datum;Bedrag\n", "geen regel met een bedrag"),
        ("Datum;Bedrag\n2026-11-20;0,00\n", "geen regel met een bedrag"),
        ("Datum;Bedrag\n2026-11-20;x\n", "Regel 2: het bedrag is niet te lezen"),
        ("Datum;Bedrag\n2026-11-20;=1+1\n", "Regel 2: het bedrag is niet te lezen"),
        ("Datum;Bedrag\ngisteren;1,00\n", "Regel 2: de datum is niet te lezen"),
        ("Datum;Bedrag\n2026-11-20;1,00;x\n", "meer of minder kolommen"),
        ("Datum;Bedrag\n2026-11-20;1,00\n2026-11-20;1.00\n", "door elkaar"),
        ("Datum;Bedrag\n2026-11-20;1.000\n", "blijkt niet"),
        ("Datum;Bedrag;Munt\n2026-11-20;1,00;USD\n", "niet in euro"),
        ("Datum;Bedrag;Af Bij\n2026-11-20;1,00;?\n", "erbij kwam of eraf"),
        ("Datum;Bedrag;Af Bij\n2026-11-20;-1,00;Bij\n", "erbij kwam of eraf"),
        ('Datum;Bedrag\n2026-11-20;"1,00\n', "aanhalingstekens"),
        (f"Datum;Bedrag;Naam\n2026-11-20;1,00;{'x' * (MOST_TEXT + 1)}\n", "langer dan 4000"),
        (f"Datum;Bedrag;Naam\n2026-11-20;1,00;{'x' * 10_001}\n", "langer dan 10000"),
        ("Datum;Bedrag;Naam\n2026-11-20;1,00;Café\n".encode("cp1252"), "Windows-1252"),
        ("Datum;Bedrag\n2026-11-20;1,00\n".encode("utf-16"), "UTF-16"),
        ("Datum;Bedrag\n" + "2026-11-20;1,00\n" * (MOST_LINES + 1), "meer dan 5000 regels"),
        (b"x" * (MOST_BYTES + 1), "groter dan 5 MB"),
    ],
    ids=range(22),
)
def test_a_table_that_is_wrong_is_refused_and_says_why(body, why):
    assert why in refusal(body)


def test_every_faulty_line_is_counted_and_none_of_its_words_is_said():
    words = refusal("Datum;Bedrag\n" + "geheim;12x\n" * 9)

    assert words.count("Regel ") == 5
    assert "En nog 4" in words
    assert "geheim" not in words
    assert "12x" not in words


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (camt(entry(words="x").replace("x", "&b;"), head=BOMB), "niet veilig"),
        (camt(entry(), head=OUTSIDE), "niet veilig"),
        (camt(entry(), head="<!DOCTYPE Document SYSTEM 'http://x.example/a.dtd'>"), "niet veilig"),
        (camt(entry()).replace(b"Fonds", b"&geheim;"), "niet heel"),
        (camt(entry())[:-20], "niet heel"),
        (camt(entry(), space="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"), "geen bankafsch"),
        (b"<html><body>x</body></html>", "geen bankafschrift"),
        (b"<", "niet heel"),
        (camt("<a>" * 50 + "</a>" * 50), "geen bankafschrift"),
        (camt(entry(name="Caf\xe9")).decode().encode("latin-1"), "geen UTF-8"),
        (camt(entry()).decode().encode("utf-16"), "UTF-16"),
        (camt(), "geen regel met een bedrag"),
        (camt(entry("1.000,50")), "Boeking 1: het bedrag is niet te lezen"),
        (camt(entry("-5.00")), "kleiner dan nul"),
        (camt(entry().replace("EUR", "USD")), "niet in euro"),
        (camt(entry(day="2026-13-01")), "de datum is niet te lezen"),
        (camt(entry(side="X")), "erbij kwam of eraf"),
        (camt(entry(words="x" * (MOST_TEXT + 1))), "langer dan 4000"),
        (camt(*[entry()] * (MOST_LINES + 1)), "meer dan 5000 regels"),
    ],
    ids=range(19),
)
def test_a_statement_that_is_wrong_or_dangerous_is_refused(body, why):
    assert why in refusal(body)


def test_only_what_is_booked_is_read_and_a_batch_is_its_payments():
    waiting = entry().replace("<Sts>BOOK", "<Sts>PDNG")
    part = '<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">{0}</Amt></TxAmt></AmtDtls></TxDtls>'
    batch = entry("30.00", more=part.format("10.00"))
    whole = batch.replace("<TxDtls><RltdPties>", '<TxDtls><Amt Ccy="EUR">20.00</Amt><RltdPties>')
    odd = whole.replace(">10.00<", ">11.00<")

    assert [line.cents for line in read(camt(waiting, entry("5.00")))] == [500]
    assert [line.cents for line in read(camt(whole))] == [2_000, 1_000]
    assert [line.cents for line in read(camt(odd))] == [3_000]


def test_a_script_and_a_formula_are_words_like_others():
    words = "=cmd|' /C calc'!A0 <script>alert(1)</script>"
    body = csv_file([csv_line(1_000, words=f'"{words}"')])

    assert read(body)[0].description == words
    assert read(camt(entry(words=words)))[0].description == words


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\u202e", "\u2028"])
def test_signs_that_no_page_can_show_are_left_out(sign):
    line = csv_line(1_000, name=f"Fo{sign}nds")

    assert read(csv_file([line]))[0].name == "Fo nds"


def test_the_same_is_known_again_and_two_the_same_are_two():
    twice = csv_line(1_000, reference="")
    lines = [twice, twice, csv_line(1_001, reference="")]
    marks = marks_of(read(csv_file(lines)))

    assert len(set(marks)) == 3
    assert set(marks_of(read(csv_file([lines[2], twice, twice])))) == set(marks)
    for other in ({"account": OWN}, {"day": TODAY.replace(day=1)}, {"reference": "R"}):
        changed = csv_line(1_000, **({"reference": ""} | other))
        assert not set(marks_of(read(csv_file([changed])))) & set(marks)
    assert not set(marks_of(read(csv_file([csv_line(-1_000, reference="")])))) & set(marks)


def test_how_a_file_may_not_begin():
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as package:
        package.writestr("a.csv", "x")

    assert "zip" in BankUpload.begin_refused(box.getvalue())
    assert "PDF" in BankUpload.begin_refused(b"%PDF-1.7")
    assert "UTF-16" in BankUpload.begin_refused("Datum".encode("utf-16"))
    assert "iets anders" in BankUpload.begin_refused(b"a\x00b")
    assert BankUpload.begin_refused(WITH_SIDE.encode()) == ""
    assert BankUpload.begin_refused(camt(entry())) == ""
