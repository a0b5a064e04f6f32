"""The pages with figures of the desk and with what it took down."""

from tests.journeys.page_case import PageCase

DESK = "contact_centre"
PAGES: tuple[PageCase, ...] = (
    PageCase("cijfers-kcc", "desk-dashboard", DESK, prints=True),
    PageCase("cijfers-kcc-kwartaal", "desk-dashboard", "help_desk", query="?periode=13"),
    PageCase("cijfers-kcc-stad", "desk-dashboard", "general_manager"),
    PageCase("cijfers-kcc-leeg", "desk-dashboard", "idle_desk"),
    PageCase("kcc-grafieken", "desk-charts", DESK, query="?periode=13", prints=True),
    PageCase("kcc-grafieken-stad", "desk-charts", "general_manager"),
    PageCase("kcc-grafieken-leeg", "desk-charts", "idle_desk"),
    PageCase("kcc-vraagbaak", "desk-questions", "help_desk"),
    PageCase("kcc-vraagbaak-eigen", "desk-questions", DESK),
    PageCase("kcc-vraagbaak-leeg", "desk-questions", "idle_desk"),
    PageCase("gesprekken", "contact-list", DESK),
    PageCase("gesprekken-gefilterd", "contact-list", DESK, query="?opgelost=nee&vraagbaak=met"),
    PageCase("gesprekken-leeg", "contact-list", "idle_desk"),
    PageCase(
        "beloofd-te-laat",
        "callback-registered-list",
        DESK,
        query="?belofte=te-laat&periode=13",
    ),
)
NO_PAGE: dict[str, str] = {}
