"""The page for the resident: who does what and when, and nothing from inside (PL-13)."""

from datetime import timedelta

from cases.plans.comparing import changes
from cases.plans.models import Goal, PlanAction
from cases.plans.plainly import parts_of
from tests.factories.cases import MONDAY
from tests.factories.community import OfferFactory
from tests.factories.plans import ActionFactory, GoalFactory

DAY = timedelta(days=1)


def parts():
    goals = Goal.objects.select_related("file", "domain")
    return parts_of(goals, PlanAction.objects.select_related("file", "offer__organisation"))


def test_every_step_says_who_what_when_and_where(goal):
    offer = OfferFactory(
        name="Eettafel", organisation__name="De Haven", organisation__phone="14036"
    )
    ActionFactory(goal=goal, until=MONDAY.date() + 9 * DAY)
    ActionFactory(goal=goal, until=MONDAY.date(), since=MONDAY.date(), texts={"what": "Bellen."})
    ActionFactory(goal=goal, who="network", kind="informal", texts={"what": "x", "name": "Els"})
    ActionFactory(goal=goal, who="general", kind="collective", offer=offer)

    steps = parts()[0].steps
    assert {step.who for step in steps} == {"U", "Els", "Een plek in de buurt"}
    assert {step.when for step in steps} == {
        "van 23 november 2026 tot en met 2 december 2026",
        "op 23 november 2026",
        "vanaf 23 november 2026",
    }
    assert [(step.where, step.phone) for step in steps if step.where] == [
        ("Eettafel, De Haven", "14036")
    ]


def test_the_reason_for_maatwerk_is_not_the_residents_to_read(goal):
    texts = {"what": "Begeleiding.", "short": "Kanarie"}
    ActionFactory(goal=goal, who="provider", kind="formal", texts=texts)
    assert "Kanarie" not in str(parts())
    assert parts()[0].steps[0].who == "Een hulpverlener"


def test_what_runs_comes_first_and_what_was_dropped_or_stopped_is_left_out(plan):
    GoalFactory(plan=plan, reached=True)
    own = {"state": "dropped", "ended_at": MONDAY, "ended_by": plan.started_by}
    GoalFactory(plan=plan, **own)
    running = GoalFactory(plan=plan, created_at=MONDAY + DAY)
    ActionFactory(goal=running, state="stopped", ended_at=MONDAY)
    ActionFactory(goal=running, done=True)

    first, second = parts()
    assert (first.end, [step.when for step in first.steps]) == ("", ["Dit is klaar"])
    assert (second.end, second.result) == ("Dit is gelukt.", "Dat lukt.")


def test_before_and_after_are_side_by_side_when_somebody_was_asked(plan):
    GoalFactory(plan=plan)
    once = GoalFactory(plan=plan, score_before=2)
    for before, after in ((2, 4), (4, 1), (3, 3)):
        GoalFactory(plan=plan, reached=True, score_before=before, score_after=after)

    found = changes(Goal.objects.order_by("created_at", "pk"))
    assert len(found) == 4
    assert {row.words for row in found if row.goal == once} == {"Nog geen tweede score"}
    assert {row.words for row in found} >= {"2 beter", "3 slechter", "Gelijk"}
