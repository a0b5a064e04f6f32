"""A saved view: whose it is and where it leads."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from dashboards.models import SavedView
from dashboards.saved.addresses import PAGES
from tests.dashboards.saved.test_services import keep

pytestmark = pytest.mark.usefixtures("monday")


def test_it_leads_to_the_page_with_its_filters(cast):
    list_page = reverse("callback-worklist")

    assert keep(cast.handler).url == f"{list_page}?selectie=te-laat"
    assert keep(cast.handler, name="Alles", query="").url == list_page


def test_nobody_sees_that_of_another(cast):
    view = keep(cast.handler)

    assert list(SavedView.objects.visible_to(cast.handler)) == [view]
    assert not SavedView.objects.visible_to(cast.team_manager)


def test_a_name_is_there_once_per_employee(cast):
    view = keep(cast.handler)
    facts = {"owner": cast.handler, "page": "dashboard", "created_at": view.created_at}

    with pytest.raises(IntegrityError):
        SavedView.objects.create(name=view.name, **facts)


def test_the_name_of_it_does_not_stand_in_the_trail(cast):
    assert "Te laat" not in str(keep(cast.handler))


def test_every_page_that_can_be_kept_takes_no_number():
    assert all(reverse(name) for name in PAGES)
