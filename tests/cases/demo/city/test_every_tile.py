"""Every number on every dashboard opens a list that counts the same, for every role that sees it.

The demo city is full of work; each dashboard and each part of it is read as a person would, every
whole number with a link is followed, and the rows behind it are counted to the last page.
"""

import pytest
from django.urls import reverse

from clusters.models import Membership, Role
from dashboards.tasks import refresh_figures
from tests.dashboards.numbers import count, marks_on, numbers_on
from tests.factories.login import sign_in

DASHBOARDS: dict[str, tuple[Role, ...]] = {
    "dashboard": (Role.TEAM_MANAGER, Role.GENERAL_MANAGER),
    "dashboard-budgets": (Role.TEAM_MANAGER, Role.GENERAL_MANAGER),
    "dashboard-terms": (Role.TEAM_MANAGER,),
    "dashboard-presence": (Role.TEAM_MANAGER, Role.GENERAL_MANAGER),
    "dashboard-collective": (Role.TEAM_MANAGER, Role.GENERAL_MANAGER),
    "collective-time": (Role.TEAM_MANAGER, Role.GENERAL_MANAGER),
    "collective-places": (Role.TEAM_MANAGER, Role.GENERAL_MANAGER),
    "dashboard-profile": (Role.TEAM_MANAGER, Role.GENERAL_MANAGER),
    "profile-overview": (Role.TEAM_MANAGER, Role.GENERAL_MANAGER),
    "workload": (Role.TEAM_MANAGER,),
    "dashboard-streams": (Role.TEAM_MANAGER, Role.GENERAL_MANAGER),
    "dashboard-leads": (Role.TEAM_MANAGER, Role.GENERAL_MANAGER),
    "dashboard-triages": (Role.TEAM_MANAGER, Role.GENERAL_MANAGER),
    "dashboard-shares": (Role.TEAM_MANAGER, Role.GENERAL_MANAGER),
    "informal-share": (Role.TEAM_MANAGER, Role.GENERAL_MANAGER),
    "desk-dashboard": (Role.CONTACT_CENTRE, Role.HELP_DESK),
    "desk-charts": (Role.CONTACT_CENTRE, Role.HELP_DESK),
    "sst-dashboard": (Role.CITY_SOCIAL_TEAM, Role.GENERAL_MANAGER),
    "sst-charts": (Role.CITY_SOCIAL_TEAM, Role.GENERAL_MANAGER),
}
CHARTED = {"dashboard-streams", "dashboard-leads", "dashboard-triages", "dashboard-shares"}
CHARTED |= {"desk-charts", "sst-charts"}
QUERIES: dict[str, tuple[str, ...]] = {
    "dashboard-streams": ("", "?soort=meldingen", "?soort=dossiers&weken=26"),
    "dashboard-triages": ("", "?per=kwartaal"),
}
"""What else can be chosen on a dashboard."""
PAIRS = [(name, role) for name, roles in DASHBOARDS.items() for role in roles]


def people_of(role):
    """Everybody who holds this role alone, so that it is the role in effect."""
    held = Membership.objects.filter(role=role, user__is_active=True).select_related("user")
    return [row.user for row in held.order_by("pk") if row.user.memberships.count() == 1][:4]


@pytest.mark.parametrize(("name", "role"), PAIRS)
def test_every_number_counts_the_list_it_opens(city, client, name, role):
    refresh_figures()
    followed = drawn = 0
    for person in people_of(role):
        sign_in(client, person)
        for query in QUERIES.get(name, ("",)):
            html = client.get(reverse(name) + query).content.decode()
            charts = marks_on(html)
            assert all(marks == told for marks, told in charts), (str(person), query)
            drawn += len(charts)
            for number, url in numbers_on(html):
                assert count(client, url) == number, (str(person), url)
                followed += 1
    assert followed, f"nothing to follow on {name} as {role}"
    assert bool(drawn) == (name in CHARTED), f"{drawn} charts on {name} as {role}"


def test_a_number_that_differs_is_seen(city, client):
    """The test itself: a wrong number does not slip through."""
    person = people_of(Role.TEAM_MANAGER)[0]
    sign_in(client, person)
    html = client.get(reverse("workload")).content.decode()
    number, url = next(each for each in numbers_on(html) if each[0])

    assert count(client, url) == number
    assert count(client, url) != number + 1
