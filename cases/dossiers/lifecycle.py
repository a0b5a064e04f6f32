"""The states of a dossier. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class FileState(TextChoices):
    """Where a dossier stands."""

    OPEN = "open", "Lopend"
    CLOSED = "closed", "Afgesloten"


S = FileState

LIFECYCLE = Lifecycle(
    FileState,
    Step("write", "Opschrijven", {S.OPEN}, S.OPEN, why="DS-7: a closed dossier changes no more"),
    Step("close", "Afsluiten", {S.OPEN}, S.CLOSED, why="DS-6: when every question has an outcome"),
)
