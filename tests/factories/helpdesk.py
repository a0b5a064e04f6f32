"""Dagdelen and questions of the vraagbaak, in the smallest valid record of each kind."""

import uuid

import factory

from cases.helpdesk.lifecycle import HelpState
from cases.helpdesk.models import DayPart, DutyShift, HelpQuestion
from clusters.models import TeamKind
from tests.factories.cases import MONDAY
from tests.factories.clusters import TeamFactory, UserFactory


class DutyShiftFactory(factory.django.DjangoModelFactory):
    """The morning of the working Monday."""

    class Meta:
        model = DutyShift

    person = factory.SubFactory(UserFactory)
    day = MONDAY.date()
    part = DayPart.MORNING


class HelpQuestionFactory(factory.django.DjangoModelFactory):
    """A question somebody waits on; the traits are the other states."""

    class Meta:
        model = HelpQuestion

    class Params:
        taken = factory.Trait(
            state=HelpState.TAKEN, taken_by=factory.SubFactory(UserFactory), taken_at=MONDAY
        )
        answered = factory.Trait(
            state=HelpState.ANSWERED,
            taken_by=factory.SubFactory(UserFactory),
            taken_at=MONDAY,
            answer="Ja, dat mag.",
            ended_at=MONDAY,
        )
        withdrawn = factory.Trait(state=HelpState.WITHDRAWN, ended_at=MONDAY)

    call_id = factory.LazyFunction(uuid.uuid4)
    position = 1
    desk = factory.SubFactory(TeamFactory, kind=TeamKind.CONTACT_CENTRE)
    question = factory.Sequence(lambda n: f"Mag dit ook {n}?")
    asked_at = MONDAY
    asked_by = factory.SubFactory(UserFactory)
