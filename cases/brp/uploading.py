"""What an extract is as an upload: from whom, how large, and how it may not begin (UT-6)."""

from django.conf import settings

from cases.brp.models import file_place, key_place
from cases.permissions import GRANTS, Action
from common import closed_uploads
from common.closed_uploads import MEGABYTE, taken

FIELD = "extract"
NO_CSV = "Dit is geen CSV-bestand maar {0}. Kies het uittreksel als “CSV UTF-8”."
KINDS = {  # how a file begins, and what it is then
    b"PK\x03\x04": "een zip- of Excel-bestand",
    b"\xd0\xcf\x11\xe0": "een Excel-bestand",
    b"\xff\xd8\xff": "een foto",
    b"\x89PNG": "een foto",
    b"GIF8": "een foto",
    b"%PDF": "een PDF",
    b"\x1f\x8b": "een zip-bestand",
}
SIXTEEN_BITS = (b"\xff\xfe", b"\xfe\xff")


@taken
class ClosedUpload(closed_uploads.ClosedUpload):
    """An extract that came in; its own name is not kept, because people put names in it."""

    field = FIELD
    key_place = staticmethod(key_place)  # type: ignore[assignment]  # the row asks them too
    file_place = staticmethod(file_place)  # type: ignore[assignment]

    @classmethod
    def admits(cls, user: object) -> bool:
        """The Wmo-team (UT-5)."""
        return Action.IMPORT_EXTRACT in GRANTS.allowed_actions(user)  # type: ignore[arg-type]

    @classmethod
    def most_bytes(cls) -> int:
        """As set for this installation."""
        return int(settings.BRP_UPLOAD_MEGABYTES) * MEGABYTE

    @classmethod
    def too_large(cls) -> str:
        """With what to do then."""
        return f"Dit bestand is groter dan {settings.BRP_UPLOAD_MEGABYTES} MB. Splits het."

    @classmethod
    def begin_refused(cls, begin: bytes) -> str:
        """Refuse what cannot be text."""
        for sign, kind in KINDS.items():
            if begin.startswith(sign):
                return NO_CSV.format(kind)
        if b"\x00" in begin and not begin.startswith(SIXTEEN_BITS):
            return NO_CSV.format("iets anders")
        return ""

    @classmethod
    def name_for(cls, name: str) -> str:
        """Always the same."""
        return "uittreksel.csv"
