"""The desk of the contact centre: read aloud, look up, withdraw; no content (S7)."""

import re
from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from audit.models import AuditEvent
from tests.cases.callbacks.pages import text_of
from tests.cases.callbacks.test_views_worklist import numbers_of, numbers_on
from tests.factories import AssignmentFactory
from tests.factories.cases import (
    MONDAY,
    AttemptFactory,
    CallbackFactory,
    OutcomeFactory,
    ResidentFactory,
    in_state,
)

pytestmark = pytest.mark.usefixtures("monday", "noord")


def test_the_answer_page_says_what_to_read_aloud(cast, as_user, desk):
    client, callback = as_user(cast.contact_centre), CallbackFactory(registered_in=desk)

    page = client.get(reverse("callback-registered", args=[callback.pk]))

    assert f"“U wordt uiterlijk di 24 november 17:00 teruggebeld door {callback.team}." in (
        text_of(page)
    )
    assert f"Uw nummer is {callback} .”" in text_of(page)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"postcode": "1315 AA", "house_number": "12"}, "Team Noord belt terug."),
        ({"postcode": "9999 AA"}, "Nog geen team gevonden."),
        ({"postcode": "13"}, "Nog geen team gevonden."),
        ({"postcode": ""}, ""),
        ({}, ""),
    ],
)
def test_the_team_shows_while_the_address_is_typed(cast, as_user, typed, words):
    response = as_user(cast.contact_centre).post(reverse("callback-route"), typed)

    assert response.status_code == 200
    assert text_of(response).startswith(words)
    assert bool(text_of(response)) == bool(words)


def test_the_team_shows_why(cast, as_user):
    assignment = AssignmentFactory(cluster__deviating=True)
    client = as_user(cast.contact_centre)

    by_table = client.post(reverse("callback-route"), {"postcode": "1315AA"})
    by_hand = client.post(
        reverse("callback-route"), {"neighbourhood": str(assignment.neighbourhood_id)}
    )

    assert "postcode 1315AA" in text_of(by_table)
    assert "met de hand gekozen" in text_of(by_hand)


@pytest.mark.parametrize("rows", [1, 5])
def test_the_list_of_the_desk_costs_the_same_however_long_it_is(
    cast, as_user, desk, rows, django_assert_num_queries
):
    for _ in range(rows):
        CallbackFactory(registered_in=desk, claimed=True)
    client = as_user(cast.contact_centre)

    # session, user, memberships; rows; savepoint, line, residents, release; unread notices
    with django_assert_num_queries(9):
        page = client.get(reverse("callback-registered-list"))

    assert len(numbers_on(page)) == rows


def test_the_answer_page_costs_little(cast, as_user, desk, django_assert_num_queries):
    callback = CallbackFactory(registered_in=desk)
    client = as_user(cast.contact_centre)

    # session, user, memberships; request, scope for the grant; savepoint, line, residents,
    # release; unread notices
    with django_assert_num_queries(10):
        client.get(reverse("callback-registered", args=[callback.pk]))


def test_the_desk_sees_only_what_it_wrote_newest_first(cast, as_user, desk):
    old = CallbackFactory(registered_in=desk)
    new = CallbackFactory(registered_in=desk, registered_at=MONDAY + timedelta(hours=1))
    CallbackFactory()

    page = as_user(cast.help_desk).get(reverse("callback-registered-list"))

    assert numbers_on(page) == numbers_of(new, old)


@pytest.mark.parametrize("form", ["{0}", "TB-{0:06d}", "tb-{0:06d}", " TB-{0:06d} ", "0{0}"])
def test_a_request_is_found_by_the_number_the_caller_has(cast, as_user, desk, form):
    callback = CallbackFactory(registered_in=desk)
    CallbackFactory(registered_in=desk)

    page = as_user(cast.contact_centre).get(
        reverse("callback-registered-list"), {"nummer": form.format(callback.pk)}
    )

    assert numbers_on(page) == numbers_of(callback)


@pytest.mark.parametrize("typed", ["999999", "x", "²", "9" * 40, "TB-", "'; --", "-1"])
def test_a_number_that_is_not_there_says_so(cast, as_user, desk, typed):
    CallbackFactory(registered_in=desk)

    page = as_user(cast.contact_centre).get(reverse("callback-registered-list"), {"nummer": typed})

    assert page.status_code == 200
    if typed != "TB-":
        assert "Geen verzoek met dit nummer" in text_of(page)


def test_another_desk_is_not_found_by_number(cast, as_user):
    other = CallbackFactory()

    page = as_user(cast.contact_centre).get(
        reverse("callback-registered-list"), {"nummer": str(other.pk)}
    )

    assert "Geen verzoek met dit nummer" in text_of(page)
    for name in ("callback-registered", "callback-cancel"):
        assert page.client.get(reverse(name, args=[other.pk])).status_code == 404


@pytest.mark.parametrize("state", ["waiting", "claimed", "stuck", "paused", "closed"])
def test_no_page_of_the_desk_holds_what_the_team_wrote(cast, as_user, desk, state):
    """S7: status and next moment, no content: neither the question nor the team's words."""
    resident = ResidentFactory(phone="+31612349999", birth_date="1950-02-28")
    made = {"registered_in": desk, "resident": resident, "question": "kanarie-vraag"}
    if state == "closed":
        made["outcome"] = OutcomeFactory(code="kanarie", label="kanarie-uitkomst")
        made["outcome_note"] = "kanarie-toelichting"
    callback = in_state(state, **made)
    AttemptFactory(callback=callback, by=cast.handler, note="kanarie-notitie")
    callback.steps.create(resident=resident, at=MONDAY, step="paused", note="kanarie-stap")
    client = as_user(cast.contact_centre)
    urls = [
        reverse("home"),
        reverse("callback-registered-list"),
        reverse("callback-registered", args=[callback.pk]),
        reverse("callback-cancel", args=[callback.pk]),
    ]

    for url in urls:
        page = client.get(url)
        assert page.status_code == 200
        for secret in ("kanarie", str(cast.handler), "Er is er tijdelijk niet", "28-02-1950"):
            assert secret not in page.content.decode()
    assert client.get(reverse("callback-detail", args=[callback.pk])).status_code == 403


def test_withdrawing_asks_once_and_then_does_it(cast, as_user, desk):
    callback = CallbackFactory(registered_in=desk)
    client, url = as_user(cast.contact_centre), reverse("callback-cancel", args=[callback.pk])

    assert "intrekken?" in text_of(client.get(url))
    callback.refresh_from_db()
    assert callback.state == "waiting"
    page = client.post(url, follow=True)

    callback.refresh_from_db()
    assert callback.state == "closed"
    assert page.redirect_chain == [(reverse("callback-registered", args=[callback.pk]), 302)]
    assert "is ingetrokken" in text_of(page)


def test_withdrawing_what_is_closed_says_so_and_stays_on_the_site(cast, as_user, desk):
    callback = CallbackFactory(registered_in=desk, closed=True)
    url = reverse("callback-cancel", args=[callback.pk])

    response = as_user(cast.contact_centre).post(
        url, headers={"Referer": f"http://testserver{url}"}
    )

    assert response.url == f"http://testserver{url}"
    assert [str(message) for message in get_messages(response.wsgi_request)] == [
        "Intrekken kan niet meer: de status is “afgesloten”."
    ]


def test_every_look_of_the_desk_stands_in_the_trail(cast, as_user, desk):
    callback = CallbackFactory(registered_in=desk)
    client = as_user(cast.contact_centre)

    client.get(reverse("callback-registered-list"))
    client.get(reverse("callback-registered", args=[callback.pk]))

    codes = list(AuditEvent.objects.order_by("pk").values_list("code", flat=True))
    assert codes == ["callback.status_listed", "callback.status_read"]


def test_the_desk_pages_have_no_link_to_the_team_page(cast, as_user, desk):
    callback = CallbackFactory(registered_in=desk)

    page = as_user(cast.contact_centre).get(reverse("callback-registered-list"))

    assert not re.search(rf'href="/terugbelverzoeken/{callback.pk}/', page.content.decode())
