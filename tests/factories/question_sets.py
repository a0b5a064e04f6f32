"""Question sets with a version and its questions, in the smallest valid record of each kind."""

from typing import Any

import factory

from cases.models import CallbackAnswer, QuestionSet, QuestionSetVersion, SetQuestion
from tests.factories.cases import MONDAY, CallbackFactory, SubjectFactory
from tests.factories.clusters import UserFactory

OPTIONS = "Huur\nEnergie\nZorgverzekering"
KINDS = ("short", "long", "choice", "yes_no")


class QuestionSetFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = QuestionSet

    subject = factory.SubFactory(SubjectFactory)
    team = None


class VersionFactory(factory.django.DjangoModelFactory):
    """A published version without questions; ``draft=True`` makes one that nobody is asked."""

    class Meta:
        model = QuestionSetVersion

    class Params:
        draft = factory.Trait(published_at=None, published_by=None)

    question_set = factory.SubFactory(QuestionSetFactory)
    number = 1
    made_at = MONDAY
    made_by = factory.SubFactory(UserFactory)
    published_at = MONDAY
    published_by = factory.SelfAttribute("made_by")


class SetQuestionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SetQuestion

    version = factory.SubFactory(VersionFactory)
    position = factory.Sequence(lambda n: n + 1)
    text = factory.LazyAttribute(lambda row: f"Vraag op plaats {row.position}?")
    kind = "short"
    options = factory.LazyAttribute(lambda row: OPTIONS if row.kind == "choice" else "")


class CallbackAnswerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CallbackAnswer

    callback = factory.SubFactory(CallbackFactory)
    resident = factory.SelfAttribute("callback.resident")
    version = factory.SubFactory(VersionFactory)
    position = 1
    question = "Hoeveel kinderen wonen er thuis?"
    answer = "Twee"


def version_with(*questions: dict[str, Any], **version: Any) -> QuestionSetVersion:
    """A version with these questions, in order."""
    made = VersionFactory(**version)
    for position, each in enumerate(questions, start=1):
        SetQuestionFactory(version=made, position=position, **each)
    return made


def version_of_every_kind(**version: Any) -> QuestionSetVersion:
    """A version with one question of each kind: short, long, choice, yes or no."""
    return version_with(*({"kind": kind, "text": f"Vraag {kind}?"} for kind in KINDS), **version)
