"""Pages about the clusters with the people in them, and Wie is wie."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from clusters.http import EmployeeRequest
from clusters.organisation.models import Cluster, NeighbourhoodAssignment, Team, WorkLocation
from clusters.people.availability import Availability, availability
from clusters.people.forms import WhoIsWhoFilter
from clusters.people.models import Membership, Role, User
from clusters.permissions import GRANTS, Action, require


@require_GET
def cluster_list(request: EmployeeRequest) -> HttpResponse:
    """Every cluster of today: neighbourhoods, inhabitants, team, location, linking pin."""
    require(request.user, Action.SEE_CLUSTERS)
    today = timezone.localdate()
    clusters = list(Cluster.objects.for_overview(today))
    liaisons = _liaisons(_teams(clusters, today), today)
    lines = [_line(cluster, liaisons, today) for cluster in clusters]
    context = {"lines": lines, "norm": settings.INHABITANTS_PER_TEAM}
    return render(request, "clusters/people/cluster_list.html", context)


@require_GET
def cluster_detail(request: EmployeeRequest, code: str) -> HttpResponse:
    """One cluster: where, who, when one can walk in, and how it came about."""
    require(request.user, Action.SEE_CLUSTERS)
    today = timezone.localdate()
    cluster = get_object_or_404(Cluster.objects.for_overview(today), code=code)
    teams = _teams([cluster], today)
    context = _line(cluster, _liaisons(teams, today), today) | {
        "norm": settings.INHABITANTS_PER_TEAM,
        "functions": _by_function(_people(teams, today)),
        "history": _history(cluster),
        "today": today,
        "sees_profile": _sees_profile(request.user, teams),
    }
    return render(request, "clusters/people/cluster_detail.html", context)


@require_GET
def who_is_who(request: EmployeeRequest) -> HttpResponse:
    """Find a colleague by name, team, role or specialism (TEL-11)."""
    require(request.user, Action.SEE_WHO_IS_WHO)
    today = timezone.localdate()
    form = WhoIsWhoFilter(request.GET or None, day=today)
    people = User.objects.for_who_is_who(today)
    found = form.apply(people) if form.is_bound else people
    page = Paginator(found, settings.PAGE_SIZE).get_page(request.GET.get("page"))
    rows = _with_availability(list(page.object_list), today)
    context = {"form": form, "page": page, "rows": rows, "total": _total(page.paginator.count)}
    return render(request, "clusters/people/who_is_who.html", context)


def _teams(clusters: Iterable[Cluster], day: date) -> list[Team]:
    """The teams these clusters have of their own on ``day``."""
    return [team for cluster in clusters for team in cluster.teams.all() if team.holds_on(day)]


def _line(cluster: Cluster, liaisons: list[Membership], day: date) -> dict[str, Any]:
    """What both cluster pages show of a cluster."""
    teams = _teams([cluster], day)
    keys = {team.pk for team in teams}
    return {
        "cluster": cluster,
        "teams": teams,
        "locations": _locations(teams),
        "liaisons": [row.user for row in liaisons if row.team_id in keys],
    }


def _locations(teams: list[Team]) -> list[WorkLocation]:
    """Where these teams work, each place once."""
    return list(dict.fromkeys(place for team in teams for place in team.locations.all()))


def _liaisons(teams: list[Team], day: date) -> list[Membership]:
    """The linking pins of these teams."""
    held = Membership.objects.running(day).filter(role=Role.LIAISON, team__in=teams)
    return list(held.select_related("user").order_by("user__last_name", "pk"))


def _people(teams: list[Team], day: date) -> list[User]:
    """Everybody with a role in one of these teams, with specialisms."""
    held = Membership.objects.running(day).filter(team__in=teams)
    people = User.objects.for_who_is_who(day).filter(pk__in=held.values("user"))
    return list(people.order_by("job_title", "last_name", "first_name", "pk"))


def _sees_profile(user: User, teams: list[Team]) -> bool:
    """Whether a room above has the profile of this cluster for who looks (TP-2)."""
    if Action.SEE_PROFILE not in GRANTS.allowed_actions(user):
        return False
    own = any(team.pk in user.team_ids for team in teams)
    return own or user.acting_role == Role.GENERAL_MANAGER


def _history(cluster: Cluster) -> QuerySet[NeighbourhoodAssignment]:
    """How it came about, the newest first."""
    rows = NeighbourhoodAssignment.objects.filter(cluster=cluster).select_related("neighbourhood")
    return rows.order_by("-valid_from", "neighbourhood__name")


def _by_function(people: list[User]) -> list[tuple[str, list[User]]]:
    """People in groups with the same function, for a heading each."""
    groups = groupby(people, key=lambda person: person.job_title or "Functie niet ingevuld")
    return [(function, list(group)) for function, group in groups]


def _with_availability(people: list[User], day: date) -> list[tuple[User, Availability | None]]:
    """Each with whether they are there today; two queries."""
    known = availability([person.pk for person in people], day)
    return [(person, known.get(person.pk)) for person in people]


def _total(count: int) -> str:
    return "1 medewerker" if count == 1 else f"{count} medewerkers"
