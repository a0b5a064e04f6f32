"""Words that open only with the key of their aanvraag, and only in their own row (security 5)."""

import uuid

from audit.guard import SubjectModel
from cases.decisions.models.applications import Application


class SealedByApplication(SubjectModel):
    """A row whose words are sealed with the key of the aanvraag it belongs to."""

    class Meta:
        abstract = True

    application: Application
    seal_id: uuid.UUID

    def seal_in(self, column: str, words: str) -> None:
        """Seal the words in a column; the caller saves the row. Empty stays empty."""
        sealed = self.application.envelope.seal(words.encode(), bound_to=self._name_of(column))
        setattr(self, column, sealed if words else b"")

    def opened(self, column: str) -> str:
        """What was written in a column; empty when nothing was."""
        sealed = bytes(getattr(self, column))
        if not sealed:
            return ""
        bound_to = self._name_of(column)
        return self.application.envelope.unseal(sealed, bound_to=bound_to).decode()

    def _name_of(self, column: str) -> str:
        return f"{self._meta.db_table}|{column}|{self.seal_id}"
