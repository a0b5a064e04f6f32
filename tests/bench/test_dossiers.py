"""What the bench makes of a dossier opens in the application as if it had been written there."""

import pytest

from bench.dossiers import ASKED, NOTE, OPEN_ONES, Dossier, _values, rows_of
from cases.demo.bulk import columns
from cases.dossiers.models import CaseDirection, FileLine, HelpRequest, ResidentFile
from tests.factories.cases import MONDAY


@pytest.mark.parametrize("number", [1, OPEN_ONES + 1])
def test_a_made_up_dossier_has_every_column_and_opens(number):
    rows = list(rows_of(Dossier(number, 2, 3, 4, 5, MONDAY)))

    assert [table for table, _ in rows] == [
        ResidentFile,
        CaseDirection,
        HelpRequest,
        FileLine,
        FileLine,
        FileLine,
    ]
    for table, facts in rows:
        assert set(facts) == set(columns(table))
    made = [table(**facts) for table, facts in rows]
    file = made[0]
    for row in made[2:]:
        row.file = file
    assert file.is_open is (number == 1)
    assert [row.words for row in made[2:]] == [ASKED, "", NOTE, ""]


def test_bytes_are_written_as_copy_reads_them():
    assert _values(["a", "b"], {"a": b"\x01\xff", "b": 1}) == [r"\\x01ff", 1]
