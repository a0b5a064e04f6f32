"""The states of a goal and of an action. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class GoalState(TextChoices):
    """Where a goal stands; all but the first are an end."""

    RUNNING = "running", "Loopt"
    REACHED = "reached", "Gehaald"
    PARTLY = "partly", "Deels gehaald"
    MISSED = "missed", "Niet gehaald"
    DROPPED = "dropped", "Vervallen"


class ActionState(TextChoices):
    """Where an action stands; the last two are an end."""

    PLANNED = "planned", "Gepland"
    RUNNING = "running", "Bezig"
    DONE = "done", "Klaar"
    STOPPED = "stopped", "Gestopt"


G, A = GoalState, ActionState

GOAL_LIFECYCLE = Lifecycle(
    GoalState,
    Step(
        "change", "Wijzigen", {G.RUNNING}, G.RUNNING, why="PL-4: a goal that ended stays as it is"
    ),
    Step("reach", "Gehaald", {G.RUNNING}, G.REACHED, why="PL-4: with a word about what came of it"),
    Step("reach_partly", "Deels gehaald", {G.RUNNING}, G.PARTLY, why="PL-4: likewise"),
    Step("miss", "Niet gehaald", {G.RUNNING}, G.MISSED, why="PL-4: likewise"),
    Step("drop", "Laten vervallen", {G.RUNNING}, G.DROPPED, why="PL-4: likewise"),
)
ACTION_LIFECYCLE = Lifecycle(
    ActionState,
    Step("begin", "Beginnen", {A.PLANNED}, A.RUNNING, why="PL-7: somebody is at it"),
    Step("finish", "Klaar", {A.PLANNED, A.RUNNING}, A.DONE, why="PL-7: with its result"),
    Step("stop", "Stoppen", {A.PLANNED, A.RUNNING}, A.STOPPED, why="PL-7: with the reason"),
)
GOAL_ENDS: dict[str, str] = {
    G.REACHED: "reach",
    G.PARTLY: "reach_partly",
    G.MISSED: "miss",
    G.DROPPED: "drop",
}
"""The step that leads to each end."""
ACTION_STEPS: dict[str, str] = {A.RUNNING: "begin", A.DONE: "finish", A.STOPPED: "stop"}
OPEN_ACTIONS = frozenset({A.PLANNED, A.RUNNING})
