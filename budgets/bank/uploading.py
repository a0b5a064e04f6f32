"""What a file of the bank is as an upload: from whom, how large, and how it may not begin."""

from budgets.bank.reading import MOST_BYTES, TOO_LARGE
from budgets.permissions import GRANTS, Action
from cases.brp.uploading import KINDS, SIXTEEN_BITS
from common import closed_uploads
from common.closed_uploads import taken

FIELD = "bank_file"
NO_FILE = "Dit is geen bankbestand maar {0}. Kies een CSV-bestand of CAMT.053 (XML)."
NOT_UTF8 = "Dit bestand is UTF-16. Sla het op als “CSV UTF-8” en probeer het opnieuw."


@taken
class BankUpload(closed_uploads.ClosedUpload):
    """A file that came in: read at once and thrown away; its own name is not kept (BI-5)."""

    field = FIELD
    place = "budgets_bankfile"

    @classmethod
    def admits(cls, user: object) -> bool:
        """The controller (BI-1)."""
        return Action.IMPORT_BANK in GRANTS.allowed_actions(user)  # type: ignore[arg-type]

    @classmethod
    def most_bytes(cls) -> int:
        """What can be read at once."""
        return MOST_BYTES

    @classmethod
    def too_large(cls) -> str:
        """With what to do then."""
        return TOO_LARGE

    @classmethod
    def begin_refused(cls, begin: bytes) -> str:
        """Refuse what cannot be text."""
        for sign, kind in KINDS.items():
            if begin.startswith(sign):
                return NO_FILE.format(kind)
        if begin.startswith(SIXTEEN_BITS):
            return NOT_UTF8
        return NO_FILE.format("iets anders") if b"\x00" in begin else ""

    @classmethod
    def name_for(cls, name: str) -> str:
        """Always the same."""
        return "bankbestand"
