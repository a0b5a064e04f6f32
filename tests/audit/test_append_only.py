"""Attacks on the trail: 14 on PostgreSQL, 12 on SQLite; each is refused, the last is noticed."""

from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import F

from audit import append_only
from audit.models import AuditEvent, AuditSeal, AuditSubject
from audit.services import seal_trail
from audit.verification import verify
from tests.factories.audit import act, acts

pytestmark = pytest.mark.django_db

EVENT = "audit_auditevent"
COLUMNS = ", ".join(field.column for field in AuditEvent._meta.concrete_fields)
COPY = COLUMNS.replace("actor_login", "'ander'")
NEW_UUID = COPY.replace("uuid", "'0190a000-0000-7000-8000-000000000000'")

BOTH = {
    "update": f"UPDATE {EVENT} SET actor_login = 'ander'",
    "delete": f"DELETE FROM {EVENT}",
    "update of residents": "UPDATE audit_auditsubject SET resident_id = 99",
    "delete of residents": "DELETE FROM audit_auditsubject",
    "update of a seal": "UPDATE audit_auditseal SET count = 0",
    "delete of a seal": "DELETE FROM audit_auditseal",
    "upsert": f"INSERT INTO {EVENT} ({COLUMNS}) SELECT {COPY} FROM {EVENT} WHERE true"
    " ON CONFLICT (id) DO UPDATE SET actor_login = 'ander'",
}
POSTGRES = {
    **BOTH,
    "truncate": f"TRUNCATE {EVENT}, audit_auditsubject",
    "truncate cascade": f"TRUNCATE {EVENT} CASCADE",
    "truncate of seals": "TRUNCATE audit_auditseal RESTART IDENTITY",
    "update as replica": "SET LOCAL session_replication_role = replica;"
    f" UPDATE {EVENT} SET actor_login = 'ander'",
    "delete as replica": f"SET LOCAL session_replication_role = replica; DELETE FROM {EVENT}",
    "merge": f"MERGE INTO {EVENT} e USING (SELECT 1) s ON true"
    " WHEN MATCHED THEN UPDATE SET actor_login = 'ander'",
    "change inside a select": f"WITH gone AS (DELETE FROM {EVENT} RETURNING *) SELECT * FROM gone",
}
AS_APPLICATION = {
    "disable the trigger": f"ALTER TABLE {EVENT} DISABLE TRIGGER ALL",
    "drop the trigger": f"DROP TRIGGER {EVENT}_no_change ON {EVENT}",
    "replace the function": "CREATE OR REPLACE FUNCTION audit_refuse_change() RETURNS trigger"
    " LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
    "drop the table": f"DROP TABLE {EVENT} CASCADE",
    "rule instead": f"CREATE RULE gone AS ON INSERT TO {EVENT} DO INSTEAD NOTHING",
    "become a replica": "SET session_replication_role = replica",
    "update": f"UPDATE {EVENT} SET actor_login = 'ander'",
    "truncate": f"TRUNCATE {EVENT} CASCADE",
}
SQLITE = {
    **BOTH,
    "insert or replace by number": f"INSERT OR REPLACE INTO {EVENT} ({COLUMNS})"
    f" SELECT {NEW_UUID} FROM {EVENT} LIMIT 1",
    "insert or replace by uuid": f"INSERT OR REPLACE INTO {EVENT} ({COLUMNS})"
    f" SELECT {COPY.replace('id,', 'id + 1000,', 1)} FROM {EVENT} LIMIT 1",
    "replace of residents": "REPLACE INTO audit_auditsubject (id, event_id, resident_id)"
    " SELECT id + 1000, event_id, resident_id FROM audit_auditsubject",
    "replace of a seal": "REPLACE INTO audit_auditseal SELECT * FROM audit_auditseal",
    "update or replace": f"UPDATE OR REPLACE {EVENT} SET actor_login = 'ander'",
}


@pytest.fixture
def trail() -> Any:
    """Three sealed lines, and what they look like."""
    acts(3)
    connection.check_constraints()  # TRUNCATE does not wait for pending checks
    seal_trail(at=AuditEvent.objects.order_by("-id")[0].at)
    return contents()


def contents() -> Any:
    return [
        list(model.objects.order_by("id").values_list())
        for model in (AuditEvent, AuditSubject, AuditSeal)
    ]


def attack(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.postgres
@pytest.mark.parametrize("name", POSTGRES)
def test_attack_on_postgres_is_refused_even_to_the_owner(trail, name):
    with pytest.raises(DatabaseError, match="append-only"):
        attack(POSTGRES[name])

    assert contents() == trail


@pytest.mark.postgres
@pytest.mark.parametrize("name", AS_APPLICATION)
def test_attack_on_postgres_is_refused_to_the_application_role(trail, name):
    attack("CREATE ROLE wijkteams_test_app")
    attack("GRANT USAGE ON SCHEMA public TO wijkteams_test_app")
    attack(f"GRANT SELECT, INSERT ON {', '.join(append_only.TABLES)} TO wijkteams_test_app")

    with pytest.raises(DatabaseError, match=r"permission denied|must be owner"):
        attack(f"SET LOCAL ROLE wijkteams_test_app; {AS_APPLICATION[name]}")

    assert contents() == trail


@pytest.mark.sqlite
@pytest.mark.parametrize("name", SQLITE)
def test_attack_on_sqlite_is_refused(trail, name):
    with pytest.raises(DatabaseError, match="append-only"):
        attack(SQLITE[name])

    assert contents() == trail


def test_attack_through_the_models_is_refused(trail):
    for act_of_harm in (
        lambda: AuditEvent.objects.update(actor_login="ander"),
        lambda: AuditEvent.objects.filter(code="callback.claimed").update(id=F("id") + 100),
        lambda: AuditSeal.objects.all().delete(),
        lambda: AuditEvent.objects.order_by("id")[0].save(),
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            act_of_harm()

    assert contents() == trail


@pytest.mark.parametrize("table", append_only.TABLES)
def test_owner_who_takes_a_trigger_off_is_noticed(trail, table):
    suffix = "change" if connection.vendor == "postgresql" else "update"
    on_table = f" ON {table}" if connection.vendor == "postgresql" else ""

    attack(f"DROP TRIGGER {table}_no_{suffix}{on_table}")

    assert verify().tampered == [
        f"De beveiliging tegen wijzigen ontbreekt in de database: {table}_no_{suffix}."
    ]


@pytest.mark.postgres
def test_owner_who_lets_replicas_pass_is_noticed(trail):
    attack(f"ALTER TABLE {EVENT} ENABLE TRIGGER {EVENT}_no_change")

    assert append_only.missing(connection) == [f"{EVENT}_no_change"]


def test_all_triggers_are_there_after_the_migrations():
    assert append_only.missing(connection) == []


def test_lock_can_be_taken_off_and_put_back():
    append_only.remove(connection)
    assert len(append_only.missing(connection)) == (6 if connection.vendor == "postgresql" else 12)

    append_only.install(connection)
    assert append_only.missing(connection) == []


@pytest.mark.django_db(transaction=True)
def test_flush_outside_the_tests_is_refused():
    act()

    with pytest.raises(Exception, match="flush"):
        call_command("flush", interactive=False, verbosity=0)

    assert AuditEvent.objects.count() == 1
