"""The meeting of the demo city: one that was, with its agreements, and points that wait."""

import pytest

from cases.agenda.points import agenda_for
from cases.demo.agenda import AGREED, create_agenda
from cases.demo.cast import Cast
from cases.models import (
    AgendaPoint,
    ArticleSuggestion,
    CallbackRequest,
    ContactQuestion,
    Meeting,
)
from clusters.models import working_calendar
from common.deadlines import local_day
from tests.cases.demo.conftest import NOW


@pytest.mark.usefixtures("city")
def test_two_weeks_ago_there_was_a_meeting():
    meeting = Meeting.objects.get()

    assert working_calendar().is_working_day(meeting.held_on)
    assert (local_day(NOW) - meeting.held_on).days in range(14, 19)
    assert meeting.present
    kinds = set(meeting.points.values_list("kind", flat=True))
    assert {"unanswered", "late"} <= kinds
    about = meeting.points.filter(kind="unanswered").values("object_id")
    asked = ContactQuestion.objects.filter(pk__in=about)
    assert all(row.ended_at.date() <= meeting.held_on for row in asked)


@pytest.mark.usefixtures("city")
def test_of_its_agreements_one_is_kept_one_late_and_one_runs():
    points = {point.agreement: point for point in AgendaPoint.objects.exclude(agreement="")}
    kept, late, running = (points[text] for text, _ in AGREED)

    assert kept.done_at < NOW
    assert late.due_on < local_day(NOW) <= running.due_on
    assert list(AgendaPoint.objects.to_do().order_by("due_on")) == [late, running]
    assert len({point.owner for point in points.values()}) == 3


@pytest.mark.usefixtures("city")
def test_the_desk_has_something_of_two_weeks_to_talk_about():
    agenda = agenda_for(Cast(local_day(NOW)).desk[0], NOW)

    assert agenda.question_count > 5
    assert agenda.late_count > 0
    assert agenda.late_agreements == 1


@pytest.mark.usefixtures("city")
def test_a_city_without_points_has_no_meeting():
    AgendaPoint.objects.all().delete()
    Meeting.objects.all().delete()
    ContactQuestion.objects.all().update(ended_at=NOW)
    cast = Cast(local_day(NOW))
    ArticleSuggestion.objects.all().delete()
    CallbackRequest.objects.update(registered_at=NOW)

    create_agenda(cast=cast, now=NOW)

    assert not Meeting.objects.exists()
