"""Nobody is shut out of a team while work is still with them (UD-6)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from clusters.models import Membership
from clusters.people.services import end_role
from common.errors import RuleViolation
from tests.cases.callbacks.conftest import monday
from tests.cases.handout.conftest import give
from tests.cases.workload.conftest import busy, weights

__all__ = ["busy", "monday", "weights"]
pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def end(person, by, on=None):
    held = Membership.objects.get(user=person)
    return end_role(membership_id=held.pk, on=on or timezone.localdate(), by=by)


def test_a_role_does_not_end_today_while_work_is_left_behind(busy, cast):
    with pytest.raises(RuleViolation) as broken:
        end(busy.handler, cast.application_manager)
    assert broken.value.field == "valid_until"
    text = str(broken.value)
    assert "1 dossier, 1 terugbelverzoek, 1 melding, 1 aanvraag, 1 taak, 1 waakvlam." in text
    assert Membership.objects.get(user=busy.handler).valid_until is None


def test_once_it_is_handed_out_it_ends(busy, cast, noord):
    give(busy.handler, noord, cast.team_manager, why="leaves")
    end(busy.handler, cast.application_manager)
    assert Membership.objects.get(user=busy.handler).valid_until == timezone.localdate()


def test_a_later_day_can_be_written_down_now(busy, cast):
    later = timezone.localdate() + 30 * DAY
    end(busy.handler, cast.application_manager, later)
    assert Membership.objects.get(user=busy.handler).valid_until == later


def test_who_has_nothing_can_leave(busy, cast):
    end(cast.team_manager, cast.application_manager)


@pytest.mark.parametrize("change", [{"is_active": ""}, {"account_until": "2020-01-01"}])
def test_an_account_is_not_closed_while_work_is_left_behind(busy, cast, as_user, change):
    person = busy.handler
    client = as_user(cast.application_manager)
    url = f"/beheer/clusters/user/{person.pk}/change/"
    fields = client.get(url).context["adminform"].form.initial
    names = ("username", "first_name", "last_name", "email", "job_title", "phone")
    sent = {name: fields.get(name) or "" for name in names} | {"is_active": "on"} | change
    html = client.post(url, {key: value for key, value in sent.items() if value}).content.decode()

    assert "Er ligt nog werk bij deze medewerker" in html
    person.refresh_from_db()
    assert (person.is_active, person.account_until) == (True, None)
