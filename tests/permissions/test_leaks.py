"""Tokens in every sensitive field, looked for in every page of everybody (S3, S10)."""

from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.db.models import Q
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from cases.models import CallbackAttempt, CallbackRequest, CallbackStep, Resident
from tests.factories import ClusterFactory
from tests.factories.cases import MONDAY, CallbackFactory, OutcomeFactory, ResidentFactory
from tests.factories.login import sign_in
from tests.permissions.matrix import MATRIX
from tests.permissions.rows import CALLBACK, DESK, PEOPLE, TEAM
from tests.permissions.things import CLOSED_BSN, CLOSED_POSTCODE, THINGS

pytestmark = pytest.mark.django_db

NAME, PHONE, ADDRESS, QUESTION, NOTE, REASON, OUTCOME = (
    "Kanarienaam",
    "06 12340001",
    "1315 KA",
    "Kanarievraag",
    "Kanarienotitie",
    "Kanariereden",
    "Kanarieuitkomst",
)
CONTENT = {PHONE, ADDRESS, QUESTION, NOTE, REASON, OUTCOME}
EVERYTHING = CONTENT | {NAME}
CLOSED = {CLOSED_BSN, CLOSED_POSTCODE, "1398 QX"}
"""In nobody's page, not even for who may open it: that takes a reason (S42)."""


@pytest.fixture
def world(cast: SimpleNamespace, noord: Any, desk: Any, calendar_data: None) -> Any:
    with time_machine.travel(MONDAY, tick=True):
        yield SimpleNamespace(
            cast=cast, noord=noord, desk=desk, callback=_callback(cast, noord, desk)
        )


def _callback(cast: SimpleNamespace, noord: Any, desk: Any) -> CallbackRequest:
    """A late request with a token in every field, on the handler's desk."""
    resident = ResidentFactory(
        name=NAME, phone="+31612340001", postcode="1315KA", house_number=7, birth_date="1950-01-02"
    )
    callback = CallbackFactory(
        resident=resident,
        team=noord,
        registered_in=desk,
        claimed=True,
        handler=cast.handler,
        question=QUESTION,
        due_at=MONDAY.replace(day=20),
    )
    CallbackAttempt.objects.create(
        callback=callback,
        resident=resident,
        submission_key="0" * 32,
        at=MONDAY,
        by=cast.handler,
        result="voicemail",
        note=NOTE,
    )
    CallbackStep.objects.create(
        callback=callback, resident=resident, at=MONDAY, step="forwarded", note=REASON
    )
    return callback


def _pages(world: SimpleNamespace) -> dict[str, str]:
    """Every page that answers GET, with something real behind it."""
    found, callback = {}, world.callback
    for name, row in MATRIX.items():
        if row.method == "get" and row.about != "notice":
            args = {
                CALLBACK: [callback.pk],
                "cluster": [callback.cluster.code],
                "employee": [callback.handler_id],
            }
            if row.about in THINGS:
                args[row.about] = THINGS[row.about](world)
            found[name] = reverse(name, args=args.get(row.about, []))
    return found


def _body(response: Any) -> str:
    """All that came, also of a document that comes in pieces."""
    whole = b"".join(response.streaming_content) if response.streaming else response.content
    return str(whole.decode(errors="replace"))


def _may_see(person: str) -> set[str]:
    """Which tokens this person may see anywhere (security 3.3 row 1)."""
    if person in TEAM:
        return EVERYTHING
    return {NAME} if person in DESK else set()


@pytest.mark.parametrize("person", PEOPLE)
def test_nobody_sees_more_than_the_matrix_says(world, client, person):
    sign_in(client, getattr(world.cast, person))
    seen: dict[str, set[str]] = {}

    for name, url in _pages(world).items():
        response = client.get(url, follow=True)
        body = _body(response) + str(response.headers)
        seen[name] = {token for token in EVERYTHING | CLOSED if token in body}

    assert set().union(*seen.values()) == _may_see(person) - {OUTCOME}


@pytest.mark.parametrize("person", ["handler", "team_manager"])
def test_the_team_reads_the_outcome_of_a_closed_request(world, client, person):
    CallbackRequest.objects.update(
        state="closed", outcome=OutcomeFactory(), outcome_note=OUTCOME, closed_at=MONDAY
    )
    sign_in(client, getattr(world.cast, person))

    page = client.get(reverse("callback-detail", args=[world.callback.pk]))

    assert OUTCOME in page.content.decode()


WHOLE_CITY = {("general_manager", "flow-stream-list")}
"""Lists of every team together, without names, for who may see them (ST-2)."""


@pytest.mark.parametrize("person", [*TEAM, *DESK, "general_manager"])
def test_every_page_that_shows_a_resident_is_in_the_trail_with_that_resident(world, client, person):
    other = CallbackFactory(resident__name="Andere Inwoner")  # a resident nobody here may see
    sign_in(client, getattr(world.cast, person))

    for name, url in _pages(world).items():
        before = AuditEvent.objects.count()
        response = client.get(url)
        new = AuditEvent.objects.order_by("pk")[before:]
        logged = set(
            AuditSubject.objects.filter(event__in=[event.pk for event in new]).values_list(
                "resident_id", flat=True
            )
        )
        body = _body(response)
        if NAME in body:
            assert world.callback.resident_id in logged, name
            assert logged <= _of_the_team(world), name
        if (person, name) not in WHOLE_CITY:
            assert other.resident_id not in logged, name


def _of_the_team(world):
    """Everybody whose request, melding, dossier or waakvlam is with team Noord."""
    there = Q(callbacks__team=world.noord) | Q(files__team=world.noord)
    there |= Q(notifications__team=world.noord) | Q(waakvlammen__team=world.noord)
    rows = Resident.objects.filter(there)
    return set(rows.values_list("pk", flat=True))


def test_nothing_personal_is_in_an_address_a_header_or_a_cookie(world, client):
    """ASVS 14.2.1: no personal data in URLs."""
    sign_in(client, world.cast.handler)

    page = client.get(reverse("callback-detail", args=[world.callback.pk]))
    hidden = {"tel:+31612340001"}  # the one link that must carry a number

    links = [part.split('"')[0] for part in page.content.decode().split('href="')[1:]]
    assert not [
        link for link in links if link not in hidden and ("Kanarie" in link or "3161" in link)
    ]
    assert "Kanarie" not in str(page.headers) + str(client.cookies)


def test_the_cluster_page_counts_nobody(world, client):
    sign_in(client, world.cast.commissioner)

    page = client.get(reverse("cluster-detail", args=[ClusterFactory().code]))

    assert page.status_code == 200
    assert NAME not in page.content.decode()
