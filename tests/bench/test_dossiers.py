"""What the bench makes of a dossier opens in the application as if it had been written there."""

from datetime import timedelta

import pytest

from bench.beside import ABOUT, NAME, PAGEFUL, TASK, Beside
from bench.dossiers import ASKED, NOTE, rows_of
from bench.one_dossier import MINE, OPEN_ONES, Dossier, copied
from bench.plans import FINDINGS, RESULT, WHAT, WISH
from cases.demo.bulk import columns
from cases.models import (
    CaseDirection,
    Document,
    Evaluation,
    FileLine,
    Goal,
    HelpRequest,
    MatchRequest,
    Plan,
    PlanAction,
    ResidentFile,
    Task,
)
from tests.factories.cases import MONDAY

MUCH = 20 * OPEN_ONES  # closed, with a plan, a task, a document and a match


def made(number):
    """Objects per table, each opened with the key of the dossier."""
    one = Dossier(number, 2, 3, 4, 5, MONDAY, MONDAY + timedelta(days=3650))
    found = {}
    for table, facts in rows_of(one, Beside()):
        assert set(facts) == set(columns(table))
        found.setdefault(table, []).append(table(**facts))
    (file,) = found[ResidentFile]
    for rows in found.values():
        for row in rows:
            if hasattr(row, "file_id"):
                row.file = file
    return found


@pytest.mark.parametrize("number", [2, OPEN_ONES + 1])
def test_a_made_up_dossier_has_every_column_and_opens(number):
    found = made(number)

    (file,) = found[ResidentFile]
    assert file.is_open is (number == 2)
    assert [row.words for row in found[HelpRequest]] == [ASKED]
    assert [row.words for row in found[FileLine]] == ["", NOTE, ""]
    assert len(found[CaseDirection]) == 1


@pytest.mark.parametrize("number", [MINE, MUCH])
def test_a_plan_opens_and_ends_with_its_dossier(number):
    found, is_open = made(number), number == MINE

    (plan,) = found[Plan]
    assert plan.members == []
    assert {goal.said["wish"] for goal in found[Goal]} == {WISH}
    assert found[Goal][-1].said["result"] == RESULT  # the last one was reached
    assert found[Goal][0].is_open is is_open
    assert {row.said["what"] for row in found[PlanAction]} == {WHAT}
    assert {row.is_open for row in found[PlanAction]} == {is_open}
    assert {row.goal_id for row in found[PlanAction]} == {row.pk for row in found[Goal]}
    assert found[Evaluation][0].said["findings"] == FINDINGS
    assert [row.is_planned for row in found[Evaluation]] == [False, True][: 1 + is_open]


@pytest.mark.parametrize("number", [2, MUCH])
def test_what_lies_beside_it_opens(number):
    found, is_open = made(number), number == 2

    assert {task.words for task in found[Task]} == {TASK}
    assert [task.is_open for task in found[Task]] == [True, False][1 - is_open :]
    (document,) = found[Document]
    assert (document.name, document.words) == (NAME, ABOUT)
    (match,) = found[MatchRequest]
    assert match.wish.words
    assert match.question_id == found[HelpRequest][0].pk
    assert match.is_running is is_open


def test_the_long_dossier_has_more_than_a_page_of_tasks_and_documents():
    found = made(1)

    assert len(found[Document]) == PAGEFUL
    assert sum(not task.is_open for task in found[Task]) == PAGEFUL


def test_most_dossiers_have_nothing_more():
    assert not {Plan, Task, Document, MatchRequest} & set(made(OPEN_ONES + 1))


def test_bytes_are_written_as_copy_reads_them():
    assert copied(["a", "b"], {"a": b"\x01\xff", "b": 1}) == [r"\\x01ff", 1]
