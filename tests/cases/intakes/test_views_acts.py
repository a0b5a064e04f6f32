"""The acts on one melding through the screen."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from cases.intakes.lifecycle import NotificationState
from tests.cases.callbacks.pages import errors_of, lost_from, text_of
from tests.factories.cases import MONDAY
from tests.factories.intakes import NotificationFactory

pytestmark = pytest.mark.usefixtures("monday")
ENDS = ("Geven aan een collega", "Geen vervolg", "Intrekken")


def url_of(name, notification):
    return reverse(f"notification-{name}", args=[notification.pk])


def test_claim_and_release_come_back_to_the_melding(noord, cast, as_user):
    made, client = NotificationFactory(team=noord), as_user(cast.team_worker)

    page = client.post(url_of("claim", made), follow=True)
    assert "is nu van u" in text_of(page)
    assert "Teruggeven" in text_of(page)

    page = client.post(url_of("release", made), follow=True)
    assert "staat weer op de lijst" in text_of(page)


def test_start_and_complete(noord, cast, as_user):
    made = NotificationFactory(team=noord, confirmed=True, handler=cast.handler)
    client = as_user(cast.handler)

    assert "Onderzoek afronden" in text_of(client.post(url_of("start", made), follow=True))
    page = text_of(client.post(url_of("complete", made), follow=True))

    assert "Onderzocht" in page
    assert "Intrekken" not in page


@pytest.mark.parametrize(("name", "state"), [("withdraw", "withdrawn"), ("drop", "no_follow_up")])
def test_an_end_with_a_reason(noord, cast, as_user, name, state):
    made = NotificationFactory(team=noord, handler=cast.handler)

    page = as_user(cast.handler).post(
        url_of(name, made), {"reason": "Is al geholpen."}, follow=True
    )

    made.refresh_from_db()
    assert made.state == state
    assert "Is al geholpen." in text_of(page)


@pytest.mark.parametrize("name", ["withdraw", "drop"])
@pytest.mark.parametrize("reason", ["", "x" * 1001])
def test_a_mistake_stays_on_the_form(noord, cast, as_user, name, reason):
    made = NotificationFactory(team=noord, handler=cast.handler)

    page = as_user(cast.handler).post(url_of(name, made), {"reason": reason})

    assert "reason" in errors_of(page)
    assert lost_from(page, {"reason": reason}) == {}


def test_text_is_kept_when_the_melding_went_to_a_colleague_meanwhile(noord, cast, as_user):
    made = NotificationFactory(team=noord, handler=cast.team_worker)

    page = as_user(cast.handler).post(url_of("drop", made), {"reason": "Lange uitleg."})

    assert page.status_code == 403
    assert "Uw tekst staat hier nog" in text_of(page)
    assert lost_from(page, {"reason": "Lange uitleg."}) == {}
    made.refresh_from_db()
    assert made.state == "received"


def test_the_manager_assigns_and_keeps_sight(noord, cast, as_user):
    made = NotificationFactory(team=noord)
    client = as_user(cast.team_manager)
    choices = client.get(url_of("assign", made)).context["form"].fields["person"].queryset

    page = client.post(url_of("assign", made), {"person": cast.handler.pk}, follow=True)

    assert {person.pk for person in choices} == {
        cast.team_worker.pk,
        cast.handler.pk,
        cast.team_manager.pk,
    }
    assert page.redirect_chain[0][0] == url_of("detail", made)


def test_who_hands_it_on_loses_sight_of_it(noord, cast, as_user):
    made = NotificationFactory(team=noord, handler=cast.handler)

    page = as_user(cast.handler).post(url_of("assign", made), {"person": cast.team_worker.pk})

    assert page.url == reverse("notification-list")


def test_a_refused_step_says_why(noord, cast, as_user):
    made = NotificationFactory(team=noord, handler=cast.handler)

    page = as_user(cast.handler).post(url_of("start", made), follow=True)

    assert "Onderzoek starten kan niet meer" in text_of(page)
    assert not AuditEvent.objects.filter(code="notification.started").exists()


@pytest.mark.parametrize(
    ("own", "buttons"),
    [
        ({"handler": None}, {"Oppakken"}),
        ({}, {"Bevestigen", "Teruggeven", "Triage", *ENDS}),
        (
            {"confirmed": True},
            {"Onderzoek starten", "Triage", *ENDS},
        ),
        (
            {"investigating": True},
            {"Onderzoek afronden", "Triage", "Geven aan een collega", "Intrekken"},
        ),
        ({"investigated": True}, set()),
    ],
)
def test_buttons_are_what_can_be_done_now(noord, cast, as_user, own, buttons):
    made = NotificationFactory(**{"team": noord, "handler": cast.handler, **own})

    shown = as_user(cast.handler).get(url_of("detail", made)).context["buttons"]

    assert {button.label for button in shown} == buttons | {"Kaart van de inwoner"}


def test_the_card_of_the_resident_is_for_whoever_works_on_the_melding(noord, cast, as_user):
    made = NotificationFactory(team=noord, handler=cast.handler)
    card = reverse("resident-detail", args=[made.resident_id])
    bsn = reverse("resident-bsn", args=[made.resident_id])

    assert as_user(cast.handler).get(card).status_code == 200
    assert as_user(cast.handler).get(bsn).status_code == 200
    assert as_user(cast.team_worker).get(bsn).status_code == 403
    assert as_user(cast.outsider_worker).get(card).status_code == 404
    made.state, made.ended_at = NotificationState.WITHDRAWN, MONDAY
    made.save()
    assert as_user(cast.handler).get(card).status_code == 200
    assert as_user(cast.handler).get(bsn).status_code == 403


def test_the_way_to_the_talk_is_for_who_sees_talks(noord, cast, as_user):
    made = NotificationFactory(team=noord, handler=cast.handler)
    panel = reverse("talk-panel", args=[made.pk])

    assert panel in as_user(cast.handler).get(url_of("detail", made)).content.decode()
    assert panel not in as_user(cast.team_manager).get(url_of("detail", made)).content.decode()
