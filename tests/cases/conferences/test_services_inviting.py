"""Guests at a point: who, why, and when that ends; each rule and the trail."""

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.advice.models import Recipient
from cases.conferences.models import ConferenceItem, ItemInvitation
from cases.models import Liaison
from clusters.models import Membership, Notice, PartnerOrganisation
from common.errors import RuleViolation
from tests.cases.conferences.acting import (
    bring,
    guest,
    invite,
    outside,
    uninvite,
)
from tests.cases.dossiers.acting import lines
from tests.factories import MembershipFactory, TeamFactory
from tests.factories.advice import consent_for
from tests.factories.conferences import (
    DAY,
    TODAY,
    ConferenceFactory,
    ItemFactory,
)
from tests.factories.liaisons import LiaisonFactory


def told(person):
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("text", flat=True))


def seen_by(person):
    """What this person sees now; rights are read again."""
    return set(ConferenceItem.objects.visible_to(type(person).objects.get(pk=person.pk)))


def test_a_guest_sees_the_point_and_nothing_else(file, cast, meeting, consent):
    item = bring(file, cast.handler, meeting)
    other = bring(file, cast.handler, meeting)
    assert seen_by(cast.liaison) == set()

    (row,) = invite(item, cast.handler, guest(cast.liaison, "wi"))
    assert (row.shared_by, row.consent, row.recipient_kind.code) == ("consent", consent, "wi")
    assert seen_by(cast.liaison) == {item}
    assert seen_by(cast.team_worker) == set()
    assert other not in seen_by(cast.liaison)
    assert not type(file).objects.visible_to(cast.liaison).exists()
    assert not type(meeting).objects.visible_to(cast.liaison).exists()
    assert told(cast.liaison) == [
        f"{cast.handler} nodigt u uit voor bespreekpunt {item}: "
        "Casusoverleg Team Noord, ma 23 november 10:00."
    ]
    assert invite(item, cast.handler, guest(cast.liaison, "wi")) == []
    assert "conf_join" in lines(file)


def test_who_is_shared_with_for_which_reason(file, cast, meeting, sst):
    item = bring(file, cast.handler, meeting)
    (mate,) = invite(item, cast.handler, guest(cast.team_worker))
    assert (mate.shared_by, mate.consent) == ("team", None)
    for who in (guest(sst), guest(cast.liaison, "wi"), outside(), guest(cast.client_support)):
        with pytest.raises(RuleViolation, match="geen toestemming"):
            invite(item, cast.handler, who)
    ground = consent_for(file.resident, "sst", given_by="nobody", way="")
    with pytest.raises(RuleViolation, match="Schrijf op waarom"):
        invite(item, cast.handler, guest(sst), by_law=True)
    (row,) = invite(item, cast.handler, guest(sst), by_law=True, reason="Acuut gevaar.")
    assert (row.shared_by, row.consent, row.told.reason) == ("ground", ground, "Acuut gevaar.")
    with pytest.raises(RuleViolation, match="met toestemming"):
        invite(item, cast.handler, guest(cast.client_support), by_law=True, reason="x")
    consent_for(file.resident, "huisarts")
    (doctor,) = invite(item, cast.handler, outside())
    assert (doctor.person, doctor.name) == (None, "D. Dokter (Praktijk Haven)")
    assert invite(item, cast.handler, outside()) == []
    pin = LiaisonFactory(team=file.team, kind="jgz")
    consent_for(file.resident, "jgz")
    (pinned,) = invite(item, cast.handler, Recipient.of_liaison(pin))
    assert (pinned.liaison, pinned.recipient_kind.code) == (pin, "jgz")
    far = LiaisonFactory(team=file.team, kind="jgz")
    Liaison.objects.filter(pk=far.pk).update(valid_from=TODAY - 9 * DAY, valid_until=TODAY - DAY)
    with pytest.raises(RuleViolation, match="er vandaag niet"):
        invite(item, cast.handler, Recipient.of_liaison(far))


def test_what_the_jgz_never_gets_and_safety_only_when_ticked(file, cast, meeting):
    for code in ("jgz", "wi"):
        consent_for(
            file.resident,
            code,
            categories=("contactgegevens", "hulpvraag", "schulden", "veiligheid"),
        )
    debts = bring(file, cast.handler, meeting, data=["schulden"])
    with pytest.raises(RuleViolation, match="JGZ krijgt geen"):
        invite(debts, cast.handler, guest(cast.liaison, "jgz"))
    assert invite(debts, cast.handler, guest(cast.liaison, "wi"))
    danger = bring(file, cast.handler, meeting, data=["veiligheid"])
    for who in (guest(cast.liaison, "jgz"), guest(cast.team_worker)):
        with pytest.raises(RuleViolation, match="veiligheid"):
            invite(danger, cast.handler, who)
    assert invite(danger, cast.handler, guest(cast.liaison, "jgz"), knows_safety=True)


def test_who_can_be_invited(file, cast, meeting, table, noord):
    item = bring(file, cast.handler, meeting, is_anonymous=True)
    elsewhere = TeamFactory(cluster=noord.cluster)
    near = MembershipFactory(role="team_worker", team=elsewhere).user
    pin = MembershipFactory(role="liaison", team=elsewhere).user
    for who in (cast.team_manager, cast.handler, cast.outsider_worker, near, pin):
        with pytest.raises(RuleViolation, match="kan niet op deze dag"):
            invite(item, cast.handler, guest(who, "wi"))
    with pytest.raises(RuleViolation, match="wat voor iemand"):
        invite(item, cast.handler, guest(cast.liaison))
    with pytest.raises(RuleViolation, match="Kies wie"):
        invite(item, cast.handler)
    with pytest.raises(RuleViolation, match="Vul in wie"):
        invite(item, cast.handler, outside(name=""))
    wide = bring(file, cast.handler, table, is_anonymous=True)
    rows = invite(wide, cast.handler, guest(near), guest(pin, "jgz"), guest(near))
    assert {row.shared_by for row in rows} == {"anonymous"}
    assert len(rows) == 2
    with pytest.raises(ConferenceItem.DoesNotExist):
        invite(item, cast.team_worker, guest(near))
    done = ItemFactory(file=file, conference=meeting, discussed=True)
    with pytest.raises(RuleViolation, match="al besproken"):
        invite(done, cast.handler, guest(cast.liaison, "wi"))
    # the agreement of the organisation ends before the day
    later = ConferenceFactory(series=meeting.series, planned_on=TODAY + 14 * DAY)
    far = bring(file, cast.handler, later, is_anonymous=True)
    PartnerOrganisation.objects.update(agreement_until=TODAY + 7 * DAY)
    with pytest.raises(RuleViolation, match="kan niet op deze dag"):
        invite(far, cast.handler, guest(cast.liaison, "wi"))


def test_what_ends_the_sight_of_a_guest_at_once(file, cast, meeting, consent):
    item = bring(file, cast.handler, meeting)
    (row,) = invite(item, cast.handler, guest(cast.liaison, "wi"))
    assert seen_by(cast.liaison) == {item}

    def gone_while(rows, **facts):
        before = list(rows.all().values("pk", *facts))
        rows.all().update(**facts)
        hidden = seen_by(cast.liaison) == set()
        for row in before:
            rows.model.objects.filter(pk=row.pop("pk")).update(**row)
        assert seen_by(cast.liaison) == {item}
        return hidden

    resident, given = type(file.resident).objects, type(consent).objects
    agreements = PartnerOrganisation.objects
    seats = Membership.objects.filter(user=cast.liaison)
    files, meetings = type(file).objects, type(meeting).objects
    withdrawn = {"withdrawn_on": TODAY, "withdrawn_by": "resident", "withdrawn_at": item.brought_at}
    assert gone_while(given, **withdrawn, withdrawn_noted_by_id=cast.handler.pk)
    assert gone_while(
        given, given_on=TODAY - 9 * DAY, valid_from=TODAY - 9 * DAY, valid_until=TODAY - DAY
    )
    assert gone_while(agreements, agreement_until=TODAY - DAY)
    assert gone_while(seats, valid_until=TODAY - DAY)
    assert gone_while(seats, team_id=cast.elsewhere.pk)
    assert gone_while(resident, deceased_on=TODAY)
    assert gone_while(files, state="closed", ended_at=file.opened_at)
    assert gone_while(meetings, held_on=TODAY - 91 * DAY, planned_on=TODAY - 91 * DAY)
    assert not gone_while(meetings, held_on=TODAY - 90 * DAY, planned_on=TODAY - 90 * DAY)
    uninvite(row, cast.handler)
    assert seen_by(cast.liaison) == set()
    assert seen_by(cast.handler) == {item}


def test_the_setting_shortens_and_never_lengthens(settings, file, cast, meeting):
    item = bring(file, cast.handler, meeting, is_anonymous=True)
    invite(item, cast.handler, guest(cast.liaison, "wi"))
    for days, age, sees in ((30, 31, False), (30, 30, True), (400, 91, False), (400, 90, True)):
        settings.CONFERENCE_ACCESS_DAYS = days
        old = TODAY - age * DAY
        type(meeting).objects.update(held_on=old, planned_on=old)
        assert (seen_by(cast.liaison) == {item}) is sees


def test_a_ground_outlives_and_a_colleague_of_the_former_team_does_not_see(
    file, cast, meeting, sst
):
    consent_for(file.resident, "sst", given_by="nobody", way="")
    item = bring(file, cast.handler, meeting)
    invite(item, cast.handler, guest(sst), by_law=True, reason="Zorgen.")
    invite(item, cast.handler, guest(cast.team_worker))
    file.resident.deceased_on = TODAY
    file.resident.save()
    assert seen_by(sst) == {item} == seen_by(cast.team_worker)
    with pytest.raises(RuleViolation, match="overleden"):
        invite(item, cast.handler, guest(cast.liaison, "wi"))
    type(file).objects.update(team=cast.elsewhere)
    assert seen_by(cast.team_worker) == set()
    assert seen_by(sst) == {item}


def test_take_a_guest_off_once(file, cast, meeting):
    item = bring(file, cast.handler, meeting, is_anonymous=True)
    (row,) = invite(item, cast.handler, guest(cast.liaison, "wi"))
    with pytest.raises(PermissionDenied):
        uninvite(row, cast.liaison)
    uninvite(row, cast.handler)
    uninvite(row, cast.handler)
    notice = Notice.objects.get(dedup_key__contains=":invited:")
    assert (notice.url_name, notice.object_id) == ("home", None)
    assert told(cast.liaison)[-1] == f"U hoeft niet te komen voor bespreekpunt {item}."
    assert AuditEvent.objects.filter(code="item.uninvited").count() == 1
    assert invite(item, cast.handler, guest(cast.liaison, "wi"))
    assert ItemInvitation.objects.count() == 2
