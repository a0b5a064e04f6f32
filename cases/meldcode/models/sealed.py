"""Words that open only with the key of their meldcode, and only in their own row (MC-6)."""

import json
from typing import Any

from audit.guard import SubjectModel
from common.sealing import Envelope


class SealedByCode(SubjectModel):
    """A row that is sealed with the key of its meldcode, never with that of a dossier."""

    class Meta:
        abstract = True

    uuid: Any

    @property
    def key(self) -> Envelope:
        """The opened key."""
        raise NotImplementedError

    def shut(self, column: str, told: Any) -> bytes:
        """What to keep in a column for this; nothing for nothing."""
        if not told:
            return b""
        return self.key.seal(json.dumps(told).encode(), bound_to=self._place(column))

    def opened(self, column: str) -> Any:
        """What a column says; None when nothing was kept."""
        kept = getattr(self, column)
        if not kept:
            return None
        return json.loads(self.key.unseal(bytes(kept), bound_to=self._place(column)))

    def _place(self, column: str) -> str:
        """The one place where the words of a column open."""
        return f"{self._meta.db_table}|{column}|{self.uuid}"
