"""Beheer: who may come in, what is there, and what a change leaves behind."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from audit.guard import SubjectModel
from audit.models import AuditEvent
from clusters.admin_site import SITE
from clusters.models import (
    ClosingDay,
    Cluster,
    Membership,
    OpeningHours,
    Role,
    Specialism,
    User,
    decree_days,
)
from common.reference import ReferenceModel, reference_models
from tests.factories import (
    AssignmentFactory,
    ClusterFactory,
    DistrictFactory,
    MembershipFactory,
    OpeningHoursFactory,
    SpecialismFactory,
)
from tests.factories.login import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
OWN_DATA = {
    "District",
    "WorkLocation",
    "Cluster",
    "Neighbourhood",
    "NeighbourhoodAssignment",
    "Team",
    "PartnerOrganisation",
    "PostcodeRule",
    "OpeningHours",
    "ClosingDay",
    "User",
    "Membership",
    "SpecialismPeriod",
}
LATER = timezone.localdate() + timedelta(days=10)


@pytest.fixture
def maintainer(client):
    user = MembershipFactory(role=Role.APPLICATION_MANAGER).user
    sign_in(client, user)
    return user


def url(model, page="changelist", *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def errors(response):
    assert response.status_code == 200, "expected the form to come back"
    form = response.context["adminform"].form
    return " ".join(str(text) for texts in form.errors.values() for text in texts)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.APPLICATION_MANAGER])
def test_other_roles_are_refused_everywhere(client, role):
    sign_in(client, MembershipFactory(role=role).user)

    for address in (reverse("admin:index"), url(Cluster), url(User, "add")):
        assert client.get(address).status_code == 403


def test_superuser_without_the_role_is_refused(client):
    sign_in(client, MembershipFactory(user__is_superuser=True, user__is_staff=True).user)

    assert client.get(reverse("admin:index")).status_code == 403


def test_unknown_visitor_goes_to_our_own_login_page(client):
    for address in (reverse("admin:index"), reverse("admin:login")):
        response = client.get(address)
        assert response.status_code == 302
        assert response.url.startswith(reverse("login"))


def test_only_organisation_people_and_reference_lists_are_registered():
    registered = set(SITE._registry)

    assert {m.__name__ for m in registered if not issubclass(m, ReferenceModel)} == OWN_DATA
    assert set(reference_models()) <= registered


def test_no_model_with_data_of_residents_is_registered():
    about_residents = {m for m in apps.get_models() if issubclass(m, SubjectModel)}
    upper = {m for m in SITE._registry if m._meta.app_label != "clusters"}

    assert about_residents
    assert not about_residents & set(SITE._registry)
    assert all(issubclass(m, ReferenceModel) for m in upper)


def test_no_form_offers_a_password_or_a_django_right():
    forbidden = {"password", "is_superuser", "is_staff", "groups", "user_permissions"}

    assert not forbidden & set(SITE._registry[User].form._meta.fields)


@pytest.mark.parametrize("model", sorted(SITE._registry, key=lambda m: m.__name__))
def test_every_list_and_empty_form_opens(client, maintainer, model):
    for page in ("changelist", "add"):
        assert client.get(url(model, page)).status_code == 200


def test_front_page_has_no_log_of_its_own_and_no_way_to_sign_out_halfway(client, maintainer):
    page = client.get(reverse("admin:index")).content.decode()

    assert "Beheer" in page
    assert "recent-actions" not in page
    assert "logout" not in page


def test_change_is_in_the_trail_by_names_of_fields_only(client, maintainer):
    row = SpecialismFactory(code="lvb", label="Oud woord")

    response = client.post(
        url(Specialism, "change", row.pk), {"label": "Nieuw", "position": 3, "code": "anders"}
    )

    assert response.status_code == 302
    row.refresh_from_db()
    assert (row.code, row.label, row.is_active) == ("lvb", "Nieuw", False)
    line = AuditEvent.objects.get(code="list.changed")
    assert (line.actor_id, line.object_type) == (maintainer.pk, "clusters.specialism")
    assert "label" in line.fields
    assert "Nieuw" not in str(line.__dict__)
    assert apps.get_model("admin.LogEntry").objects.count() == 0


def test_new_row_is_in_the_trail(client, maintainer):
    client.post(url(Specialism, "add"), {"code": "nah", "label": "NAH", "position": 1})

    assert AuditEvent.objects.get(code="list.created").object_id == str(Specialism.objects.get().pk)


def test_history_page_and_deleting_are_refused(client, maintainer):
    row = ClusterFactory()

    assert client.get(url(Cluster, "history", row.pk)).status_code == 403
    assert client.post(url(Cluster, "delete", row.pk), {"post": "yes"}).status_code == 403
    assert Cluster.objects.filter(pk=row.pk).exists()


def test_weekday_can_be_closed_and_that_is_in_the_trail(client, maintainer):
    row = OpeningHoursFactory()

    client.post(url(OpeningHours, "delete", row.pk), {"post": "yes"})

    assert not OpeningHours.objects.exists()
    assert AuditEvent.objects.filter(code="list.deleted").count() == 1


def test_rule_of_the_database_is_explained_on_the_form(client, maintainer):
    assignment = AssignmentFactory()
    cluster = assignment.cluster
    typed = {
        "name": cluster.name,
        "district": DistrictFactory().pk,
        "valid_from": "2020-01-01",
        "note": "bewaard",
    }

    response = client.post(url(Cluster, "change", cluster.pk), typed)

    assert "wijken in het oude stadsdeel" in errors(response)
    assert "bewaard" in response.content.decode()
    assert not AuditEvent.objects.filter(code="list.changed").exists()


def test_same_date_twice_and_wrong_hours_are_explained(client, maintainer):
    closing = {"date": "2027-01-04", "label": "Studiedag", "is_closed": "on"}
    hours = {"weekday": 0, "opens": "17:00", "closes": "08:30"}

    assert client.post(url(ClosingDay, "add"), closing).status_code == 302
    assert "bestaat al" in errors(client.post(url(ClosingDay, "add"), closing))
    assert "sluitingstijd" in errors(client.post(url(OpeningHours, "add"), hours))


def test_day_by_decree_is_kept_in_beheer(client, maintainer):
    day = {"date": "2029-05-11", "label": "Besluit", "is_closed": "on", "by_decree": "on"}

    client.post(url(ClosingDay, "add"), day)
    client.post(url(ClosingDay, "add"), {"date": "2029-06-01", "label": "Studiedag"})

    assert decree_days() == {date(2029, 5, 11)}
    assert "Bij koninklijk besluit" in client.get(url(ClosingDay)).content.decode()


@pytest.mark.parametrize("rows", [1, 5])
def test_list_of_roles_query_count(client, maintainer, rows, django_assert_num_queries):
    MembershipFactory.create_batch(rows)

    # session, employee, memberships; how many found, how many at all, the rows, unread notices
    with django_assert_num_queries(7):
        client.get(url(Membership))
