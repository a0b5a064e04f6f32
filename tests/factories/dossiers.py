"""Dossiers with their questions and lines, in the smallest valid record of each kind."""

import uuid
from datetime import timedelta
from typing import Any

import factory

from cases.dossiers.lifecycle import FileState
from cases.dossiers.models import (
    CaseDirection,
    FileColleague,
    FileLine,
    FileRelation,
    FileRole,
    HelpRequest,
    LineKind,
    RelationKind,
    ResidentFile,
)
from tests.factories.cases import MONDAY, ResidentFactory
from tests.factories.clusters import TeamFactory, UserFactory
from tests.factories.talks import domain


class FileFactory(factory.django.DjangoModelFactory):
    """A dossier that was opened on the working Monday; with its casusregie."""

    class Meta:
        model = ResidentFile

    class Params:
        closed = factory.Trait(state=FileState.CLOSED, ended_at=MONDAY + timedelta(hours=1))

    uuid = factory.LazyFunction(uuid.uuid4)
    resident = factory.SubFactory(ResidentFactory)
    team = factory.SubFactory(TeamFactory)
    director = factory.SubFactory(UserFactory)
    opened_at = MONDAY
    opened_by = factory.SelfAttribute("director")
    touched_on = MONDAY.date()

    @classmethod
    def _create(cls, model_class: Any, *args: Any, safety: str = "", **own: Any) -> Any:
        file = model_class(**own)
        file.make_key()
        file.keep_safety(safety)
        file.save()
        CaseDirection.objects.create(
            file=file, director=file.director, since=file.opened_at, by=file.opened_by
        )
        return file


class FileColleagueFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FileColleague

    file = factory.SubFactory(FileFactory)
    employee = factory.SubFactory(UserFactory)
    role = FileRole.HELPER
    since = MONDAY.date()
    added_by = factory.SelfAttribute("file.director")


class HelpRequestFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = HelpRequest

    file = factory.SubFactory(FileFactory)
    resident = factory.SelfAttribute("file.resident")
    domain = factory.LazyFunction(lambda: domain("geld"))
    asked_at = MONDAY
    asked_by = factory.SelfAttribute("file.director")

    @classmethod
    def _create(cls, model_class: Any, *args: Any, words: str = "Hulp.", **own: Any) -> Any:
        question = model_class(**own)
        question.keep(words)
        question.save(force_insert=True)
        return question


class FileLineFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FileLine

    file = factory.SubFactory(FileFactory)
    resident = factory.SelfAttribute("file.resident")
    kind = LineKind.NOTE
    at = MONDAY
    by = factory.SelfAttribute("file.director")

    @classmethod
    def _create(cls, model_class: Any, *args: Any, words: str = "Gebeld.", **own: Any) -> Any:
        line = model_class(**own)
        line.keep(words)
        line.save(force_insert=True)
        return line


class FileRelationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FileRelation

    file = factory.SubFactory(FileFactory)
    other = factory.SubFactory(FileFactory)
    kind = RelationKind.PARTNER
    since = MONDAY
    by = factory.SelfAttribute("file.director")
