"""Who visits what: signed-in sessions of a worker, a manager and the contact centre.

``python -m bench.visitors`` runs with Django on one city and prints, as JSON, the cookie and the
addresses of every page. The sessions are opened by the function that ends every real sign-in.
"""

import json
import sys
from typing import Any

import django

from bench.file_visitors import application_targets, file_targets
from bench.ledger_visitors import ledger_targets
from bench.meldingen import ensure_meldingen
from bench.sessions import cookie_of, posted, with_forms

DESKS, SEARCHERS = 12, 36
ENTRIES_PER_CALLBACK = 5
SOME_KEY = "11111111-1111-4111-8111-111111111111"


def main() -> int:
    """Print the targets of this city."""
    django.setup()
    json.dump(_targets(), sys.stdout)
    return 0


def _targets() -> dict[str, dict[str, Any]]:
    """Cookie and paths per page."""
    from clusters.models import Membership, Role  # noqa: PLC0415 - after setup
    from dashboards.tasks import refresh_figures  # noqa: PLC0415

    refresh_figures()
    worker = Membership.objects.filter(role=Role.TEAM_WORKER).order_by("pk")[0]
    team, of_worker = int(worker.team_id or 0), cookie_of(worker)
    managers = Membership.objects.filter(role=Role.TEAM_MANAGER, team_id=team)
    desk = Membership.objects.filter(role=Role.CONTACT_CENTRE).order_by("pk")[0]
    of_desk = cookie_of(desk)
    made = ensure_meldingen(worker)
    of_files = file_targets(of_worker, worker) | application_targets(of_worker, worker)
    of_people = _residents(team, made["bsns"]) | _meldingen(of_worker, made)
    asked = _asked(with_forms(of_desk)) | ledger_targets(worker, ENTRIES_PER_CALLBACK)
    _settle()
    return {
        **(asked | of_people | of_files),
        **{f"F{n}": {"cookie": of_worker, "paths": [f"/bench/f{n}/?team={team}"]} for n in (0, 1)},
        "home": {"cookie": of_worker, "paths": ["/"]},
        "worklist": {"cookie": of_worker, "paths": ["/terugbelverzoeken/"]},
        "detail": {"cookie": of_worker, "paths": _details(team)},
        "call": {"cookie": of_desk, "paths": [f"/gesprekken/{_running_call(desk)}/"]},
        "dashboard": {"cookie": cookie_of(managers[0]), "paths": ["/dashboard/"]},
        **_flow(cookie_of(managers[0])),
        "contacts": {"cookie": of_desk, "paths": ["/gesprekken/"]},
        "desk-dashboard": {"cookie": of_desk, "paths": ["/kcc/"]},
        **_with_charts(of_desk),
    }


def _with_charts(of_desk: str) -> dict[str, dict[str, Any]]:
    """The charts of the desk, and the dashboard of the SST with its own."""
    from clusters.models import Membership, Role  # noqa: PLC0415

    rows = Membership.objects.filter(role=Role.CITY_SOCIAL_TEAM).select_related("user")
    cookie = cookie_of(rows.order_by("pk")[0])
    return {
        "desk-charts": {"cookie": of_desk, "paths": ["/kcc/grafieken/"]},
        "sst-dashboard": {"cookie": cookie, "paths": ["/sst/"]},
        "sst-charts": {"cookie": cookie, "paths": ["/sst/grafieken/"]},
    }


def _flow(cookie: str) -> dict[str, dict[str, Any]]:
    """The parts of the dashboard of a manager about how work flows, and a list behind them."""
    parts = {
        "streams": ["stroom/", "stroom/?weken=26&soort=dossiers"],
        "leads": ["doorlooptijd/"],
        "triages": ["triage/", "triage/?per=kwartaal"],
        "shares": ["formeel-informeel/"],
    }
    paths = {f"dashboard-{name}": these for name, these in parts.items()}
    paths["flow-list"] = ["lijst/stroom/?soort=dossiers&wat=open", "lijst/stroom/?wat=binnen"]
    return {
        name: {"cookie": cookie, "paths": [f"/dashboard/{path}" for path in these]}
        for name, these in paths.items()
    }


def _settle() -> None:
    """Do at once what autovacuum does in the minutes after a bulk load."""
    from django.db import connection  # noqa: PLC0415 - after setup

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _asked(cookie: str) -> dict[str, dict[str, Any]]:
    """What is posted: how it stands, and a search in the kennisbank."""
    everybody = [with_forms(cookie_of(each)) for each in _desks()]
    return {
        "status": {"cookie": cookie, "cookies": everybody, "paths": _callers()},
        "search": {"cookie": cookie, "paths": _searches()},
    }


def _desks() -> list[Any]:
    """A desk of twelve: nobody may look up more callers than can call in ten minutes."""
    from clusters.models import Membership, Role, User  # noqa: PLC0415

    rows = Membership.objects.filter(role=Role.CONTACT_CENTRE).select_related("user")
    first = rows.order_by("pk")[0]
    for number in range(DESKS - rows.count()):
        person, _ = User.objects.get_or_create(username=f"bench-balie-{number}")
        facts = {"team": first.team, "organisation": first.organisation}
        facts["valid_from"] = first.valid_from
        Membership.objects.get_or_create(user=person, role=Role.CONTACT_CENTRE, **facts)
    return list(rows.order_by("pk"))


def _meldingen(cookie: str, made: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The list of the team, a melding, the cards at the table and the report of our worker."""
    talks = "/keukentafelgesprekken"
    paths = {
        "notifications": ["/wmo-meldingen/"],
        "notification": [f"/wmo-meldingen/{each}/" for each in made["notifications"]],
        "cards": [f"{talks}/{made['held']}/leefgebieden/"],
        "report": [f"{talks}/{made['concluded']}/verslag/"],
    }
    return {page: {"cookie": cookie, "paths": these} for page, these in paths.items()}


def _residents(team_id: int, bsns: list[str]) -> dict[str, dict[str, Any]]:
    """Somebody's card; looking for somebody by name or address with date of birth, or by BSN."""
    from cases.models import Resident  # noqa: PLC0415

    rows = Resident.objects.filter(callbacks__team_id=team_id, birth_date__isnull=False)
    known = list(rows.exclude(name="").order_by("pk").distinct()[:40])
    workers = [with_forms(cookie_of(each)) for each in _workers(team_id)]
    return {
        "resident": {
            "cookie": workers[0],
            "paths": [f"/inwoners/{each.pk}/" for each in known],
        },
        **{
            f"search-{way}": {"cookie": workers[0], "cookies": workers, "paths": paths}
            for way, paths in _ways(known, bsns).items()
        },
    }


def _workers(team_id: int) -> list[Any]:
    """A team of many: nobody may search for more people than work asks."""
    from clusters.models import Membership, Role, User  # noqa: PLC0415

    rows = Membership.objects.filter(role=Role.TEAM_WORKER, team_id=team_id)
    first = rows.select_related("user").order_by("pk")[0]
    facts = {"team": first.team, "organisation": first.organisation}
    for number in range(SEARCHERS - rows.count()):
        person, _ = User.objects.get_or_create(username=f"bench-wijk-{number}")
        facts["valid_from"] = first.valid_from
        Membership.objects.get_or_create(user=person, role=Role.TEAM_WORKER, **facts)
    return list(rows.select_related("user").order_by("pk"))


def _ways(known: list[Any], bsns: list[str]) -> dict[str, list[str]]:
    """Searches per way; half of the names are nobody's."""
    born = [{"born": f"{each.birth_date:%d-%m-%Y}"} for each in known]
    names = [each.name if number % 2 else "Niemandbekend" for number, each in enumerate(known)]
    places = [
        {"postcode": each.postcode or "1315 AA", "house_number": str(each.house_number or 1)}
        for each in known
    ]
    path = "/inwoners/zoeken/"
    return {
        "name": [posted(path, name=name, **day) for name, day in zip(names, born, strict=True)],
        "address": [posted(path, **at, **day) for at, day in zip(places, born, strict=True)],
        "bsn": [posted(path, bsn=bsn) for bsn in bsns],
    }


def _callers() -> list[str]:
    """Hoe staat het ermee, for forty callers: half of them known, half of them nobody."""
    from cases.models import CallbackRequest  # noqa: PLC0415

    rows = CallbackRequest.objects.exclude(state="closed").exclude(resident__name="")
    known = list(rows.order_by("pk").values_list("resident__phone", "resident__name")[:20])
    strangers = [(phone, "Niemand Bekend") for phone, _name in known]
    return [
        posted("/gesprekken/stand/", phone=phone, name=name, submission_key=SOME_KEY)
        for phone, name in known + strangers
    ]


def _searches() -> list[str]:
    """Twenty searches among two thousand articles, half of them with a typing error."""
    from bench.articles import ensure_articles  # noqa: PLC0415

    words = ensure_articles()[:20]
    typed = [word if number % 2 else word[:3] + word[4:] for number, word in enumerate(words)]
    return [posted("/kennisbank/zoeken/", words=word) for word in typed]


def _running_call(membership: Any) -> Any:
    """A call this person has on the line."""
    from cases.contacts.services import open_call  # noqa: PLC0415

    person = membership.user
    person.chosen_role = membership.role
    return open_call(by=person).pk


def _details(team_id: int) -> list[str]:
    """Forty requests of the team: half open, half from anywhere in ten years."""
    from cases.models import CallbackRequest  # noqa: PLC0415

    rows = CallbackRequest.objects.filter(team_id=team_id).order_by("pk")
    opened = list(rows.exclude(state="closed").values_list("pk", flat=True)[:20])
    closed = list(rows.filter(state="closed").values_list("pk", flat=True))
    spread = closed[:: max(1, len(closed) // 20)][:20]
    return [f"/terugbelverzoeken/{pk}/" for pk in opened + spread]


if __name__ == "__main__":
    sys.exit(main())
