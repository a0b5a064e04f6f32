"""Agreements kept or past their day, and who were at the meeting (OV-5, OV-6)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.agenda.services import change_present, keep_agreement, remind_owners
from clusters.models import Membership, Notice
from common.errors import RuleViolation
from tests.factories.agenda import MeetingFactory, PointFactory
from tests.factories.cases import MONDAY

pytestmark = pytest.mark.usefixtures("monday")
TODAY, DAY = MONDAY.date(), timedelta(days=1)


@pytest.mark.parametrize(
    ("person", "rule"),
    [
        ("contact_centre", "contact_centre:tick_agenda"),
        ("other_desk", "contact_centre:tick_agenda"),
        ("handler", "owner:tick_agenda"),
    ],
)
def test_an_agreement_is_kept_once(cast, person, rule):
    point = PointFactory(agreed=True, owner=cast.handler)

    assert keep_agreement(point_id=point.pk, by=getattr(cast, person))
    assert not keep_agreement(point_id=point.pk, by=cast.help_desk)

    point.refresh_from_db()
    assert point.done_at == MONDAY
    event = AuditEvent.objects.get(code="agenda.kept")
    assert (event.rule, event.actor_id) == (rule, getattr(cast, person).pk)


@pytest.mark.parametrize("person", ["team_worker", "outsider_worker", "liaison"])
def test_nobody_else_keeps_it(cast, person):
    point = PointFactory(agreed=True, owner=cast.handler)

    with pytest.raises(PermissionDenied):
        keep_agreement(point_id=point.pk, by=getattr(cast, person))


def test_a_point_without_an_agreement_is_not_kept(cast):
    point = PointFactory()

    with pytest.raises(RuleViolation, match="niets afgesproken"):
        keep_agreement(point_id=point.pk, by=cast.contact_centre)


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ({"due_on": TODAY - DAY}, 1),
        ({"due_on": TODAY}, 0),
        ({"due_on": None}, 0),
        ({"due_on": TODAY - DAY, "done_at": MONDAY}, 0),
    ],
)
def test_the_owner_hears_once_that_the_day_is_over(cast, own, told):
    PointFactory(agreed=True, owner=cast.handler, agreement="kanarie", **own)

    assert [remind_owners(at=MONDAY + number * DAY / 24) for number in range(3)] == [told, 0, 0]

    for notice in Notice.objects.all():
        assert notice.person == cast.handler
        assert notice.text == (
            "Uw afspraak uit het overleg KCC–SWT van 23-11-2026 "
            "moest uiterlijk zo 22 november klaar zijn."
        )


@pytest.mark.parametrize("ending", ["membership", "account"])
def test_the_agreement_of_who_left_comes_to_the_vraagbaak(cast, ending):
    point = PointFactory(agreed=True, owner=cast.handler, due_on=TODAY - DAY)
    if ending == "membership":
        Membership.objects.filter(user=cast.handler).update(valid_until=TODAY - DAY)
    else:
        type(cast.handler).objects.filter(pk=cast.handler.pk).update(is_active=False)

    remind_owners(at=MONDAY)

    notice = Notice.objects.get()
    assert (notice.person, notice.object_id) == (cast.help_desk, point.pk)
    assert str(cast.handler) in notice.text


def test_who_were_there_is_written_down(cast):
    meeting = MeetingFactory()
    change = {"meeting_id": meeting.pk, "by": cast.contact_centre}

    change_present(**change, present="Kim, Noor", was="")
    change_present(**change, present="Kim, Noor", was="")

    meeting.refresh_from_db()
    assert meeting.present == "Kim, Noor"
    assert AuditEvent.objects.filter(code="meeting.changed").count() == 1


@pytest.mark.parametrize(("there", "was", "said"), [("Noor", "", "“Noor”"), ("", "Noor", "weg")])
def test_nobody_writes_over_what_a_colleague_wrote(cast, there, was, said):
    meeting = MeetingFactory(present=there)

    with pytest.raises(RuleViolation, match=said) as broken:
        change_present(meeting_id=meeting.pk, present="Kim", was=was, by=cast.contact_centre)

    assert broken.value.field == "present"


def test_a_team_does_not_write_who_were_there(cast):
    with pytest.raises(PermissionDenied):
        change_present(meeting_id=MeetingFactory().pk, present="x", was="", by=cast.handler)
