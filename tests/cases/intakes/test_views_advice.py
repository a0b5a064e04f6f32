"""Informatie en advies on the screen: four choices and a count."""

import pytest

from cases.models import AdviceContact
from tests.cases.callbacks.pages import answers_in, errors_of, lost_from, text_of
from tests.factories.cases import SubjectFactory
from tests.factories.intakes import AdviceAnswerFactory, AdviceContactFactory

pytestmark = pytest.mark.usefixtures("monday")
URL = "/wmo-meldingen/informatie-en-advies/"


def told():
    return {
        "channel": "phone",
        "topic": str(SubjectFactory().pk),
        "answer": str(AdviceAnswerFactory().pk),
        "minutes": "15",
    }


def test_a_contact_is_counted_once(cast, as_user):
    client = as_user(cast.team_worker)
    answers = answers_in(client.get(URL)) | told()

    pages = [client.post(URL, answers, follow=True) for _ in range(2)]

    assert "Er is niets over de inwoner bewaard" in text_of(pages[0])
    assert "1 kort contact in 2026" in text_of(pages[0])
    assert AdviceContact.objects.count() == 1


@pytest.mark.parametrize(
    "wrong", [{"minutes": "0"}, {"minutes": "x"}, {"minutes": "999999999999"}, {"topic": ""}]
)
def test_a_mistake_loses_nothing(cast, as_user, wrong):
    client = as_user(cast.team_worker)
    answers = told() | wrong

    page = client.post(URL, answers_in(client.get(URL)) | answers)

    assert set(errors_of(page)) == set(wrong)
    assert lost_from(page, answers) == {}


@pytest.mark.parametrize("rows", [1, 5])
def test_the_page_costs_the_same(noord, cast, as_user, rows, django_assert_num_queries):
    for number in range(rows):
        topic = SubjectFactory(code=f"onderwerp-{number}", label=f"Onderwerp {number}")
        AdviceContactFactory(team=noord, topic=topic)
    client = as_user(cast.team_worker)

    # session, user, memberships; counts; topics, answers; unread notices
    with django_assert_num_queries(7):
        client.get(URL)
