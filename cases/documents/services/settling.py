"""What the worker notes of documents: what a scanner said, and which file is not there."""

from collections.abc import Collection
from datetime import datetime
from functools import partial

from django.db import transaction

from audit.services import record
from cases.documents.lifecycle import LIFECYCLE, UNJUDGED
from cases.documents.models import Document
from cases.documents.scanning import Verdict
from cases.documents.storing import remove_bytes
from clusters.notices.services import notify

STEPS = {Verdict.CLEAN: "pass", Verdict.INFECTED: "condemn"}
FOUND = "In een document dat u toevoegde aan dossier {0} zat een virus. Het bestand is weggegooid."


@transaction.atomic
def settle_scan(*, document_id: int, verdict: Verdict, at: datetime) -> bool:
    """Note a verdict once; a second worker with the same document changes nothing.

    Rules: DC-7 (with a virus the bytes go and the row stays; who added it is told).
    Raises: nothing.
    Effects: the state; audit line; with a virus a notice, and after the commit the file is gone.
    """
    rows = Document.objects.select_related("file").select_for_update(of=("self",))
    document = rows.get(pk=document_id)
    if document.scan not in UNJUDGED:
        return False
    document.scan, document.scanned_at = LIFECYCLE.target(STEPS[verdict], document.scan), at
    document.save(update_fields=["scan", "scanned_at"])
    if verdict == Verdict.CLEAN:
        record("document.scanned", document, by=None, fields=["scan"])
        return True
    record("document.infected", document, by=None, fields=["scan"])
    notify(
        person_ids={document.added_by_id, document.file.director_id},
        text=FOUND.format(document.file),
        url_name="document-list",
        object_id=document.file_id,
        dedup_key=f"document:{document.pk}:infected",
        at=at,
    )
    transaction.on_commit(partial(remove_bytes, document.token))
    return True


@transaction.atomic
def note_missing(*, document_ids: Collection[int], found_ids: Collection[int], at: datetime) -> int:
    """Note of which documents the file is not there, and which came back (from a backup).

    Rules: DC-10 (a lost file is never silent).
    Raises: nothing.
    Effects: the moment it was first missed; the page of the worker shows it. Returns how many.
    """
    rows = Document.objects.select_for_update(of=("self",))
    rows.filter(pk__in=found_ids, missing_since__isnull=False).update(missing_since=None)
    return rows.filter(pk__in=document_ids, missing_since=None).update(missing_since=at)
