"""Ticking off, alone and with an agreement, and taking that back (OV-1 to OV-4)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.agenda.services import Agreement, Ticked, open_meeting, tick_points, undo_tick
from cases.models import AgendaPoint, ContactQuestion, Meeting
from clusters.models import Notice
from common.errors import RuleViolation
from tests.cases.agenda.conftest import question
from tests.factories.agenda import MeetingFactory, PointFactory
from tests.factories.cases import MONDAY
from tests.factories.contacts import ContactFactory, ContactQuestionFactory

pytestmark = pytest.mark.usefixtures("monday")
TODAY, DAY = MONDAY.date(), timedelta(days=1)


def refs_of(points, *kinds):
    kinds = kinds or ("unanswered", "article", "late")
    return [(kind, getattr(points, kind).pk) for kind in kinds]


def codes():
    return list(AuditEvent.objects.order_by("pk").values_list("code", flat=True))


def test_the_first_tick_opens_the_meeting_of_today(cast, points):
    ticked = tick_points(refs=refs_of(points), by=cast.contact_centre)

    meeting = Meeting.objects.get()
    assert (meeting.held_on, meeting.opened_by) == (TODAY, cast.contact_centre)
    assert ticked == Ticked(3)
    found = AgendaPoint.objects.values_list("kind", "object_id", "ticked_by", "ticked_at")
    assert set(found) == {(*ref, cast.contact_centre.pk, MONDAY) for ref in refs_of(points)}
    assert codes() == ["meeting.opened", "agenda.ticked"]
    assert AuditEvent.objects.get(code="agenda.ticked").rule == "contact_centre:tick_agenda"


def test_the_next_tick_of_the_day_goes_into_the_same_meeting(cast, points):
    tick_points(refs=refs_of(points, "article"), by=cast.contact_centre)
    tick_points(refs=refs_of(points, "late"), by=cast.help_desk)

    assert Meeting.objects.get().points.count() == 2
    assert Meeting.objects.get().opened_by == cast.contact_centre


def test_a_meeting_of_another_day_is_left_alone(cast, points):
    before = MeetingFactory(held_on=TODAY - 14 * DAY)

    tick_points(refs=refs_of(points), by=cast.contact_centre)

    assert before.points.count() == 0


def test_ticking_twice_makes_one_point_and_says_who_was_first(cast, points):
    tick_points(refs=refs_of(points, "article"), by=cast.help_desk)

    again = tick_points(refs=refs_of(points, "article"), by=cast.contact_centre)
    both = tick_points(refs=refs_of(points, "article", "late"), by=cast.contact_centre)

    assert again == Ticked(0, (str(cast.help_desk),))
    assert (both.made, both.earlier) == (1, (str(cast.help_desk),))
    assert AgendaPoint.objects.filter(kind="article").get().ticked_by == cast.help_desk
    assert codes().count("agenda.ticked") == 2


def test_what_is_no_point_any_more_is_counted_apart(cast, points):
    points.article.settled_at, points.article.settled_by = MONDAY, cast.help_desk
    points.article.save()

    assert tick_points(refs=refs_of(points, "article"), by=cast.help_desk) == Ticked(0, (), 1)
    assert not Meeting.objects.exists()
    both = tick_points(refs=refs_of(points, "article", "late"), by=cast.help_desk)
    assert both == Ticked(1, (), 1)


@pytest.mark.parametrize("person", ["team_worker", "team_manager", "general_manager", "liaison"])
def test_only_who_takes_part_ticks(cast, points, person):
    with pytest.raises(PermissionDenied):
        tick_points(refs=refs_of(points), by=getattr(cast, person))
    with pytest.raises(PermissionDenied):
        open_meeting(day=TODAY, by=getattr(cast, person))
    assert not Meeting.objects.exists()


def test_one_foreign_number_among_a_thousand_touches_nothing(cast, desk):
    contact = ContactFactory(desk=desk, opened_at=MONDAY - DAY)
    made = ContactQuestionFactory.build_batch(
        999, contact=contact, resident=None, subject=question(desk).subject, result="referred",
        referred_to="elders", desk=desk, ended_at=contact.ended_at,
    )  # fmt: skip
    for place, row in enumerate(made):
        row.position = place
    ContactQuestion.objects.bulk_create(made)
    foreign = question(ContactFactory().desk)
    ours = set(ContactQuestion.objects.filter(desk=desk).values_list("pk", flat=True))
    refs = [("unanswered", pk) for pk in (*ours, foreign.pk)]

    with pytest.raises(PermissionDenied):
        tick_points(refs=refs, by=cast.contact_centre)
    assert not AgendaPoint.objects.exists()

    assert tick_points(refs=refs[:-1], by=cast.contact_centre).made == 1000


def test_nothing_chosen_is_refused(cast, monday):
    with pytest.raises(PermissionDenied):
        tick_points(refs=[], by=cast.contact_centre)


def test_an_agreement_goes_with_the_first_point_and_tells_its_owner(cast, points):
    made = Agreement("Wij bellen de corporatie. <script>", cast.handler, TODAY + 4 * DAY)

    tick_points(refs=refs_of(points)[::-1], agreement=made, by=cast.contact_centre)

    point = AgendaPoint.objects.exclude(agreement="").get()
    assert (point.kind, point.owner, point.due_on) == ("unanswered", cast.handler, made.due_on)
    notice = Notice.objects.get()
    assert (notice.person, notice.url_name, notice.object_id) == (
        cast.handler,
        "agreement-detail",
        point.pk,
    )
    expected = "U heeft een afspraak uit het overleg KCC–SWT van 23-11-2026, "
    assert notice.text == f"{expected}uiterlijk vr 27 november."


def test_an_agreement_with_oneself_needs_no_notice(cast, points):
    mine = Agreement("Ik zoek het uit.", cast.contact_centre)

    tick_points(refs=refs_of(points), agreement=mine, by=cast.contact_centre)

    assert not Notice.objects.exists()


@pytest.mark.parametrize("person", ["liaison", "controller", "application_manager"])
def test_an_agreement_has_an_owner_who_works_here(cast, points, person):
    made = Agreement("Doen.", getattr(cast, person))

    with pytest.raises(RuleViolation, match="werkt nu niet") as broken:
        tick_points(refs=refs_of(points), agreement=made, by=cast.contact_centre)

    assert broken.value.field == "owner"
    assert not Meeting.objects.exists()


def test_whose_role_ended_cannot_own_an_agreement(cast, points):
    cast.handler.memberships.update(valid_until=TODAY - DAY)

    with pytest.raises(RuleViolation):
        tick_points(
            refs=refs_of(points),
            agreement=Agreement("Doen.", cast.handler),
            by=cast.contact_centre,
        )


@pytest.mark.parametrize(("due_on", "fine"), [(TODAY - DAY, False), (TODAY, True), (None, True)])
def test_the_day_of_an_agreement_is_not_over(cast, points, due_on, fine):
    made = Agreement("Doen.", cast.handler, due_on)
    if fine:
        assert tick_points(refs=refs_of(points), agreement=made, by=cast.contact_centre).made == 3
        return

    with pytest.raises(RuleViolation) as broken:
        tick_points(refs=refs_of(points), agreement=made, by=cast.contact_centre)

    assert broken.value.field == "due_on"


def test_an_agreement_about_what_a_colleague_ticked_is_not_lost_unseen(cast, points):
    tick_points(refs=refs_of(points, "late"), by=cast.help_desk)

    with pytest.raises(RuleViolation, match=f"al afgevinkt door {cast.help_desk}"):
        tick_points(
            refs=refs_of(points, "late"),
            agreement=Agreement("Doen.", cast.handler),
            by=cast.contact_centre,
        )


def test_the_same_agreement_sent_twice_is_one(cast, points):
    made = Agreement("Doen.", cast.handler, date(2026, 12, 1))
    for _ in range(2):
        tick_points(refs=refs_of(points), agreement=made, by=cast.contact_centre)

    assert AgendaPoint.objects.count() == 3
    assert AgendaPoint.objects.to_do().count() == Notice.objects.count() == 1


def test_a_tick_of_today_can_be_taken_back(cast, points):
    tick_points(refs=refs_of(points), by=cast.contact_centre)
    point = AgendaPoint.objects.get(kind="late")

    assert undo_tick(point_id=point.pk, by=cast.help_desk)
    assert not undo_tick(point_id=point.pk, by=cast.help_desk)

    assert set(AgendaPoint.objects.values_list("kind", flat=True)) == {"unanswered", "article"}
    assert codes().count("agenda.unticked") == 1
    assert tick_points(refs=refs_of(points, "late"), by=cast.contact_centre).made == 1


def test_taking_back_an_agreement_tells_its_owner(cast, points):
    made = Agreement("Doen.", cast.handler)
    tick_points(refs=refs_of(points), agreement=made, by=cast.contact_centre)

    undo_tick(point_id=AgendaPoint.objects.to_do().get().pk, by=cast.contact_centre)

    notice = Notice.objects.order_by("-pk")[0]
    assert "is ingetrokken" in notice.text
    assert (notice.url_name, notice.object_id) == ("home", None)


@pytest.mark.parametrize("read_at", [None, MONDAY - DAY])
def test_the_notice_of_an_agreement_that_was_taken_back_leads_home(cast, points, read_at):
    made = Agreement("Doen.", cast.handler)
    tick_points(refs=refs_of(points), agreement=made, by=cast.contact_centre)
    Notice.objects.update(read_at=read_at)

    undo_tick(point_id=AgendaPoint.objects.to_do().get().pk, by=cast.contact_centre)

    first, second = Notice.objects.order_by("pk")
    assert (first.url_name, first.object_id) == ("home", None)
    assert (first.read_at, second.read_at) == (read_at or MONDAY, None)


@pytest.mark.parametrize(
    ("own", "reason"),
    [
        ({"meeting__held_on": TODAY - DAY}, "voorbij"),
        ({"agreed": True, "done_at": MONDAY}, "al nagekomen"),
    ],
)
def test_what_is_over_stays(cast, points, own, reason):
    point = PointFactory(object_id=points.unanswered.pk, **own)

    with pytest.raises(RuleViolation, match=reason):
        undo_tick(point_id=point.pk, by=cast.contact_centre)

    assert AgendaPoint.objects.exists()


@pytest.mark.parametrize("person", ["other_desk", "team_worker"])
def test_nobody_takes_back_what_they_may_not_see(cast, points, person):
    point = PointFactory(object_id=points.unanswered.pk)

    with pytest.raises(PermissionDenied):
        undo_tick(point_id=point.pk, by=getattr(cast, person))


def test_the_owner_in_a_team_does_not_put_the_point_back(cast, points):
    point = PointFactory(object_id=points.unanswered.pk, agreed=True, owner=cast.handler)

    with pytest.raises(PermissionDenied):
        undo_tick(point_id=point.pk, by=cast.handler)
