"""The pages of the joint budget, of the totals and of the differentiatie."""

from tests.journeys.page_case import PageCase, wrong

GENERAL, CONTROLLER, STEERING = "general_manager", "controller", "steering_group"
NEW = PageCase("begroting-beginnen", "joint-new", GENERAL)
LINE_NEW = PageCase("begroting-regel-nieuw", "joint-line-new", GENERAL, "joint-draft")
CHANGE = PageCase("begroting-regel-wijzigen", "joint-line-change", GENERAL, "joint-changed")
DROP = PageCase("begroting-regel-vervallen", "joint-line-drop", GENERAL, "joint-line")
ADOPT = PageCase("begroting-vaststellen", "joint-adopt", GENERAL, "joint-draft")
PAGES: tuple[PageCase, ...] = (
    PageCase("begroting", "joint-budget", GENERAL, prints=True),
    PageCase("begroting-controller", "joint-budget", CONTROLLER),
    PageCase("begroting-concept", "joint-budget", GENERAL, query="?jaar=2027"),
    PageCase("begroting-totalen", "joint-totals", STEERING, prints=True),
    PageCase("begroting-totalen-opdrachtgever", "joint-totals", "commissioner"),
    PageCase("begroting-totalen-manager", "joint-totals", "team_manager"),
    PageCase("begroting-regel", "joint-line", GENERAL, "joint-changed"),
    PageCase("begroting-regel-weg", "joint-line", CONTROLLER, "joint-gone"),
    PageCase("maatwerk-totalen", "budget-totals", STEERING, prints=True),
    PageCase("maatwerk-totalen-leeg", "budget-totals", "commissioner", query="?jaar=2024"),
    PageCase("differentiatie", "budget-differentiation", CONTROLLER),
    PageCase("differentiatie-wijkwerker", "budget-differentiation", "handler"),
    NEW,
    wrong(NEW),
    LINE_NEW,
    wrong(LINE_NEW),
    CHANGE,
    wrong(CHANGE),
    DROP,
    wrong(DROP),
    ADOPT,
    wrong(ADOPT),
)
NO_PAGE: dict[str, str] = {"joint-export": "a file"}
