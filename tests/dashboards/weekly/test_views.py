"""Switching the summary on and off, from the page of saved views (VM-4)."""

import pytest
from django.urls import reverse

from dashboards.models import WeeklyMailChoice

pytestmark = pytest.mark.usefixtures("monday")


def test_off_and_on_again(cast, as_user):
    client = as_user(cast.team_manager)
    page = reverse("saved-views")
    assert "Weekoverzicht uitzetten" in client.get(page).content.decode()

    said = client.post(reverse("weekly-choose"), {"wants": "0"}, follow=True).content.decode()
    assert "Weekoverzicht aanzetten" in said

    said = client.post(reverse("weekly-choose"), {"wants": "1"}, follow=True).content.decode()
    assert "Weekoverzicht uitzetten" in said


def test_anything_else_is_off(cast, as_user):
    as_user(cast.team_manager).post(reverse("weekly-choose"), {"wants": "<script>"})

    assert not WeeklyMailChoice.objects.get().wants


def test_who_does_not_steer_has_no_choice(cast, as_user):
    client = as_user(cast.handler)

    assert "Weekoverzicht" not in client.get(reverse("saved-views")).content.decode()
    assert client.post(reverse("weekly-choose"), {"wants": "1"}).status_code == 403
