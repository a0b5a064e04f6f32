"""Mijn werk of who covers for a colleague: theirs beside one's own, and it says whose (WN-7)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clusters.models import Cover, User
from common.dutch_dates import full_date
from dashboards.kinds import KINDS
from dashboards.prepared import work_of
from tests.dashboards.test_mine import everything
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY
from tests.factories.cover import covered
from tests.factories.dossiers import FileFactory
from tests.factories.login import sign_in
from tests.factories.todos import TaskFactory

__all__ = ["everything"]

COVERED = {name for name, kind in KINDS.items() if kind.holders}
pytestmark = pytest.mark.django_db


@pytest.fixture
def deputy(noord):
    return MembershipFactory(user__username="deputy", team=noord).user


def fresh(person):
    return User.objects.get(pk=person.pk)


def kinds_of(person):
    return {name for name, _ in work_of(fresh(person), KINDS)}


def test_what_is_in_the_name_of_who_is_covered_comes_to_the_deputy(everything, deputy):
    before = kinds_of(deputy)
    row = covered(everything, deputy, MONDAY.date())

    assert kinds_of(deputy) - before == COVERED - before
    assert kinds_of(everything) >= COVERED
    row.ended_at, row.ended_by = MONDAY, deputy
    row.save()
    assert kinds_of(deputy) == before


def test_a_deputy_reaches_every_row_that_is_shown(everything, deputy, client):
    covered(everything, deputy, MONDAY.date())
    sign_in(client, deputy)
    lines = client.get(reverse("home")).context["lines"]
    shown = [line for line in lines if line.covered_for]

    assert {line.covered_for for line in shown} == {str(everything)}
    assert len(shown) >= len(COVERED)
    assert {line.url: client.get(line.url).status_code for line in shown} == {
        line.url: 200 for line in shown
    }


def test_it_says_for_whom_and_ones_own_work_says_nothing(cast, noord, deputy, client, monday):
    covered(cast.handler, deputy, MONDAY.date())
    file = FileFactory(team=noord, director=cast.handler)
    TaskFactory(file=file, owner=cast.handler)
    TaskFactory(file=FileFactory(team=noord, director=deputy), owner=deputy)
    sign_in(client, deputy)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(reverse("home"))

    said = sorted(line.covered_for for line in page.context["lines"])
    assert said == ["", str(cast.handler)]
    assert page.content.decode().count(f"waarneming voor {cast.handler}") == 1
    Cover.objects.all().delete()
    with CaptureQueriesContext(connection) as without:
        client.get(reverse("home"))
    assert len(asked) == len(without)  # the names come along with the covers of today


def test_both_read_that_it_runs_and_until_when_wn_13(cast, noord, deputy, client, monday):
    row = covered(cast.handler, deputy, MONDAY.date())
    until = full_date(row.last_day)
    said = {
        cast.handler: f"{deputy} neemt voor u waar t/m {until}.",
        deputy: f"U neemt waar voor {cast.handler} t/m {until}.",
        cast.team_worker: None,
        cast.contact_centre: None,
    }
    for person, note in said.items():
        sign_in(client, person)
        page = client.get(reverse("home"))
        assert page.context["covers"] == ([note] if note else [])
        assert ("Waarneming bekijken" in page.content.decode()) == bool(note)
    Cover.objects.update(ended_at=MONDAY, ended_by=deputy)
    sign_in(client, cast.handler)
    assert client.get(reverse("home")).context["covers"] == []


def test_along_a_chain_the_row_says_for_whom_and_the_note_only_the_next(
    cast, noord, deputy, client, monday
):
    last = MembershipFactory(user__username="last", team=noord).user
    covered(cast.handler, deputy, MONDAY.date())
    covered(deputy, last, MONDAY.date())
    TaskFactory(file=FileFactory(team=noord, director=cast.handler), owner=cast.handler)
    sign_in(client, last)
    page = client.get(reverse("home"))

    assert {line.covered_for for line in page.context["lines"]} == {str(cast.handler)}
    assert [str(deputy) in note for note in page.context["covers"]] == [True]
