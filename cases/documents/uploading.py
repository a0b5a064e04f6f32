"""What a document is as an upload: from whom, how large, under which name."""

from django.conf import settings

from cases.documents.checking import FIELD
from cases.documents.naming import clean_name
from cases.dossiers.models.files import WORKING_ROLES
from common import closed_uploads
from common.closed_uploads import MEGABYTE, taken


@taken
class DocumentUpload(closed_uploads.ClosedUpload):
    """A document that came in; what is in it is judged when somebody wants to keep it."""

    field = FIELD
    place = "cases_document_upload"

    @classmethod
    def admits(cls, user: object) -> bool:
        """Roles that can work in a dossier; in which one is asked later."""
        return getattr(user, "acting_role", "") in WORKING_ROLES

    @classmethod
    def most_bytes(cls) -> int:
        """As set for this installation."""
        return int(settings.DOCUMENT_MEGABYTES) * MEGABYTE

    @classmethod
    def too_large(cls) -> str:
        """With what to do then."""
        most = settings.DOCUMENT_MEGABYTES
        return f"Dit bestand is groter dan {most} MB. Maak het kleiner of splits het."

    @classmethod
    def begin_refused(cls, begin: bytes) -> str:
        """Everything may begin; the whole is looked at (``checking``)."""
        return ""

    @classmethod
    def name_for(cls, name: str) -> str:
        """Cleaned before anything else sees it."""
        return clean_name(name)
