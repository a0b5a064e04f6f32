"""The events of residents, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "resident.created": ("Inwoner vastgelegd", "legde {0} vast"),
    "resident.changed": ("Inwoner gewijzigd", "wijzigde {0}"),
    "resident.read": ("Inwoner gelezen", "las {0}"),
    "resident.searched": ("Inwoner gezocht", "zocht een inwoner"),
    "resident.twins_shown": (
        "Mogelijk dezelfde inwoner getoond",
        "zag wie dezelfde inwoner kan zijn",
    ),
    "resident.compared": ("Twee kaarten vergeleken", "vergeleek {0} met een ander"),
    "resident.merged": ("Inwoners samengevoegd", "voegde een andere kaart samen met {0}"),
    "resident.merged_away": ("Kaart vervallen", "liet {0} opgaan in een andere kaart"),
    "resident.unmerged": ("Samenvoegen ongedaan gemaakt", "maakte samenvoegen met {0} ongedaan"),
    "resident.restored": ("Kaart teruggezet", "zette {0} terug na samenvoegen"),
    "resident.gathered": ("Nagekomen werk verplaatst", "verplaatste nagekomen werk naar {0}"),
    "resident.bsn_changed": ("BSN vastgelegd", "wijzigde het BSN van {0}"),
    "resident.bsn_in_use": (
        "BSN was al in gebruik",
        "wilde bij {0} een BSN vastleggen dat al in gebruik is",
    ),
    "resident.bsn_shown": ("BSN getoond", "opende het BSN van {0}"),
    "resident.address_sealed": ("Adres geheim gemaakt", "maakte het adres van {0} geheim"),
    "resident.address_shown": ("Geheim adres getoond", "opende het geheime adres van {0}"),
    "resident.secrecy_lifted": (
        "Adres niet meer geheim",
        "maakte het adres van {0} weer gewoon zichtbaar",
    ),
}
