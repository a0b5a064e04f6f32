"""The door for Celery opens on the service, and rings once."""

from cases.decisions.models import Application
from cases.decisions.tasks import remind_of_decisions as ring
from clusters.models import Notice
from tests.cases.decisions.acting import DAY
from tests.factories.cases import MONDAY


def test_who_has_it_is_told_once(application, cast):
    Application.objects.update(due_at=MONDAY + 2 * DAY)

    assert [ring(), ring()] == [1, 0]
    notice = Notice.objects.get()
    assert notice.person == cast.handler
    assert notice.text == f"De termijn van aanvraag {application} loopt bijna af."
