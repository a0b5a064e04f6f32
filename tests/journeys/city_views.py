"""Saved views of the manager in the test city, one with a name as long as it may be."""

from django.utils import timezone

from dashboards.models import SavedView
from dashboards.saved.models import NAME_LENGTH
from tests.journeys.city import City


def furnish(city: City) -> None:
    """Three of them."""
    facts = {"owner": city.people["team_manager"], "created_at": timezone.now()}
    long = "x" * NAME_LENGTH
    for name, page in (
        ("Te laat", "callback-worklist"),
        ("Mijn team", "dashboard"),
        (long, "workload"),
    ):
        SavedView.objects.create(name=name, page=page, query="selectie=te-laat", **facts)
