import pytest
from django.core.exceptions import PermissionDenied

from clusters.models import Role
from clusters.permissions import EVERYBODY, GRANTS, MAINTAINER, Action, require
from tests.factories import MembershipFactory, UserFactory


def test_every_role_and_no_other_is_in_the_table():
    assert set(GRANTS.table) == set(Role.values)


def test_only_the_application_manager_maintains():
    only = MAINTAINER - EVERYBODY - {Action.SEE_OPERATIONS}
    more = {role for role, acts in GRANTS.table.items() if acts & only}

    assert len(only) == 8
    assert more == {Role.APPLICATION_MANAGER}


@pytest.mark.django_db
def test_somebody_without_a_role_may_nothing():
    with pytest.raises(PermissionDenied):
        require(UserFactory(), Action.SEE_CLUSTERS)


@pytest.mark.django_db
def test_the_reason_of_a_grant_names_role_and_act():
    colleague = MembershipFactory(role=Role.LIAISON).user

    assert require(colleague, Action.SEE_WHO_IS_WHO).rule == "liaison:see_who_is_who"
