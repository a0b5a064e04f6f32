"""Two people at the same plan at the same moment (PL-1, PL-4, PL-8)."""

import uuid
from datetime import timedelta
from functools import partial

import pytest

from cases.models import LifeDomain
from cases.plans import services
from cases.plans.models import Evaluation, Plan
from clusters.models import User
from common.reference import sync
from tests.cases.plans.acting import TODAY, add_goal
from tests.concurrency.conftest import done, refused, together
from tests.factories.dossiers import FileFactory
from tests.factories.plans import EvaluationFactory, GoalFactory, PlanFactory

ROUNDS = range(5)
WEEK = timedelta(weeks=1)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def fresh(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def test_two_who_begin_a_plan_at_once_make_one(cast, noord):
    for _ in ROUNDS:
        file = FileFactory(team=noord, director=cast.handler)
        own = {"file_id": file.pk, "members": [], "evaluate_on": TODAY + WEEK}
        results = together(
            *(
                partial(
                    services.start_plan, submission_key=uuid.uuid4(), by=fresh(cast.handler), **own
                )
                for _ in range(2)
            )
        )
        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert Plan.objects.get(file=file).evaluations.count() == 1


def test_two_first_goals_at_once_plan_one_evaluation(cast, noord):
    sync(LifeDomain)
    for _ in ROUNDS:
        plan = PlanFactory(file=FileFactory(team=noord, director=cast.handler))
        together(*(partial(add_goal, plan.file, fresh(cast.handler)) for _ in range(2)))
        assert (plan.goals.count(), plan.evaluations.count()) == (2, 1)
        plan.refresh_from_db()
        assert plan.edition == 3


def test_two_ends_of_a_goal_and_two_reports_at_once_are_one(cast, noord):
    for _ in ROUNDS:
        goal = GoalFactory(plan__file=FileFactory(team=noord, director=cast.handler))
        coming = EvaluationFactory(plan=goal.plan)
        own = {"file_id": goal.file_id}
        ends = [
            partial(
                services.end_goal,
                goal_id=goal.pk,
                state=state,
                result="Klaar.",
                score_after=None,
                by=fresh(cast.handler),
                **own,
            )
            for state in ("reached", "missed")
        ]
        results = together(*ends)
        assert (len(done(results)), len(refused(results))) == (1, 1)
        reports = [
            partial(
                services.hold_evaluation,
                evaluation_id=coming.pk,
                held_on=TODAY,
                present="Wij.",
                findings=words,
                next_on=TODAY + WEEK,
                why="",
                by=fresh(cast.handler),
                **own,
            )
            for words in ("Goed.", "Slecht.")
        ]
        results = together(*reports)
        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert Evaluation.objects.filter(plan=goal.plan, state="planned").count() == 1
