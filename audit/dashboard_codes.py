"""Codes of the dashboards in the trail: title for the office, sentence for the Logboek."""

CODES: dict[str, tuple[str, str]] = {
    "dashboard.read": ("Dashboard gelezen", "las het dashboard"),
    "dashboard.desk_read": ("Cijfers van het KCC gelezen", "las de cijfers van het KCC"),
    "work.mine_listed": ("Mijn werk gelezen", "las wat er op de eigen naam staat"),
    "work.kind_listed": ("Werk van één soort gelezen", "las wat er van één soort op werk wacht"),
    "view.saved": ("Weergave bewaard", "bewaarde {0}"),
    "weekly.chosen": ("Keuze voor het weekoverzicht", "koos of het weekoverzicht komt"),
    "view.deleted": ("Weergave verwijderd", "verwijderde {0}"),
}
