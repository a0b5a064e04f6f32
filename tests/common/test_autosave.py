"""What two windows, a second try and a lost answer do to a form that saves itself (design 9)."""

import pytest
from django.http import QueryDict

from cases.models import CallDraft
from common.autosave import LONGEST_CONTENT, SaveConflict, Stamp, stamp_of
from common.errors import RuleViolation
from tests.factories.cases import MONDAY


@pytest.fixture
def draft() -> CallDraft:
    """A row that was just opened; nothing needs a table."""
    row = CallDraft(saved_at=MONDAY)
    row.keep({})
    return row


def save(row: CallDraft, text: str, version: int, window: str = "w1", number: int = 0) -> bool:
    return row.accept({"name": [text]}, Stamp(version, window, number), at=MONDAY)


def test_every_save_is_a_version_on(draft):
    assert [save(draft, "a", 1), save(draft, "ab", 2)] == [True, True]
    assert (draft.version, draft.typed()["name"]) == (3, "ab")


def test_what_is_sent_twice_is_kept_once(draft):
    save(draft, "a", 1, number=1)

    assert not save(draft, "a", 1, number=1)
    assert draft.version == 2


def test_after_a_lost_answer_the_next_text_of_the_same_window_is_kept(draft):
    save(draft, "a", 1, number=1)  # arrived, but the window never heard that it is version 2 now

    assert save(draft, "ab", 1, number=2)
    assert draft.typed()["name"] == "ab"


def test_a_save_that_comes_late_changes_nothing(draft):
    save(draft, "ab", 1, number=2)

    assert not save(draft, "a", 1, number=1)
    assert draft.typed()["name"] == "ab"


def test_another_window_that_knows_an_older_version_is_a_conflict(draft):
    save(draft, "theirs", 1, window="w1", number=5)

    with pytest.raises(SaveConflict) as conflict:
        save(draft, "mine", 1, window="w2", number=9)

    assert conflict.value.theirs["name"] == "theirs"
    assert draft.typed()["name"] == "theirs"


def test_a_window_that_was_overtaken_is_a_conflict_whatever_its_number(draft):
    save(draft, "first", 1, window="w1", number=1)
    save(draft, "second", 2, window="w2", number=1)

    with pytest.raises(SaveConflict):
        save(draft, "first again", 2, window="w1", number=99)


def test_too_much_text_is_refused_and_nothing_is_lost(draft):
    save(draft, "a", 1)

    with pytest.raises(RuleViolation, match="te veel tekst"):
        save(draft, "x" * (LONGEST_CONTENT + 1), 2)

    assert draft.typed()["name"] == "a"


@pytest.mark.parametrize("text", ["", "-1", "1.5", "drie", "9" * 10, "²", "\x00"])
def test_a_stamp_that_cannot_be_read_knows_nothing(text):
    data = QueryDict(mutable=True)
    data.update({"version": text, "number": text, "window": "w" * 99})

    assert stamp_of(data) == Stamp(0, "w" * 40, 0)
