"""The matrix of the maatwerkbudget (security 3.3, rows 11 and 12).

The handler of team Noord asked, and works in the dossier; the wijkwerker of the team does not, so
for them it does not exist. The manager decides, the general manager sees all, the controller pays.
"""

from tests.permissions.rows import Row, about_file, about_waakvlam, allow

MINE, MANAGER, GENERAL, CONTROLLER = (
    ("handler",),
    ("team_manager",),
    ("general_manager",),
    ("controller",),
)
MONEY = ("team_worker", "handler", "outsider_worker", "city_social_team", "team_manager")
MONEY = (*MONEY, "outsider_manager", "general_manager", "controller")
KEEPERS = ("handler", "team_worker")
ASKING = ("team_worker", "handler", "outsider_worker", "city_social_team")
BEFORE = allow((*MINE, *MANAGER, *GENERAL), 403)
"""In scope of a request that nobody approved; the controller sees it when there is to pay."""
AFTER = BEFORE | allow(CONTROLLER, 403)
POTS = allow(MONEY)
STEERING = (*GENERAL, *CONTROLLER)
YEARS = allow(STEERING)
PLANNERS = ("team_manager", "outsider_manager", "general_manager", "controller")
"""Who reads the joint budget; the stuurgroep and the opdrachtgever see its totals only (GJ-9)."""
COUNTERS = (*PLANNERS, "steering_group", "commissioner")


def about_budget(
    people: tuple[str, ...], about: str, *, method: str = "get", status: int = 200
) -> Row:
    """An address about such a request; for everybody else it does not exist."""
    there = BEFORE if about == "budget-waiting" else AFTER
    return Row(method, about, otherwise=404, expected=there | allow(people, status))


BUDGET_ROWS: dict[str, Row] = {
    "budget-overview": Row(expected=POTS),
    "budget-advances": Row(expected=POTS),
    "budget-spending": Row(expected=POTS),
    "budget-figures-file": Row(expected=allow(CONTROLLER)),
    "ledger-export-xlsx": Row(expected=allow(CONTROLLER)),
    "budget-list": Row(expected=POTS),
    "budget-new-team": Row(expected=allow(ASKING)),
    "budget-panel": about_file(MINE),
    "budget-new": about_file(MINE),
    "budget-waakvlam-panel": about_waakvlam(KEEPERS),
    "budget-new-waakvlam": about_waakvlam(KEEPERS),
    "budget-request": about_budget((*MINE, *MANAGER, *GENERAL), "budget-waiting"),
    "budget-decide": about_budget(MANAGER, "budget-waiting"),
    "budget-withdraw": about_budget(MINE, "budget-waiting", method="post", status=302),
    "budget-pay": about_budget(CONTROLLER, "budget-approved"),
    "budget-bounce": about_budget(CONTROLLER, "budget-open", method="post", status=302),
    "budget-repay": about_budget(CONTROLLER, "budget-open"),
    "budget-deny": about_budget(MINE, "budget-open"),
    "budget-settle": about_budget(MANAGER, "budget-denied"),
    "budget-write-off": about_budget(MANAGER, "budget-open"),
    "budget-sign": about_budget(GENERAL, "budget-proposed"),
    "pot-new": Row("get", "budget-lists", expected=allow(GENERAL)),
    "pot-move": Row(expected=allow(GENERAL)),
    "pot-entries": Row("get", "pot", expected=POTS),
    "ledger-export": Row(expected=allow(CONTROLLER)),
    "budget-years": Row(expected=YEARS),
    "year-statement": Row("get", "year-closed", expected=YEARS),
    "year-statement-pdf": Row("get", "year-closed", expected=allow(STEERING, 302)),
    "year-closing": Row("get", "year-open", expected=YEARS),
    "bank-lines": Row("get", "bank-line-any", expected=allow(CONTROLLER)),
    "bank-import": Row(expected=allow(CONTROLLER)),
    "bank-preview": Row(expected=allow(CONTROLLER, 302)),
    "bank-accept": Row("post", expected=allow(CONTROLLER, 302)),
    "bank-line": Row("get", "bank-line", expected=allow(CONTROLLER)),
    "bank-match": Row("get", "bank-line", expected=allow(CONTROLLER)),
    "bank-aside": Row("get", "bank-line", expected=allow(CONTROLLER)),
    "bank-back": Row("post", "bank-line", expected=allow(CONTROLLER, 302)),
    "bank-undo": Row("post", "bank-matched", expected=allow(CONTROLLER, 302)),
    "budget-differentiation": Row(expected=POTS),
    "budget-totals": Row(expected=allow(COUNTERS)),
    "joint-budget": Row(expected=allow(PLANNERS)),
    "joint-totals": Row(expected=allow(COUNTERS)),
    "joint-new": Row(expected=allow(GENERAL)),
    "joint-adopt": Row("get", "joint-draft", expected=allow(GENERAL)),
    "joint-line-new": Row("get", "joint-draft", expected=allow(GENERAL)),
    "joint-export": Row("get", "joint-draft", expected=allow(PLANNERS)),
    "joint-line": Row("get", "joint-line", expected=allow(PLANNERS)),
    "joint-line-change": Row("get", "joint-line", expected=allow(GENERAL)),
    "joint-line-drop": Row("get", "joint-line", expected=allow(GENERAL)),
}
