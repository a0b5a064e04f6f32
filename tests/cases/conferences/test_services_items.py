"""Bring, invite, discuss and agree; each rule, no permission, and the trail."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.conferences.models import ConferenceItem
from cases.dossiers import services as dossiers
from cases.models import Task
from clusters.models import Notice
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
from tests.factories.conferences import (
    DAY,
    TODAY,
    ConferenceFactory,
    InvitationFactory,
    SeriesFactory,
)
from tests.factories.dossiers import FileColleagueFactory, HelpRequestFactory


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
