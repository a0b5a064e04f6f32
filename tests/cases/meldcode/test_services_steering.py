"""Letting in, keeping out, passing on; and what a dossier does to it (MC-3, MC-4, MC-14)."""

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.dossiers import services as dossiers
from cases.dossiers.models import FileLine, FileRole, ResidentFile
from cases.meldcode import services
from cases.meldcode.involved import people_of
from cases.models import SafetyCode
from clusters.models import Membership, Notice
from common.errors import RuleViolation
from tests.cases.dossiers.acting import join, transfer
from tests.cases.handovers.acting import accept, offer
from tests.cases.meldcode.acting import admit, bar, end, fresh, hand_on
from tests.factories import MembershipFactory
from tests.factories.dossiers import FileColleagueFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.meldcode import DAY, TODAY, OfficerFactory, SafetyCodeFactory


def sees(person):
    return SafetyCode.objects.visible_to(fresh(person)).exists()


def told(code="safety:"):
    rows = Notice.objects.filter(dedup_key__startswith=code).order_by("pk")
    return [(notice.person.username, notice.text) for notice in rows]


@pytest.fixture
def mate(file, noord):
    """A colleague who works in the dossier."""
    mate = MembershipFactory(user__username="mate", team=noord).user
    FileColleagueFactory(file=file, employee=mate)
    return mate


def test_a_colleague_of_the_dossier_is_let_in_and_let_go(code, cast, mate):
    for _ in range(2):
        admit(code, cast.handler, mate)
    assert sees(mate)
    assert told() == [("mate", f"{cast.handler} geeft u toegang tot {code}.")]
    for _ in range(2):
        services.dismiss_colleague(code_id=code.pk, employee_id=mate.pk, by=cast.handler)
    assert not sees(mate)
    codes = AuditEvent.objects.filter(code__startswith="safety.").values_list("code", flat=True)
    assert list(codes.order_by("pk")) == ["safety.admitted", "safety.dismissed"]
    admit(code, cast.handler, mate)  # and again: another notice
    assert len(told()) == 2


def test_nobody_else_can_be_let_in(code, file, cast, olga):
    FileColleagueFactory(file=file, employee=cast.city_hall_team, role=FileRole.ADVISER)
    FileColleagueFactory(file=file, employee=cast.outsider_worker, role=FileRole.PREVIEW)
    NotificationFactory(resident=file.resident, team=file.team, handler=cast.team_worker)
    for name in ("city_hall_team", "outsider_worker", "team_worker", "team_manager", "handler"):
        with pytest.raises(RuleViolation, match="in het dossier werkt"):
            admit(code, cast.handler, getattr(cast, name))
    assert told() == []


def test_who_is_barred_is_out_and_cannot_be_let_in(code, cast, mate, olga):
    admit(code, cast.handler, mate)
    for person in (mate, olga):
        for _ in range(2):
            bar(code, cast.handler, person)
        assert not sees(person)
    with pytest.raises(RuleViolation):
        admit(code, cast.handler, mate)
    with pytest.raises(RuleViolation):
        hand_on(code, cast.handler, olga)
    with pytest.raises(SafetyCode.DoesNotExist):
        bar(code, olga, cast.handler)
    for _ in range(2):
        services.lift_bar(code_id=code.pk, employee_id=olga.pk, by=cast.handler)
    services.lift_bar(code_id=code.pk, employee_id=mate.pk, by=cast.handler)
    assert sees(olga)
    assert not sees(mate)  # being let in ended with the bar
    for by, who in ((olga, cast.handler), (olga, olga), (cast.handler, cast.handler)):
        with pytest.raises(RuleViolation, match="kan niet worden uitgesloten"):
            bar(code, by, who)
    end(code, cast.handler, "mistake")
    bar(code, cast.handler, olga)  # also of what ended
    assert not sees(olga)


def test_the_page_says_who_is_inside(code, cast, mate, olga, noord):
    admit(code, cast.handler, mate)
    bar(code, cast.handler, cast.outsider_worker)
    gone = OfficerFactory(team=noord).employee
    Membership.objects.filter(user=gone).update(valid_until=TODAY - DAY)
    rows = {
        row.username: (row.is_colleague, row.is_officer, row.is_barred, row.works)
        for row in people_of(code, TODAY)
    }
    assert rows[mate.username] == (True, False, False, True)
    assert rows["olga"] == (False, True, False, False)
    assert rows["outsider_worker"] == (False, False, True, False)
    assert rows[gone.username] == (False, False, False, False)


def test_it_is_passed_on_to_who_works_with_the_resident(code, cast, mate, olga):
    with pytest.raises(RuleViolation, match="met de inwoner werkt"):
        hand_on(code, cast.handler, cast.team_worker)
    with pytest.raises(RuleViolation, match="was u voor"):
        hand_on(code, cast.handler, mate, version=9)
    admit(code, cast.handler, mate)
    hand_on(code, cast.handler, mate)
    assert SafetyCode.objects.get().holder == mate
    assert not sees(cast.handler)
    assert told()[-1] == ("mate", f"{cast.handler} draagt {code} aan u over.")
    hand_on(code, olga, olga)  # the aandachtsfunctionaris takes it over, without a notice
    found = SafetyCode.objects.get()
    assert (found.holder, found.team.code) == (olga, "team-noord-2")
    assert len(told()) == 2
    assert sees(olga)


def test_a_colleague_steers_nothing(code, cast, mate):
    admit(code, cast.handler, mate)
    for act in (
        lambda: admit(code, mate, cast.team_worker),
        lambda: bar(code, mate, cast.handler),
        lambda: hand_on(code, mate, mate),
        lambda: services.dismiss_colleague(code_id=code.pk, employee_id=mate.pk, by=mate),
        lambda: services.lift_bar(code_id=code.pk, employee_id=mate.pk, by=mate),
    ):
        with pytest.raises(PermissionDenied):
            act()


# --- what happens to the dossier


def test_a_dossier_closes_as_if_there_were_none_and_only_the_inside_is_told(code, file, cast):
    FileColleagueFactory(file=file, employee=cast.team_worker)
    SafetyCodeFactory(resident=file.resident, team=file.team, ended=True)
    dossiers.close_file(file_id=file.pk, words="Klaar.", by=cast.handler)

    assert ResidentFile.objects.get().state == "closed"
    assert {who for who, _ in told()} == {"handler", "olga"}
    assert "loopt door" in told()[0][1]
    assert SafetyCode.objects.running().get() == code
    assert sees(cast.handler)
    assert not FileLine.objects.filter(kind__contains="safety").exists()


def test_a_hand_over_gives_the_new_team_nothing(code, file, cast, sst, olga, mate):
    admit(code, cast.handler, mate)
    handover = offer(file, cast.handler, sst.team)
    assert not sees(sst.ada)
    accept(handover, sst.ada)

    assert not sees(sst.ada)
    assert sees(cast.handler)
    assert sees(olga)
    assert [who for who, text in told() if "overdraagt" in text] == ["handler"]
    with pytest.raises(SafetyCode.DoesNotExist):
        admit(code, sst.ada, sst.ada)
    admit(code, cast.handler, sst.ada)  # named by who does it
    assert sees(sst.ada)
    hand_on(code, olga, sst.ada)  # or passed on by the aandachtsfunctionaris
    found = SafetyCode.objects.get()
    assert (found.holder, found.team) == (sst.ada, sst.team)
    assert not sees(cast.handler)
    assert not sees(olga)  # of another place


def test_the_casusregie_moves_and_the_meldcode_stays(code, file, cast, mate, olga):
    transfer(file, cast.handler, mate)
    assert not sees(mate)
    assert sees(cast.handler)
    assert [who for who, _ in told()] == ["handler"]
    join(file, fresh(mate), cast.handler)
    assert len(told()) == 1


def test_when_the_holder_left_the_officer_has_it(code, cast, olga):
    Membership.objects.filter(user=cast.handler).update(valid_until=TODAY - DAY)
    assert not sees(cast.handler)
    due = SafetyCode.objects.due(fresh(olga), code.opened_at)
    assert list(due) == [code]
    hand_on(code, olga, olga)
    assert SafetyCode.objects.get().holder == olga
