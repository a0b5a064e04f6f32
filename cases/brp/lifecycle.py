"""The states of an extract that was uploaded. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class UploadState(TextChoices):
    """Where an uploaded extract stands."""

    UPLOADED = "uploaded", "Geüpload"
    CHECKED = "checked", "Gecontroleerd"
    IMPORTING = "importing", "Importeren"
    DONE = "done", "Klaar"
    FAILED = "failed", "Mislukt"
    CANCELLED = "cancelled", "Afgebroken"


S = UploadState
WORK_STATES = (S.UPLOADED, S.IMPORTING)
"""In which a worker has something to do."""
LIVE_STATES = (S.UPLOADED, S.CHECKED, S.IMPORTING)
"""In which there is a closed file."""

LIFECYCLE = Lifecycle(
    UploadState,
    Step("check", "Controleren", {S.UPLOADED}, S.CHECKED, why="UT-1: all of it before a line"),
    Step("start", "Inlezen", {S.CHECKED}, S.IMPORTING, why="UT-5: somebody read the report"),
    Step("finish", "Afronden", {S.IMPORTING}, S.DONE, why="UT-1: with the last line, in one act"),
    Step("fail", "Mislukken", {*WORK_STATES}, S.FAILED, why="UT-1: it cannot be read at all"),
    Step("cancel", "Afbreken", {*LIVE_STATES}, S.CANCELLED, why="UT-6: not wanted any more"),
    Step("expire", "Weggooien", {*LIVE_STATES}, S.CANCELLED, why="UT-6: nothing stays over a day"),
)
