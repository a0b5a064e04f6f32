"""How events of the meldcode read; lines of a closed part, shown with a reason only (MC-18)."""

CODES: dict[str, tuple[str, str]] = {
    "safety.listed": ("Meldcodes gelezen", "las de eigen lijst met meldcodes"),
    "safety.prepared": ("Meldcode voorbereid", "begon een meldcode te openen bij {0}"),
    "safety.opened": ("Meldcode geopend", "opende {0}"),
    "safety.read": ("Meldcode gelezen", "las {0}"),
    "safety.noted": ("Stap van meldcode vastgelegd", "legde een stap vast in {0}"),
    "safety.decided": ("Beslissing in meldcode", "nam een beslissing in {0}"),
    "safety.reported": ("Gemeld bij Veilig Thuis", "legde een melding vast in {0}"),
    "safety.heard": ("Terugkoppeling van Veilig Thuis", "legde terugkoppeling vast in {0}"),
    "safety.persons_changed": ("Betrokkenen gewijzigd", "wijzigde om wie het gaat in {0}"),
    "safety.planned": ("Dag van meldcode gewijzigd", "koos een andere dag voor {0}"),
    "safety.admitted": ("Collega bij meldcode", "liet een collega toe bij {0}"),
    "safety.dismissed": (
        "Collega weg bij meldcode",
        "beëindigde de toegang van een collega bij {0}",
    ),
    "safety.barred": ("Medewerker uitgesloten", "sloot een medewerker uit van {0}"),
    "safety.bar_lifted": ("Uitsluiting opgeheven", "hief een uitsluiting op bij {0}"),
    "safety.passed": ("Meldcode overgedragen", "droeg {0} over"),
    "safety.ended": ("Meldcode afgerond", "rondde {0} af"),
    "officer.created": ("Aandachtsfunctionaris aangewezen", "wees {0} aan"),
    "officer.changed": ("Aandachtsfunctionaris gewijzigd", "wijzigde {0}"),
}
