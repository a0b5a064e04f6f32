"""The pages of the load, the words behind a name, and what a list does not say (WL-6, WL-7)."""

import pytest

from audit.models import AuditEvent
from cases.workload.kinds import KINDS
from tests.factories.absence import WorkPatternFactory, away
from tests.factories.cases import MONDAY, CallbackFactory

pytestmark = pytest.mark.django_db


def test_the_list_names_nobody_and_is_in_the_trail_for_everybody_on_it(busy, cast, as_user):
    response = as_user(cast.team_manager).get(f"/werklast/medewerkers/{busy.handler.pk}/")
    html = response.content.decode()
    residents = {item.resident_id for item in response.context["items"]}

    assert str(busy.file) in html
    assert str(busy.file.resident.name) not in html
    event = AuditEvent.objects.get(code="workload.listed")
    assert event.result_count == len(residents)


def test_an_unknown_kind_is_everything(busy, as_user):
    items = as_user(busy.handler).get(f"/werklast/medewerkers/{busy.handler.pk}/?soort=geld")
    assert len(items.context["items"]) == len(KINDS)


def test_what_is_over_its_term_says_so(busy, cast, as_user):
    CallbackFactory(team=busy.file.team, claimed=True, handler=busy.handler, due_at=MONDAY)
    url = f"/werklast/medewerkers/{busy.handler.pk}/?soort=terugbellen"
    assert "te laat" in as_user(cast.team_manager).get(url).content.decode()


def test_where_work_is_handed_out_the_load_stands_behind_the_name(busy, cast, as_user):
    WorkPatternFactory(employee=busy.handler, weekdays="012")
    waiting = CallbackFactory(team=busy.file.team)
    url = f"/terugbelverzoeken/{waiting.pk}/geven/"
    html = as_user(cast.team_manager).get(url).content.decode()

    assert f"{busy.handler} (werklast 21 op 3 dagen)" in html
    assert f"{cast.team_worker} (werklast 0)" in html


def test_absence_and_load_stand_side_by_side(busy, cast, as_user):
    away(cast.team_worker, MONDAY.date())
    html = as_user(busy.handler).get(f"/dossiers/{busy.file.pk}/regie/").content.decode()

    assert f"{cast.team_worker} (afwezig t/m 23 november, werklast 0)" in html
