"""Sealed values open only with the same key, in the row they were sealed for."""

import base64

import pytest
from cryptography.exceptions import InvalidTag

from common.sealing import Envelope, new_data_key, seal, unseal

HERE, THERE, FILE = "table|column|1", "table|column|2", "table|key|1"


def test_what_was_sealed_opens_in_its_own_row():
    assert unseal(seal(b"geheim", bound_to=HERE), bound_to=HERE) == b"geheim"


def test_a_value_copied_to_another_row_does_not_open():
    with pytest.raises(InvalidTag):
        unseal(seal(b"geheim", bound_to=HERE), bound_to=THERE)


def test_a_changed_value_does_not_open():
    sealed = bytearray(seal(b"geheim", bound_to=HERE))
    sealed[-1] ^= 1

    with pytest.raises(InvalidTag):
        unseal(bytes(sealed), bound_to=HERE)


def test_another_key_does_not_open_it(settings):
    sealed = seal(b"geheim", bound_to=HERE)
    settings.DATA_KEY = base64.b64encode(b"another key of thirty-two bytes!").decode()

    with pytest.raises(InvalidTag):
        unseal(sealed, bound_to=HERE)


def test_the_same_text_never_looks_the_same_and_is_not_in_sight():
    first, second = seal(b"geheim", bound_to=HERE), seal(b"geheim", bound_to=HERE)

    assert first != second
    assert b"geheim" not in first


def test_the_key_of_a_file_opens_what_it_sealed_and_nothing_of_another_file():
    mine, other = (Envelope(new_data_key(bound_to=FILE), bound_to=FILE) for _ in range(2))
    sealed = mine.seal(b"geheim", bound_to=HERE)

    assert mine.unseal(sealed, bound_to=HERE) == b"geheim"
    for opener, place in ((other, HERE), (mine, THERE)):
        with pytest.raises(InvalidTag):
            opener.unseal(sealed, bound_to=place)


def test_the_key_of_a_file_does_not_open_in_the_row_of_another_file():
    wrapped = new_data_key(bound_to=FILE)

    with pytest.raises(InvalidTag):
        Envelope(wrapped, bound_to="table|key|2")


def test_the_master_key_alone_does_not_open_what_a_file_sealed():
    sealed = Envelope(new_data_key(bound_to=FILE), bound_to=FILE).seal(b"geheim", bound_to=HERE)

    with pytest.raises(InvalidTag):
        unseal(sealed, bound_to=HERE)
