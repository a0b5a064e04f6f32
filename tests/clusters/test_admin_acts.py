"""Beheer: acts that go through services, and what the form says when a service refuses."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEvent
from clusters.models import Membership, NeighbourhoodAssignment, Role, User
from tests.factories import (
    AssignmentFactory,
    ClusterFactory,
    MembershipFactory,
    NeighbourhoodFactory,
    PartnerOrganisationFactory,
    TeamFactory,
    UserFactory,
)
from tests.factories.login import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
LATER = timezone.localdate() + timedelta(days=10)


@pytest.fixture
def maintainer(client):
    user = MembershipFactory(role=Role.APPLICATION_MANAGER).user
    sign_in(client, user)
    return user


def url(model, page, *args):
    return reverse(f"admin:clusters_{model._meta.model_name}_{page}", args=args)


def errors(response):
    assert response.status_code == 200, "expected the form to come back"
    form = response.context["adminform"].form
    return " ".join(str(text) for texts in form.errors.values() for text in texts)


def typed_role(user, role, team=None, **other):
    return {
        "user": user.pk,
        "role": role,
        "team": team.pk if team else "",
        "organisation": PartnerOrganisationFactory().pk,
        "valid_from": "2026-01-01",
        "valid_until": "",
        **other,
    }


def test_role_is_given_and_ended_through_the_services(client, maintainer):
    user, team = UserFactory(), TeamFactory()

    client.post(url(Membership, "add"), typed_role(user, "team_worker", team))
    row = user.memberships.get()
    client.post(url(Membership, "change", row.pk), {"valid_until": "2026-10-31", "role": "liaison"})

    row.refresh_from_db()
    assert (row.role, row.valid_until) == ("team_worker", date(2026, 10, 31))
    codes = AuditEvent.objects.order_by("pk").values_list("code", flat=True)
    assert [code for code in codes if code.startswith("role.")] == ["role.created", "role.ended"]


def test_role_that_must_stay_apart_is_refused_on_the_form(client, maintainer):
    user = MembershipFactory().user

    response = client.post(url(Membership, "add"), typed_role(user, "controller"))

    assert "Controller gaat niet samen met Wijkwerker" in errors(response)
    assert user.memberships.count() == 1


def test_own_roles_and_own_account_cannot_be_changed(client, maintainer):
    own = maintainer.memberships.get()

    added = client.post(url(Membership, "add"), typed_role(maintainer, "privacy_officer"))
    ended = client.post(url(Membership, "change", own.pk), {"valid_until": "2026-10-31"})
    account = client.post(url(User, "change", maintainer.pk), {"username": "baas"})

    assert "eigen rollen" in errors(added)
    assert "eigen rollen" in errors(ended)
    assert account.status_code == 403
    assert list(maintainer.memberships.values_list("role", "valid_until")) == [
        ("application_manager", None)
    ]


def test_role_that_is_ended_without_a_day_is_refused(client, maintainer):
    row = MembershipFactory()

    response = client.post(url(Membership, "change", row.pk), {"valid_until": ""})

    assert "verplicht" in errors(response)


def test_new_account_has_no_password_and_a_name_without_capitals(client, maintainer):
    typed = {"username": "S.Bakker", "last_name": "Bakker", "is_active": "on"}

    client.post(url(User, "add"), typed)
    again = client.post(url(User, "add"), {**typed, "username": "s.BAKKER"})

    user = User.objects.get(last_name="Bakker")
    assert user.username == "s.bakker"
    assert not user.has_usable_password()
    assert "bestaat al" in errors(again)


def test_new_account_in_a_demo_is_a_demo_account(client, maintainer, settings):
    settings.DEMO = True

    client.post(url(User, "add"), {"username": "n", "last_name": "Nieuw", "is_active": "on"})

    assert User.objects.get(username="n").is_demo


def test_neighbourhood_moves_to_another_cluster_and_history_stays(client, maintainer):
    old = AssignmentFactory()
    new = ClusterFactory(district=old.cluster.district)
    typed = {
        "neighbourhood": old.neighbourhood_id,
        "cluster": new.pk,
        "valid_from": LATER.isoformat(),
    }

    assert client.post(url(NeighbourhoodAssignment, "add"), typed).status_code == 302

    old.refresh_from_db()
    assert old.valid_until == LATER - timedelta(days=1)
    assert new.assignments.get().valid_from == LATER


def test_assignment_to_another_district_is_refused_at_the_field(client, maintainer):
    typed = {
        "neighbourhood": NeighbourhoodFactory().pk,
        "cluster": ClusterFactory().pk,
        "valid_from": LATER.isoformat(),
    }

    response = client.post(url(NeighbourhoodAssignment, "add"), typed)

    assert "ander stadsdeel" in errors(response)
    assert not NeighbourhoodAssignment.objects.exists()


def test_assignment_ends_and_only_a_plan_can_be_deleted(client, maintainer):
    begun, plan = AssignmentFactory(), AssignmentFactory(valid_from=LATER)

    client.post(
        url(NeighbourhoodAssignment, "change", begun.pk), {"valid_until": LATER.isoformat()}
    )
    gone = client.post(url(NeighbourhoodAssignment, "delete", plan.pk), {"post": "yes"})
    kept = client.post(url(NeighbourhoodAssignment, "delete", begun.pk), {"post": "yes"})

    assert (gone.status_code, kept.status_code) == (302, 403)
    assert list(NeighbourhoodAssignment.objects.values_list("valid_until", flat=True)) == [LATER]
