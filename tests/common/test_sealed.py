"""What the rows of a waakvlam, a signal, a meldcode and a request of a team have in common."""

from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from cryptography.exceptions import InvalidTag

from common.sealed import SealedModel
from common.sealing import MasterKey


class Row:
    """A sealed row without a table."""

    _meta = SimpleNamespace(db_table="rows")
    key = MasterKey()
    place: Any = classmethod(SealedModel.place.__func__)
    shut, opened = SealedModel.shut, SealedModel.opened

    def __init__(self):
        self.uuid, self.words, self.other = uuid4(), b"", b""


def test_words_open_in_their_own_column_of_their_own_row_only():
    row, another = Row(), Row()
    row.words = row.other = another.words = row.shut("words", "Kanarie")

    assert row.opened("words") == "Kanarie"
    assert b"Kanarie" not in row.words
    for where, column in ((row, "other"), (another, "words")):
        with pytest.raises(InvalidTag):
            where.opened(column)


def test_nothing_is_kept_as_nothing():
    row = Row()

    assert row.shut("words", "") == b""
    assert row.opened("words") == ""
