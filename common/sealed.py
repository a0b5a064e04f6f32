"""Words that open only with the key of what they belong to, in their own row (security 5)."""

from typing import Any
from uuid import UUID

from django.db import models

from common.sealing import Envelope, MasterKey


class SealedModel(models.Model):
    """A row whose words are sealed; ``key`` is that of the thing it belongs to."""

    class Meta:
        abstract = True

    uuid: Any

    @property
    def key(self) -> Envelope | MasterKey:
        """The opened key."""
        raise NotImplementedError

    def shut(self, column: str, words: str) -> bytes:
        """What to keep in a column for these words; nothing for none."""
        if not words:
            return b""
        return self.key.seal(words.encode(), bound_to=self.place(self.uuid, column))

    def opened(self, column: str) -> str:
        """The words of a column; empty when nothing was kept, or when it was emptied."""
        kept = getattr(self, column)
        if not kept:
            return ""
        return self.key.unseal(bytes(kept), bound_to=self.place(self.uuid, column)).decode()

    @classmethod
    def place(cls, row: UUID, column: str) -> str:
        """The one place where the words of a column open."""
        return f"{cls._meta.db_table}|{column}|{row}"
