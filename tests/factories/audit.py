"""Residents and visits for tests of the trail itself, and lines made the way services make them."""

from typing import Any, ClassVar

from django.db import connection, models, transaction
from django.test.utils import isolate_apps

from audit.guard import SubjectModel
from audit.services import record

with isolate_apps("audit"):

    class Person(SubjectModel):
        """A resident; the table exists only while a test runs."""

        name = models.CharField(max_length=80)

        class Meta:
            app_label = "audit"
            db_table = "test_person"

    class Visit(SubjectModel):
        """Something about a resident, or about nobody we know."""

        audit_resident_field: ClassVar[str] = "person"
        person = models.ForeignKey(Person, models.DO_NOTHING, null=True)
        note = models.CharField(max_length=80)

        class Meta:
            app_label = "audit"
            db_table = "test_visit"


def create_person_tables() -> None:
    """Make the two tables."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE test_person (id bigint PRIMARY KEY, name varchar(80))")
        cursor.execute(
            "CREATE TABLE test_visit (id bigint PRIMARY KEY, person_id bigint, note varchar(80))"
        )


def drop_person_tables() -> None:
    """Take them away, for tests that commit."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS test_visit")
        cursor.execute("DROP TABLE IF EXISTS test_person")


def people(count: int) -> list[Person]:
    """So many residents, each with a name no page may leak."""
    return Person.objects.bulk_create(
        Person(pk=number, name=f"kanarie-{number}") for number in range(1, count + 1)
    )


def act(code: str = "callback.claimed", *subjects: Any, by: Any = None, **more: Any) -> None:
    """One act of some service."""
    with transaction.atomic():
        record(code, *subjects, by=by, **more)


def acts(count: int) -> None:
    """So many separate acts, each about one resident."""
    for number in range(1, count + 1):
        act("callback.claimed", Person(pk=number))
