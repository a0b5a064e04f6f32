"""What a request says in words: sealed with the key of whom it is for (MB-26)."""

import json
from dataclasses import asdict
from typing import Any

from django.utils.functional import cached_property

from audit.guard import SubjectModel
from budgets.requests.models.choices import Payee
from common.sealed import SealedModel
from common.sealing import Envelope, MasterKey


class ToldRequest(SealedModel, SubjectModel):
    """The words of a request: why, who gets it, what was decided, and about the advance."""

    class Meta:
        abstract = True

    file: Any
    waakvlam: Any
    content: Any
    payment: Any

    @property
    def key(self) -> Envelope | MasterKey:
        """That of the dossier or of the waakvlam; of a team there is none but the master key."""
        if self.file is not None:
            opened: Envelope = self.file.envelope
            return opened
        return self.waakvlam.key if self.waakvlam is not None else MasterKey()

    def keep_told(self, why: str, payee: Payee, debtor_name: str) -> None:
        """Seal why, and who gets the money; the caller saves the row."""
        self.content = self.shut("content", json.dumps({"why": why, "debtor": debtor_name}))
        self.payment = self.shut("payment", json.dumps(asdict(payee)))

    @cached_property
    def told(self) -> dict[str, str]:
        """Why, and the name of the organisation that pays back."""
        words: dict[str, str] = json.loads(self.opened("content"))
        return words

    @cached_property
    def payee(self) -> Payee:
        """Who gets the money."""
        return Payee(**json.loads(self.opened("payment")))

    @property
    def decision_words(self) -> str:
        """Why it was decided so."""
        return self.opened("decision")

    @property
    def notes_words(self) -> str:
        """Why the fund refused, or why it is written off."""
        return self.opened("notes")
