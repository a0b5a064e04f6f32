"""The register of aandachtsfunctionarissen (MC-16)."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.meldcode import services
from cases.meldcode.models import SafeguardingOfficer
from common.errors import RuleViolation
from tests.factories.meldcode import DAY, TODAY, OfficerFactory


def create(by, employee, **own):
    told = {"submission_key": uuid.uuid4(), "valid_from": TODAY}
    return services.create_officer(employee=employee, by=by, **told | own)


def change(row, by, **own):
    told = {"version": row.version, "valid_from": row.valid_from, "valid_until": TODAY}
    return services.change_officer(officer_id=row.pk, by=by, **told | own)


@pytest.mark.parametrize("keeper", ["general_manager", "application_manager"])
def test_the_register_is_kept_by_two_roles(cast, noord, keeper):
    key, by = uuid.uuid4(), getattr(cast, keeper)
    made = create(by, cast.team_worker, team=noord, submission_key=key)
    assert create(by, cast.handler, team=noord, submission_key=key) == made
    change(made, by)
    change(made, by)
    row = SafeguardingOfficer.objects.get()
    assert (row.employee, row.valid_until, row.version) == (cast.team_worker, TODAY, 2)
    codes = AuditEvent.objects.filter(code__startswith="officer.").order_by("pk")
    assert list(codes.values_list("code", flat=True)) == ["officer.created", "officer.changed"]
    with pytest.raises(RuleViolation, match="intussen gewijzigd"):
        change(made, by, version=1, valid_until=TODAY + DAY)


@pytest.mark.parametrize("who", ["team_worker", "team_manager", "privacy_officer"])
def test_nobody_else_keeps_it(cast, noord, who):
    with pytest.raises(PermissionDenied):
        create(getattr(cast, who), cast.handler, team=noord)
    row = OfficerFactory(team=noord)
    wanted = SafeguardingOfficer.DoesNotExist if who == "privacy_officer" else PermissionDenied
    with pytest.raises(wanted):
        change(row, getattr(cast, who))


def test_it_is_somebody_who_cares_for_one_place_and_a_period(cast, noord):
    by, ok = cast.general_manager, {"team": noord}
    for who, own, field in (
        (cast.team_worker, {}, "team"),
        (cast.team_worker, {**ok, "cluster": noord.cluster}, "team"),
        (cast.team_manager, ok, "employee"),
        (cast.city_hall_team, ok, "employee"),
        (by, ok, "employee"),
        (cast.team_worker, {**ok, "valid_until": TODAY - DAY}, "valid_until"),
    ):
        with pytest.raises(RuleViolation) as refused:
            create(by, who, **own)
        assert refused.value.field == field
    row = create(by, cast.city_social_team, cluster=noord.cluster)
    with pytest.raises(RuleViolation):
        change(row, by, valid_until=TODAY - DAY)
