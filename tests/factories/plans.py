"""Plans with goals, actions and evaluations, in the smallest valid record of each kind."""

from datetime import timedelta
from typing import Any

import factory

from cases.plans.lifecycle import ActionState, GoalState
from cases.plans.models import (
    ActionKind,
    ActionWho,
    Evaluation,
    EvaluationState,
    Goal,
    Member,
    Plan,
    PlanAction,
)
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory
from tests.factories.talks import domain

WEEK = timedelta(weeks=1)


class PlanFactory(factory.django.DjangoModelFactory):
    """A plan that was begun on the working Monday, for the resident alone."""

    class Meta:
        model = Plan

    file = factory.SubFactory(FileFactory)
    resident = factory.SelfAttribute("file.resident")
    started_at = MONDAY
    started_by = factory.SelfAttribute("file.director")

    @classmethod
    def _create(
        cls, model_class: Any, *args: Any, members: tuple[Member, ...] = (), **own: Any
    ) -> Any:
        plan = model_class(**own)
        plan.keep_members(list(members))
        plan.save(force_insert=True)
        return plan


class _Told(factory.django.DjangoModelFactory):
    """A row whose texts are given by name."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: Any, *args: Any, texts: dict[str, str], **own: Any) -> Any:
        row = model_class(**own)
        row.tell(**texts)
        row.save(force_insert=True)
        return row


class GoalFactory(_Told):
    """A goal that runs; ``reached`` is one that ended well."""

    class Meta:
        model = Goal

    class Params:
        reached = factory.Trait(
            state=GoalState.REACHED,
            ended_at=MONDAY,
            ended_by=factory.SelfAttribute("created_by"),
            texts={"wish": "Ik wil rondkomen.", "result": "Dat lukt."},
        )

    plan = factory.SubFactory(PlanFactory)
    file = factory.SelfAttribute("plan.file")
    resident = factory.SelfAttribute("plan.resident")
    domain = factory.LazyFunction(lambda: domain("geld"))
    created_at = MONDAY
    created_by = factory.SelfAttribute("file.director")
    texts = {"wish": "Ik wil rondkomen."}


class ActionFactory(_Told):
    """Something the resident does, planned; ``done`` is one that ended."""

    class Meta:
        model = PlanAction

    class Params:
        done = factory.Trait(
            state=ActionState.DONE,
            ended_at=MONDAY,
            texts={"what": "Post openen.", "result": "Gedaan."},
        )

    goal = factory.SubFactory(GoalFactory)
    file = factory.SelfAttribute("goal.file")
    resident = factory.SelfAttribute("goal.resident")
    who = ActionWho.RESIDENT
    kind = ActionKind.OWN_STRENGTH
    since = MONDAY.date()
    created_at = MONDAY
    created_by = factory.SelfAttribute("file.director")
    texts = {"what": "Post openen."}


class EvaluationFactory(_Told):
    """An evaluation of a week later; ``held`` is one that took place."""

    class Meta:
        model = Evaluation

    class Params:
        held = factory.Trait(
            state=EvaluationState.HELD,
            held_on=MONDAY.date(),
            texts={"present": "De inwoner.", "findings": "Het gaat beter."},
        )

    plan = factory.SubFactory(PlanFactory)
    file = factory.SelfAttribute("plan.file")
    resident = factory.SelfAttribute("plan.resident")
    planned_on = (MONDAY + WEEK).date()
    written_by = factory.SelfAttribute("file.director")
    texts: dict[str, str] = {}

    @classmethod
    def _create(cls, model_class: Any, *args: Any, texts: dict[str, str], **own: Any) -> Any:
        row = model_class(**own)
        if texts:
            row.tell(**texts)
        row.save(force_insert=True)
        return row
