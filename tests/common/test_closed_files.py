"""A closed file opens whole or not at all, from anywhere, in the memory of a chunk."""

import os
import tracemalloc

import pytest
from cryptography.exceptions import InvalidTag

from common.closed_files import CHUNK, OVERHEAD, ClosedWriter, open_closed
from common.sealing import Envelope, new_data_key


@pytest.fixture
def envelope():
    return Envelope(new_data_key(bound_to="k"), bound_to="k")


def closed(path, envelope, *pieces):
    writer = ClosedWriter(path, envelope, bound_to="here")
    for piece in pieces:
        writer.write(piece)
    writer.close()
    writer.close()
    return path


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7])
def test_what_goes_in_comes_out_from_anywhere(tmp_path, envelope, size):
    body = os.urandom(size)
    path = closed(tmp_path / "a", envelope, body[:5], body[5:])

    with open_closed(path, envelope, bound_to="here") as file:
        assert file.read() == body
        file.seek(size // 2)
        assert file.read() == body[size // 2 :]
        assert file.seek(-min(size, 3), os.SEEK_END) == size - min(size, 3)
        assert file.read() == body[size - min(size, 3) :]
    assert (path.stat().st_mode & 0o777) == 0o600


def test_lines_are_read_over_the_edge_of_a_chunk(tmp_path, envelope):
    lines = [b"%d;" % number + b"x" * 1000 + b"\n" for number in range(200)]
    path = closed(tmp_path / "a", envelope, b"".join(lines))

    with open_closed(path, envelope, bound_to="here") as file:
        assert list(file) == lines


def swap(whole):
    size = CHUNK + OVERHEAD
    return whole[size : 2 * size] + whole[:size] + whole[2 * size :]


@pytest.mark.parametrize(
    "spoil",
    [
        swap,
        lambda whole: whole[: 2 * (CHUNK + OVERHEAD)],
        lambda whole: whole[:-1],
        lambda whole: whole + b"x",
        lambda whole: whole[:100] + bytes([whole[100] ^ 1]) + whole[101:],
    ],
    ids=["swapped", "cut at a chunk", "cut", "longer", "a bit"],
)
def test_what_was_tampered_with_does_not_open(tmp_path, envelope, spoil):
    path = closed(tmp_path / "a", envelope, os.urandom(3 * CHUNK))
    path.write_bytes(spoil(path.read_bytes()))

    with open_closed(path, envelope, bound_to="here") as file, pytest.raises(InvalidTag):
        file.read()


def test_another_key_or_place_does_not_open(tmp_path, envelope):
    path = closed(tmp_path / "a", envelope, b"geheim")
    other = Envelope(new_data_key(bound_to="k"), bound_to="k")

    for key, place in ((other, "here"), (envelope, "there")):
        with open_closed(path, key, bound_to=place) as file, pytest.raises(InvalidTag):
            file.read()
    assert b"geheim" not in path.read_bytes()


def test_a_large_file_takes_the_memory_of_a_few_chunks(tmp_path, envelope):
    piece = b"x" * CHUNK
    tracemalloc.start()
    path = closed(tmp_path / "a", envelope, *(piece for _ in range(300)))
    with open_closed(path, envelope, bound_to="here") as file:
        while file.read(CHUNK):
            pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 12 * CHUNK
