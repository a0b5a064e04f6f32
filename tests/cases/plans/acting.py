"""The acts on a plan as the tests ask for them."""

import uuid
from dataclasses import replace
from datetime import timedelta

from cases.plans import services
from cases.plans.fitting import ActionText, GoalText
from tests.factories.cases import MONDAY
from tests.factories.talks import domain

TODAY = MONDAY.date()
DAY, WEEK, YEAR = timedelta(days=1), timedelta(weeks=1), timedelta(days=366)


def goal_says(**own):
    text = GoalText(domain("geld"), None, "Ik wil rondkomen.", "", None)
    return replace(text, **own)


def action_says(**own):
    who = {"who": "resident", "name": "", "kind": "own_strength", "short": "", "offer": None}
    text = ActionText(what="Post openen.", since=TODAY, until=None, **who)
    return replace(text, **own)


def start(file, by, **own):
    told = {"submission_key": uuid.uuid4(), "members": [], "evaluate_on": TODAY + WEEK}
    return services.start_plan(file_id=file.pk, by=by, **told | own)


def add_goal(file, by, key=None, **own):
    return services.add_goal(
        submission_key=key or uuid.uuid4(), file_id=file.pk, text=goal_says(**own), by=by
    )


def change_goal(goal, by, version=1, **own):
    told = {"file_id": goal.file_id, "goal_id": goal.pk, "version": version, "by": by}
    return services.change_goal(text=goal_says(**own), **told)


def end_goal(goal, by, state="reached", result="Het lukt.", score_after=None):
    told = {"state": state, "result": result, "score_after": score_after}
    return services.end_goal(file_id=goal.file_id, goal_id=goal.pk, by=by, **told)


def add_action(goal, by, key=None, **own):
    told = {"file_id": goal.file_id, "goal_id": goal.pk, "by": by}
    return services.add_action(submission_key=key or uuid.uuid4(), text=action_says(**own), **told)


def change_action(action, by, version=1, **own):
    told = {"file_id": action.file_id, "action_id": action.pk, "version": version, "by": by}
    return services.change_action(text=action_says(**own), **told)


def move(action, by, state="done", result="Gedaan.", version=1):
    told = {"file_id": action.file_id, "action_id": action.pk, "version": version, "by": by}
    return services.move_action(state=state, result=result, **told)


def look_again(file, by, day=TODAY + WEEK, version=0):
    return services.plan_evaluation(file_id=file.pk, version=version, planned_on=day, by=by)


def hold(evaluation, by, **own):
    told = {"held_on": TODAY, "present": "De inwoner.", "findings": "Het gaat beter."}
    told |= {"next_on": TODAY + 4 * WEEK, "why": ""}
    numbers = {"file_id": evaluation.file_id, "evaluation_id": evaluation.pk}
    return services.hold_evaluation(by=by, **numbers, **told | own)


def drop(evaluation, by, why="Alles is klaar."):
    numbers = {"file_id": evaluation.file_id, "evaluation_id": evaluation.pk}
    return services.drop_evaluation(why=why, by=by, **numbers)


def agree(plan, by, **own):
    plan.refresh_from_db()
    told = {"version": plan.version, "edition": plan.edition, "agreed_on": TODAY, "how": "talk"}
    return services.record_agreement(file_id=plan.file_id, by=by, **told | own)
