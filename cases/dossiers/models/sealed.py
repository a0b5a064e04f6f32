"""Words that open only with the key of their dossier, and only in their own row (security 5)."""

import uuid
from typing import Any

from django.utils.functional import cached_property

from audit.guard import SubjectModel
from cases.dossiers.models.files import ResidentFile


class SealedByFile(SubjectModel):
    """A row whose words are sealed with the key of the dossier it belongs to."""

    class Meta:
        abstract = True

    file: ResidentFile
    content: bytes | memoryview

    def keep(self, words: str) -> None:
        """Seal the words; the caller saves the row."""
        self.content = self.shut("content", words)
        self.__dict__.pop("words", None)

    @cached_property
    def words(self) -> str:
        """What was written; empty when nothing was."""
        return self.opened("content")

    def shut(self, column: str, words: str) -> bytes:
        """What to keep in a column for these words; they open in that column only."""
        return self.file.envelope.seal(words.encode(), bound_to=self._place(column))

    def opened(self, column: str) -> str:
        """The words of a column; empty when nothing was kept."""
        kept = getattr(self, column)
        if not kept:
            return ""
        return self.file.envelope.unseal(bytes(kept), bound_to=self._place(column)).decode()

    @classmethod
    def opened_from(cls, file: ResidentFile, seal_id: uuid.UUID, content: Any) -> str:
        """The words of a row of which only these columns were read."""
        if not content:
            return ""
        name = f"{cls._meta.db_table}|content|{seal_id}"
        return file.envelope.unseal(bytes(content), bound_to=name).decode()

    def _place(self, column: str) -> str:
        return f"{self._meta.db_table}|{column}|{self.seal_id}"

    @property
    def seal_id(self) -> uuid.UUID:
        """What tells this row from every other one, before it is saved."""
        key: uuid.UUID = self.pk
        return key
