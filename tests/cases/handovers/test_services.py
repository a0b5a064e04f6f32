"""Offer, ask, accept, refuse, take back; each rule, no permission, and the trail."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.dossiers import services as dossiers
from cases.dossiers.models import CaseDirection, ResidentFile
from cases.handovers import services
from cases.handovers.models import Handover, WarmTalk
from cases.handovers.worker import expire_handovers
from clusters.models import Notice
from common.errors import RuleViolation
from tests.cases.dossiers.acting import lines
from tests.cases.handovers.acting import (
    TALK,
    TODAY,
    accept,
    ask,
    drop,
    early,
    explain,
    offer,
    refuse,
    save,
    withdraw,
)
from tests.factories import TeamFactory
from tests.factories.cases import MONDAY

DAY = timedelta(days=1)


def told(person):
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("text", flat=True))


def reread(handover):
    return Handover.objects.get(pk=handover.pk)


def test_a_concept_is_seen_by_nobody_else(file, cast, sst):
    made = save(file, cast.handler, sst.team)

    assert (made.state, made.offered_at) == ("draft", None)
    assert not Handover.objects.visible_to(sst.ada).exists()
    assert not Handover.objects.visible_to(cast.team_manager).exists()
    assert told(sst.ada) == []
    assert lines(file) == []


def test_a_concept_is_written_on_and_kept_once(file, cast, sst):
    key = uuid.uuid4()
    first = save(file, cast.handler, sst.team, submission_key=key)
    again = save(file, cast.handler, sst.team, submission_key=key)
    changed = save(
        file, cast.handler, sst.team, urgency="today", handover_id=first.pk, version=first.version
    )

    assert Handover.objects.count() == 1
    assert (again.pk, changed.pk) == (first.pk, first.pk)
    assert reread(first).urgency == "today"
    with pytest.raises(RuleViolation, match="net gewijzigd"):
        save(file, cast.handler, sst.team, handover_id=first.pk, version=first.version)


def test_an_offer_tells_the_team_its_manager_and_nobody_by_name(file, cast, sst):
    handover = offer(file, cast.handler, sst.team)

    assert (handover.state, handover.offered_by) == ("offered", cast.handler)
    assert handover.answer_by == (MONDAY + 7 * DAY).replace(hour=17)
    for person in (sst.ada, sst.bo, sst.cas):
        assert told(person) == [
            f"{cast.handler} biedt uw team een dossier aan ({handover}). Antwoord is nodig."
        ]
    assert str(file.resident) not in "".join(told(sst.ada))
    assert lines(file) == ["ho_offer"]
    assert AuditEvent.objects.filter(code="handover.offered").count() == 1
    assert ResidentFile.objects.get().director == cast.handler


@pytest.mark.parametrize("who", ["team_worker", "team_manager"])
def test_only_the_casusregisseur_offers(file, cast, sst, who):
    with pytest.raises(PermissionDenied):
        save(file, getattr(cast, who), sst.team)


def test_a_team_without_people_gets_nothing(file, cast, sst):
    empty = TeamFactory(code="leeg")
    for team in (empty, file.team):
        with pytest.raises(RuleViolation, match="kan vandaag niemand") as broken:
            save(file, cast.handler, team)
        assert broken.value.field == "to_team"
    made = save(file, cast.handler, sst.team)
    sst.team.memberships.update(valid_until=TODAY - DAY)
    with pytest.raises(RuleViolation, match="kan vandaag niemand"):
        services.offer_handover(handover_id=made.pk, version=made.version, by=cast.handler)


def test_the_sst_is_asked_for_an_expertise(file, cast, sst):
    with pytest.raises(RuleViolation, match="expertise"):
        save(file, cast.handler, sst.team, expertise="")
    assert save(file, cast.handler, cast.elsewhere, expertise="").pk


def test_one_hand_over_of_a_dossier_at_a_time(file, cast, sst):
    first = offer(file, cast.handler, sst.team)
    with pytest.raises(RuleViolation, match="loopt al een overdracht"):
        save(file, cast.handler, cast.elsewhere)
    withdraw(first, cast.handler)
    assert offer(file, cast.handler, sst.team).state == "offered"


def test_accepting_moves_regie_team_and_access_and_tells_who_must_know(file, cast, sst):
    handover = offer(file, cast.handler, sst.team)

    accept(handover, sst.ada, director=sst.bo)

    file = ResidentFile.objects.get()
    assert (file.director, file.team) == (sst.bo, sst.team)
    assert CaseDirection.objects.filter(file=file, until__isnull=True).get().director == sst.bo
    handover = reread(handover)
    assert (handover.state, handover.ended_by, handover.director) == ("accepted", sst.ada, sst.bo)
    assert handover.warm_talk == TALK
    assert lines(file)[-1] == "ho_yes"
    for person in (cast.handler, sst.bo, cast.team_manager):
        assert told(person)[-1] == f"{handover} is aanvaard: {sst.bo} heeft nu de regie."
    assert AuditEvent.objects.filter(code="handover.accepted").count() == 1
    assert sorted(file.relations_to(fresh_role(sst.bo, "city_social_team"))) == ["case_director"]


def fresh_role(person, role):
    person.chosen_role = role
    return person


def test_not_by_the_sender_nor_with_a_stranger_nor_twice(file, cast, sst):
    handover = offer(file, cast.handler, sst.team)
    with pytest.raises(PermissionDenied):
        accept(handover, cast.handler)
    with pytest.raises(Handover.DoesNotExist):
        accept(handover, cast.outsider_worker)
    with pytest.raises(PermissionDenied):
        accept(handover, sst.cas)
    with pytest.raises(RuleViolation, match="werkt vandaag niet"):
        accept(handover, sst.ada, director=cast.team_worker)
    accept(handover, sst.ada)
    with pytest.raises(Handover.DoesNotExist):
        accept(handover, sst.bo)
    with pytest.raises(PermissionDenied):
        accept(handover, sst.ada)


def test_somebody_in_both_teams_does_not_accept_what_they_offered(file, cast, sst):
    from clusters.models import Role
    from tests.factories import MembershipFactory

    handover = offer(file, cast.handler, sst.team)
    MembershipFactory(user=cast.handler, role=Role.CITY_SOCIAL_TEAM, team=sst.team)
    with pytest.raises(PermissionDenied):
        accept(handover, fresh_role(cast.handler, "city_social_team"))


def test_refusing_has_a_reason_and_comes_back_to_the_sender(file, cast, sst):
    handover = offer(file, cast.handler, sst.team)
    early(handover, sst.ada)
    refuse(handover, sst.ada)

    handover = reread(handover)
    assert (handover.state, handover.reason, handover.last_words) == (
        "refused",
        "full",
        "Geen plek.",
    )
    assert list(Handover.objects.came_back(cast.handler)) == [handover]
    assert told(cast.handler)[-1] == f"{handover} is geweigerd en terug bij u."
    assert not file.colleagues.running(TODAY).exists()
    for _ in range(2):
        services.mark_seen(handover_id=handover.pk, by=cast.handler)
    assert not Handover.objects.came_back(cast.handler).exists()
    assert AuditEvent.objects.filter(code="handover.seen").count() == 1


def test_withdrawn_a_second_ago_is_not_accepted(file, cast, sst):
    handover = offer(file, cast.handler, sst.team)
    withdraw(handover, cast.handler)
    for act in (accept, refuse, ask):
        with pytest.raises(Handover.DoesNotExist):
            act(handover, sst.ada)
    assert ResidentFile.objects.get().director == cast.handler
    with pytest.raises(RuleViolation, match="intussen ingetrokken"):
        withdraw(handover, cast.handler)


def test_a_question_is_answered_below_the_summary_with_time_to_read(file, cast, sst):
    handover = offer(file, cast.handler, sst.team, urgency="today")
    Handover.objects.update(answer_by=MONDAY + timedelta(minutes=1))
    ask(handover, sst.ada)
    with pytest.raises(RuleViolation, match="intussen toelichting gevraagd"):
        accept(handover, sst.ada)
    explain(handover, cast.handler)

    handover = reread(handover)
    assert handover.state == "offered"
    assert handover.offer.summary.endswith("Gevraagd: Welke schulden?\nToelichting: Huur en zorg.")
    assert handover.answer_by == (MONDAY + DAY).replace(hour=17)
    assert told(sst.ada)[-1] == f"{cast.handler} lichtte {handover} toe."


def test_reading_early_is_reading_only_and_told(file, cast, sst):
    handover = offer(file, cast.handler, sst.team)
    for _ in range(2):
        early(handover, sst.ada)

    kept = file.colleagues.get()
    assert (kept.role, kept.until) == ("preview", TODAY + 7 * DAY)
    assert told(cast.handler) == [
        f"{sst.ada} leest dossier {file} om over {handover} te beslissen."
    ]
    assert lines(file) == ["ho_offer", "ho_early"]
    own = {"file_id": file.pk, "submission_key": uuid.uuid4(), "words": "x"}
    with pytest.raises(PermissionDenied):
        dossiers.write_note(by=sst.ada, **own)
    assert not file.workers(TODAY).filter(pk=sst.ada.pk).exists()


def test_without_agreement_nobody_takes_over(file, cast, sst):
    handover = offer(file, cast.handler, sst.team)
    early(handover, sst.ada)
    for _ in range(2):
        drop(handover, cast.handler)

    assert not Handover.objects.for_us(sst.bo).exists()
    assert not file.colleagues.running(TODAY).exists()
    with pytest.raises(Handover.DoesNotExist):
        accept(handover, sst.bo)
    assert lines(file).count("ho_unagr") == 1


def test_a_resident_who_died_is_not_handed_over(file, cast, sst):
    handover = offer(file, cast.handler, sst.team)
    file.resident.deceased_on = TODAY
    file.resident.save()
    with pytest.raises(RuleViolation, match="overleden"):
        accept(handover, sst.ada)
    withdraw(handover, cast.handler)
    with pytest.raises(RuleViolation, match="overleden"):
        save(file, cast.handler, sst.team)


def test_a_talk_that_must_still_come_is_no_warm_hand_over(file, cast, sst):
    handover = offer(file, cast.handler, sst.team)
    later = WarmTalk(TODAY + DAY, "x", "y", with_resident=False)
    with pytest.raises(RuleViolation, match="nog niet geweest"):
        accept(handover, sst.ada, talk=later)


def test_the_way_back_is_the_same_and_ends_the_first(file, cast, sst, noord):
    first = offer(file, cast.handler, sst.team)
    accept(first, sst.ada)
    file = ResidentFile.objects.get()
    back = offer(file, sst.ada, noord, expertise="")
    assert back.returns == first
    accept(back, cast.team_worker)

    assert (reread(first).state, reread(back).state) == ("returned", "accepted")
    assert ResidentFile.objects.get().director == cast.team_worker


def test_the_term_is_announced_and_then_over(file, cast, sst):
    handover = offer(file, cast.handler, sst.team)
    early(handover, sst.ada)
    due = handover.answer_by
    assert services.remind_of_handovers(at=due - 2 * DAY) == 0
    assert services.remind_of_handovers(at=due - DAY / 2) == 3
    assert services.remind_of_handovers(at=due - DAY / 3) == 0
    assert expire_handovers(at=due) == 0
    assert expire_handovers(at=due + timedelta(seconds=1)) == 1
    assert expire_handovers(at=due + DAY) == 0

    handover = reread(handover)
    assert (handover.state, handover.ended_by) == ("expired", None)
    assert ResidentFile.objects.get().director == cast.handler
    assert list(Handover.objects.came_back(cast.handler)) == [handover]
    assert not file.colleagues.running(TODAY).exists()
    for person in (cast.handler, cast.team_manager, sst.cas):
        assert "verlopen zonder antwoord" in told(person)[-1]
    with pytest.raises(Handover.DoesNotExist):
        accept(handover, sst.ada)


def test_a_running_hand_over_keeps_the_dossier_open(file, cast, sst):
    offer(file, cast.handler, sst.team)
    with pytest.raises(RuleViolation, match="overdracht OD-"):
        dossiers.close_file(file_id=file.pk, words="x", by=cast.handler)
