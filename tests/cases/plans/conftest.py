"""A dossier of the handler in Noord with a plan, a goal that runs and an evaluation to come."""

from typing import Any

import pytest

from cases.plans.models import Evaluation, Goal, Plan, PlanAction
from tests.cases.callbacks.conftest import monday
from tests.cases.dossiers.conftest import file, question, resident
from tests.factories.plans import ActionFactory, EvaluationFactory, GoalFactory, PlanFactory

__all__ = ["file", "monday", "question", "resident"]


@pytest.fixture
def plan(file: Any) -> Plan:
    return PlanFactory(file=file)


@pytest.fixture
def goal(plan: Plan) -> Goal:
    return GoalFactory(plan=plan)


@pytest.fixture
def action(goal: Goal) -> PlanAction:
    return ActionFactory(goal=goal)


@pytest.fixture
def evaluation(plan: Plan) -> Evaluation:
    return EvaluationFactory(plan=plan)
