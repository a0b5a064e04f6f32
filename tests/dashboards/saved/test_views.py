"""The pages of own saved views (VM-3)."""

from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from clusters.models import Role
from common.errors import RuleViolation
from dashboards.models import SavedView
from dashboards.permissions import GRANTS, Action
from dashboards.saved.services import delete_saved_view
from tests.dashboards.saved.test_services import keep
from tests.dashboards.test_mine import acting

pytestmark = pytest.mark.usefixtures("monday")


def test_from_the_page_to_the_view_and_back(cast, as_user):
    client = as_user(cast.team_manager)
    page = client.get(reverse("callback-worklist"), {"selectie": "te-laat", "zoek": "Jansen"})
    link = page.context["save_view_url"]
    form = client.get(link).context["form"]

    answer = client.post(link, form.initial | {"name": "Mijn late"}, follow=True)

    view = SavedView.objects.get()
    assert (view.owner, view.name) == (cast.team_manager, "Mijn late")
    assert view.query == "selectie=te-laat"
    assert urlsplit(answer.redirect_chain[-1][0]).path == reverse("callback-worklist")
    dashboard = client.get(reverse("dashboard")).content.decode()
    assert f'<a href="{view.url}">Mijn late</a>' in dashboard


def test_an_unknown_page_is_not_kept(cast, as_user):
    with pytest.raises(RuleViolation, match="niet te bewaren"):
        keep(cast.team_manager, page="file-detail")
    page = as_user(cast.team_manager).get(reverse("view-new"), {"pagina": "file-detail"})
    assert page.status_code == 404


def test_somebody_elses_view_is_not_there(cast, as_user):
    view = keep(cast.team_manager)
    client = as_user(cast.handler)

    assert client.post(reverse("view-remove", args=[view.pk])).status_code == 404
    assert b"Te laat" not in client.get(reverse("saved-views")).content
    with pytest.raises(SavedView.DoesNotExist):
        delete_saved_view(view_id=view.pk, by=acting(cast.handler))


def test_deleting_is_in_the_trail(cast, as_user):
    view = keep(cast.team_manager)

    as_user(cast.team_manager).post(reverse("view-remove", args=[view.pk]))

    assert not SavedView.objects.exists()
    codes = AuditEvent.objects.filter(code__startswith="view.").order_by("pk")
    assert list(codes.values_list("code", flat=True)) == ["view.saved", "view.deleted"]


def test_a_name_is_shown_as_text(cast, as_user):
    keep(cast.team_manager, name="<script>alert(1)</script>")
    client = as_user(cast.team_manager)

    for name in ("dashboard", "saved-views"):
        assert "<script>alert" not in client.get(reverse(name)).content.decode()


@pytest.mark.parametrize("role", [Role.LIAISON, Role.COMMISSIONER, Role.CONTROLLER])
def test_who_has_none_of_these_pages_keeps_none(role):
    assert Action.SAVE_VIEWS not in GRANTS.table.get(role, frozenset())


@pytest.mark.parametrize("rows", [1, 5])
def test_the_list_costs_the_same_however_long(cast, as_user, rows, django_assert_num_queries):
    for number in range(rows):
        keep(cast.team_manager, name=str(number))
    client = as_user(cast.team_manager)
    client.get(reverse("saved-views"))

    # session, user, memberships; the views; the choice for the summary; unread notices
    with django_assert_num_queries(6):
        client.get(reverse("saved-views"))
