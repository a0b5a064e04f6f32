"""A file as lines: what is refused as a whole, and what spoils one line only."""

import io
import tracemalloc

import pytest

from cases.brp.lines import LONGEST_LINE, QUOTES, TOO_LONG, FileRefused, read_header, read_lines


def lines_of(body, header=b"a;b\n"):
    file = io.BytesIO(header + body)
    columns, delimiter, start = read_header(file)
    return columns, list(read_lines(file, delimiter=delimiter, number=1, start=start))


@pytest.mark.parametrize(
    "header", [b"a;b\n", b"A; B\r\n", b"\xef\xbb\xbfa;b\n", b"a,b\n", b'"a";"b"\n']
)
def test_a_header_is_read_however_a_spreadsheet_wrote_it(header):
    assert lines_of(b"", header)[0] == ("a", "b")


def test_lines_keep_their_number_and_their_place():
    body = b"1;x\r\n\n2;y\n3;z"
    _columns, lines = lines_of(body)

    assert [(line.number, line.cells) for line in lines] == [
        (2, ("1", "x")),
        (4, ("2", "y")),
        (5, ("3", "z")),
    ]
    file = io.BytesIO(b"a;b\n" + body)
    again = read_lines(file, delimiter=";", number=lines[1].number, start=lines[1].end)
    assert [line.cells for line in again] == [("3", "z")]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("1;Gözübüyük\n".encode("cp1252"), "Het lijkt Windows-1252. Sla het bestand op als"),
        (b"1;\xc3\n", "Regel 2 is geen UTF-8"),
        (b"1;\x81\xff\x00\n", "Regel 2 is geen UTF-8. Sla"),
    ],
)
def test_another_encoding_refuses_the_file(body, words):
    with pytest.raises(FileRefused, match=words):
        lines_of(body)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("a;b\n".encode("utf-16"), "UTF-16"),
        (b"", "geen kop"),
        (b"a;b", "geen kop"),
        (b'"a;b\n', "geen kop"),
        (b"a" * 20_000 + b"\n", "geen kop"),
        (b"a;b\r1;2\r", "geen kop"),
        (b"PK\x03\x04\xff\xff\n", "geen UTF-8"),
    ],
)
def test_what_is_no_table_is_refused(header, words):
    with pytest.raises(FileRefused, match=words):
        lines_of(b"", header)


@pytest.mark.parametrize("broken", [b'1;"x\n', b'1;"x"y\n', b"1;x\ry\n"])
def test_a_forgotten_quote_spoils_one_line(broken):
    _columns, lines = lines_of(broken + b"2;y\n")

    assert [line.fault for line in lines] == [QUOTES, ""]
    assert lines[1].cells == ("2", "y")


def test_a_line_of_ten_megabytes_is_skipped_without_keeping_it():
    body = b"1;" + b"x" * 10_000_000 + b"\n2;y\n"
    file = io.BytesIO(b"a;b\n" + body)
    tracemalloc.start()
    lines = list(read_lines(file, delimiter=";", number=1, start=4))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert [(line.number, line.fault) for line in lines] == [(2, TOO_LONG), (3, "")]
    assert lines[-1].end == len(body) + 4
    assert peak < 20 * LONGEST_LINE


def test_a_long_line_at_the_end_of_the_file_ends():
    _columns, lines = lines_of(b"x" * (LONGEST_LINE + 1))

    assert [line.fault for line in lines] == [TOO_LONG]
