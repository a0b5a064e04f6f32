"""Absence, and work handed out, that the addresses of the matrix are about: of the handler."""

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from clusters.models import Absence, Cover, ProfileWish
from dashboards.models import SavedView
from tests.factories.absence import AbsenceFactory
from tests.factories.cover import CoverFactory
from tests.factories.handout import HandOutFactory
from tests.factories.profile import ProfileWishFactory


def _absence(world: SimpleNamespace) -> list[Any]:
    """The handler is away today."""
    found = Absence.objects.filter(employee=world.cast.handler).first()
    return [(found or AbsenceFactory(employee=world.cast.handler)).pk]


def _cover(world: SimpleNamespace) -> list[Any]:
    """A stranger covers for the handler, a month from now."""
    later = timezone.localdate() + timedelta(days=30)
    found = Cover.objects.filter(employee=world.cast.handler, ended_at=None).first()
    return [(found or CoverFactory(employee=world.cast.handler, first_day=later)).pk]


def _cover_over(world: SimpleNamespace) -> list[Any]:
    """A stranger covered for the handler yesterday."""
    yesterday = timezone.localdate() - timedelta(days=1)
    facts = {"employee": world.cast.handler, "first_day": yesterday}
    return [(Cover.objects.filter(**facts).first() or CoverFactory(**facts)).pk]


def _person(world: SimpleNamespace) -> list[Any]:
    return [world.cast.handler.pk]


def _handout(world: SimpleNamespace) -> list[Any]:
    """Work of the handler went to the other wijkwerker of Noord."""
    cast = world.cast
    return [HandOutFactory(person=cast.handler, team=world.noord, by=cast.team_manager).pk]


def _saved_view(world: SimpleNamespace) -> list[Any]:
    """A view the handler kept."""
    own = {"owner": world.cast.handler, "name": "Te laat"}
    facts = {"page": "callback-worklist", "created_at": timezone.now()}
    return [SavedView.objects.get_or_create(**own, defaults=facts)[0].pk]


def _team(world: SimpleNamespace) -> list[Any]:
    return [world.noord.pk]


def _cluster(world: SimpleNamespace) -> list[Any]:
    return [world.noord.cluster.code]


def _wish(world: SimpleNamespace) -> list[Any]:
    """A wish for the cluster of Noord, that has not begun."""
    cluster = world.noord.cluster
    found = ProfileWish.objects.filter(cluster=cluster).first()
    return [cluster.code, (found or ProfileWishFactory(cluster=cluster)).pk]


ABSENCE_THINGS: dict[str, Callable[[SimpleNamespace], list[Any]]] = {
    "absence": _absence,
    "cover": _cover,
    "cover-over": _cover_over,
    "absent-person": _person,
    "absence-team": _team,
    "handout": _handout,
    "saved-view": _saved_view,
    "profile-cluster": _cluster,
    "profile-wish": _wish,
}
