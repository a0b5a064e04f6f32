"""Many rows in one statement are the same rows as Django would write."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.forms.models import model_to_dict

from audit.models import AuditEvent
from common.inserting import MANY, insert_many

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 23, 9, 0, 0, 123456, tzinfo=UTC)
WORDS = ("", "Ünï \"'\\ {}", "%s <script>", "regel\nregel\t€")


def event(number: int) -> AuditEvent:
    """One with something in every sort of column."""
    return AuditEvent(
        uuid=uuid.UUID(int=number + 1),
        at=AT + timedelta(microseconds=number),
        code="ledger.posted",
        action="C",
        actor_id=None if number % 2 else 2**53 + number,
        purpose=WORDS[number % len(WORDS)],
        request_id=None if number % 3 else uuid.UUID(int=number),
        fields=["a", 'b"', *WORDS] if number % 2 else [],
        source_version="1",
        kid="k",
        mac=bytes([number % 256]) * 32,
    )


def read_back() -> list[dict[str, Any]]:
    rows = AuditEvent.objects.order_by("uuid")
    editable = [model_to_dict(row) for row in rows]
    return [
        {**each, "uuid": row.uuid, "mac": bytes(row.mac), "id": None}
        for each, row in zip(editable, rows, strict=True)
    ]


def test_the_rows_are_those_of_django():
    with transaction.atomic():
        AuditEvent.objects.bulk_create(event(number) for number in range(2 * MANY))
        expected = read_back()
        transaction.set_rollback(True)
    assert AuditEvent.objects.count() == 0
    insert_many(event(number) for number in range(2 * MANY))
    assert read_back() == expected


def test_each_gets_its_own_key_in_the_order_given():
    made = insert_many([event(number) for number in reversed(range(2 * MANY))])
    assert [row.pk for row in made] == sorted(row.pk for row in made)
    for row in made:
        assert AuditEvent.objects.get(pk=row.pk).uuid == row.uuid
        assert not row._state.adding


def test_many_cost_one_statement(django_assert_num_queries: Any):
    with django_assert_num_queries(1 if connection.vendor == "postgresql" else 2):
        insert_many(event(number) for number in range(MANY))


@pytest.mark.parametrize("many", [0, 1, MANY - 1])
def test_few_are_written_too(many: int):
    assert len(insert_many(event(number) for number in range(many))) == many
    assert AuditEvent.objects.count() == many


def test_a_refused_row_refuses_all():
    rows = [*(event(number) for number in range(MANY)), event(0)]
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_many(rows)
    assert AuditEvent.objects.count() == 0
