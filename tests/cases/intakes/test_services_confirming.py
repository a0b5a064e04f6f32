"""The confirmation goes out once and stays as it went (ML-7)."""

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.intakes.letter import confirmation_of, stamp_of
from cases.intakes.services import confirm_notification
from cases.models import ConfirmationLetter, Paper, Resident, WmoNotification
from common.errors import RuleViolation
from tests.factories.cases import MONDAY
from tests.factories.intakes import BellFactory, NotificationFactory

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def mine(noord, cast):
    """A melding on the desk of the handler."""
    return NotificationFactory(team=noord, handler=cast.handler)


def confirm(notification, by, **own):
    fresh = WmoNotification.objects.for_detail().get(pk=notification.pk)
    stamp = stamp_of(confirmation_of(fresh, MONDAY.date()))
    facts = {"notification_id": notification.pk, "way": "post", "stamp": stamp, "by": by}
    return confirm_notification(**facts | own)


def test_a_confirmed_melding_has_its_letter(mine, cast):
    bell = BellFactory(notification=mine, kind="confirm")
    later = BellFactory(notification=mine, kind="end")

    confirmed = confirm(mine, cast.handler)

    assert (confirmed.state, confirmed.confirmed_at) == ("confirmed", MONDAY)
    letter = ConfirmationLetter.objects.get()
    assert (letter.notification, letter.way, letter.sent_by) == (mine, "post", cast.handler)
    paper = Paper.objects.get(kind="confirmation", source=str(letter.pk))
    assert (paper.state, paper.asked_by, paper.resident) == ("asked", cast.handler, mine.resident)
    assert letter.content["reference"] == str(mine)
    bell.refresh_from_db()
    later.refresh_from_db()
    assert (bell.state, later.state) == ("dropped", "pending")
    assert AuditEvent.objects.filter(code="notification.confirmed").count() == 1


def test_twice_is_one_letter(mine, cast):
    for _ in range(2):
        confirm(mine, cast.handler)

    assert ConfirmationLetter.objects.count() == 1
    assert AuditEvent.objects.filter(code="notification.confirmed").count() == 1


def test_what_went_out_does_not_follow_the_resident(mine, cast):
    confirm(mine, cast.handler)
    name = str(mine.resident)

    Resident.objects.filter(pk=mine.resident_id).update(name="Andere Naam")

    letter = ConfirmationLetter.objects.get()
    assert letter.content["to"][0] == name


def test_a_letter_nobody_looked_at_does_not_go(mine, cast):
    with pytest.raises(RuleViolation) as refused:
        confirm(mine, cast.handler, stamp="van gisteren")

    assert refused.value.field == "stamp"
    assert not ConfirmationLetter.objects.exists()


def test_the_manager_cannot_confirm_what_nobody_has(noord, cast):
    with pytest.raises(RuleViolation, match="Pak haar eerst op"):
        confirm(NotificationFactory(team=noord), cast.team_manager)


def test_a_colleague_hears_that_it_went_already(mine, cast):
    confirm(mine, cast.handler)

    with pytest.raises(RuleViolation, match="Bevestigen kan niet meer"):
        confirm(mine, cast.team_manager)


@pytest.mark.parametrize("person", ["team_worker", "outsider_worker", "contact_centre"])
def test_somebody_else_confirms_nothing(mine, cast, person):
    with pytest.raises(PermissionDenied):
        confirm(mine, getattr(cast, person))


def test_a_letter_that_did_not_go_has_no_paper(mine, cast):
    with pytest.raises(RuleViolation):
        confirm(mine, cast.handler, stamp="van gisteren")

    assert not Paper.objects.exists()
