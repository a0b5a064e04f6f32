"""The pages of absence."""

from tests.journeys.page_case import PageCase, wrong

ME, MANAGER = "handler", "team_manager"
ENTER = PageCase("afwezigheid-invoeren", "absence-enter", ME, ME)
PATTERN = PageCase("werkdagen", "work-pattern", MANAGER, ME)
CHANGE = PageCase("afwezigheid-wijzigen", "absence-change", ME, "absence-coming")
WITHDRAW = PageCase("afwezigheid-intrekken", "absence-withdraw", ME, "absence-coming")
PAGES: tuple[PageCase, ...] = (
    PageCase("afwezigheid", "absence-calendar", MANAGER, prints=True),
    PageCase(
        "afwezigheid-maand", "absence-calendar", MANAGER, query="?weergave=maand", prints=True
    ),
    PageCase("afwezigheid-collega", "absence-calendar", "team_worker", query="?weergave=maand"),
    PageCase("afwezigheid-kerst", "absence-calendar", ME, query="?weergave=week&dag=2026-12-25"),
    PageCase("afwezigheid-alle-teams", "absence-calendar", "general_manager"),
    PageCase("afwezigheid-niemand", "absence-calendar", "contact_centre", query="?specialisme=lvb"),
    PageCase("afwezigheid-onbekend-team", "absence-calendar", ME, query="?team=987654321"),
    PageCase("afwezigheid-mijn", "absence-person", ME, ME),
    PageCase("afwezigheid-medewerker", "absence-person", MANAGER, ME, prints=True),
    PageCase("afwezigheid-leeg", "absence-person", "contact_centre", "contact_centre"),
    ENTER,
    wrong(ENTER),
    PageCase("afwezigheid-invoeren-manager", "absence-enter", MANAGER, ME),
    CHANGE,
    WITHDRAW,
    PATTERN,
    PageCase("bezetting", "absence-gaps", MANAGER, prints=True),
    PageCase("bezetting-alle", "absence-gaps", "general_manager"),
)
NO_PAGE: dict[str, str] = {
    "absence-person-calendar": "a file to save",
    "absence-team-calendar": "a file to save",
}
