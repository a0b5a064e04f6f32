from datetime import UTC, datetime, timedelta

import pytest

from clusters.models import Notice
from tests.factories.clusters import MembershipFactory, UserFactory
from tests.factories.login import sign_in
from tests.factories.notices import NoticeFactory, OutboxMailFactory

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LIST = "/meldingen/"


@pytest.fixture
def kim(client, db):
    """An employee who is signed in."""
    person = MembershipFactory().user
    sign_in(client, person)
    return person


def test_notice_list_shows_mine_that_are_new(client, kim):
    NoticeFactory(person=kim, text="Voor mij en nieuw")
    NoticeFactory(person=kim, text="Al gelezen", read_at=AT)
    NoticeFactory(text="Voor een ander")

    text = client.get(LIST).content.decode()

    assert "Voor mij en nieuw" in text
    assert "Al gelezen" not in text
    assert "Voor een ander" not in text
    assert "Alles gelezen" in text


def test_notice_list_has_the_read_ones_behind_a_tab(client, kim):
    NoticeFactory(person=kim, text="Nieuw bericht")
    NoticeFactory(person=kim, text="Oud bericht", read_at=AT)

    text = client.get(f"{LIST}?toon=gelezen").content.decode()

    assert "Oud bericht" in text
    assert "Nieuw bericht" not in text


@pytest.mark.parametrize(
    ("query", "says"),
    [("", "Er zijn geen nieuwe meldingen."), ("?toon=gelezen", "nog geen meldingen gelezen")],
)
def test_notice_list_says_so_when_it_is_empty(client, kim, query, says):
    assert says in client.get(LIST + query).content.decode()


@pytest.mark.parametrize("rows", [1, 5])
def test_notice_list_costs_five_queries(client, kim, rows, django_assert_num_queries):
    """Session, account, roles, the page, unread for the bell."""
    NoticeFactory.create_batch(rows, person=kim)

    with django_assert_num_queries(5):
        client.get(LIST)


def test_notice_list_has_fifty_on_a_page_and_goes_back_and_forth(client, kim):
    for number in range(55):
        NoticeFactory(person=kim, text=f"nr {number}.", created_at=AT + timedelta(minutes=number))

    first = client.get(LIST).context["page"]
    second = client.get(f"{LIST}?{first.next_query}").context["page"]
    back = client.get(f"{LIST}?{second.previous_query}").context["page"]

    assert [row.text for row in first.rows] == [f"nr {number}." for number in range(54, 4, -1)]
    assert [row.text for row in second.rows] == [f"nr {number}." for number in range(4, -1, -1)]
    assert [row.pk for row in back.rows] == [row.pk for row in first.rows]


def test_notice_open_marks_it_and_goes_to_its_page(client, kim):
    notice = NoticeFactory(person=kim, url_name="account")

    answer = client.post(f"{LIST}{notice.pk}/")

    assert answer.url == "/mijn-account/"
    assert Notice.objects.unread().count() == 0


def test_notice_open_by_a_link_goes_there_and_marks_nothing(client, kim):
    notice = NoticeFactory(person=kim, url_name="account")

    assert client.get(f"{LIST}{notice.pk}/").url == "/mijn-account/"
    assert Notice.objects.unread().count() == 1


def test_notice_open_with_a_number_goes_to_that_record(client, kim):
    notice = NoticeFactory(person=kim, url_name="notice-open", object_id=7)

    assert client.post(f"{LIST}{notice.pk}/").url == f"{LIST}7/"


def test_notice_open_of_a_page_that_is_gone_goes_to_the_list(client, kim):
    notice = NoticeFactory(person=kim, url_name="bestaat-niet-meer", object_id=7)

    assert client.post(f"{LIST}{notice.pk}/").url == LIST


@pytest.mark.parametrize("method", ["get", "post"])
def test_notice_open_of_somebody_else_is_not_found(client, kim, method):
    notice = NoticeFactory()

    assert getattr(client, method)(f"{LIST}{notice.pk}/").status_code == 404
    assert Notice.objects.unread().count() == 1


def test_notices_read_marks_mine(client, kim):
    NoticeFactory.create_batch(2, person=kim)
    NoticeFactory()

    assert client.post("/meldingen/gelezen/").url == LIST
    assert Notice.objects.unread().count() == 1


def test_a_notice_cannot_bring_markup(client, kim):
    NoticeFactory(person=kim, text="<script>alert(1)</script>")

    assert "<script>alert" not in client.get(LIST).content.decode()


def test_mailbox_does_not_exist_outside_a_demo(client, kim):
    assert client.get("/postvak/").status_code == 404


def test_mailbox_shows_mail_that_left_newest_first(client, kim, settings):
    settings.DEMO = True
    robin = UserFactory(first_name="Robin", email="robin@example.org")
    OutboxMailFactory(subject="Eerste", recipient=robin, sent_at=AT)
    OutboxMailFactory(subject="Tweede", recipient=robin, sent_at=AT + timedelta(minutes=1))
    OutboxMailFactory(subject="Wacht nog", recipient=robin)

    text = client.get("/postvak/").content.decode()

    assert 0 < text.index("Tweede") < text.index("Eerste")
    assert "robin@example.org" in text
    assert "Wacht nog" not in text


@pytest.mark.parametrize("rows", [1, 5])
def test_mailbox_costs_five_queries(client, kim, settings, rows, django_assert_num_queries):
    """Session, account, roles, the page, unread for the bell."""
    settings.DEMO = True
    OutboxMailFactory.create_batch(rows, sent_at=AT)

    with django_assert_num_queries(5):
        client.get("/postvak/")
