"""A paper is one per order, whole when it is made, and opens only in its own row (PP-2, PP-6)."""

from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction

from cases.models import Paper
from cases.papers.models import STALE
from tests.factories.cases import MONDAY
from tests.factories.papers import PaperFactory

pytestmark = pytest.mark.django_db


def test_the_file_opens_as_it_was_kept():
    made = PaperFactory(made=True, pdf=b"%PDF-1.7 een brief")

    assert Paper.objects.get(pk=made.pk).open() == b"%PDF-1.7 een brief"
    assert b"een brief" not in bytes(made.content)


def test_every_paper_has_a_key_of_its_own_and_none_opens_another():
    one, other = PaperFactory(made=True), PaperFactory(made=True)
    one.content = other.content

    with pytest.raises(InvalidTag):
        one.open()
    one.data_key = other.data_key
    with pytest.raises(InvalidTag):
        one.open()


@pytest.mark.parametrize(
    "broken",
    [
        {"state": "other"},
        {"state": "made"},
        {"made": True, "pages": 0},
        {"made": True, "made_at": None},
        {"made": True, "pdf": b"", "content": b"", "state": "asked"},
        {"making": True, "started_at": None},
    ],
)
def test_the_database_refuses_half_a_paper(broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        PaperFactory(**{"pages": 1, "pdf": b""} | broken)


def test_one_paper_per_thing_and_what_is_shown_of_it():
    PaperFactory(source="7", mark="a")
    PaperFactory(source="7", mark="b")

    with pytest.raises(IntegrityError), transaction.atomic():
        PaperFactory(source="7", mark="a")


def test_what_waits_is_taken_in_order_and_what_is_gone_again():
    late = PaperFactory(asked_at=MONDAY + timedelta(minutes=1))
    early = PaperFactory()
    gone = PaperFactory(making=True, asked_at=MONDAY + timedelta(minutes=2))
    PaperFactory(made=True)
    PaperFactory(failed=True)

    before = Paper.objects.to_make(MONDAY + STALE - timedelta(seconds=1))
    assert list(before) == [early, late]
    assert list(Paper.objects.to_make(MONDAY + STALE, but={early.pk})) == [late, gone]
