"""Dossiers of the demo city have a plan, and somebody has an evaluation to hold."""

import pytest

from cases.dossiers.models import ResidentFile
from cases.plans.due import evaluations_due
from cases.plans.models import Evaluation, Goal, Plan, PlanAction

pytestmark = pytest.mark.usefixtures("city")


def test_the_dossiers_of_the_talks_have_a_plan_with_help_of_every_sort():
    plans = Plan.objects.count()

    assert plans >= 2
    assert set(PlanAction.objects.values_list("kind", flat=True)) == {
        "own_strength",
        "informal",
        "collective",
        "formal",
    }
    assert PlanAction.objects.exclude(offer=None).exists()
    assert set(Goal.objects.values_list("state", flat=True)) == {"running", "reached"}
    assert Evaluation.objects.filter(state="planned").count() == plans


def test_somebody_has_an_evaluation_to_hold():
    directors = {file.director for file in ResidentFile.objects.open().select_related("director")}
    assert any(evaluations_due(director).exists() for director in directors)
