"""Every number on every dashboard opens a list that counts the same, for every role that sees it.

The demo city is full of work; each dashboard and each part of it is read as a person would, every
whole number with a link is followed, and the rows behind it are counted to the last page.
"""

import re
from html import unescape

import pytest
from django.urls import reverse

from clusters.models import Membership, Role
from dashboards.tasks import refresh_figures
from tests.factories.login import sign_in

DASHBOARDS: dict[str, tuple[Role, ...]] = {
    "dashboard": (Role.TEAM_MANAGER, Role.GENERAL_MANAGER),
    "dashboard-budgets": (Role.TEAM_MANAGER, Role.GENERAL_MANAGER),
    "dashboard-terms": (Role.TEAM_MANAGER,),
    "dashboard-covers": (Role.TEAM_MANAGER, Role.GENERAL_MANAGER),
    "workload": (Role.TEAM_MANAGER,),
    "informal-share": (Role.TEAM_MANAGER, Role.GENERAL_MANAGER),
    "desk-dashboard": (Role.CONTACT_CENTRE, Role.HELP_DESK),
    "desk-charts": (Role.CONTACT_CENTRE, Role.HELP_DESK),
    "sst-dashboard": (Role.CITY_SOCIAL_TEAM, Role.GENERAL_MANAGER),
    "sst-charts": (Role.CITY_SOCIAL_TEAM, Role.GENERAL_MANAGER),
}
TILE = re.compile(r'wt-tile__figure">([^<]*)</span><a href="([^"]*)"')
CELL = re.compile(r'class="wt-number"[^>]*><a href="([^"]*)">([^<]*)<')
WHOLE = re.compile(r"[0-9]+(\.[0-9]{3})*")
LISTS = ("items", "rows", "gaps", "lines")
PAIRS = [(name, role) for name, roles in DASHBOARDS.items() for role in roles]


def numbers_on(html):
    """Every whole number with a link, as (number, address)."""
    found = [(number, url) for number, url in TILE.findall(html)]
    found += [(number, url) for url, number in CELL.findall(html)]
    return [
        (int(number.strip().replace(".", "")), unescape(url))
        for number, url in found
        if WHOLE.fullmatch(number.strip())
    ]


def count(client, url):
    """How many rows the list has, over all its pages."""
    response = client.get(url)
    assert response.status_code == 200, url
    page = response.context.get("page")
    if page is None:
        name = next(each for each in LISTS if each in response.context)
        return len(response.context[name])
    if hasattr(page, "paginator"):
        return page.paginator.count
    if page.next_query:
        base = url.split("?")[0]
        return len(page.rows) + count(client, f"{base}?{page.next_query.lstrip('?')}")
    return len(page.rows)


def people_of(role):
    """Everybody who holds this role alone, so that it is the role in effect."""
    held = Membership.objects.filter(role=role, user__is_active=True).select_related("user")
    return [row.user for row in held.order_by("pk") if row.user.memberships.count() == 1][:4]


@pytest.mark.parametrize(("name", "role"), PAIRS)
def test_every_number_counts_the_list_it_opens(city, client, name, role):
    refresh_figures()
    followed = 0
    for person in people_of(role):
        sign_in(client, person)
        html = client.get(reverse(name)).content.decode()
        for number, url in numbers_on(html):
            assert count(client, url) == number, (str(person), url)
            followed += 1
    assert followed, f"nothing to follow on {name} as {role}"


def test_a_number_that_differs_is_seen(city, client):
    """The test itself: a wrong number does not slip through."""
    person = people_of(Role.TEAM_MANAGER)[0]
    sign_in(client, person)
    html = client.get(reverse("workload")).content.decode()
    number, url = next(each for each in numbers_on(html) if each[0])

    assert count(client, url) == number
    assert count(client, url) != number + 1
