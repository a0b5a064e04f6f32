"""A file as lines: every line its number, its object or its fault."""

import json

import pytest

from cases.exchange import lines
from cases.exchange.lines import read_lines, to_line


@pytest.fixture
def read(tmp_path):
    def run(raw):
        path = tmp_path / "in.jsonl"
        path.write_bytes(raw)
        return [(line.number, line.fault or line.value) for line in read_lines(path)]

    return run


def test_empty_lines_count_and_say_nothing(read):
    assert read(b'{"a":1}\n\n  \r\n{"b":2}') == [(1, {"a": 1}), (4, {"b": 2})]


def test_a_mark_at_the_begin_of_the_file_is_no_fault(read):
    assert read(b'\xef\xbb\xbf{"a":1}\n') == [(1, {"a": 1})]


def test_only_a_real_end_of_line_ends_a_line(read):
    text = {"a": "een\u2028twee\u0085drie\nvier"}

    assert read(to_line(text)) == [(1, text)]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"{", "dit is geen JSON (bij teken 2)."),
        (b'{"a":1,"a":2}', "een sleutel staat twee keer in hetzelfde object."),
        (b'{"a":NaN}', "NaN is geen JSON."),
        (b'{"a":' + b"9" * 5000 + b"}", "een getal is te groot."),
        (b'{"a":"\xe9"}', "byte 7 is geen UTF-8."),
        (b"[" * 100_000, "deze regel is te diep genest."),
    ],
    ids=["half", "twice", "nan", "large", "latin", "deep"],
)
def test_what_is_no_line(read, raw, words):
    assert read(b'{"a":1}\n' + raw + b'\n{"b":2}\n') == [(1, {"a": 1}), (2, words), (3, {"b": 2})]


def test_a_line_that_is_too_long_does_not_move_the_next(read, monkeypatch):
    monkeypatch.setattr(lines, "LONGEST_LINE", 20)
    fits = json.dumps("x" * 18).encode()

    found = read(fits + b"\n" + b"x" * 500 + b"\n" + fits)

    assert found == [(1, "x" * 18), (2, "deze regel is langer dan 1 MB."), (3, "x" * 18)]
