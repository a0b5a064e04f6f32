"""The pages of plans, and what is done on them before they are looked at."""

from dataclasses import replace

from cases.plans import services
from cases.plans.fitting import goal_text
from cases.plans.models import Goal
from tests.journeys.city import City
from tests.journeys.city_dossiers import ME
from tests.journeys.page_case import PageCase, wrong
from tests.journeys.stage import Screen


def clash(screen: Screen, city: City) -> None:
    """A colleague changes the goal first; both texts are on the page."""
    file_id, goal_id = city.things["plan-goal"]
    goal = Goal.objects.select_related("file", "domain", "question").get(pk=goal_id)
    text = goal_text(goal)
    told = {"goal_id": goal_id, "version": goal.version, "by": city.people[ME]}
    wish = "Ik wil sparen." if text.wish != "Ik wil sparen." else "Ik wil rust."
    services.change_goal(file_id=file_id, text=replace(text, wish=wish), **told)
    screen.page.get_by_label("Wat wil de inwoner bereiken?").fill("Geen schulden meer.")
    screen.page.get_by_role("button", name="Bewaren").click()
    screen.page.wait_for_load_state()


def maatwerk(screen: Screen, city: City) -> None:
    """Choose maatwerk without a reason: the question for it comes up, with its error."""
    page = screen.page
    page.get_by_label("Wat gaat er gebeuren?").fill("Begeleiding thuis.")
    page.get_by_label("Maatwerk: door een zorgaanbieder of het wijkteam").check()
    page.get_by_label("Wie doet het?").select_option("provider")
    page.get_by_role("button", name="Actie toevoegen").click()
    page.wait_for_load_state()


START = PageCase("plan-beginnen", "plan-start", ME, "plan-none")
GOAL = PageCase("plan-doel", "plan-goal-new", ME, "plan-busy")
CHANGE = PageCase("plan-doel-wijzigen", "plan-goal-change", ME, "plan-goal")
END = PageCase("plan-doel-beeindigen", "plan-goal-end", ME, "plan-goal")
ACTION = PageCase("plan-actie", "plan-action-new", ME, "plan-goal")
MOVE = PageCase("plan-actie-stand", "plan-action-move", ME, "plan-action")
HOLD = PageCase("plan-evaluatie-vastleggen", "plan-evaluation-hold", ME, "plan-evaluation")
LAST = PageCase("plan-evaluatie-laatste", "plan-evaluation-hold", ME, "plan-evaluation-over")
DROP = PageCase("plan-evaluatie-niet", "plan-evaluation-drop", ME, "plan-evaluation-over")
AGREE = PageCase("plan-akkoord", "plan-agreement", ME, "plan-full")
PAGES: tuple[PageCase, ...] = (
    PageCase("plan-geen", "plan-detail", ME, "plan-none"),
    PageCase("plan-leeg", "plan-detail", ME, "plan-empty"),
    PageCase("plan-vol", "plan-detail", ME, "plan-full", prints=True),
    PageCase("plan-lang", "plan-detail", ME, "plan-long"),
    PageCase("plan-afgelopen", "plan-detail", ME, "plan-over"),
    PageCase("plan-afdruk", "plan-print", ME, "plan-full", prints=True),
    PageCase("plan-afdruk-leeg", "plan-print", ME, "plan-empty"),
    PageCase("plan-afdruk-lang", "plan-print", ME, "plan-long"),
    PageCase("plan-sociale-kaart", "plan-offers", ME, "plan-goal", query="?leefgebied=&cluster="),
    PageCase("plan-sociale-kaart-leeg", "plan-offers", ME, "plan-goal", query="?zoek=xqz"),
    START,
    PageCase("plan-huishouden", "plan-members", ME, "plan-busy"),
    GOAL,
    wrong(GOAL),
    CHANGE,
    PageCase("plan-doel-botsing", "plan-goal-change", ME, "plan-goal", then=clash, shows="Fout: "),
    END,
    wrong(END),
    ACTION,
    PageCase(
        "plan-actie-maatwerk", "plan-action-new", ME, "plan-goal", then=maatwerk, shows="Fout: "
    ),
    PageCase("plan-actie-wijzigen", "plan-action-change", ME, "plan-action"),
    MOVE,
    wrong(MOVE),
    PageCase("plan-evaluatie-plannen", "plan-evaluation-plan", ME, "plan-busy"),
    HOLD,
    wrong(HOLD),
    LAST,
    DROP,
    wrong(DROP),
    AGREE,
    wrong(AGREE),
)
NO_PAGE: dict[str, str] = {"plan-panel": "a fragment of the page of a dossier"}
