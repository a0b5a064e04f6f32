"""Bring, invite, discuss and agree; each rule, no permission, and the trail."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.advice.models import Recipient
from cases.conferences.models import ConferenceItem, ItemInvitation
from cases.dossiers import services as dossiers
from cases.models import Liaison, Task
from clusters.models import Membership, Notice, PartnerOrganisation
from common.errors import RuleViolation
from tests.cases.conferences.acting import (
    agree,
    bring,
    close,
    end,
    guest,
    invite,
    minutes,
    move_item,
    outside,
    uninvite,
    withdraw,
)
from tests.cases.dossiers.acting import lines
from tests.factories import MembershipFactory, TeamFactory
from tests.factories.advice import consent_for
from tests.factories.conferences import (
    DAY,
    TODAY,
    ConferenceFactory,
    InvitationFactory,
    ItemFactory,
    SeriesFactory,
)
from tests.factories.dossiers import FileColleagueFactory, HelpRequestFactory
from tests.factories.liaisons import LiaisonFactory


def told(person):
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("text", flat=True))


def seen_by(person):
    """What this person sees now; rights are read again."""
    return set(ConferenceItem.objects.visible_to(type(person).objects.get(pk=person.pk)))


def test_bring_a_point(question, cast, table, meeting):
    file, key = question.file, uuid.uuid4()
    own = {"question": question, "submission_key": key, "data": ["schulden"]}
    item = bring(file, cast.handler, table, **own)
    again = bring(file, cast.handler, table, **own)

    assert again == item
    assert item.told == {"ask": "Wat kan W&I doen?", "summary": "Zes schuldeisers."}
    assert {row.code for row in item.data.all()} == {"contactgegevens", "hulpvraag", "schulden"}
    assert bring(file, cast.handler, table).position == 2
    assert b"schuldeisers" not in bytes(item.content)
    line = file.lines.order_by("pk").first()
    assert (line.kind, line.question) == ("conf_put", question)
    assert AuditEvent.objects.filter(code="item.brought").count() == 2
    file.refresh_from_db()
    assert (file.director, file.team) == (cast.handler, file.team)


def test_bring_a_point_only_where_and_about_what_can_be(question, cast, table, meeting):
    file = question.file
    elsewhere = ConferenceFactory(series=SeriesFactory(team=cast.elsewhere))
    past = ConferenceFactory(series=meeting.series, planned_on=TODAY - DAY)
    held = ConferenceFactory(series=meeting.series, planned_on=TODAY - 7 * DAY, held=True)
    for where in (elsewhere, past, held):
        with pytest.raises(RuleViolation) as broken:
            bring(file, cast.handler, where)
        assert broken.value.field == "conference"
    other = HelpRequestFactory()
    with pytest.raises(RuleViolation, match="intussen afgesloten"):
        bring(file, cast.handler, meeting, question=other)
    for person in (cast.team_worker, cast.team_manager):
        with pytest.raises(PermissionDenied):
            bring(file, person, meeting)
    for name in (file.resident.name, "bel 06 12345678 of 123456782"):
        with pytest.raises(RuleViolation, match="anoniem besproken"):
            bring(file, cast.handler, meeting, is_anonymous=True, summary=name)
    file.resident.deceased_on = TODAY
    file.resident.save()
    with pytest.raises(RuleViolation, match="overleden"):
        bring(file, cast.handler, meeting)
    assert not ConferenceItem.objects.exists()


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


def test_withdraw_and_move_a_point(file, cast, meeting, table):
    item = bring(file, cast.handler, meeting, is_anonymous=True)
    invite(item, cast.handler, guest(cast.liaison, "wi"))
    elsewhere = ConferenceFactory(series=SeriesFactory(team=cast.elsewhere))
    with pytest.raises(RuleViolation, match="uw team of stadsdeel"):
        move_item(item, cast.handler, elsewhere)
    with pytest.raises(PermissionDenied):
        move_item(item, cast.liaison, table)
    move_item(item, cast.handler, table)
    move_item(item, cast.handler, table)
    assert told(cast.liaison)[-1].startswith(f"Bespreekpunt {item} is nu op")
    with pytest.raises(RuleViolation, match="Schrijf kort op"):
        withdraw(item, cast.handler, words="")
    withdraw(item, cast.handler)
    withdraw(item, cast.handler)
    assert seen_by(cast.liaison) == set()
    assert told(cast.liaison)[-1] == f"Bespreekpunt {item} is ingetrokken."
    for act in (
        lambda: withdraw(item, cast.handler, "Anders."),
        lambda: minutes(item, cast.handler),
    ):
        with pytest.raises(RuleViolation, match="kan niet meer"):
            act()
    kinds = lines(file)
    assert kinds.count("conf_move") == kinds.count("conf_off") == 1


def test_the_minutes_of_who_works_in_it_or_leads_it_as_a_guest(file, cast, meeting):
    item = bring(file, cast.handler, meeting, is_anonymous=True)
    rows = invite(item, cast.handler, guest(cast.liaison, "wi"), outside())
    with pytest.raises(ConferenceItem.DoesNotExist):
        minutes(item, cast.team_worker)
    invite(item, cast.handler, guest(cast.team_worker))
    with pytest.raises(PermissionDenied):
        minutes(item, cast.liaison)
    with pytest.raises(RuleViolation, match="Schrijf op wat"):
        minutes(item, cast.handler, words="")
    with pytest.raises(RuleViolation, match="anoniem"):
        minutes(item, cast.handler, words=f"Bel {file.resident.name}.")
    with pytest.raises(RuleViolation, match="was u voor") as broken:
        minutes(item, cast.handler, version=99)
    assert broken.value.field == "version"

    minutes(item, cast.team_worker, present={rows[0].pk})
    minutes(item, cast.team_worker)
    item.refresh_from_db()
    assert (item.state, item.ended_by, item.version) == ("discussed", cast.team_worker, 2)
    assert ConferenceItem.objects.get().answer_words == "Vraag uitstel aan."
    assert [row.was_there for row in item.invitations.order_by("pk")] == [True, False, False]
    assert told(cast.handler)[-1] == f"Er is een verslag bij bespreekpunt {item}."
    line = file.lines.get(kind="conf_got")
    assert (line.kind, line.by) == ("conf_got", cast.team_worker)
    minutes(item, cast.handler, words="Uitstel en budgetcoach.")
    assert ConferenceItem.objects.get().answer_words == "Uitstel en budgetcoach."
    assert AuditEvent.objects.filter(code="item.discussed").count() == 2


def test_no_minutes_before_the_day(file, cast, meeting):
    later = ConferenceFactory(series=meeting.series, planned_on=TODAY + 7 * DAY)
    item = bring(file, cast.handler, later)
    with pytest.raises(RuleViolation, match="nog niet geweest"):
        minutes(item, cast.handler)


def test_an_agreement_is_a_task_or_stays_with_the_guest(file, cast, meeting):
    item = bring(file, cast.handler, meeting, is_anonymous=True)
    (row,) = invite(item, cast.handler, guest(cast.liaison, "wi"))
    (doctor,) = invite(item, cast.handler, outside())
    with pytest.raises(RuleViolation, match="eerst het verslag"):
        agree(item, cast.handler, cast.handler)
    minutes(item, cast.handler)
    key = uuid.uuid4()
    mine = agree(item, cast.handler, cast.handler, submission_key=key)
    assert agree(item, cast.handler, cast.handler, submission_key=key) == mine
    task = Task.objects.get()
    assert (task.owner, task.words, mine.task, mine.guest) == (
        cast.handler,
        "Bel de bank.",
        task,
        None,
    )
    theirs = agree(item, cast.handler, row)
    assert (theirs.task, theirs.guest, theirs.owner) == (None, row, row.name)
    assert told(cast.liaison)[-1].startswith("U hebt een afspraak bij bespreekpunt")
    assert agree(item, cast.handler, doctor).owner == "D. Dokter (Praktijk Haven)"
    with pytest.raises(RuleViolation, match="werkt niet mee"):
        agree(item, cast.handler, cast.outsider_worker)
    with pytest.raises(RuleViolation, match="voorbij"):
        agree(item, cast.handler, row, due_on=TODAY - DAY)
    with pytest.raises(RuleViolation, match="anoniem"):
        agree(item, cast.handler, row, words=f"Bel {file.resident.name}")
    with pytest.raises(PermissionDenied):
        agree(item, cast.liaison, row)
    stranger = InvitationFactory()
    with pytest.raises(RuleViolation, match="afgezegd"):
        agree(item, cast.handler, stranger)


def test_the_chair_who_is_a_guest_makes_a_task_of_who_directs(file, cast, meeting):
    item = bring(file, cast.handler, meeting)
    invite(item, cast.handler, guest(cast.team_worker))
    minutes(item, cast.team_worker)
    agree(item, cast.team_worker, cast.handler)
    task = Task.objects.get()
    assert (task.owner, task.asked_by) == (cast.handler, cast.team_worker)


def test_end_an_agreement(file, cast, meeting, table):
    item = bring(file, cast.handler, meeting, is_anonymous=True)
    (row,) = invite(item, cast.handler, guest(cast.liaison, "wi"))
    (other,) = invite(item, cast.handler, guest(cast.team_worker))
    minutes(item, cast.handler)
    theirs, mine = agree(item, cast.handler, row), agree(item, cast.handler, cast.handler)
    with pytest.raises(PermissionDenied):
        end(theirs, cast.team_worker)
    with pytest.raises(RuleViolation, match="taak"):
        end(mine, cast.handler)
    end(theirs, cast.liaison)
    end(theirs, cast.liaison)
    theirs.refresh_from_db()
    assert (theirs.state, theirs.ended_by) == ("kept", cast.liaison)
    assert told(cast.handler)[-1] == f"Een afspraak bij bespreekpunt {item} is nagekomen."
    with pytest.raises(RuleViolation, match="kan niet meer"):
        end(theirs, cast.handler, "drop")
    gone = agree(item, cast.handler, row)
    end(gone, cast.handler, "drop")
    assert lines(file).count("conf_done") == 2
    uninvite(row, cast.handler)
    again = agree(item, cast.handler, other)
    with pytest.raises(type(again).DoesNotExist):
        end(again, cast.liaison)


def test_a_dossier_does_not_close_on_what_waits(file, cast, meeting):
    item = bring(file, cast.handler, meeting, is_anonymous=True)
    (row,) = invite(item, cast.handler, guest(cast.liaison, "wi"))
    with pytest.raises(RuleViolation, match=str(item)):
        dossiers.close_file(file_id=file.pk, words="Klaar.", by=cast.handler)
    minutes(item, cast.handler)
    agreed = agree(item, cast.handler, row)
    with pytest.raises(RuleViolation, match=f"afspraak bij {item}"):
        dossiers.close_file(file_id=file.pk, words="Klaar.", by=cast.handler)
    end(agreed, cast.liaison)
    dossiers.close_file(file_id=file.pk, words="Klaar.", by=cast.handler)
    assert seen_by(cast.liaison) == set()
    for act in (lambda: minutes(item, cast.handler, "x"), lambda: agree(item, cast.handler, row)):
        with pytest.raises(RuleViolation, match="afgesloten"):
            act()


def test_the_regie_never_moves(file, cast, meeting, noord):
    FileColleagueFactory(file=file, employee=cast.outsider_worker)
    item = bring(file, cast.outsider_worker, meeting, is_anonymous=True)
    (row,) = invite(item, cast.outsider_worker, guest(cast.liaison, "wi"))
    minutes(item, cast.outsider_worker)
    agree(item, cast.outsider_worker, row)
    close(meeting, cast.team_worker)
    file.refresh_from_db()
    assert (file.director, file.team, file.state) == (cast.handler, noord, "open")
    assert file.directions.count() == 1
