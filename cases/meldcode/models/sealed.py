"""What opens only with the key of its meldcode, and only in its own row (MC-6)."""

import json
from typing import Any

from audit.guard import SubjectModel
from common.sealed import SealedModel


class SealedByCode(SealedModel, SubjectModel):
    """A row sealed with the key of its meldcode, never with that of a dossier; lists too."""

    class Meta:
        abstract = True

    def shut(self, column: str, told: Any) -> bytes:
        """What to keep in a column for this; nothing for nothing."""
        return super().shut(column, json.dumps(told)) if told else b""

    def opened(self, column: str) -> Any:
        """What a column says; None when nothing was kept."""
        kept = super().opened(column)
        return json.loads(kept) if kept else None
