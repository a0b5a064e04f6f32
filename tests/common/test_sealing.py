"""Sealed values open only with the same key, in the row they were sealed for."""

import base64

import pytest
from cryptography.exceptions import InvalidTag

from common.sealing import seal, unseal

HERE, THERE = "table|column|1", "table|column|2"


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
