"""Agreements on screen: made after the boxes, read by the owner, kept once."""

import re

import pytest
from django.urls import reverse

from cases.agenda.services import tick_points
from cases.models import AgendaPoint
from clusters.models import Notice
from tests.cases.agenda.conftest import question, said, ticked
from tests.cases.callbacks.pages import answers_in, errors_of, lost_from, text_of
from tests.factories.agenda import PointFactory
from tests.factories.cases import MONDAY

pytestmark = pytest.mark.usefixtures("monday")
TICK, AGENDA = "/overleg/afvinken/", "/overleg/"


def written(cast, boxes, **changes):
    """The page of the agreement as it is sent."""
    return {
        "points": boxes,
        "agreement": "Wij bellen de corporatie.",
        "owner": str(cast.handler.pk),
        "due_on": "2026-11-27",
        **changes,
    }


def test_an_agreement_is_made_on_a_page_of_its_own(at_desk, cast, points, boxes):
    page = at_desk.post(TICK, {"points": boxes, "agree": "1"})

    assert page.status_code == 200
    assert not AgendaPoint.objects.exists()
    text = text_of(page)
    assert points.unanswered.question in text
    assert points.article.words in text
    assert points.late.reference in text
    assert points.late.question not in text
    assert set(re.findall(r'name="points" value="([\w:]+)"', page.content.decode())) == set(boxes)

    response = at_desk.post(TICK, written(cast, boxes))

    assert response.url == AGENDA
    assert ticked() == set(boxes)
    assert AgendaPoint.objects.to_do().get().owner == cast.handler


def test_a_long_choice_is_shortened_on_the_page_of_the_agreement(at_desk, desk):
    rows = [question(desk) for _ in range(25)]
    box = f"{rows[0].subject_id}:{rows[-1].pk}"

    page = at_desk.post(TICK, {"subjects": [box], "agree": "1"})

    assert "en nog 5 meer" in text_of(page)
    assert f'value="{box}"' in page.content.decode()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"agreement": ""}, "agreement"),
        ({"agreement": "a" * 10_000}, "agreement"),
        ({"owner": ""}, "owner"),
        ({"due_on": "2026-11-22"}, "due_on"),
        ({"due_on": "morgen"}, "due_on"),
        ({"agreement": "<script>alert(1)</script>", "owner": "0"}, "owner"),
    ],
)
def test_a_wrong_agreement_keeps_what_was_typed_and_chosen(at_desk, cast, boxes, changes, field):
    sent = written(cast, boxes, **changes)

    page = at_desk.post(TICK, sent)

    assert page.status_code == 200
    assert field in errors_of(page)
    typed = {name: sent[name] for name in ("agreement", "owner")}
    if changes.get("owner") != "0":
        assert lost_from(page, typed) == {}
    assert answers_in(page)["agreement"] == sent["agreement"]
    assert "<script>alert" not in page.content.decode()
    assert set(re.findall(r'name="points" value="([\w:]+)"', page.content.decode())) == set(boxes)
    assert not AgendaPoint.objects.exists()


def test_an_agreement_that_comes_too_late_stays_on_the_page(at_desk, cast, points, boxes):
    refs = [(kind, row.pk) for kind, row in vars(points).items()]
    tick_points(refs=refs, by=cast.help_desk)

    page = at_desk.post(TICK, written(cast, boxes))

    assert page.status_code == 200
    assert f"al afgevinkt door {cast.help_desk}" in text_of(page)
    assert answers_in(page)["agreement"] == "Wij bellen de corporatie."


def test_an_agreement_sent_twice_is_one(at_desk, cast, boxes):
    for _ in range(2):
        assert at_desk.post(TICK, written(cast, boxes)).status_code == 302

    assert AgendaPoint.objects.to_do().count() == 1


def test_the_agreement_can_be_read_by_its_owner_and_kept(cast, as_user):
    point = PointFactory(agreed=True, owner=cast.handler, due_on=MONDAY.date())
    client = as_user(cast.handler)
    url = reverse("agreement-detail", args=[point.pk])

    page = client.get(url)
    assert point.agreement in text_of(page)
    assert f'href="{AGENDA}' not in page.content.decode()
    response = client.post(reverse("agenda-done", args=[point.pk]))

    assert response.url == url
    assert said(response) == ["De afspraak is nagekomen."]
    assert "Nagekomen op" in text_of(client.get(url))


def test_the_desk_keeps_an_agreement_and_hears_who_was_first(at_desk):
    point = PointFactory(agreed=True)
    url = reverse("agenda-done", args=[point.pk])

    first, second = at_desk.post(url), at_desk.post(url)

    assert (first.url, second.url) == (AGENDA, AGENDA)
    assert "Een collega was u voor" in said(second)[-1]


def test_no_notice_leads_to_an_agreement_that_was_taken_back(at_desk, cast, as_user, boxes):
    at_desk.post(TICK, written(cast, boxes))
    at_desk.post(reverse("agenda-undo", args=[AgendaPoint.objects.to_do().get().pk]))

    owner = as_user(cast.handler)
    assert "is ingetrokken" in text_of(owner.get(reverse("notice-list")))
    for notice in Notice.objects.filter(person=cast.handler):
        page = owner.post(reverse("notice-open", args=[notice.pk]), follow=True)
        assert page.status_code == 200


@pytest.mark.parametrize("name", ["agreement-detail", "agenda-done"])
def test_a_point_without_an_agreement_has_no_such_page(at_desk, name):
    url = reverse(name, args=[PointFactory().pk])

    assert at_desk.post(url).status_code in (404, 405)
    assert at_desk.get(url).status_code in (404, 405)
