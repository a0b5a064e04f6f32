"""Tasks and documents of the test city: none, many, over, very long, waiting and withdrawn."""

import uuid
from datetime import timedelta

from django.utils import timezone

from cases.documents.services import add_document, withdraw_document
from cases.dossiers.models import ResidentFile
from cases.dossiers.services import add_colleague
from cases.todos.models import Task
from cases.todos.services import add_task, drop_task, finish_task
from tests.factories.clusters import UserFactory
from tests.factories.documents import PDF, DocumentFactory, jpeg, upload
from tests.journeys.city import LONG_WORD, RTL, City
from tests.journeys.city_dossiers import COLLEAGUE, ME

DAY = timedelta(days=1)


def furnish(city: City) -> None:
    """In the dossiers of ``city_dossiers``; ``city.things`` knows them by name."""
    full, long = city.things["file-full"], city.things["file-long"]
    busy = city.things["file-busy"]
    for words, owner, days in (
        ("Bel de woningbouw over de drempels.", ME, 0),
        ("Vraag de huisarts om een verklaring.", COLLEAGUE, 4),
        (RTL, ME, 1),
    ):
        _task(city, full, words, owner, days)
    Task.objects.filter(pk=_task(city, full, "Stuur de folder.", ME, 0).pk).update(
        due_at=timezone.now() - 3 * DAY
    )
    own = {"file_id": full, "by": city.people[ME]}
    finish_task(task_id=_task(city, full, "Bel de zus.", ME, 0).pk, words="Zij komt.", **own)
    drop_task(task_id=_task(city, full, "Bel de school.", ME, 0).pk, words="Hoeft niet.", **own)
    city.things["task-lost"] = [full, _lost(city, full).pk]
    city.things["task-full"] = [busy, _task(city, busy, "Bel terug.", ME, 2).pk]
    _add_colleague(city, busy)
    _task(city, long, LONG_WORD[:1000], ME, 2)
    _documents(city, full, long)


def _lost(city: City, number: int) -> Task:
    """Of somebody whose account was ended."""
    task = _task(city, number, "Vraag de gemeente om een parkeerkaart.", ME, 5)
    task.owner = UserFactory(first_name="Rob", last_name="Vertrokken", is_active=False)
    task.save()
    return task


def _task(city: City, number: int, words: str, owner: str, days: int) -> Task:
    return add_task(
        submission_key=uuid.uuid4(),
        file_id=number,
        words=words,
        owner=city.people[owner],
        due_on=timezone.localdate() + days * DAY,
        ahead=0,
        by=city.people[ME],
    )


def _add_colleague(city: City, number: int) -> None:
    add_colleague(
        file_id=number,
        employee=city.people[COLLEAGUE],
        role="helper",
        until=None,
        by=city.people[ME],
    )


def _documents(city: City, full: int, long: int) -> None:
    made = [
        _document(city, full, PDF, "Brief van de huisarts.pdf", "letter"),
        _document(city, full, jpeg(), "Drempel voor.jpg", "photo"),
        _document(city, full, b"Verslag van het gesprek.", "Verslag.txt", "other"),
    ]
    _document(city, long, PDF, f"{LONG_WORD[:95]}.pdf", "letter", LONG_WORD[:1000])
    withdraw_document(
        file_id=full, document_id=made[2].pk, words="Van iemand anders.", by=city.people[ME]
    )
    file = ResidentFile.objects.get(pk=full)
    DocumentFactory(file=file, waiting=True, name="Wacht nog.pdf", added_at=timezone.now())
    DocumentFactory(file=file, infected=True, name="Factuur.pdf", added_at=timezone.now())
    city.things["document-full"] = [full, made[0].pk]


def _document(
    city: City, number: int, body: bytes, name: str, kind: str, words: str = ""
) -> object:
    with upload(body, name) as document:
        return add_document(
            submission_key=uuid.uuid4(),
            file_id=number,
            document=document,
            kind=kind,
            words=words,
            dated_on=None,
            by=city.people[ME],
        )
