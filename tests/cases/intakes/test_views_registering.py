"""Writing a melding down on the screen: nothing is lost, one click makes one."""

from datetime import timedelta

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from cases.models import WmoNotification
from tests.cases.callbacks.pages import ODD, TOO_LONG, answers_in, errors_of, lost_from, text_of
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.intakes import NotificationFactory

TOLD = {"reported_by": "resident", "question": "Ik kan niet meer douchen.", "mine": "on"}

UNKEPT = {"channel", "submission_key", "csrfmiddlewaretoken"}


def from_callback(callback):
    return reverse("notification-from-callback", args=[callback.pk])


def for_resident(callback):
    return reverse("notification-for-resident", args=[callback.pk])


def made_of(callback, **own):
    """The melding of a callback."""
    facts = {"resident": callback.resident, "team": callback.team, "callback": callback}
    return NotificationFactory(**facts | own)


def filled(client, url, **own):
    """What a browser sends after somebody filled the form in."""
    return answers_in(client.get(url)) | TOLD | own


def test_the_page_of_a_callback_offers_it_to_who_has_it(callback, cast, as_user):
    url = reverse("callback-detail", args=[callback.pk])

    assert from_callback(callback) in as_user(cast.handler).get(url).content.decode()
    assert from_callback(callback) not in as_user(cast.team_worker).get(url).content.decode()
    assert from_callback(callback) not in as_user(cast.team_manager).get(url).content.decode()


def test_a_callback_becomes_a_melding(callback, cast, as_user):
    client, url = as_user(cast.handler), from_callback(callback)
    page = client.get(url)
    assert answers_in(page)["question"] == callback.question
    assert answers_in(page)["received_on"] == "2026-11-23"
    assert AuditEvent.objects.filter(code="notification.prepared").exists()

    done = client.post(url, filled(client, url), follow=True)

    made = WmoNotification.objects.get()
    assert done.redirect_chain == [(reverse("notification-detail", args=[made.pk]), 302)]
    assert made.question == TOLD["question"]
    assert "is vastgelegd" in text_of(done)


def test_a_double_click_leads_to_the_one_melding(callback, cast, as_user):
    client, url = as_user(cast.handler), from_callback(callback)
    sent = filled(client, url)

    pages = [client.post(url, sent) for _ in range(2)]

    assert pages[0].url == pages[1].url
    assert WmoNotification.objects.count() == 1


def test_opened_again_it_leads_to_the_melding_that_is_there(callback, cast, as_user):
    made = made_of(callback, handler=cast.handler)
    client = as_user(cast.handler)

    page = client.get(from_callback(callback), follow=True)

    assert page.redirect_chain == [(reverse("notification-detail", args=[made.pk]), 302)]
    assert "is al een melding vastgelegd" in text_of(page)


def test_a_colleague_whose_melding_it_is_not_lands_on_the_list(callback, cast, as_user):
    made_of(callback, handler=cast.team_worker)

    page = as_user(cast.handler).get(from_callback(callback))

    assert page.url == reverse("notification-list")


def test_a_stale_form_keeps_its_text_when_a_melding_was_made(callback, cast, as_user):
    client, url = as_user(cast.handler), from_callback(callback)
    first, second = filled(client, url), filled(client, url, question="Iets anders.")
    client.post(url, first)

    page = client.post(url, second)

    assert "is al een melding vastgelegd" in str(errors_of(page))
    assert lost_from(page, {name: second[name] for name in set(second) - UNKEPT}) == {}


def test_the_callback_of_a_colleague_is_not_made_a_melding(callback, cast, as_user):
    assert as_user(cast.team_worker).get(from_callback(callback)).status_code == 403
    assert as_user(cast.team_worker).post(from_callback(callback), TOLD).status_code == 403


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"question": ""}, "question"),
        ({"question": TOO_LONG}, "question"),
        ({"received_on": "2026-11-24"}, "received_on"),
        ({"received_on": "gisteren"}, "received_on"),
        ({"reported_by": "family", "question": ODD}, "reporter_name"),
        ({"is_urgent": "on"}, "urgent_reason"),
        ({"channel": "duif"}, "channel"),
        ({"submission_key": ""}, "submission_key"),
    ],
)
def test_a_mistake_loses_nothing(callback, cast, as_user, wrong, field):
    client, url = as_user(cast.handler), from_callback(callback)
    sent = filled(client, url, **wrong)

    page = client.post(url, sent)

    assert field in errors_of(page)
    assert lost_from(page, {name: sent[name] for name in set(sent) - UNKEPT}) == {}
    assert not WmoNotification.objects.exists()


def test_odd_text_is_shown_as_it_was_typed(callback, cast, as_user):
    client, url = as_user(cast.handler), from_callback(callback)

    page = client.post(url, filled(client, url, question=ODD), follow=True)

    assert "<script>alert" not in page.content.decode()
    assert WmoNotification.objects.get().question == ODD


def test_for_a_known_resident_the_number_comes_first(callback, cast, as_user):
    client = as_user(cast.team_worker)

    page = client.post(reverse("notification-new"), {"number": callback.reference})

    assert page.url == for_resident(callback)
    assert answers_in(client.get(page.url))["received_on"] == "2026-11-23"


def test_another_way_for_the_team_lands_on_the_melding(callback, cast, as_user):
    client, url = as_user(cast.team_worker), for_resident(callback)
    told = filled(
        client,
        url,
        channel="letter",
        received_on=str(MONDAY.date() - timedelta(days=3)),
        reported_by="professional",
        reporter_name="Wijkverpleging",
    )
    del told["mine"]

    client.post(url, told)

    made = WmoNotification.objects.get()
    assert (made.handler, made.callback, made.channel) == (None, None, "letter")
    assert made.received_on == MONDAY.date() - timedelta(days=3)


def test_who_already_has_a_melding_is_said_above_the_form(callback, cast, as_user):
    NotificationFactory(resident=callback.resident, team=callback.team, handler=cast.handler)
    NotificationFactory(resident=callback.resident, team=callback.team, withdrawn=True)

    page = as_user(cast.team_worker).get(for_resident(callback))

    assert text_of(page).count("Voor deze inwoner loopt al een melding") == 1


@pytest.mark.parametrize("running", [1, 5])
def test_the_form_costs_the_same(callback, cast, as_user, running, django_assert_num_queries):
    for _ in range(running):
        NotificationFactory(resident=callback.resident, team=callback.team, handler=cast.handler)
    client = as_user(cast.team_worker)

    # session, user, memberships; request; savepoint, line, resident, release; open meldingen;
    # unread notices
    with django_assert_num_queries(10):
        client.get(for_resident(callback))


def test_a_callback_of_another_team_is_not_there(cast, as_user):
    theirs = CallbackFactory(team=cast.elsewhere)

    assert as_user(cast.team_worker).get(for_resident(theirs)).status_code == 404
