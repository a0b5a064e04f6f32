"""Pages by position: nothing lost, nothing double, and an address nobody can break."""

from datetime import timedelta

import pytest
from django.http import QueryDict

from clusters.models import Notice
from common.paging import keyset_page
from tests.factories import UserFactory
from tests.factories.cases import MONDAY

SIZE = 50


@pytest.fixture
def rows(db):
    """120 notices on 5 moments, so that most share their moment with others."""
    person = UserFactory()
    Notice.objects.bulk_create(
        Notice(
            person=person,
            text=f"Melding {number}",
            url_name="home",
            created_at=MONDAY + timedelta(hours=number % 5),
            dedup_key=f"notice:{number}",
        )
        for number in range(120)
    )
    return Notice.objects.all()


def page_at(rows, field, query="", size=SIZE):
    return keyset_page(rows, field, QueryDict(query), size=size)


def walk(rows, field):
    """All pages from the first to the last."""
    pages = [page_at(rows, field)]
    while pages[-1].next_query:
        pages.append(page_at(rows, field, pages[-1].next_query))
    return pages


@pytest.mark.parametrize("field", ["created_at", "-created_at"])
def test_walking_forwards_shows_every_row_once_in_order(rows, field):
    pages = walk(rows, field)

    sign = "-" if field.startswith("-") else ""
    wanted = list(rows.order_by(field, f"{sign}pk").values_list("pk", flat=True))
    assert [len(page.rows) for page in pages] == [50, 50, 20]
    assert [row.pk for page in pages for row in page.rows] == wanted


@pytest.mark.parametrize("field", ["created_at", "-created_at"])
def test_walking_back_shows_the_same_pages(rows, field):
    pages = walk(rows, field)
    back = [pages[-1]]
    while back[-1].previous_query:
        back.append(page_at(rows, field, back[-1].previous_query))

    assert [page.rows for page in reversed(back)] == [page.rows for page in pages]
    assert back[-1].next_query == pages[0].next_query


@pytest.mark.parametrize("field", ["created_at", "-created_at"])
def test_peeking_gives_the_same_pages_for_a_query_less(rows, field, django_assert_num_queries):
    pages = walk(rows, field)
    addresses = ["", *(page.next_query for page in pages[:-1])]
    addresses += [page.previous_query for page in pages[1:]]
    addresses.append("na=2000-01-01T00:00:00%2B00:00_1" if field.startswith("-") else "")

    for query in addresses:
        peeked = keyset_page(rows, field, QueryDict(query), size=SIZE, peek=True)
        assert peeked == page_at(rows, field, query)
    with django_assert_num_queries(1):
        keyset_page(rows, field, QueryDict(""), size=SIZE, peek=True)


@pytest.mark.parametrize("size", [119, 120, 121])
def test_peeking_knows_whether_there_is_more(rows, size):
    page = keyset_page(rows, "created_at", QueryDict(""), size=size, peek=True)

    assert len(page.rows) == min(size, 120)
    assert bool(page.next_query) is (size < 120)


def test_a_list_that_fits_has_no_neighbours(rows):
    page = page_at(rows, "created_at", size=120)

    assert len(page.rows) == 120
    assert (page.next_query, page.previous_query) == ("", "")


def test_an_empty_list_is_an_empty_page(db):
    page = page_at(Notice.objects.all(), "created_at")

    assert (page.rows, page.next_query, page.previous_query) == ([], "", "")


def test_other_choices_in_the_address_travel_along(rows):
    page = page_at(rows, "created_at", "selectie=open&team=3")

    kept = QueryDict(page.next_query)
    assert (kept["selectie"], kept["team"]) == ("open", "3")
    following = page_at(rows, "created_at", page.next_query)
    assert QueryDict(following.next_query).getlist("na") == [QueryDict(following.next_query)["na"]]


def test_the_position_is_a_plus_sign_proof_moment(rows):
    query = page_at(rows, "created_at").next_query
    typed = query.replace("%2B", "+")  # a plus in an address reads as a space

    assert page_at(rows, "created_at", typed).rows == page_at(rows, "created_at", query).rows


@pytest.mark.parametrize(
    "position",
    [
        "",
        "_",
        "onzin",
        "2026-11-23",
        "2026-11-23T10:00:00_5",  # no zone
        "2026-13-45T10:00:00+01:00_5",
        "2026-11-23T10:00:00+01:00_",
        "2026-11-23T10:00:00+01:00_x",
        "2026-11-23T10:00:00+01:00_²",  # a digit to Python, not a number
        "2026-11-23T10:00:00+01:00_" + "9" * 40,
        "0001-01-01T00:00:00+14:00_5",  # before the first moment there is
        "9999-12-31T23:59:59-14:00_5",  # and after the last
    ],
)
@pytest.mark.parametrize("side", ["na", "voor"])
def test_a_position_that_cannot_be_is_the_first_page(rows, side, position):
    query = QueryDict(mutable=True)
    query[side] = position

    assert page_at(rows, "created_at", query.urlencode()).rows == page_at(rows, "created_at").rows


@pytest.mark.parametrize("side", ["na", "voor"])
def test_a_page_that_emptied_meanwhile_becomes_the_first_page(rows, side):
    far = {"na": "2030-01-01T00:00:00+00:00_1", "voor": "2020-01-01T00:00:00+00:00_1"}
    query = QueryDict(mutable=True)
    query[side] = far[side]

    page = page_at(rows, "created_at", query.urlencode())

    assert page.rows == page_at(rows, "created_at").rows
    assert page.previous_query == ""


def test_a_page_reads_its_own_rows_and_asks_only_whether_the_list_goes_on(
    rows, django_assert_num_queries
):
    query = page_at(rows, "created_at").next_query

    with django_assert_num_queries(2) as asked:
        page_at(rows, "created_at", query)

    for captured in asked.captured_queries:
        assert "COUNT(" not in captured["sql"]
        assert "OFFSET" not in captured["sql"]
    assert "LIMIT 50" in asked.captured_queries[0]["sql"]
    assert "LIMIT 1" in asked.captured_queries[1]["sql"]


def test_a_last_page_that_is_exactly_full_has_no_next(rows):
    pages = [page_at(rows, "created_at", size=60)]
    pages.append(page_at(rows, "created_at", pages[0].next_query, size=60))

    assert [len(page.rows) for page in pages] == [60, 60]
    assert pages[1].next_query == ""
