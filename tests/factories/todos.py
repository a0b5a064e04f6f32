"""Tasks in a dossier, in the smallest valid record."""

import uuid
from datetime import timedelta
from typing import Any

import factory

from cases.todos.lifecycle import TaskState
from cases.todos.models import Ahead, Task
from common.deadlines import local_day
from tests.factories.cases import MONDAY
from tests.factories.clusters import UserFactory
from tests.factories.dossiers import FileFactory


class TaskFactory(factory.django.DjangoModelFactory):
    """Something the casusregisseur must do in three days; ``due_on`` and ``words`` are plain."""

    class Meta:
        model = Task

    class Params:
        lost = factory.Trait(owner=factory.SubFactory(UserFactory, is_active=False))
        done = factory.Trait(
            state=TaskState.DONE,
            ended_at=MONDAY,
            ended_by=factory.SelfAttribute("file.director"),
        )

    uuid = factory.LazyFunction(uuid.uuid4)
    file = factory.SubFactory(FileFactory)
    resident = factory.SelfAttribute("file.resident")
    owner = factory.SelfAttribute("file.director")
    asked_by = factory.SelfAttribute("file.director")
    asked_at = MONDAY

    @classmethod
    def _create(cls, model_class: Any, *args: Any, words: str = "Bel de woningbouw.", **own: Any):
        day = own.pop("due_on", local_day(MONDAY) + timedelta(days=3))
        task = model_class(**own)
        task.plan(day, own.get("ahead", Ahead.SAME_DAY), MONDAY)
        task.keep(words)
        task.save(force_insert=True)
        return task
