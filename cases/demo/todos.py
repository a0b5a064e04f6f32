"""Tasks and short notes in the dossiers of the demo city (GES-4)."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from cases.demo.talks import NAMESPACE
from cases.documents.services import add_document
from cases.documents.uploading import DocumentUpload
from cases.dossiers.models import ResidentFile
from cases.todos.services import add_task, finish_task
from common.deadlines import local_day

TASKS = (  # what, and in how many days
    ("Bel de woningbouw over de drempels.", 0),
    ("Vraag de huisarts, met toestemming, hoe het met de medicijnen gaat.", 3),
    ("Plan een huisbezoek samen met de zoon.", 9),
)
DONE = "De buurvrouw is gebeld en doet mee."
LETTER = """Beste collega,

Op verzoek van de inwoner bevestig ik dat traplopen niet meer veilig gaat.
Een kopie van deze brief is aan de inwoner gegeven.

Met vriendelijke groet,
de fysiotherapeut
"""


def create_todos(*, now: datetime) -> None:
    """Three tasks in each dossier, one of them done, and a letter."""
    for file in ResidentFile.objects.open().select_related("director").order_by("pk"):
        _tasks(file, now)
        upload = DocumentUpload.of("Brief van de fysiotherapeut.txt", LETTER.encode())
        with upload:
            add_document(
                submission_key=_key(file, "letter"),
                file_id=file.pk,
                document=upload,
                kind="letter",
                words="Meegekregen bij het gesprek.",
                dated_on=local_day(now) - timedelta(days=6),
                by=file.director,
                at=now,
            )


def _tasks(file: ResidentFile, now: datetime) -> None:
    own: dict[str, Any] = {"file_id": file.pk, "by": file.director, "at": now}
    for number, (words, days) in enumerate(TASKS):
        add_task(
            submission_key=_key(file, f"task-{number}"),
            words=words,
            owner=file.director,
            due_on=local_day(now) + timedelta(days=days),
            ahead=0,
            **own,
        )
    done = add_task(
        submission_key=_key(file, "task-done"),
        words="Bel de buurvrouw.",
        owner=file.director,
        due_on=local_day(now),
        ahead=0,
        **own,
    )
    finish_task(task_id=done.pk, words=DONE, **own)


def _key(file: ResidentFile, what: str) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, f"{file.uuid}:{what}")
