"""Who may know that it is there, and what the rows hold (MC-3, MC-4, MC-6, MC-15)."""

from datetime import date

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction

from cases.dossiers.models import FileRole
from cases.meldcode.models import SafeguardingOfficer, SafetyCode
from clusters.models import Membership, Role, TeamKind
from tests.cases.meldcode.acting import fresh
from tests.factories import MembershipFactory, TeamFactory
from tests.factories.dossiers import FileColleagueFactory
from tests.factories.meldcode import (
    DAY,
    TODAY,
    OfficerFactory,
    SafetyCodeBarFactory,
    SafetyCodeColleagueFactory,
    SafetyCodeFactory,
)


def sees(person):
    return SafetyCode.objects.visible_to(fresh(person)).exists()


def ties(code, person):
    return set(code.relations_to(fresh(person)))


def test_the_holder_and_the_officer_see_it_and_nobody_else(code, cast, olga):
    seen = {name for name, person in vars(cast).items() if name != "elsewhere" and sees(person)}

    assert seen == {"handler"}
    assert sees(olga)
    assert ties(code, cast.handler) == {"safety_holder"}
    assert ties(code, olga) == {"safeguarding_officer"}


def test_a_colleague_needs_both_the_name_and_the_work(code, file, cast):
    along = FileColleagueFactory(file=file, employee=cast.team_worker)
    assert not sees(cast.team_worker)  # works in the dossier, was not named
    named = SafetyCodeColleagueFactory(code=code, employee=cast.team_worker)
    assert sees(cast.team_worker)
    assert ties(code, cast.team_worker) == {"safety_colleague"}
    along.role = FileRole.PREVIEW
    along.save()
    assert not sees(cast.team_worker)  # reading is not work
    along.role, along.until = FileRole.HELPER, TODAY - DAY
    along.save()
    assert not sees(cast.team_worker)
    along.until = None
    along.save()
    file.state, file.ended_at = "closed", file.opened_at
    file.save()
    assert not sees(cast.team_worker)  # nobody works in what is closed
    assert sees(cast.handler)  # but who does it keeps it
    file.state, file.ended_at = "open", None
    file.save()
    named.ended_at = file.opened_at
    named.save()
    assert not sees(cast.team_worker)


def test_a_role_that_does_not_care_sees_nothing_whatever_the_relation(code, file, cast, noord):
    for role in sorted(set(Role) - {Role.TEAM_WORKER, Role.CITY_SOCIAL_TEAM}):
        for person in (cast.handler, cast.team_worker):
            Membership.objects.filter(user=person).delete()
            in_team = role in {Role.TEAM_MANAGER, Role.CITY_HALL_TEAM, Role.LIAISON}
            own = {"team": noord} if in_team else {}
            MembershipFactory(user=person, role=role, **own)
        OfficerFactory(employee=cast.team_worker, team=noord)
        assert not sees(cast.handler), role
        assert not sees(cast.team_worker), role


def test_the_officer_is_of_this_place_and_of_today(code, cast, noord, olga):
    other = TeamFactory(cluster=noord.cluster)
    row = OfficerFactory(employee=cast.team_worker, team=other)
    for own, expected in (
        ({"team": other}, False),
        ({"team": noord}, True),
        ({"valid_until": TODAY - DAY}, False),
        ({"valid_until": TODAY}, True),
        ({"valid_from": TODAY + DAY, "valid_until": None}, False),
        ({"valid_from": TODAY, "team": None, "cluster": noord.cluster}, True),
        ({"cluster": cast.elsewhere.cluster}, False),
    ):
        SafeguardingOfficer.objects.filter(pk=row.pk).update(**own)
        assert sees(cast.team_worker) is expected, own


def test_a_team_without_a_cluster_has_its_own_officer_only(olga):
    team = TeamFactory(cluster=None, kind=TeamKind.CITY_SOCIAL_TEAM)
    SafetyCodeFactory(team=team)
    assert not sees(olga)
    OfficerFactory(employee=olga, team=team)
    assert sees(olga)


def test_a_bar_beats_every_way_in(code, file, cast, noord, olga):
    FileColleagueFactory(file=file, employee=cast.team_worker)
    SafetyCodeColleagueFactory(code=code, employee=cast.team_worker)
    OfficerFactory(employee=cast.team_worker, team=noord)
    bars = [
        SafetyCodeBarFactory(code=code, employee=person)
        for person in (cast.team_worker, olga, cast.handler)
    ]
    assert not any(sees(person) for person in (cast.team_worker, olga, cast.handler))
    for each in bars:
        each.ended_at = each.since
        each.save()
    assert all(sees(person) for person in (cast.team_worker, olga, cast.handler))


def test_the_holder_who_left_the_team_sees_it_no_more(code, cast, noord, olga):
    Membership.objects.filter(user=cast.handler).update(team=cast.elsewhere)
    assert not sees(cast.handler)
    assert sees(olga)
    found = SafetyCode.objects.with_holder_left(TODAY).get(pk=code.pk)
    assert found.holder_left


def test_words_open_with_their_own_key_in_their_own_place_only(code, file):
    step = code.steps.get()
    assert (code.persons, step.told["words"]) == (["Kind van acht"], "Blauwe plekken.")
    other = SafetyCodeFactory()
    step.code = other
    step.__dict__.pop("told", None)
    with pytest.raises(InvalidTag):
        _ = step.told
    code.uuid = other.uuid
    code.__dict__.pop("key", None)
    with pytest.raises(InvalidTag):
        _ = code.key
    for row in (code, code.steps.get()):
        assert b"Blauwe" not in bytes(row.content)
        assert b"Kind" not in bytes(row.content)


@pytest.mark.parametrize(
    ("touched", "until"),
    [(date(2026, 11, 23), date(2041, 11, 23)), (date(2028, 2, 29), date(2043, 3, 1))],
)
def test_it_is_kept_fifteen_years_after_the_last_change(touched, until):
    assert SafetyCode(touched_on=touched).keep_until == until


def test_the_database_keeps_what_must_be_true(code, olga, noord):
    broken = [
        {"state": "ended"},
        {"next_on": None},
        {"outcome": "safe"},
        {"state": "ended", "outcome": "safe", "next_on": None, "remind_at": None},
    ]
    for change in broken:
        with pytest.raises(IntegrityError), transaction.atomic():
            SafetyCode.objects.filter(pk=code.pk).update(**change)
    for places in ({"team": None, "cluster": None}, {"team": noord}):
        with pytest.raises(IntegrityError), transaction.atomic():
            SafeguardingOfficer.objects.update(**places)
    SafetyCodeColleagueFactory(code=code, employee=olga)
    with pytest.raises(IntegrityError), transaction.atomic():
        SafetyCodeColleagueFactory(code=code, employee=olga)
