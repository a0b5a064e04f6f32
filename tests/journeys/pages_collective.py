"""The pages of collective work, of the plans of clusters, and of the time it takes."""

from tests.journeys.page_case import PageCase, wrong

ME, MANAGER, GENERAL = "handler", "team_manager", "general_manager"
MOMENT = PageCase("collectief-contact", "collective-moment", ME)
ACTIVITY = PageCase("collectief-activiteit", "collective-activity", MANAGER)
END = PageCase("collectief-afsluiten", "collective-end", ME, "collective-running")
GOAL = PageCase("opgave-toevoegen", "cluster-goal-new", MANAGER, "cluster")
VISION = PageCase("clusterplan-visie", "cluster-plan-vision", MANAGER, "cluster")
PROGRESS = PageCase("opgave-voortgang", "cluster-goal-progress", MANAGER, "cluster-goal")
PAGES: tuple[PageCase, ...] = (
    PageCase("collectief", "collective-list", ME, prints=True),
    PageCase("collectief-stad", "collective-list", GENERAL),
    PageCase("collectief-leeg", "collective-list", ME, query="?soort=network&stand=idea"),
    MOMENT,
    wrong(MOMENT),
    ACTIVITY,
    wrong(ACTIVITY),
    PageCase("collectief-een", "collective-detail", ME, "collective", prints=True),
    PageCase("collectief-idee", "collective-detail", ME, "collective-idea"),
    PageCase("collectief-gestopt", "collective-detail", GENERAL, "collective-stopped"),
    PageCase("collectief-wijzigen", "collective-change", ME, "collective"),
    PageCase("collectief-starten", "collective-start", ME, "collective-idea"),
    END,
    wrong(END),
    PageCase("collectief-wijken", "collective-places", MANAGER, prints=True),
    PageCase("collectief-wijken-stad", "collective-places", GENERAL),
    PageCase("clusterplannen", "cluster-plan-list", GENERAL),
    PageCase("clusterplan", "cluster-plan", MANAGER, "cluster", prints=True),
    PageCase("clusterplan-lezen", "cluster-plan", ME, "cluster"),
    VISION,
    GOAL,
    wrong(GOAL),
    PageCase("opgave-wijzigen", "cluster-goal-change", MANAGER, "cluster-goal"),
    PROGRESS,
    wrong(PROGRESS),
    PageCase("tijd-collectief", "collective-time", MANAGER, prints=True),
    PageCase("tijd-collectief-stad", "collective-time", GENERAL),
)
NO_PAGE: dict[str, str] = {"dashboard-collective": "a fragment of the dashboard"}
