"""What the database holds, who sees it, and what opens only in its own place."""

from datetime import date, timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction

from cases.waakvlam.models import Rung, Waakvlam, WaakvlamContact, day_after_weeks
from clusters.models import ClosingDay, Membership, User
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY
from tests.factories.consents import ConsentFactory
from tests.factories.waakvlam import DAY, TODAY, WaakvlamContactFactory, WaakvlamFactory

SECRET = "Kanarie in de afspraak"


def test_the_team_knows_of_it_and_nobody_else(waakvlam, cast):
    seeing = {name for name, who in vars(cast).items() if isinstance(who, User) and sees(who)}

    assert seeing == {"handler", "team_worker", "team_manager"}


def sees(person):
    return Waakvlam.objects.visible_to(person).exists()


def test_who_left_the_team_sees_it_no_more(waakvlam, cast):
    Membership.objects.filter(user=cast.handler).update(valid_until=TODAY - DAY)
    assert not sees(User.objects.get(pk=cast.handler.pk))


def test_owner_and_deputy_are_ties_of_a_wijkwerker_only(waakvlam, cast):
    assert waakvlam.relations_to(cast.handler) == {"waakvlam_owner"}
    assert waakvlam.relations_to(cast.team_worker) == {"waakvlam_deputy"}
    assert waakvlam.relations_to(cast.team_manager) == frozenset()
    MembershipFactory(user=cast.handler, team=waakvlam.team, role="team_manager")
    both = User.objects.get(pk=cast.handler.pk)
    both.chosen_role = "team_manager"
    assert waakvlam.relations_to(both) == frozenset()


def test_what_is_agreed_is_kept_sealed_under_its_own_key(monday, noord):
    first, second = (WaakvlamFactory(team=noord, look_for=SECRET) for _ in range(2))
    kept = [bytes(row.content) + bytes(row.data_key) for row in (first, second)]

    assert not any(SECRET.encode() in each for each in kept)
    assert Waakvlam.objects.get(pk=first.pk).words["look_for"] == SECRET
    Waakvlam.objects.filter(pk=first.pk).update(content=second.content)
    with pytest.raises(InvalidTag):
        _ = Waakvlam.objects.get(pk=first.pk).words


def test_words_of_a_contact_do_not_open_in_another_one(waakvlam):
    first, second = (WaakvlamContactFactory(waakvlam=waakvlam, words=SECRET) for _ in range(2))
    assert SECRET.encode() not in bytes(first.content)
    WaakvlamContact.objects.filter(pk=first.pk).update(content=second.content)
    with pytest.raises(InvalidTag):
        _ = WaakvlamContact.objects.get(pk=first.pk).words


@pytest.mark.parametrize(
    "wrong",
    [
        {"weeks": 0},
        {"weeks": 27},
        {"agreed_on": None},
        {"way": "fax"},
        {"content": b""},
        {"state": "ended"},
        {"outcome": "nothing"},
        {"state": "ended", "outcome": "nothing", "ended_at": MONDAY, "ending": b"x"},
    ],
)
def test_the_database_refuses_what_cannot_be(waakvlam, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Waakvlam.objects.filter(pk=waakvlam.pk).update(**wrong)


def test_the_deputy_is_another_and_there_is_one_agreement(waakvlam):
    consent = ConsentFactory(resident=waakvlam.resident)
    for wrong in ({"deputy": waakvlam.owner}, {"consent": consent}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Waakvlam.objects.filter(pk=waakvlam.pk).update(**wrong)


@pytest.mark.parametrize(
    "wrong", [{"mood": ""}, {"result": "card"}, {"quarters": 0}, {"quarters": 17}]
)
def test_a_contact_says_how_it_is_when_they_spoke(waakvlam, wrong):
    contact = WaakvlamContactFactory(waakvlam=waakvlam)
    with pytest.raises(IntegrityError), transaction.atomic():
        WaakvlamContact.objects.filter(pk=contact.pk).update(**wrong)


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [(1, date(2026, 11, 30)), (4, date(2026, 12, 21)), (26, date(2027, 5, 24))],
)
def test_the_next_day_is_a_working_day(monday, weeks, expected):
    assert day_after_weeks(TODAY, weeks) == expected


def test_a_holiday_or_a_closing_day_moves_it(monday):
    ClosingDay.objects.create(date=date(2026, 11, 30), label="Dicht")
    assert day_after_weeks(date(2026, 11, 27), 4) == date(2026, 12, 28)  # Christmas, a weekend
    assert day_after_weeks(TODAY, 1) == date(2026, 12, 1)


def test_reminders_climb_in_working_days_from_the_day_of_the_contact(waakvlam):
    waakvlam.plan(date(2026, 11, 27))  # a Friday
    days = []
    for rung in (Rung.OWNER, Rung.DEPUTY, Rung.MANAGER):
        days.append((waakvlam.remind_at.date(), waakvlam.remind_at.hour))
        waakvlam.climb(rung)

    assert days == [(date(2026, 11, 30), 8), (date(2026, 12, 4), 8), (date(2026, 12, 11), 8)]
    assert waakvlam.remind_at is None


def test_work_is_what_comes_soon_and_for_the_deputy_what_passed(waakvlam, cast):
    def due(person, days=0):
        return Waakvlam.objects.contacts_due(person, MONDAY + days * DAY).exists()

    assert (due(cast.handler), due(cast.team_worker), due(cast.team_manager)) == (True, 0, 0)
    assert not due(cast.team_worker, 2)  # the day itself
    assert due(cast.team_worker, 3)
    waakvlam.plan(TODAY + 15 * DAY)
    waakvlam.save()
    assert not due(cast.handler)
    assert due(cast.handler, 2)


def test_a_review_is_work_two_weeks_ahead(waakvlam, cast):
    def due(person, days):
        return Waakvlam.objects.reviews_due(person, MONDAY + timedelta(days=days)).exists()

    found = [due(cast.handler, 165), due(cast.handler, 166), due(cast.team_worker, 180)]
    assert found == [False, True, False]
    assert due(cast.team_worker, 181)


def test_what_is_left_behind_misses_its_owner_or_its_deputy(waakvlam, cast):
    def left():
        return Waakvlam.objects.left_behind(TODAY).exists()

    assert not left()
    Membership.objects.filter(user=cast.team_worker).update(valid_until=TODAY - DAY)
    assert left()


def test_why_there_can_be_no_contact(waakvlam, cast):
    assert waakvlam.stopped == ""
    consent = ConsentFactory(resident=waakvlam.resident, valid_until=TODAY)
    waakvlam.consent, waakvlam.agreed_on = consent, None
    assert waakvlam.stopped == ""
    consent.valid_until = TODAY - DAY
    assert waakvlam.stopped == "toestemming geldt niet meer"
    waakvlam.resident.deceased_on = TODAY
    assert waakvlam.stopped == "overleden"
