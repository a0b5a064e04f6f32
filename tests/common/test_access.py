"""The engine that reads the grant tables: default no, scope before grant, the reason kept."""

from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied

from common.access import Decision, Grants

TABLE = Grants(
    {
        "worker": frozenset({"see"}),
        "manager": frozenset({"see", "close"}),
        "owner": frozenset({"close", "call"}),
    }
)


class Record:
    """Something with a scope, without a database: ``seen_by`` and ``owners`` are role names."""

    pk = 1

    def __init__(self, *, seen_by=(), owners=()):
        rows = SimpleNamespace(exists=lambda: False)
        found = SimpleNamespace(exists=lambda: True)
        self.owners = owners
        type(self).objects = SimpleNamespace(
            visible_to=lambda user: SimpleNamespace(
                filter=lambda pk: found if user.acting_role in seen_by else rows
            )
        )

    def relations_to(self, user):
        return frozenset({"owner"}) if user.acting_role in self.owners else frozenset()


def person(role, **extra):
    return SimpleNamespace(pk=1, acting_role=role, **extra)


def test_a_role_gets_its_line_of_the_table_and_nothing_else():
    assert TABLE.allowed_actions(person("worker")) == {"see"}
    assert TABLE.allowed_actions(person("manager")) == {"see", "close"}


@pytest.mark.parametrize("role", ["", "stranger", "owner-to-be"])
def test_an_unknown_role_gets_nothing(role):
    assert TABLE.allowed_actions(person(role)) == frozenset()


def test_out_of_scope_gives_nothing_whatever_the_role():
    record = Record(seen_by=(), owners=("manager",))

    assert TABLE.allowed_actions(person("manager"), record) == frozenset()


def test_a_relation_adds_its_own_line():
    record = Record(seen_by=("worker",), owners=("worker",))

    assert TABLE.allowed_actions(person("worker"), record) == {"see", "close", "call"}


def test_require_says_by_which_line_and_relation():
    own = Record(seen_by=("worker", "manager"), owners=("worker",))

    assert TABLE.require(person("worker"), "call", own) == Decision("owner:call", "owner")
    assert TABLE.require(person("manager"), "close", own) == Decision("manager:close", "scope")
    assert TABLE.require(person("manager"), "close") == Decision("manager:close", "")


def test_require_refuses_what_no_line_grants():
    record = Record(seen_by=("worker",))

    with pytest.raises(PermissionDenied):
        TABLE.require(person("worker"), "close", record)


def test_a_superuser_opens_nothing():
    boss = person("worker", is_superuser=True, is_staff=True)

    with pytest.raises(PermissionDenied):
        TABLE.require(boss, "close")
