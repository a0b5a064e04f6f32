"""The list of a team, the page of one request, and what is late in the whole city."""

import re
from datetime import timedelta
from itertools import chain

import pytest
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from cases.models import CallbackOutcome, CallbackRequest, CallbackSubject
from tests.cases.callbacks.acts import of_noord
from tests.cases.callbacks.pages import text_of
from tests.factories import UserFactory
from tests.factories.cases import (
    MONDAY,
    AttemptFactory,
    CallbackFactory,
    ResidentFactory,
    SubjectFactory,
)

HOUR = timedelta(hours=1)
pytestmark = pytest.mark.usefixtures("monday")


def numbers_on(response):
    """The request numbers on a page, in order."""
    _, _, table = response.content.decode().partition("<tbody>")
    return list(dict.fromkeys(re.findall(r"TB-\d{6}", table)))


def numbers_of(*rows):
    return [row.reference for row in rows]


@pytest.mark.parametrize("rows", [1, 5])
def test_the_worklist_costs_the_same_however_long_it_is(
    cast, as_user, noord, rows, django_assert_num_queries
):
    made = [CallbackFactory(team=noord, claimed=True) for _ in range(rows)]
    elsewhere = CallbackFactory()
    client = as_user(cast.team_worker)
    url = reverse("callback-worklist")
    client.get(url)  # the calendar is then in the cache

    # session, user, memberships; colleagues, subjects, rows; savepoint, line, residents, release;
    # unread notices
    with django_assert_num_queries(11):
        page = client.get(url)

    assert numbers_on(page) == numbers_of(*made)
    assert elsewhere.reference not in page.content.decode()


@pytest.mark.parametrize("rows", [1, 5])
def test_the_page_of_a_request_costs_the_same_however_long_its_history(
    cast, as_user, noord, rows, django_assert_num_queries
):
    callback = CallbackFactory(claimed=True, **of_noord(cast, "claimed"))
    for _ in range(rows):
        AttemptFactory(callback=callback, by=UserFactory())
        callback.steps.create(
            resident=callback.resident, at=MONDAY, by=UserFactory(), step="claimed"
        )
    client = as_user(cast.handler)
    url = reverse("callback-detail", args=[callback.pk])
    client.get(url)

    # session, user, memberships; request; savepoint, line, residents, release; attempts,
    # steps, what stands beside it; unread notices
    with django_assert_num_queries(12):
        page = client.get(url)

    assert page.content.decode().count("Geen gehoor") == rows


def test_most_urgent_stands_first_and_only_what_is_to_be_done(cast, as_user, noord):
    later = CallbackFactory(team=noord, due_at=MONDAY + HOUR)
    late = CallbackFactory(team=noord, due_at=MONDAY - HOUR)
    CallbackFactory(team=noord, paused=True)
    CallbackFactory(team=noord, closed=True)

    page = as_user(cast.team_worker).get(reverse("callback-worklist"))

    assert numbers_on(page) == numbers_of(late, later)
    assert "1 uur te laat" in text_of(page)
    assert "nog 1 uur" in text_of(page)


@pytest.fixture
def various(cast, noord):
    """Requests that differ in one thing each, by name."""
    wonen = SubjectFactory(code="wonen", label="Wonen en huishouden", position=2)
    return {
        "plain": CallbackFactory(team=noord),
        "mine": CallbackFactory(team=noord, claimed=True, handler=cast.team_worker),
        "colleague": CallbackFactory(team=noord, claimed=True, handler=cast.handler),
        "urgent": CallbackFactory(team=noord, urgency="spoed"),
        "wonen": CallbackFactory(team=noord, subject=wonen),
        "paused": CallbackFactory(team=noord, paused=True, handler=cast.team_worker),
        "closed": CallbackFactory(team=noord, closed=True),
        "called": CallbackFactory(
            team=noord,
            closed=True,
            first_attempt_at=MONDAY,
            first_attempt_by=cast.handler,
            first_attempt_minutes=5,
        ),
    }


TO_DO = ["plain", "mine", "colleague", "urgent", "wonen"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", TO_DO),
        ("selectie=onzin&urgentie=onzin&onderwerp=onzin&behandelaar=onzin&team=onzin", TO_DO),
        ("behandelaar=99999999999999999999999&team=99999999999999999999", TO_DO),
        ("selectie=open", [*TO_DO, "paused"]),
        ("selectie=wacht", ["paused"]),
        ("selectie=afgesloten", ["closed", "called"]),
        ("selectie=gebeld", ["called"]),
        ("selectie=niet-opgepakt", ["plain", "urgent", "wonen"]),
        ("urgentie=spoed", ["urgent"]),
        ("onderwerp=wonen", ["wonen"]),
        ("behandelaar=mij", ["mine"]),
        ("behandelaar=niemand", ["plain", "urgent", "wonen"]),
        ("behandelaar={handler}", ["colleague"]),
        ("selectie=gebeld&behandelaar={handler}", ["called"]),
        ("selectie=gebeld&behandelaar=mij", []),
        ("behandelaar={outsider}", []),
        ("team={team}", TO_DO),
        ("behandelaar=mij&urgentie=spoed", []),
    ],
)
def test_a_filter_leaves_what_it_says(cast, as_user, noord, various, query, names):
    query = query.format(handler=cast.handler.pk, outsider=cast.outsider.pk, team=noord.pk)

    page = as_user(cast.team_worker).get(f"{reverse('callback-worklist')}?{query}")

    assert sorted(numbers_on(page)) == sorted(numbers_of(*(various[name] for name in names)))
    if not names:
        assert "Niets in deze lijst" in text_of(page)


def test_the_team_filter_never_reaches_another_team(cast, as_user):
    CallbackFactory(team=cast.elsewhere)

    page = as_user(cast.team_worker).get(
        f"{reverse('callback-worklist')}?team={cast.elsewhere.pk}&selectie=open"
    )

    assert numbers_on(page) == []


@pytest.mark.parametrize("selection", ["te-doen", "afgesloten"])
def test_paging_through_a_long_list_loses_and_doubles_nothing(
    cast, as_user, noord, selection, django_assert_num_queries
):
    """120 requests, all with the same term: forwards and back again."""
    outcome = CallbackOutcome.objects.get(code="beantwoord")
    subject = CallbackSubject.objects.get(code="geld")
    own = {"state": "closed", "outcome": outcome, "closed_at": MONDAY}
    made = CallbackFactory.build_batch(
        120,
        team=noord,
        cluster=noord.cluster,
        resident=ResidentFactory(),
        registered_by=cast.contact_centre,
        registered_in=cast.contact_centre.acting_memberships[0].team,
        subject=subject,
        due_at=MONDAY,
        **(own if selection == "afgesloten" else {}),
    )
    CallbackRequest.objects.bulk_create(made)
    client = as_user(cast.team_worker)
    base = reverse("callback-worklist")
    client.get(base)  # the calendar is then in the cache

    def walk(page, rel):
        pages = [page]
        while link := re.search(f'rel="{rel}" href="([^"]+)"', pages[-1].content.decode()):
            pages.append(client.get(base + link[1].replace("&amp;", "&")))
        return [numbers_on(each) for each in pages], pages[-1]

    # as above, and whether the list goes on
    with django_assert_num_queries(12):
        first = client.get(f"{base}?selectie={selection}")
    forwards, last = walk(first, "next")
    backwards, _ = walk(last, "prev")

    rows = CallbackRequest.objects.order_by("-pk" if selection == "afgesloten" else "pk")
    assert [len(page) for page in forwards] == [50, 50, 20]
    assert list(chain(*forwards)) == numbers_of(*rows)
    assert backwards[::-1] == forwards


def test_what_was_listed_stands_in_the_trail_resident_by_resident(cast, as_user, noord):
    shown = [CallbackFactory(team=noord) for _ in range(3)]
    CallbackFactory()

    as_user(cast.team_worker).get(reverse("callback-worklist"))

    event = AuditEvent.objects.get(code="callback.listed")
    assert (event.actor_id, event.rule) == (cast.team_worker.pk, "team_worker:see_worklist")
    residents = AuditSubject.objects.filter(event=event).values_list("resident_id", flat=True)
    assert set(residents) == {row.resident_id for row in shown}


@pytest.mark.parametrize("rows", [1, 5])
def test_the_list_of_the_city_costs_the_same_however_long_it_is(
    cast, as_user, rows, django_assert_num_queries
):
    for _ in range(rows):
        CallbackFactory(due_at=MONDAY - HOUR, claimed=True)
    client = as_user(cast.general_manager)
    url = reverse("callback-overdue")
    client.get(url)

    # session, user, memberships; rows; savepoint, line, residents, release; unread notices
    with django_assert_num_queries(9):
        page = client.get(url)

    assert len(numbers_on(page)) == rows


def test_the_general_manager_sees_how_late_and_where_and_never_who_or_what(cast, as_user, noord):
    resident = ResidentFactory(
        name="kanarie-naam", phone="+31612349999", postcode="1315ZZ", birth_date="1950-02-28"
    )
    callback = CallbackFactory(
        team=noord,
        claimed=True,
        handler=cast.handler,
        resident=resident,
        due_at=MONDAY - HOUR,
        escalate_at=MONDAY - HOUR / 2,
        question="kanarie-vraag",
        routing_reason="postcode 1315ZZ 12",
    )
    callback.subject.label = "kanarie-onderwerp"
    callback.subject.save()
    AttemptFactory(callback=callback, note="kanarie-notitie")
    client = as_user(cast.general_manager)

    for url in (reverse("callback-overdue"), reverse("dashboard"), reverse("home")):
        page = client.get(url).content.decode()
        for secret in ("kanarie", "9999", "1315ZZ", "1315 ZZ", "28-02-1950"):
            assert secret not in page
    page = client.get(f"{reverse('callback-overdue')}?selectie=veel-te-laat")
    assert numbers_on(page) == numbers_of(callback)
    assert "Team Noord" in text_of(page)
    assert str(cast.handler) in text_of(page)
    assert client.get(reverse("callback-detail", args=[callback.pk])).status_code == 403


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 2),
        ("selectie=te-laat", 2),
        ("selectie=veel-te-laat", 1),
        ("selectie=open", 2),  # only what is late can be chosen here
        ("team={team}", 1),
        ("team=999999999999999999", 0),
        ("team=999999999999999999999999", 2),
        ("team=x", 2),
    ],
)
def test_the_list_of_the_city_can_be_narrowed(cast, as_user, noord, query, count):
    CallbackFactory(team=noord, due_at=MONDAY - HOUR, escalate_at=MONDAY - HOUR / 2)
    CallbackFactory(due_at=MONDAY - HOUR, escalate_at=MONDAY + HOUR)
    CallbackFactory(due_at=MONDAY + HOUR)
    query = query.format(team=noord.pk)

    page = as_user(cast.general_manager).get(f"{reverse('callback-overdue')}?{query}")

    assert len(numbers_on(page)) == count
