"""What is visited of dossiers, of the sociale kaart and of aanvragen, by a worker and the Stadhuis.

Each function makes what the city still lacks of it and answers with cookie and addresses per page.
"""

from typing import Any

from bench.decisions import MINE, ensure_applications
from bench.dossiers import ensure_dossiers
from bench.offers import ensure_offers
from bench.sessions import cookie_of, posted, with_forms

Targets = dict[str, dict[str, Any]]


def file_targets(cookie: str, membership: Any) -> Targets:
    """Lists of dossiers, a dossier and its parts, the ends of a long one; the sociale kaart."""
    made, offers = ensure_dossiers(membership), ensure_offers(membership)
    long = f"/dossiers/{made['long']}/"
    paths = {
        "files": ["/dossiers/"],
        "files-team": ["/dossiers/?selectie=team"],
        "file": [f"/dossiers/{each}/" for each in made["files"]],
        "file-lines": [long],
        "file-lines-last": [f"{long}?{made['last_page']}"],
        "file-search": [posted(f"{long}zoeken/", sought="nergens te vinden")],
        "plan": [f"/plannen/{each}/" for each in made["files"]],
        "tasks": [f"{long}taken/?selectie=voorbij"],
        "documents": [f"{long}documenten/deel/"],
        "matches": ["/vrijwilligers/?selectie=dossiers"],
        "offers": ["/sociale-kaart/"],
        "offers-search": [f"/sociale-kaart/?zoek={word}" for word in offers[:20]],
    }
    return {page: {"cookie": with_forms(cookie), "paths": these} for page, these in paths.items()}


def application_targets(cookie: str, membership: Any) -> Targets:
    """The aanvragen of the team, the queue of the Stadhuis, what was sent and what was objected to;
    one aanvraag, and the page on which an objection is decided."""
    ensure_applications(membership)
    judge = _judge()
    place, hall = "/aanvragen/", cookie_of(judge)
    return {
        "applications": {"cookie": cookie, "paths": [f"{place}?selectie=team"]},
        "applications-hall": {"cookie": hall, "paths": [f"{place}?selectie=team"]},
        "applications-sent": {"cookie": hall, "paths": [f"{place}?selectie=verstuurd"]},
        "application": {
            "cookie": cookie,
            "paths": [f"{place}{each}/" for each in _applications(membership)],
        },
        "objections": {"cookie": hall, "paths": [f"{place}?selectie=bezwaar"]},
        "objection": {"cookie": hall, "paths": _objections(place, judge.user_id)},
    }


def _judge() -> Any:
    """The membership of somebody of the Wmo-team in the Stadhuis."""
    from clusters.models import Membership, Role  # noqa: PLC0415 - after setup

    members = Membership.objects.filter(role=Role.CITY_HALL_TEAM, team__isnull=False)
    return members.select_related("user").order_by("pk")[0]


def _applications(membership: Any) -> list[int]:
    """Those on my desk, and as many from all years that I decided."""
    from cases.models import Application  # noqa: PLC0415

    mine = Application.objects.filter(handler_id=membership.user_id).order_by("pk")
    running = list(mine.running().order_by("pk").values_list("pk", flat=True))
    sent = list(mine.filter(state="sent").values_list("pk", flat=True))
    return running + sent[:: max(1, len(sent) // MINE)][:MINE]


def _objections(place: str, judge_id: int) -> list[str]:
    """Where this employee decides on objections that run, and the decisions they are against."""
    from cases.models import Objection  # noqa: PLC0415

    rows = Objection.objects.open().filter(application__handler=judge_id)
    pairs = rows.order_by("pk").values_list("application_id", "pk")[:20]
    decide = [f"{place}{number}/bezwaar/{key}/" for number, key in pairs]
    return decide + [f"{place}{number}/" for number, _key in pairs]
