"""Dit gebeurde er: what a deputy did, for who was covered, until two weeks later (WN-11)."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.urls import reverse

from audit.models import AuditEvent
from audit.services import record
from cases.callbacks.services import log_attempt
from cases.dossiers.services import write_note
from cases.models import AttemptResult
from clusters.cover.services import end_cover
from clusters.models import User
from dashboards.happened import happened_during
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.cover import covered
from tests.factories.dossiers import FileFactory
from tests.factories.login import sign_in
from tests.factories.signals import SignalFactory

DAY = timedelta(days=1)
TODAY = MONDAY.date()
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("calendar_data", "monday")]


def fresh(person):
    return User.objects.get(pk=person.pk)


@pytest.fixture
def deputy(noord):
    return MembershipFactory(user__username="deputy", team=noord).user


def note(file, by):
    return write_note(submission_key=uuid.uuid4(), file_id=file.pk, words="Gesproken", by=fresh(by))


def call(callback, by):
    return log_attempt(
        callback_id=callback.pk,
        submission_key=uuid.uuid4(),
        result=AttemptResult.NO_ANSWER,
        note="",
        again_at=None,
        outcome=None,
        by=fresh(by),
    )


def said(cover, user):
    return [(each.what, each.reference) for each in happened_during(cover, fresh(user))]


def test_acts_in_dossiers_and_on_the_desk_newest_first(cast, noord, deputy):
    file = FileFactory(team=noord, director=cast.handler)
    callback = CallbackFactory(team=noord, handler=cast.handler, claimed=True)
    cover = covered(cast.handler, deputy, TODAY, TODAY + DAY)
    note(file, deputy)
    with time_machine.travel(MONDAY + timedelta(hours=1)):
        call(callback, deputy)

    found = happened_during(cover, fresh(cast.handler))
    assert [(each.what, each.reference, each.by) for each in found] == [
        ("Gebeld", callback.reference, str(deputy)),
        ("Notitie", file.reference, str(deputy)),
    ]
    assert [each.resident for each in found] == [callback.resident, file.resident]


def test_what_is_on_the_line_of_the_dossier_is_not_said_twice(cast, noord, deputy):
    file = FileFactory(team=noord, director=cast.handler)
    callback = CallbackFactory(
        team=noord, handler=cast.handler, claimed=True, resident=file.resident
    )
    cover = covered(cast.handler, deputy, TODAY)
    call(callback, deputy)

    assert said(cover, cast.handler) == [("Gebeld voor een terugbelverzoek", file.reference)]


def test_only_acts_of_deputies_in_the_period_on_ones_own_desk(cast, noord, deputy):
    mine = FileFactory(team=noord, director=cast.handler)
    other = FileFactory(team=noord, director=cast.team_worker)
    callback = CallbackFactory(team=noord, handler=cast.team_worker, claimed=True)
    cover = covered(cast.handler, deputy, TODAY, TODAY + 5 * DAY)
    covered(cast.team_worker, deputy, TODAY)
    note(mine, cast.handler)
    note(other, deputy)
    call(callback, deputy)
    with time_machine.travel(MONDAY + 2 * DAY, tick=False):
        end_cover(cover_id=cover.pk, by=fresh(deputy))
        cover.refresh_from_db()
        mine.colleagues.create(employee=deputy, role="helper", since=TODAY, added_by=cast.handler)
        note(mine, deputy)

    assert said(cover, cast.handler) == []


def test_who_covered_for_the_deputy_counts_too(cast, noord, deputy):
    further = MembershipFactory(team=noord).user
    file = FileFactory(team=noord, director=cast.handler)
    cover = covered(cast.handler, deputy, TODAY, TODAY + DAY)
    covered(deputy, further, TODAY)
    note(file, further)

    assert [each.by for each in happened_during(cover, fresh(cast.handler))] == [str(further)]


def test_a_signal_has_no_resident(cast, noord, deputy):
    signal = SignalFactory(team=noord, taken=True, handler=cast.handler)
    cover = covered(cast.handler, deputy, TODAY)
    with transaction.atomic():
        record("signal.moved", signal, by=fresh(deputy))

    found = happened_during(cover, fresh(cast.handler))
    assert [(each.url, each.resident_id) for each in found] == [
        (reverse("signal-detail", args=[signal.pk]), None)
    ]


@pytest.mark.parametrize(
    ("later", "there"), [(0, False), (1, False), (2, True), (15, True), (16, False)]
)
def test_from_the_end_until_two_weeks_later_on_mijn_werk(cast, noord, deputy, client, later, there):
    cover = covered(cast.handler, deputy, TODAY, TODAY + DAY)
    address = reverse("cover-happened", args=[cover.pk])
    with time_machine.travel(MONDAY + later * DAY):
        sign_in(client, cast.handler)
        lines = client.get(reverse("home")).context["lines"]
        answer = client.get(address)

    assert [line.url for line in lines] == ([address] if there else [])
    assert answer.status_code == (200 if there else 404)


def test_ended_early_it_is_there_at_once_and_before_it_began_never(cast, deputy, client):
    cover = covered(cast.handler, deputy, TODAY, TODAY + 5 * DAY)
    never = covered(cast.handler, deputy, TODAY + 6 * DAY)
    for row in (cover, never):
        end_cover(cover_id=row.pk, by=fresh(cast.handler))
    sign_in(client, cast.handler)

    assert "beëindigd op" in client.get(reverse("cover-happened", args=[cover.pk])).content.decode()
    assert client.get(reverse("cover-happened", args=[never.pk])).status_code == 404


def test_the_page_is_logged_with_whom_it_shows_and_is_of_nobody_else(cast, noord, deputy, client):
    file = FileFactory(team=noord, director=cast.handler)
    cover = covered(cast.handler, deputy, TODAY)
    note(file, deputy)
    with time_machine.travel(MONDAY + DAY):
        sign_in(client, cast.handler)
        page = client.get(reverse("cover-happened", args=[cover.pk])).content.decode()
        line = AuditEvent.objects.filter(code="cover.happened_read").get()
        for other in (deputy, cast.team_manager):
            sign_in(client, other)
            answer = client.get(reverse("cover-happened", args=[cover.pk]))
            assert answer.status_code == 404

    assert file.reference in page
    assert [each.resident_id for each in line.subjects.all()] == [file.resident_id]
    assert "Gesproken" not in page


@pytest.mark.parametrize("rows", [1, 5])
def test_query_count(cast, noord, deputy, rows, django_assert_num_queries):
    cover = covered(cast.handler, deputy, TODAY)
    for _ in range(rows):
        note(FileFactory(team=noord, director=cast.handler), deputy)
        call(CallbackFactory(team=noord, handler=cast.handler, claimed=True), deputy)
    user = fresh(cast.handler)
    assert user.acting_role

    # who covered for the deputy, and the names; the dossiers one joined; lines; trail; callbacks
    with django_assert_num_queries(6):
        assert len(happened_during(cover, user)) == 2 * rows
