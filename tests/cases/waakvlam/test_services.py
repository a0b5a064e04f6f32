"""The rules of beginning, a contact, another day, the review, handing over and the end."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent, AuditSubject
from cases.models import Resident, Waakvlam, WaakvlamContact
from cases.waakvlam.agreeing import NO_AGREEMENT, NOT_HERE, REVIEW_FAULT, WEEKS_FAULT
from cases.waakvlam.services.beginning import RUNNING, STALE
from clusters.models import Notice
from common.errors import RuleViolation
from tests.cases.waakvlam.acting import contact, end, move, renew, start, transfer
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY
from tests.factories.consents import ConsentFactory
from tests.factories.dossiers import FileFactory
from tests.factories.waakvlam import DAY, TODAY, WaakvlamFactory, agreed

SECRET = "Kanarie in de afspraak"
PAST = {"given_on": TODAY - 9 * DAY, "valid_until": TODAY - DAY}


def test_it_begins_without_a_dossier(resident, cast):
    made = start(resident, cast.handler, cast.team_worker, terms={"look_for": SECRET})

    made = Waakvlam.objects.get(pk=made.pk)
    assert (made.owner, made.deputy, made.file, made.weeks) == (
        cast.handler, cast.team_worker, None, 4,
    )  # fmt: skip
    assert (made.next_on, made.words["look_for"]) == (TODAY + 2 * DAY, SECRET)
    notice = Notice.objects.get()
    assert notice.person == cast.team_worker
    assert str(made) in notice.text
    assert not any(each in str(vars(notice)) for each in (SECRET, resident.name))
    event = AuditEvent.objects.get(code="waakvlam.started")
    assert AuditSubject.objects.get(event=event).resident_id == resident.pk


@pytest.mark.parametrize("state", ["open", "closed"])
def test_it_begins_from_a_dossier_that_runs_or_is_over(resident, cast, noord, state):
    ended = {"ended_at": MONDAY} if state == "closed" else {}
    file = FileFactory(resident=resident, team=noord, director=cast.handler, state=state, **ended)
    other = FileFactory(team=noord)

    assert start(resident, cast.handler, cast.team_worker, file_id=file.pk).file == file
    Waakvlam.objects.all().delete()
    assert start(resident, cast.handler, cast.team_worker, file_id=other.pk).file is None


def test_one_runs_per_resident_and_team(resident, cast, waakvlam):
    with pytest.raises(RuleViolation, match=RUNNING):
        start(resident, cast.handler, cast.team_worker)
    end(waakvlam, cast.handler)
    assert start(resident, cast.handler, cast.team_worker).is_running


def test_a_form_sent_twice_makes_one(resident, cast, noord):
    key = uuid.uuid4()
    made = [start(resident, cast.handler, cast.team_worker, submission_key=key) for _ in range(2)]
    assert made[0] == made[1]
    other = WaakvlamFactory(team=noord, owner=cast.handler).resident
    with pytest.raises(RuleViolation, match=STALE):
        start(other, cast.handler, cast.team_worker, submission_key=key)


def refused(resident, cast, **own):
    with pytest.raises(RuleViolation) as broken:
        start(resident, cast.handler, own.pop("deputy", cast.team_worker), **own)
    assert not Waakvlam.objects.exists()
    return broken.value.field, str(broken.value)


@pytest.mark.parametrize("weeks", [0, -1, 27, 10_000])
def test_an_impossible_rhythm_is_refused(resident, cast, weeks):
    assert refused(resident, cast, terms={"weeks": weeks}) == ("weeks", WEEKS_FAULT)


@pytest.mark.parametrize("days", [-1, 0, 366])
def test_the_review_is_within_twelve_months(resident, cast, days):
    told = refused(resident, cast, terms={"review_on": TODAY + days * DAY})
    assert told == ("review_on", REVIEW_FAULT)


def test_the_last_possible_review_is_twelve_months_away(resident, cast):
    made = start(resident, cast.handler, cast.team_worker, terms={"review_on": TODAY + 365 * DAY})
    assert made.review_on == TODAY.replace(year=2027)


def test_who_keeps_it_works_in_the_team(resident, cast):
    assert refused(resident, cast, deputy=cast.outsider_worker) == ("deputy", NOT_HERE)
    assert refused(resident, cast, owner=cast.team_manager) == ("owner", NOT_HERE)
    assert refused(resident, cast, deputy=cast.handler)[0] == "deputy"
    assert refused(resident, cast, team_id=cast.elsewhere.pk)[0] == "team_id"


@pytest.mark.parametrize("days", [-1, 183])
def test_the_first_contact_is_not_past_and_not_far_away(resident, cast, days):
    assert refused(resident, cast, first_on=TODAY + days * DAY)[0] == "first_on"


def test_the_resident_agreed(resident, cast):
    consent = ConsentFactory(resident=resident)
    wrong = {
        "agreed_on": [{"agreed_on": None}, {"agreed_on": TODAY + DAY}],
        "consent": [
            {"consent": ConsentFactory(resident=resident, **PAST)},
            {"consent": ConsentFactory()},
            {"consent": ConsentFactory(resident=resident, given_by="nobody", way="")},
        ],
    }  # fmt: skip
    for field, cases in wrong.items():
        for terms in cases:
            assert refused(resident, cast, terms=terms)[0] == field
    assert refused(resident, cast, terms={"agreed_on": None})[1] == NO_AGREEMENT
    assert "allebei" in refused(resident, cast, terms={"consent": consent, "agreed_on": TODAY})[1]
    made = start(resident, cast.handler, cast.team_worker, terms={"consent": consent})
    assert (made.consent, made.agreed_on) == (consent, None)


def test_nobody_keeps_in_touch_with_who_died(resident, cast):
    Resident.objects.filter(pk=resident.pk).update(deceased_on=TODAY)
    assert "overleden" in refused(resident, cast)[1]


def test_only_a_wijkwerker_who_may_open_the_card_begins(resident, cast):
    with pytest.raises(Resident.DoesNotExist):
        start(resident, cast.outsider_worker, cast.team_worker)
    with pytest.raises((PermissionDenied, Resident.DoesNotExist)):
        start(resident, cast.team_manager, cast.team_worker)


def test_a_contact_plans_the_next_one(waakvlam, cast):
    waakvlam.unreached = 2
    waakvlam.save()
    made = contact(waakvlam, cast.team_worker, mood="watch", quarters=2, days=28)

    waakvlam.refresh_from_db()
    assert (waakvlam.next_on, waakvlam.unreached, waakvlam.mood) == (TODAY + 28 * DAY, 0, "watch")
    assert (made.by, made.minutes, made.words) == (cast.team_worker, 30, "Hij eet goed.")
    assert waakvlam.version == 2
    assert AuditEvent.objects.filter(code="waakvlam.contacted").count() == 1


def test_a_contact_sent_twice_is_one(waakvlam, cast, noord):
    key = uuid.uuid4()
    own = {"submission_key": key, "version": 1}
    assert contact(waakvlam, cast.handler, **own) == contact(waakvlam, cast.handler, **own)
    assert WaakvlamContact.objects.count() == 1
    other = WaakvlamFactory(team=noord, owner=cast.handler)
    with pytest.raises(RuleViolation, match=STALE):
        contact(other, cast.handler, **own)


def test_from_an_old_page_one_reads_who_was_first(waakvlam, cast):
    contact(waakvlam, cast.handler, version=1)
    for act in (
        lambda: contact(waakvlam, cast.team_worker, version=1),
        lambda: move(waakvlam, cast.team_worker, version=1),
        lambda: renew(waakvlam, cast.team_worker, version=1),
        lambda: transfer(waakvlam, cast.handler, cast.team_worker, cast.handler, version=1),
    ):
        with pytest.raises(RuleViolation, match="21-12-2026, bij Handler") as broken:
            act()
        assert broken.value.field == "version"
    assert WaakvlamContact.objects.count() == 1


def test_how_it_is_must_be_said_when_they_spoke(waakvlam, cast):
    with pytest.raises(RuleViolation, match="hoe het gaat"):
        contact(waakvlam, cast.handler, mood="")
    assert contact(waakvlam, cast.handler, result="card", mood="good").mood == ""


@pytest.mark.parametrize("days", [0, -3, 184])
def test_the_next_contact_is_ahead(waakvlam, cast, days):
    with pytest.raises(RuleViolation) as broken:
        contact(waakvlam, cast.handler, days=days)
    assert broken.value.field == "next_on"


def test_three_times_unreached_is_told_to_the_manager_once(waakvlam, cast):
    for result in ("unreached", "unreached", "card", "unreached", "unreached"):
        contact(waakvlam, cast.handler, result=result, mood="")

    waakvlam.refresh_from_db()
    assert (waakvlam.unreached, waakvlam.is_hard_to_reach) == (4, True)
    notice = Notice.objects.get()
    assert notice.person == cast.team_manager
    assert "3 keer op rij niet bereikt" in notice.text
    assert waakvlam.resident.name not in str(vars(notice))
    contact(waakvlam, cast.handler)
    for _ in range(3):
        contact(waakvlam, cast.handler, result="unreached", mood="")
    assert Notice.objects.count() == 2


def test_another_day(waakvlam, cast):
    waakvlam.told = 2
    waakvlam.save()
    move(waakvlam, cast.handler, days=1)
    waakvlam.refresh_from_db()
    assert (waakvlam.next_on, waakvlam.told, waakvlam.version) == (TODAY + DAY, 0, 2)
    move(waakvlam, cast.handler, days=1)  # the same day again is nothing
    assert Waakvlam.objects.get().version == 2
    with pytest.raises(RuleViolation, match="vanaf 23-11-2026"):
        move(waakvlam, cast.handler, days=-1)


def test_without_consent_or_life_there_is_no_contact(waakvlam, cast):
    consent = ConsentFactory(resident=waakvlam.resident, **PAST)
    Waakvlam.objects.update(consent=consent, agreed_on=None)
    for act in (contact, move):
        with pytest.raises(RuleViolation, match="toestemming"):
            act(waakvlam, cast.handler)
    renew(waakvlam, cast.handler)
    contact(waakvlam, cast.handler)
    Resident.objects.filter(pk=waakvlam.resident_id).update(deceased_on=TODAY)
    with pytest.raises(RuleViolation, match="overleden"):
        contact(waakvlam, cast.handler)
    with pytest.raises(RuleViolation, match="overleden"):
        renew(waakvlam, cast.handler)
    assert end(waakvlam, cast.handler, outcome="deceased").outcome == "deceased"


def test_a_review_goes_on_with_other_agreements(waakvlam, cast):
    renew(waakvlam, cast.team_worker, weeks=8, look_for="De post.", review_on=TODAY + 30 * DAY)
    waakvlam = Waakvlam.objects.get()
    assert (waakvlam.weeks, waakvlam.words["look_for"]) == (8, "De post.")
    assert waakvlam.review_on == TODAY + 30 * DAY
    with pytest.raises(RuleViolation, match="1 tot en met 26"):
        renew(waakvlam, cast.handler, weeks=0)


def test_the_manager_hands_over_what_somebody_left_behind(waakvlam, cast, noord):
    new = MembershipFactory(team=noord).user
    transfer(waakvlam, cast.team_manager, new, cast.team_worker)

    waakvlam.refresh_from_db()
    assert (waakvlam.owner, waakvlam.deputy) == (new, cast.team_worker)
    assert {each.person for each in Notice.objects.all()} == {new}
    assert waakvlam.resident.name not in str([vars(each) for each in Notice.objects.all()])
    with pytest.raises(RuleViolation, match="werkt vandaag niet"):
        transfer(waakvlam, cast.team_manager, new, cast.outsider_worker)


def test_a_deputy_who_becomes_the_owner_is_told(waakvlam, cast):
    transfer(waakvlam, cast.handler, cast.team_worker, cast.handler)
    assert [each.person for each in Notice.objects.all()] == [cast.team_worker]
    transfer(waakvlam, cast.team_manager, cast.team_worker, cast.handler)  # as it is
    assert Waakvlam.objects.get().version == 2


def test_the_end_is_final(waakvlam, cast):
    made = end(waakvlam, cast.handler, outcome="moved", words=SECRET)
    assert SECRET.encode() not in bytes(made.ending)
    assert end(waakvlam, cast.team_worker, outcome="moved", words=SECRET) == made
    with pytest.raises(RuleViolation, match="verhuisd, vastgelegd door Handler"):
        end(waakvlam, cast.team_worker)
    for act in (contact, move, renew):
        with pytest.raises(RuleViolation, match="kan niet meer"):
            act(waakvlam, cast.handler)
    with pytest.raises(RuleViolation, match="Schrijf kort op"):
        end(waakvlam, cast.handler, words=" ")
    waakvlam.refresh_from_db()
    assert (waakvlam.ended_by, waakvlam.remind_at) == (cast.handler, None)


def test_the_team_and_the_manager_do_not_keep_it(waakvlam, cast, noord):
    colleague = MembershipFactory(team=noord).user
    for person in (colleague, cast.team_manager):
        for act in (contact, move, renew, end):
            with pytest.raises(PermissionDenied):
                act(waakvlam, person)
    for person in (colleague, cast.team_worker):
        with pytest.raises(PermissionDenied):
            transfer(waakvlam, person, colleague, cast.handler)
    with pytest.raises(Waakvlam.DoesNotExist):
        contact(waakvlam, cast.outsider_worker)


def test_agreed_terms_are_compared_by_what_they_say():
    assert agreed() == agreed()
    assert agreed().words == {
        "look_for": "Eet hij goed?",
        "stop_rule": "Als de zoon terug is.",
        "escalation": "Bel de zoon.",
    }
