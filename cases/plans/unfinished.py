"""What of a plan keeps its dossier open (PL-12); only reads."""

from cases.dossiers.models import ResidentFile
from cases.dossiers.unfinished import also
from cases.plans.models import Evaluation, EvaluationState, Goal, PlanAction


@also
def open_in_plan(file: ResidentFile) -> list[str]:
    """Goals and actions that run and an evaluation that has to come, as in a sentence."""
    left = [str(goal) for goal in Goal.objects.running().filter(file=file).select_related("domain")]
    actions = PlanAction.objects.open().filter(file=file).count()
    if actions:
        left.append("een actie in het plan" if actions == 1 else f"{actions} acties in het plan")
    planned = Evaluation.objects.filter(file=file, state=EvaluationState.PLANNED).first()
    return left + [str(planned)] * (planned is not None)
