"""Extracts of the test city, one in every state, by somebody of the Wmo-team."""

from datetime import timedelta

from django.utils import timezone

from cases.brp.lifecycle import UploadState
from cases.brp.progress import Progress
from cases.models import BrpFault
from tests.cases.brp.extracts import anja, extract
from tests.factories.brp import checked_upload, upload_of
from tests.journeys.city import City

ME = "city_hall_team"
MANY = 120


def furnish(city: City) -> None:
    """``city.things`` knows the uploads by name."""
    by, body = city.people[ME], extract(anja())
    at = timezone.now() - timedelta(minutes=5)
    made = {
        "extract-waiting": upload_of(by, body, uploaded_at=at),
        "extract-checked": checked_upload(by, body, uploaded_at=at, lines=5000, faulty=MANY),
        "extract-right": upload_of(
            by, body, uploaded_at=at, state=UploadState.CHECKED, lines=4200, faulty=0
        ),
        "extract-importing": checked_upload(by, body, uploaded_at=at, state="importing"),
        "extract-done": checked_upload(by, b"", uploaded_at=at, state="done"),
        "extract-failed": upload_of(
            by,
            b"",
            uploaded_at=at,
            state="failed",
            refusal="Regel 2 is geen UTF-8. Sla het bestand op als “CSV UTF-8” en probeer opnieuw.",
        ),
        "extract-cancelled": upload_of(by, b"", uploaded_at=at, state="cancelled"),
    }
    running = made["extract-importing"]
    Progress(running).tell(running.size * 2 // 5)
    city.things |= {name: upload.pk for name, upload in made.items()}
    BrpFault.objects.bulk_create(
        BrpFault(
            upload=made["extract-checked"],
            line=40 * number + 4,
            column="geslachtsnaam_partner",
            reason="Bij een voorvoegsel hoort een naam.",
        )
        for number in range(MANY)
    )
