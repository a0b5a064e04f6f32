"""The door for Celery plans ahead, and a second run finds everything planned (CT-2)."""

from cases.conferences.models import Conference
from cases.conferences.tasks import plan_conferences
from tests.factories.conferences import SeriesFactory


def test_the_worker_plans_once(cast, noord):
    SeriesFactory(team=noord, chair=cast.handler)
    assert [plan_conferences(), plan_conferences()] == [11, 0]
    assert Conference.objects.planned().count() == 11
