"""Two people at the same point or meeting at the same moment (CT-2, CT-12, CT-13, CT-16)."""

from functools import partial

import pytest

from audit.models import AuditEvent
from cases.conferences.models import Conference, ConferenceItem, ItemInvitation
from cases.conferences.services import plan_conferences, write_minutes
from cases.dossiers.models import ResidentFile
from cases.models import DataCategory, ItemAgreement, RecipientKind
from clusters.models import User
from common.reference import sync
from tests.cases.conferences.acting import bring, cancel, close, end, guest, invite, uninvite
from tests.concurrency.conftest import done, refused, together
from tests.factories.cases import MONDAY
from tests.factories.conferences import (
    DAY,
    TODAY,
    ConferenceFactory,
    InvitationFactory,
    ItemAgreementFactory,
    ItemFactory,
    SeriesFactory,
)
from tests.factories.dossiers import FileColleagueFactory, FileFactory

ROUNDS = range(5)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def me(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


@pytest.fixture
def file(cast, noord):
    for model in (DataCategory, RecipientKind):
        sync(model)
    file = FileFactory(team=noord, director=cast.handler)
    FileColleagueFactory(file=file, employee=cast.team_worker)
    return file


@pytest.fixture
def meeting(cast, noord):
    return ConferenceFactory(series=SeriesFactory(team=noord, chair=cast.team_manager))


def written(item, words, by):
    return write_minutes(item_id=item.pk, version=1, words=words, by=by)


def test_of_two_who_write_the_minutes_one_is_told(file, cast, meeting):
    for number in ROUNDS:
        item = ItemFactory(file=file, conference=meeting)
        results = together(
            partial(written, item, "Het eerste.", me(cast.handler)),
            partial(written, item, "Het tweede.", me(cast.team_worker)),
        )
        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert file.lines.filter(kind="conf_got").count() == number + 1


def _end(agreed, by):
    """Who sees the point no more gets the page that is not there."""
    try:
        return end(agreed, by)
    except (ConferenceItem.DoesNotExist, ItemAgreement.DoesNotExist):
        return None


def test_who_is_taken_off_keeps_an_agreement_or_not_but_never_half(file, cast, meeting):
    for number in ROUNDS:
        item = ItemFactory(file=file, conference=meeting, discussed=True)
        row = InvitationFactory(item=item, person=cast.liaison)
        agreed = ItemAgreementFactory(guest=row)
        together(
            partial(uninvite, row, me(cast.handler)),
            partial(_end, agreed, me(cast.liaison)),
        )
        agreed.refresh_from_db()
        kept = AuditEvent.objects.filter(code="item.agreement_ended", object_id=str(agreed.pk))
        assert kept.count() == (agreed.state == "kept")
        assert AuditEvent.objects.filter(code="item.uninvited").count() == number + 1
        assert not ConferenceItem.objects.visible_to(me(cast.liaison)).exists()


def test_two_who_invite_the_same_guest_invite_once(file, cast, meeting):
    for _ in ROUNDS:
        item = ItemFactory(file=file, conference=meeting, is_anonymous=True)
        together(
            *(
                partial(invite, item, me(who), guest(cast.liaison, "wi"))
                for who in (cast.handler, cast.team_worker)
            )
        )
        assert ItemInvitation.objects.filter(item=item).count() == 1


def test_a_point_that_is_brought_while_the_meeting_ends_is_not_lost(file, cast, meeting):
    for number in ROUNDS:
        day = TODAY + number * DAY
        now = ConferenceFactory(series=meeting.series, planned_on=day - 200 * DAY, held_on=TODAY)
        act = close if number % 2 else partial(cancel, words="Ziek.")
        together(
            partial(bring, file, me(cast.handler), now),
            partial(act, now, me(cast.team_manager)),
        )
        assert not now.items.waiting().exists() or not meeting.is_planned
    waiting = ConferenceItem.objects.waiting().select_related("conference")
    assert all(item.conference.is_planned for item in waiting)


def test_two_workers_plan_once(cast, noord):
    SeriesFactory(team=noord, chair=cast.handler)
    together(*[partial(plan_conferences, at=MONDAY)] * 3)
    days = list(Conference.objects.values_list("planned_on", flat=True))
    assert len(days) == len(set(days)) == 11
    assert ResidentFile.objects.count() == 0
