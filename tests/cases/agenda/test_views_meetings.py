"""The page of one meeting, and who were there."""

from datetime import timedelta

import pytest
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from tests.cases.agenda.conftest import question, too_late
from tests.cases.callbacks.pages import answers_in, text_of
from tests.factories import UserFactory
from tests.factories.agenda import MeetingFactory, PointFactory
from tests.factories.cases import MONDAY, ResidentFactory
from tests.factories.contacts import ContactFactory
from tests.factories.knowledge import SuggestionFactory

pytestmark = pytest.mark.usefixtures("monday")
DAY = timedelta(days=1)


def page_of(client, meeting):
    return client.get(reverse("meeting-detail", args=[meeting.pk]))


def settled(meeting, desk, **own):
    """One point of every kind, ticked off, the question with an agreement."""
    resident = ResidentFactory()
    row = question(desk)
    type(row).objects.filter(pk=row.pk).update(resident=resident)
    agreed = {"agreed": True, "owner": UserFactory(), **own}
    PointFactory(meeting=meeting, object_id=row.pk, **agreed)
    PointFactory(meeting=meeting, kind="article", object_id=SuggestionFactory(team=desk).pk)
    PointFactory(meeting=meeting, kind="late", object_id=too_late(desk).pk)
    return resident


@pytest.mark.parametrize("rows", [1, 5])
def test_a_meeting_costs_the_same_however_long_it_is(
    at_desk, desk, rows, django_assert_num_queries
):
    meeting = MeetingFactory()
    for _ in range(rows):
        settled(meeting, desk)

    # session, user, memberships; points with their meeting, questions, articles, requests;
    # savepoint, line, residents, release; unread notices
    with django_assert_num_queries(12):
        page = page_of(at_desk, meeting)

    assert text_of(page).count("afgevinkt door") == 3 * rows


def test_a_meeting_shows_points_agreements_and_who_was_in_sight(at_desk, desk):
    meeting = MeetingFactory(present="Kim en Noor")
    resident = settled(meeting, desk, due_on=MONDAY.date() - DAY)
    settled(meeting, desk, done_at=MONDAY)

    page = page_of(at_desk, meeting)

    text = text_of(page)
    assert "Overleg van ma 23 november" in text
    assert "6 punten besproken, 2 afspraken, 1 nagekomen." in text
    assert "te laat" in text
    assert answers_in(page)["present"] == "Kim en Noor"
    event = AuditEvent.objects.get(code="meeting.read")
    seen = AuditSubject.objects.filter(event=event).values_list("resident_id", flat=True)
    assert resident.pk in set(seen)
    assert len(seen) == 2


def test_of_another_desk_only_that_it_is_there(at_desk, cast, as_user, desk):
    meeting = MeetingFactory()
    elsewhere = ContactFactory().desk
    settled(meeting, elsewhere)

    page = page_of(at_desk, meeting)

    assert text_of(page).count("Van een andere balie") == 3
    assert "Vraag aan de balie" not in text_of(page)
    assert "TB-" not in text_of(page)
    assert "/terugzetten/" not in page.content.decode()
    event = AuditEvent.objects.get(code="meeting.read")
    assert not AuditSubject.objects.filter(event=event).exists()


def test_points_are_put_back_on_the_day_itself_only(at_desk, desk):
    today, before = MeetingFactory(), MeetingFactory(held_on=MONDAY.date() - 14 * DAY)
    for meeting in (today, before):
        settled(meeting, desk)

    assert page_of(at_desk, today).content.decode().count("/terugzetten/") == 3
    assert page_of(at_desk, before).content.decode().count("/terugzetten/") == 0


def test_a_meeting_of_which_everything_was_put_back(at_desk):
    page = page_of(at_desk, MeetingFactory())

    assert "Alle punten van dit overleg zijn teruggezet" in text_of(page)


def test_hostile_text_is_shown_as_text(at_desk, desk):
    meeting = MeetingFactory(present="<script>alert(1)</script>")
    settled(meeting, desk, agreement="<script>alert(2)</script>")

    page = page_of(at_desk, meeting).content.decode()

    assert "<script>alert" not in page


def test_only_the_first_points_of_a_very_long_meeting_are_shown(at_desk, monkeypatch, desk):
    monkeypatch.setattr("cases.agenda.lines.MOST_ROWS", 3)
    meeting = MeetingFactory()
    for _ in range(2):
        settled(meeting, desk)

    assert "De eerste 3 punten staan hier." in text_of(page_of(at_desk, meeting))


def send(client, meeting, present, was=""):
    url = reverse("meeting-present", args=[meeting.pk])
    return client.post(url, {"present": present, "was": was})


def test_the_names_are_saved(at_desk):
    meeting = MeetingFactory()

    response = send(at_desk, meeting, "Kim <b>, Noor")

    assert response.url == reverse("meeting-detail", args=[meeting.pk])
    meeting.refresh_from_db()
    assert meeting.present == "Kim <b>, Noor"


def test_what_a_colleague_wrote_is_shown_and_can_be_joined(at_desk):
    meeting = MeetingFactory(present="Noor")

    page = send(at_desk, meeting, "Kim")

    assert page.status_code == 200
    assert "Een collega schreef intussen op: “Noor”" in text_of(page)
    sent = answers_in(page)
    assert (sent["present"], sent["was"]) == ("Kim", "Noor")
    assert send(at_desk, meeting, "Kim, Noor", was=sent["was"]).status_code == 302


@pytest.mark.parametrize("length", [301, 10_000])
def test_too_long_is_said_and_writes_over_nothing(at_desk, length):
    meeting = MeetingFactory(present="Noor")

    page = send(at_desk, meeting, "x" * length, was="")

    sent = answers_in(page)
    assert (sent["present"], sent["was"]) == ("x" * length, "")
    assert "x" * 20 not in MeetingFactory(held_on=meeting.held_on).present
    assert send(at_desk, meeting, "Kim", was=sent["was"]).status_code == 200


@pytest.mark.parametrize("number", [0, 987_654_321, 10**30])
def test_a_meeting_that_does_not_exist_is_a_404(at_desk, number):
    assert at_desk.get(reverse("meeting-detail", args=[number])).status_code == 404
    assert at_desk.post(reverse("meeting-present", args=[number])).status_code == 404
