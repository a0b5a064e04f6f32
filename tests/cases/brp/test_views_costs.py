"""What the pages of an extract cost: the same for one row and for many."""

import pytest
from django.urls import reverse

from tests.cases.brp.extracts import anja, extract
from tests.factories.brp import checked_upload, upload_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("upload_dir")]
BODY, UPLOADS = extract(anja()), "/brp-uittreksels/"


@pytest.fixture
def browser(cast, as_user):
    return as_user(cast.city_hall_team)


def page_of(browser, upload, **headers):
    return browser.get(reverse("brp-upload", args=[upload.pk]), headers=headers)


@pytest.mark.parametrize("extra", [0, 60])
def test_the_page_costs_the_same_for_one_fault_and_for_many(
    browser, cast, extra, django_assert_num_queries
):
    upload = checked_upload(cast.city_hall_team, BODY)
    for number in range(extra):
        upload.faults.create(line=number, reason="Er is geen naam.")
    page_of(browser, upload)
    with django_assert_num_queries(PAGE_QUERIES):
        page = page_of(browser, upload).content.decode()
    assert page.count("<tr>") == min(extra + 1, 50) + 1
    assert ("Volgende" in page) is bool(extra)


@pytest.mark.parametrize("rows", [1, 5])
def test_the_list_and_the_poll_cost_the_same(browser, cast, rows, django_assert_num_queries):
    made = [upload_of(cast.city_hall_team, BODY) for _ in range(rows)]
    browser.get(UPLOADS)
    with django_assert_num_queries(LIST_QUERIES):
        browser.get(UPLOADS)
    with django_assert_num_queries(POLL_QUERIES):
        page_of(browser, made[0], **{"HX-Request": "true", "X-Poll": "1"})


PAGE_QUERIES, LIST_QUERIES, POLL_QUERIES = 10, 8, 5
