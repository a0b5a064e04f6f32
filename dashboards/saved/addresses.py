"""Which pages can be kept with their filters, and which filters; nothing typed freely (VM-3).

What somebody typed to search with may be a name: it never gets into a saved view.
"""

import re
from collections.abc import Mapping
from urllib.parse import urlencode

PAGES = {
    "dashboard": "Dashboard",
    "dashboard-asks": "Wat vraagt u nu",
    "callback-worklist": "Terugbelverzoeken",
    "callback-overdue": "Te laat met terugbellen",
    "notification-list": "Meldingen",
    "application-list": "Aanvragen",
    "handover-list": "Overdrachten",
    "workload": "Werklast",
    "workload-terms": "Termijnen",
    "informal-share": "Aandeel informeel",
    "informal-share-list": "Hulpvragen",
    "desk-dashboard": "Cijfers van het KCC",
    "budget-overview": "Maatwerkbudget",
    "absence-gaps": "Specialisme ontbreekt",
    "cover-missing": "Zonder waarnemer",
    "dashboard-streams": "In, uit en open",
    "dashboard-leads": "Doorlooptijd",
    "dashboard-triages": "Triage",
    "sst-dashboard": "Cijfers van het SST",
    "collective-list": "Collectief werk",
    "collective-time": "Individueel en collectief werk",
}
FILTERS = frozenset(
    {
        *("selectie", "team", "soort", "stand", "periode", "jaar", "weken", "behandelaar"),
        *(
            "kanaal",
            "urgentie",
            "cluster",
            "onderwerp",
            "status",
            "maand",
            "dagdeel",
            "per",
            "wat",
            "wijk",
        ),
    }
)
VALUE = re.compile(r"[\w.-]{1,40}", re.ASCII)


def query_of(params: Mapping[str, str]) -> str:
    """The filters of an address that may be kept, in a fixed order; "" when there is none."""
    kept = {
        name: value
        for name, value in sorted(params.items())
        if name in FILTERS and VALUE.fullmatch(value)
    }
    return urlencode(kept)
