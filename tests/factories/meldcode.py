"""Meldcodes and aandachtsfunctionarissen, in the smallest valid record of each kind."""

import uuid
from datetime import timedelta
from typing import Any

import factory

from cases.meldcode.lifecycle import CodeState
from cases.meldcode.models import (
    Outcome,
    SafeguardingOfficer,
    SafetyCode,
    SafetyCodeBar,
    SafetyCodeColleague,
    SafetyCodeReport,
    SafetyCodeStep,
    StepFacts,
    StepNumber,
    Way,
)
from tests.factories.cases import MONDAY, ResidentFactory
from tests.factories.clusters import MembershipFactory, TeamFactory, UserFactory

DAY, TODAY = timedelta(days=1), MONDAY.date()


class SafetyCodeFactory(factory.django.DjangoModelFactory):
    """Opened on Monday with its signals, and goes on on Wednesday; words are plain."""

    class Meta:
        model = SafetyCode

    class Params:
        ended = factory.Trait(
            state=CodeState.ENDED,
            outcome=Outcome.SAFE,
            ended_at=MONDAY,
            ended_by=factory.SelfAttribute("holder"),
        )

    uuid = factory.LazyFunction(uuid.uuid4)
    resident = factory.SubFactory(ResidentFactory)
    team = factory.SubFactory(TeamFactory)
    holder = factory.LazyAttribute(lambda row: MembershipFactory(team=row.team).user)
    opened_at = MONDAY
    opened_by = factory.SelfAttribute("holder")
    touched_on = TODAY

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **own: Any) -> Any:
        day = own.pop("next_on", TODAY + 2 * DAY)
        persons = own.pop("persons", ["Kind van acht"])
        words = own.pop("words", "Blauwe plekken.")
        code = model_class(**own)
        code.make_key()
        code.keep_persons(persons)
        code.plan(day if code.is_running else None)
        if not code.is_running:
            code.ending = code.shut("ending", "Het is veilig.")
        code.save(force_insert=True)
        SafetyCodeStepFactory(code=code, words=words)
        return code


class SafetyCodeStepFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SafetyCodeStep

    uuid = factory.LazyFunction(uuid.uuid4)
    code = factory.SubFactory(SafetyCodeFactory)
    resident = factory.SelfAttribute("code.resident")
    number = StepNumber.SIGNALS
    done_on = TODAY
    at = MONDAY
    by = factory.SelfAttribute("code.holder")

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **own: Any) -> Any:
        names = ("words", "early", "answers")
        told = {name: own.pop(name) for name in names if name in own}
        step = model_class(**own)
        step.keep(StepFacts(done_on=step.done_on, **{"words": "Gedaan."} | told))
        step.save(force_insert=True)
        return step


class SafetyCodeReportFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SafetyCodeReport

    uuid = factory.LazyFunction(uuid.uuid4)
    code = factory.SubFactory(SafetyCodeFactory)
    resident = factory.SelfAttribute("code.resident")
    reported_on = TODAY
    way = Way.PHONE
    at = MONDAY
    by = factory.SelfAttribute("code.holder")

    @classmethod
    def _create(cls, model_class: Any, *args: Any, words: str = "Gemeld.", **own: Any) -> Any:
        report = model_class(**own)
        report.content = report.shut("content", {"reference": "VT-1", "words": words})
        report.save(force_insert=True)
        return report


class SafetyCodeColleagueFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SafetyCodeColleague

    code = factory.SubFactory(SafetyCodeFactory)
    employee = factory.SubFactory(UserFactory)
    since = MONDAY
    added_by = factory.SelfAttribute("code.holder")


class SafetyCodeBarFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SafetyCodeBar

    code = factory.SubFactory(SafetyCodeFactory)
    employee = factory.SubFactory(UserFactory)
    since = MONDAY
    added_by = factory.SelfAttribute("code.holder")


class OfficerFactory(factory.django.DjangoModelFactory):
    """Of a team from a week ago on, unless a cluster is given."""

    class Meta:
        model = SafeguardingOfficer

    submission_key = factory.LazyFunction(uuid.uuid4)
    employee = factory.LazyAttribute(lambda row: MembershipFactory().user)
    valid_from = TODAY - 7 * DAY
    changed_at = MONDAY
    changed_by = factory.SubFactory(UserFactory)
