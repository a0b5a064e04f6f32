"""Several texts of one row, sealed together with the key of the dossier."""

import json

from django.utils.functional import cached_property

from cases.dossiers.models import SealedByFile


class ToldByFile(SealedByFile):
    """A row with more than one text: which there are is the business of the row itself."""

    class Meta:
        abstract = True

    def tell(self, **texts: str) -> None:
        """Replace these texts and keep the others; an empty one goes. The caller saves the row."""
        kept = {name: text for name, text in (self.said | texts).items() if text}
        self.keep(json.dumps(kept))
        self.__dict__["said"] = kept

    @cached_property
    def said(self) -> dict[str, str]:
        """What was written, by name; empty texts are left out."""
        found: dict[str, str] = json.loads(self.words) if self.content else {}
        return found
