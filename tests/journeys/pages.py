"""Every page of the site, with somebody who may see it; a missing page fails a test."""

import re
from typing import Any

from django.urls import URLPattern

from clusters.login.services import invite_employee
from clusters.models import Invitation, OutboxMail, Role
from tests.factories.login import PASSWORD, code_now
from tests.journeys import (
    pages_absence,
    pages_advice,
    pages_agenda,
    pages_bank,
    pages_brp,
    pages_budgets,
    pages_collective,
    pages_community,
    pages_conferences,
    pages_contacts,
    pages_cover,
    pages_decisions,
    pages_desk_figures,
    pages_dossiers,
    pages_feedback,
    pages_flow,
    pages_handovers,
    pages_helpdesk,
    pages_intakes,
    pages_joint,
    pages_knowledge,
    pages_liaisons,
    pages_mandates,
    pages_matching,
    pages_meldcode,
    pages_plans,
    pages_procedures,
    pages_profile,
    pages_question_sets,
    pages_referrals,
    pages_residents,
    pages_signals,
    pages_sst,
    pages_talks,
    pages_todos,
    pages_views,
    pages_waakvlam,
    pages_workload,
)
from tests.journeys.city import City
from tests.journeys.page_case import Arrange, PageCase, send, wrong
from tests.journeys.stage import Screen

ROOMS = (
    pages_absence,
    pages_advice,
    pages_agenda,
    pages_bank,
    pages_brp,
    pages_budgets,
    pages_collective,
    pages_community,
    pages_conferences,
    pages_contacts,
    pages_cover,
    pages_profile,
    pages_desk_figures,
    pages_decisions,
    pages_dossiers,
    pages_feedback,
    pages_flow,
    pages_handovers,
    pages_helpdesk,
    pages_intakes,
    pages_joint,
    pages_knowledge,
    pages_liaisons,
    pages_mandates,
    pages_plans,
    pages_matching,
    pages_meldcode,
    pages_procedures,
    pages_question_sets,
    pages_referrals,
    pages_residents,
    pages_signals,
    pages_sst,
    pages_talks,
    pages_todos,
    pages_waakvlam,
    pages_views,
    pages_workload,
)
NO_PAGE = {
    **{name: why for pages in ROOMS for name, why in pages.NO_PAGE.items()},
    "callback-claim": "an act: back to the list or the request",
    "callback-release": "an act: back to the request",
    "callback-resume": "an act: back to the request",
    "callback-route": "a fragment of the call, looked at in the journey",
    "callback-number": "a fragment of the request, looked at in the journey",
    "notice-open": "goes on to what the notice is about",
    "notices-read": "an act: back to the notices",
    "welcome-link": "goes on by itself to the page without the link in its address",
    "demo-sign-in": "an act: on to Mijn werk",
    "logout": "an act: on to the login page",
    "health": "JSON for a monitor",
    "security-txt": "plain text",
}


def sign_in_as(username: str, password: str = PASSWORD) -> Arrange:
    """Type a name and a password on the login page."""

    def typed(screen: Screen, city: City) -> None:
        screen.page.get_by_label("Gebruikersnaam").fill(username)
        screen.page.get_by_label("Wachtwoord", exact=True).fill(password)
        screen.page.get_by_role("button", name="Verder").click()
        screen.page.wait_for_load_state()

    return typed


def be_locked_out(screen: Screen, city: City) -> None:
    """Type a wrong password too often."""
    for _ in range(5):
        sign_in_as("locked", "een verkeerd wachtwoord")(screen, city)


def make_codes(screen: Screen, city: City) -> None:
    """Ask new recovery codes with the code of the app."""
    screen.page.get_by_label("Code uit uw app").fill(code_now())
    send(screen, city)


def let_session_end(screen: Screen, city: City) -> None:
    """Sign in for real, fill in a form and lose the session before it is sent."""
    sign_in_as("verify")(screen, city)
    screen.page.get_by_label("Code uit uw app").fill(code_now())
    screen.page.get_by_role("button", name="Inloggen").click()
    screen.open("/")
    screen.page.get_by_role("button", name="Nieuw gesprek").click()
    screen.page.locator("#id_q0-question").fill("Wat ik typte mag niet weg zijn.")
    screen.context.clear_cookies(name="sessie")
    send(screen, city)


def type_address(screen: Screen, city: City) -> None:
    """Ask which team belongs to an address."""
    screen.page.get_by_label("Postcode").first.fill("1363AB")
    screen.page.keyboard.press("Enter")
    screen.page.locator("#answer h2").wait_for()


def open_invitation(screen: Screen, city: City) -> None:
    """Open the link of the mail; it goes on to the page by itself."""
    by = city.people[Role.APPLICATION_MANAGER]
    Invitation.objects.all().delete()
    invite_employee(user_id=city.people["enrol"].pk, by=by)
    body = OutboxMail.objects.filter(recipient=city.people["enrol"]).latest("pk").body
    path = re.findall(r"/account/welkom/\S+", body)[0]
    screen.open(path)
    screen.page.wait_for_url("**/account/welkom/")


def open_and_send_invitation(screen: Screen, city: City) -> None:
    """Choose nothing."""
    open_invitation(screen, city)
    send(screen, city)


def open_menu(screen: Screen, city: City) -> None:
    """Open the menu behind the name."""
    screen.page.locator(".wt-header__me details.wt-menu > summary").click()


def open_bar(screen: Screen, city: City) -> None:
    """Open a menu of the bar, the one under "Menu" on a phone."""
    screen.page.locator(".wt-nav-wide").get_by_text("Samenwerken").click()


HANDLER, DESK = "handler", "contact_centre"
FORMS = (
    PageCase("doorsturen", "callback-forward", HANDLER, "claimed"),
    PageCase("geven", "callback-assign", HANDLER, "claimed"),
    PageCase("poging", "callback-attempt", HANDLER, "claimed"),
    PageCase("vervolg", "callback-next-step", HANDLER, "stuck"),
    PageCase("wachten", "callback-pause", HANDLER, "claimed"),
    PageCase("afsluiten", "callback-close", HANDLER, "claimed"),
    PageCase("heropenen", "callback-reopen", HANDLER, "closed"),
    PageCase("wachtwoord", "password", "team_worker"),
    PageCase("rol", "role-switch", "idle"),
    PageCase("herstelcodes", "recovery-codes", "password"),
    PageCase("inloggen", "login"),
)
PAGES = (
    *(case for pages in ROOMS for case in pages.PAGES),
    *FORMS,
    *(wrong(case) for case in FORMS),
    PageCase("mijn-werk", "home", HANDLER),
    PageCase("mijn-werk-menu", "home", "idle", then=open_menu, shows="Mijn werk"),
    PageCase("mijn-werk-balk", "home", "team_manager", then=open_bar, shows="Mijn werk"),
    PageCase("mijn-werk-leeg", "home", "idle"),
    PageCase("mijn-werk-kcc", "home", DESK),
    PageCase("mijn-werk-algemeen-manager", "home", "general_manager"),
    PageCase("mijn-werk-overig", "home", "steering_group"),
    PageCase("werklijst", "callback-worklist", "team_worker", prints=True),
    PageCase("werklijst-gefilterd", "callback-worklist", "team_worker", query="?urgentie=spoed"),
    PageCase("werklijst-leeg", "callback-worklist", "idle"),
    PageCase("verzoek", "callback-detail", "team_worker", "waiting", prints=True),
    PageCase("verzoek-opgepakt", "callback-detail", HANDLER, "claimed"),
    PageCase("verzoek-keuze", "callback-detail", HANDLER, "stuck"),
    PageCase("verzoek-wacht", "callback-detail", HANDLER, "paused"),
    PageCase("verzoek-afgesloten", "callback-detail", "team_manager", "closed"),
    PageCase("verzoek-lang", "callback-detail", "long", "long"),
    PageCase("verzoek-rtl", "callback-detail", "team_worker", "rtl"),
    PageCase("verzoek-anoniem", "callback-detail", "team_worker", "urgent"),
    PageCase("vastgelegd", "callback-registered", DESK, "waiting", prints=True),
    PageCase("vastgelegd-lang", "callback-registered", DESK, "long"),
    PageCase("vastgelegd-ingetrokken", "callback-registered", DESK, "withdrawn"),
    PageCase("wat-wij-vastlegden", "callback-registered-list", DESK),
    PageCase("wat-wij-vastlegden-leeg", "callback-registered-list", "idle_desk"),
    PageCase("wat-wij-vastlegden-niets", "callback-registered-list", DESK, query="?nummer=TB-999"),
    PageCase("intrekken", "callback-cancel", DESK, "waiting"),
    PageCase("veilig-bellen", "callback-safe-contact", HANDLER, "claimed"),
    PageCase("te-laat", "callback-overdue", "general_manager", prints=True),
    PageCase("clusters", "cluster-list", "team_worker"),
    PageCase("cluster", "cluster-detail", "team_worker", "POO"),
    PageCase("cluster-zonder-team", "cluster-detail", "team_worker", "HOU"),
    PageCase("partners", "partner-list", "team_worker"),
    PageCase("wie-is-wie", "who-is-who", "team_worker"),
    PageCase("wie-is-wie-niemand", "who-is-who", "team_worker", query="?zoek=xyzzy"),
    PageCase("postcode", "postcode-lookup", "team_worker"),
    PageCase(
        "postcode-antwoord",
        "postcode-lookup",
        "team_worker",
        then=type_address,
        shows="Postcode en team",
    ),
    PageCase("postcode-fouten", "postcode-lookup", "team_worker", then=send, shows="Fout: "),
    PageCase("meldingen", "notice-list", "team_manager"),
    PageCase("meldingen-leeg", "notice-list", "controller"),
    PageCase("postvak", "mailbox", "team_manager", demo=True),
    PageCase("werker", "operations", "application_manager"),
    PageCase("logboek", "audit-trail", "privacy_officer", prints=True),
    PageCase("logboek-leeg", "audit-trail", "privacy_officer", query="?bewoner=987654"),
    PageCase("bouwstenen", "styleguide", "application_manager"),
    PageCase("account", "account", "password"),
    PageCase("inloggen-demo", "login", demo=True),
    PageCase("code", "login-verify", path="/inloggen/", then=sign_in_as("verify"), shows="Code"),
    PageCase(
        "app-koppelen", "login-enrol", path="/inloggen/", then=sign_in_as("enrol"), shows="App"
    ),
    PageCase(
        "herstelcodes-nieuw", "recovery-codes", "password", then=make_codes, shows="Uw herstelcodes"
    ),
    PageCase("wachtwoord-kiezen", path="/inloggen/", then=open_invitation, shows="Kies"),
    PageCase(
        "wachtwoord-kiezen-fouten", path="/inloggen/", then=open_and_send_invitation, shows="Fout: "
    ),
    PageCase("link-werkt-niet", "welcome", status=410, shows="Link"),
    PageCase("uitnodigen", "employee-invite", "application_manager", "nobody"),
    PageCase("app-loskoppelen", "second-factor-reset", "application_manager", "password"),
    PageCase(
        "app-loskoppelen-fouten",
        "second-factor-reset",
        "application_manager",
        "password",
        then=send,
        shows="Fout: ",
    ),
    PageCase("beheer-medewerker", "admin:clusters_user_change", "application_manager", "nobody"),
    PageCase("beheer", "admin:index", "application_manager"),
    PageCase("beheer-lijst", "admin:clusters_cluster_changelist", "application_manager"),
    PageCase("beheer-formulier", "admin:clusters_closingday_add", "application_manager"),
    PageCase("niet-gevonden", person="team_worker", path="/bestaat/niet/", status=404),
    PageCase("geen-toegang", person="team_worker", path="/dashboard/", status=403),
    PageCase("geen-rol", person="nobody", path="/", status=403),
    PageCase("te-veel-pogingen", path="/inloggen/", then=be_locked_out, shows="Even wachten"),
    PageCase(
        "formulier-verlopen", path="/inloggen/", then=let_session_end, shows="Formulier verlopen"
    ),
)
"""Beside these: the page of a failure, in ``test_every_page``."""


def named_urls(patterns: Any) -> set[str]:
    """The names of every pattern below ``patterns``; of Beheer only its first page."""
    found: set[str] = set()
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            found.add(str(pattern.name))
        elif pattern.namespace == "admin":
            found.add("admin:index")
        else:
            found |= named_urls(pattern.url_patterns)
    return found
