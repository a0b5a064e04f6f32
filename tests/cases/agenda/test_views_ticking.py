"""Ticking off on screen: by one, by many, too late, twice, and what is not yours."""

import re

import pytest
from django.urls import reverse

from cases.agenda.services import tick_points
from cases.models import AgendaPoint, ContactQuestion, Meeting
from tests.cases.agenda.conftest import question, said, ticked
from tests.cases.callbacks.pages import text_of
from tests.factories.agenda import MeetingFactory, PointFactory
from tests.factories.cases import MONDAY
from tests.factories.contacts import ContactFactory

pytestmark = pytest.mark.usefixtures("monday")
TICK, AGENDA = "/overleg/afvinken/", "/overleg/"


def test_points_of_every_kind_are_ticked_in_one_go(at_desk, boxes):
    response = at_desk.post(TICK, {"points": boxes})

    assert (response.status_code, response.url) == (302, AGENDA)
    assert said(response) == ["3 punten afgevinkt."]
    assert ticked() == set(boxes)
    assert "alles is besproken" in text_of(at_desk.get(AGENDA))


def test_a_double_click_is_one_tick_and_no_error(at_desk, boxes):
    at_desk.post(TICK, {"points": boxes[:1] * 2})
    again = at_desk.post(TICK, {"points": boxes[:1]})

    assert again.status_code == 302
    assert ticked() == set(boxes[:1])


def test_what_a_colleague_ticked_a_second_ago_is_said_kindly(at_desk, cast, points, boxes):
    tick_points(refs=[("article", points.article.pk)], by=cast.help_desk)

    response = at_desk.post(TICK, {"points": boxes})

    assert said(response) == [
        "2 punten afgevinkt.",
        f"1 punt was al afgevinkt door {cast.help_desk}.",
    ]


def test_what_left_the_agenda_meanwhile_is_said(at_desk, cast, points, boxes):
    points.article.settled_at, points.article.settled_by = MONDAY, cast.help_desk
    points.article.save()

    response = at_desk.post(TICK, {"points": boxes[1:2]})

    assert said(response) == ["1 punt staat niet meer op de agenda."]
    assert not Meeting.objects.exists()


def test_nothing_chosen_is_said(at_desk):
    response = at_desk.post(TICK, {"agree": "1"})

    assert response.url == AGENDA
    assert said(response) == ["Kies eerst een of meer punten. Er is niets afgevinkt."]


def test_a_whole_subject_goes_with_one_tick_without_what_came_after(at_desk, desk):
    seen = [question(desk) for _ in range(30)]
    page = at_desk.get(AGENDA).content.decode()
    box = re.search(r'name="subjects" value="([\d:]+)"', page)[1]
    late = question(desk)

    response = at_desk.post(TICK, {"subjects": [box]})

    assert said(response) == ["30 punten afgevinkt."]
    assert ticked() == {f"unanswered:{row.pk}" for row in seen}
    assert boxes_of(at_desk) == [f"unanswered:{late.pk}"]


def boxes_of(client):
    page = client.get(AGENDA).content.decode()
    return re.findall(r'name="points" value="([\w:]+)"', page)


def test_a_subject_and_points_of_it_are_ticked_once(at_desk, desk):
    rows = [question(desk) for _ in range(2)]
    subject = f"{rows[0].subject_id}:{rows[1].pk}"

    response = at_desk.post(TICK, {"subjects": [subject], "points": [f"unanswered:{rows[0].pk}"]})

    assert said(response) == ["2 punten afgevinkt."]


def test_a_subject_of_which_nothing_is_left(at_desk, cast, desk):
    row = question(desk)
    tick_points(refs=[("unanswered", row.pk)], by=cast.help_desk)

    response = at_desk.post(TICK, {"subjects": [f"{row.subject_id}:{row.pk}"]})

    assert said(response) == ["Een collega was u voor: deze punten zijn al afgevinkt."]


@pytest.mark.parametrize("extra", [{}, {"agree": "1"}, {"agreement": "Doen."}])
def test_a_foreign_number_touches_nothing(at_desk, desk, boxes, extra):
    contact = ContactFactory(desk=desk, opened_at=MONDAY)
    ours = [question(desk, contact=contact, position=n) for n in range(20)]
    foreign = question(ContactFactory().desk)
    mixed = [*boxes, *(f"unanswered:{row.pk}" for row in ours), f"unanswered:{foreign.pk}"]

    response = at_desk.post(TICK, {"points": mixed, **extra})

    assert response.status_code == 404
    assert not AgendaPoint.objects.exists()
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    "bad",
    [
        {"points": ["unanswered:0"]},
        {"points": ["unanswered:999999999999999999"]},
        {"points": ["unanswered:" + "9" * 19]},
        {"points": ["unanswered:x"]},
        {"points": ["onzin:1"]},
        {"points": ["<script>alert(1)</script>"]},
        {"points": [""]},
        {"points": ["unanswered:1\n"]},
        {"points": ["unanswered:١"]},
        {"subjects": ["1"]},
        {"subjects": ["1:2:3"]},
        {"subjects": ["1:" + "9" * 30]},
    ],
)
def test_what_is_no_point_is_a_404(at_desk, bad):
    assert at_desk.post(TICK, bad).status_code == 404


@pytest.mark.parametrize("number", ["0:0", "999999999999999999:999999999999999999"])
def test_a_subject_that_does_not_exist_ticks_nothing(at_desk, number):
    assert at_desk.post(TICK, {"subjects": [number]}).status_code == 302
    assert not AgendaPoint.objects.exists()


def test_the_other_desk_ticks_nothing_of_ours(cast, as_user, points, boxes):
    client = as_user(cast.other_desk)
    row = points.unanswered

    for box in boxes:
        assert client.post(TICK, {"points": [box]}).status_code == 404
    client.post(TICK, {"subjects": [f"{row.subject_id}:{row.pk}"]})

    assert not AgendaPoint.objects.exists()


def test_more_than_the_browser_may_send_is_refused_whole(at_desk, desk):
    sent = [f"unanswered:{number}" for number in range(1, 1002)]

    assert at_desk.post(TICK, {"points": sent}).status_code == 400
    assert not AgendaPoint.objects.exists()


@pytest.mark.parametrize("number", [0, 987_654_321, 10**30])
@pytest.mark.parametrize("name", ["agreement-detail", "agenda-done", "agenda-undo"])
def test_a_number_that_does_not_exist_is_a_404(at_desk, name, number):
    url = reverse(name, args=[number])
    method = at_desk.get if name == "agreement-detail" else at_desk.post

    assert method(url).status_code == 404


def test_a_tick_is_put_back(at_desk, points, boxes):
    at_desk.post(TICK, {"points": boxes})
    point = AgendaPoint.objects.get(kind="article")
    url = reverse("agenda-undo", args=[point.pk])

    response = at_desk.post(url)

    assert said(response)[-1] == "Dit punt staat weer op de agenda."
    assert boxes_of(at_desk) == [f"article:{points.article.pk}"]
    assert at_desk.post(url).status_code == 404


def test_a_tick_of_another_day_stays(at_desk, points):
    before = MeetingFactory(held_on=MONDAY.date().replace(day=9))
    point = PointFactory(meeting=before, object_id=points.unanswered.pk)

    response = at_desk.post(reverse("agenda-undo", args=[point.pk]))

    assert "Dit overleg is voorbij" in said(response)[0]
    assert AgendaPoint.objects.exists()


def test_the_other_desk_puts_nothing_of_ours_back(cast, as_user, points):
    point = PointFactory(object_id=points.unanswered.pk)

    response = as_user(cast.other_desk).post(reverse("agenda-undo", args=[point.pk]))

    assert response.status_code == 404
    assert ContactQuestion.objects.exists()
    assert AgendaPoint.objects.exists()
