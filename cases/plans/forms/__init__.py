"""Index of the forms of plans."""

from cases.plans.forms.actions import ActionForm, MoveForm
from cases.plans.forms.evaluating import DropForm, HoldForm, PlanEvaluationForm
from cases.plans.forms.goals import EndGoalForm, GoalForm
from cases.plans.forms.households import AgreementForm, MembersForm, StartForm

__all__ = [
    "ActionForm",
    "AgreementForm",
    "DropForm",
    "EndGoalForm",
    "GoalForm",
    "HoldForm",
    "MembersForm",
    "MoveForm",
    "PlanEvaluationForm",
    "StartForm",
]
