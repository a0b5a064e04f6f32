"""What the frame around every page shows: who am I, in which role, where can I go."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, get_urlconf, reverse
from django.utils.safestring import SafeString

from clusters.notices.models import Notice
from clusters.people.models import HANDLING_ROLES, TEAM_ROLES, Role, User

KEPT = 1024
"""So many menus are kept as they were drawn: of every role on every page with a link of its own."""
EVERYBODY = frozenset(Role.values)
REGISTERING = frozenset({Role.CONTACT_CENTRE, Role.HELP_DESK})
STEERING = frozenset({Role.TEAM_MANAGER, Role.GENERAL_MANAGER})
COUNTING = frozenset({Role.STEERING_GROUP, Role.COMMISSIONER})
MONEY = frozenset(
    {
        Role.TEAM_WORKER,
        Role.TEAM_MANAGER,
        Role.CITY_SOCIAL_TEAM,
        Role.GENERAL_MANAGER,
        Role.CONTROLLER,
    }
)
OPERATIONAL = (
    HANDLING_ROLES
    | REGISTERING
    | {Role.GENERAL_MANAGER, Role.LIAISON, Role.CLIENT_SUPPORT, Role.APPLICATION_MANAGER}
)
MANDATE_READING = HANDLING_ROLES | {Role.GENERAL_MANAGER, Role.APPLICATION_MANAGER}
MAP_READING = HANDLING_ROLES | REGISTERING | {Role.GENERAL_MANAGER, Role.LIAISON}
GUESTS = HANDLING_ROLES - {Role.TEAM_MANAGER} | {Role.LIAISON, Role.CLIENT_SUPPORT}
NAVIGATION: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("home", "Mijn werk", EVERYBODY),
    ("callback-worklist", "Terugbelverzoeken", HANDLING_ROLES),
    ("resident-search", "Inwoner zoeken", HANDLING_ROLES - {Role.TEAM_MANAGER}),
    ("notification-list", "Wmo-meldingen", HANDLING_ROLES),
    ("talk-list", "Gesprekken", frozenset({Role.TEAM_WORKER, Role.CITY_HALL_TEAM})),
    ("application-list", "Aanvragen", HANDLING_ROLES - {Role.CITY_SOCIAL_TEAM}),
    ("file-list", "Dossiers", HANDLING_ROLES),
    ("handover-list", "Overdrachten", HANDLING_ROLES),
    ("match-list", "Gevraagde matches", frozenset({Role.TEAM_WORKER})),
    ("waakvlam-list", "Waakvlam", frozenset({Role.TEAM_WORKER, Role.TEAM_MANAGER})),
    ("signal-list", "Signalen", frozenset({Role.TEAM_WORKER, Role.TEAM_MANAGER})),
    (
        "collective-list",
        "Collectief werk",
        frozenset({Role.TEAM_WORKER, Role.TEAM_MANAGER, Role.GENERAL_MANAGER}),
    ),
    ("advice-list", "Adviesvragen", HANDLING_ROLES - {Role.TEAM_MANAGER}),
    ("conference-list", "Casusoverleg", HANDLING_ROLES),
    ("item-list", "Bespreekpunten", GUESTS),
    ("safety-list", "Meldcode", frozenset({Role.TEAM_WORKER, Role.CITY_SOCIAL_TEAM})),
    ("contact-status", "Hoe staat het ermee?", REGISTERING),
    ("callback-registered-list", "Terugbelverzoeken", REGISTERING),
    ("contact-list", "Gesprekken", REGISTERING),
    ("desk-dashboard", "Cijfers KCC", REGISTERING | {Role.GENERAL_MANAGER}),
    ("sst-dashboard", "Cijfers SST", frozenset({Role.CITY_SOCIAL_TEAM, Role.GENERAL_MANAGER})),
    ("callback-overdue", "Te laat", frozenset({Role.GENERAL_MANAGER})),
    ("dashboard", "Dashboard", STEERING),
    ("informal-share", "Aandeel informeel", STEERING),
    ("advice-figures", "Adviezen in cijfers", STEERING),
    ("budget-overview", "Maatwerkbudget", MONEY),
    ("budget-totals", "Maatwerkbudget", COUNTING),
    ("joint-budget", "Gezamenlijke begroting", STEERING | {Role.CONTROLLER}),
    ("joint-totals", "Gezamenlijke begroting", COUNTING),
    ("signal-trend", "Signalen in cijfers", STEERING | COUNTING),
    ("workload", "Werklast", STEERING),
    ("absence-gaps", "Bezetting", STEERING),
    ("profile-overview", "Profielen", STEERING),
    ("help-desk", "Vraagbaak", frozenset({Role.HELP_DESK})),
    ("article-list", "Kennisbank", HANDLING_ROLES | REGISTERING | {Role.APPLICATION_MANAGER}),
    ("offer-list", "Sociale kaart", MAP_READING),
    ("duty-roster", "Rooster", REGISTERING | {Role.APPLICATION_MANAGER}),
    ("agenda", "Overleg", REGISTERING),
    ("who-is-who", "Wie is wie", EVERYBODY),
    ("absence-calendar", "Afwezigheid", TEAM_ROLES | {Role.GENERAL_MANAGER}),
    ("cover-list", "Waarneming", HANDLING_ROLES | {Role.GENERAL_MANAGER}),
    ("liaison-list", "Linking pins", MANDATE_READING),
    ("officer-list", "Aandachtsfunctionarissen", MANDATE_READING),
    ("mandate-list", "Wie mag wat", MANDATE_READING),
    ("cluster-list", "Clusters", EVERYBODY),
    ("postcode-lookup", "Postcode", OPERATIONAL - REGISTERING),
    ("audit-trail", "Logboek", frozenset({Role.PRIVACY_OFFICER})),
    ("brp-uploads", "BRP-uittreksels", frozenset({Role.CITY_HALL_TEAM})),
    ("triage-rules", "Triageregels", frozenset({Role.APPLICATION_MANAGER})),
    ("question-set-list", "Vragensets", frozenset({Role.APPLICATION_MANAGER})),
    ("admin:index", "Beheer", frozenset({Role.APPLICATION_MANAGER})),
    ("operations", "Werker", STEERING | {Role.APPLICATION_MANAGER}),
    ("mailbox", "Postvak", EVERYBODY),
)
"""URL name, label and the roles that see it; a test asks every link as every role."""
DEMO_ONLY = frozenset({"mailbox"})
GROUPS: dict[str, frozenset[str]] = {
    "Samenwerken": frozenset(
        {"handover-list", "advice-list", "match-list", "signal-list", "liaison-list"}
        | {"conference-list", "item-list", "safety-list", "waakvlam-list"}
        | {"collective-list"}
    ),
    "Cijfers": frozenset(
        {
            "sst-dashboard",
            "informal-share",
            "advice-figures",
            "signal-trend",
            "joint-budget",
            "joint-totals",
            "workload",
            "absence-gaps",
            "profile-overview",
            "operations",
        }
    ),
    "Opzoeken": frozenset(
        {"article-list", "offer-list", "who-is-who", "mandate-list", "cluster-list"}
        | {"postcode-lookup", "officer-list", "absence-calendar", "cover-list"}
    ),
    "Beheer": frozenset(
        {"audit-trail", "triage-rules", "question-set-list", "admin:index"}
        | {"mailbox", "brp-uploads"}
    ),
}
"""Menus beside what is used all day; a menu of one link is that link."""


def shell(request: HttpRequest) -> dict[str, Any]:
    """The frame, worked out once per request: at most one query, none before signing in."""
    kept = getattr(request, "page_shell", None)
    if kept is None:
        kept = _signed_in(request) or _anonymous()
        request.page_shell = kept  # type: ignore[attr-defined]
    return {"shell": kept}


def _anonymous() -> dict[str, Any]:
    """The frame for somebody we do not know (yet)."""
    return {
        "nav": [],
        "nav_groups": [],
        "menu": "",
        "person_name": "",
        "role_label": "",
        "team_label": "",
        "other_roles": [],
        "unread": 0,
        "demo": settings.DEMO,
        "version": settings.VERSION,
        "signed_in": False,
        "takes_calls": False,
    }


def _signed_in(request: HttpRequest) -> dict[str, Any] | None:
    """The frame for an employee; None when there is none or the database does not answer."""
    try:
        user = getattr(request, "user", None)
        if user is None or not user.is_authenticated:
            return None
        return _anonymous() | _of_employee(request, user)
    except DatabaseError:
        return None  # an error page must come out, also while the database is away


def _of_employee(request: HttpRequest, user: User) -> dict[str, Any]:
    """Name, role, teams, ways to go and the number of unread notices."""
    role = user.acting_role
    links = navigation(role, request.path)
    return {
        **_menus(links),
        "menu": _drawn(tuple(tuple(link.items()) for link in links)),
        "person_name": str(user),
        "role_label": Role(role).label if role else "",
        "team_label": ", ".join(str(row.team) for row in user.acting_memberships if row.team),
        "other_roles": [(code, Role(code).label) for code in user.roles if code != role],
        "unread": Notice.objects.visible_to(user).unread().count(),
        "signed_in": True,
        "takes_calls": role in REGISTERING,
    }


@lru_cache(maxsize=KEPT)
def _drawn(links: tuple[tuple[tuple[str, Any], ...], ...]) -> SafeString:
    """The menus as they stand on the page, twice: for whoever has these links and is there."""
    return render_to_string("components/nav_items.html", {"shell": _menus(map(dict, links))})


def _menus(found: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """What is used all day, and the menus beside it."""
    links = list(found)
    menus = menus_of(links)
    beside = [link for link in links if all(link not in menu["links"] for menu in menus)]
    return {"nav": beside, "nav_groups": menus}


def navigation(role: str, path: str) -> list[dict[str, Any]]:
    """The links of a role, the one we are on marked; pages that do not exist are left out."""
    urlconf = get_urlconf() or settings.ROOT_URLCONF
    links = [
        {"name": name, "label": label, "url": _address(name, urlconf), "current": False}
        for name, label, roles in NAVIGATION
        if role in roles and (settings.DEMO or name not in DEMO_ONLY)
    ]
    links = [link for link in links if link["url"]]
    here = [link for link in links if path == link["url"] or _is_below(path, str(link["url"]))]
    if here:
        max(here, key=lambda link: len(str(link["url"])))["current"] = True
    return links


def menus_of(links: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The menus of these links that hold more than one, with whether we are in them."""
    found = []
    for label, names in GROUPS.items():
        inside = [link for link in links if link["name"] in names]
        if len(inside) > 1:
            here = any(link["current"] for link in inside)
            found.append({"label": label, "links": inside, "current": here})
    return found


def _is_below(path: str, url: str) -> bool:
    """Whether ``path`` is a page under ``url``; the home page has no pages under it."""
    return url != "/" and path.startswith(url)


@cache
def _address(name: str, urlconf: str) -> str:
    """The path of a URL name, empty when this installation has no such page; worked out once."""
    try:
        return reverse(name, urlconf=urlconf)
    except NoReverseMatch:
        return ""
