"""The figures of the SST and the lists behind them."""

from tests.journeys.page_case import PageCase

SST, LEADS, ABOVE, IDLE = "city_social_team", "sst_manager", "general_manager", "idle_sst"
PAGES: tuple[PageCase, ...] = (
    PageCase("cijfers-sst", "sst-dashboard", SST, prints=True),
    PageCase("cijfers-sst-manager", "sst-dashboard", LEADS),
    PageCase("cijfers-sst-stad", "sst-dashboard", ABOVE),
    PageCase("cijfers-sst-leeg", "sst-dashboard", IDLE),
    PageCase("sst-grafieken", "sst-charts", LEADS, prints=True),
    PageCase("sst-grafieken-leeg", "sst-charts", IDLE),
    PageCase("sst-overdrachten", "sst-offers", SST),
    PageCase("sst-geweigerd", "sst-offers", SST, query="?selectie=geweigerd"),
    PageCase("sst-aangeboden-stad", "sst-offers", ABOVE, query="?selectie=aangeboden"),
    PageCase("sst-overdrachten-leeg", "sst-offers", IDLE),
    PageCase("sst-adviesvragen", "sst-advices", SST),
    PageCase("sst-adviesvragen-leeg", "sst-advices", IDLE),
    PageCase("sst-bespreekpunten", "sst-points", SST),
    PageCase("sst-bespreekpunten-leeg", "sst-points", IDLE),
)
NO_PAGE: dict[str, str] = {}
