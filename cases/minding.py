"""What goes along when somebody covers for a colleague: told to the room of cover (WN-1)."""

from django.utils import timezone

from cases.models import (
    Application,
    CallbackRequest,
    KitchenTableTalk,
    MatchRequest,
    ResidentFile,
    Signal,
    Task,
    Waakvlam,
    WmoNotification,
)
from clusters.cover.along import WorkKind, goes_along

KINDS = (
    WorkKind(
        "terugbelverzoek",
        "terugbelverzoeken",
        lambda: CallbackRequest.objects.selected("open", timezone.now()),
        "handler",
    ),
    WorkKind("melding", "meldingen", lambda: WmoNotification.objects.open(), "handler"),
    WorkKind(
        "gesprek", "gesprekken", lambda: KitchenTableTalk.objects.live(), "notification__handler"
    ),
    WorkKind("aanvraag", "aanvragen", lambda: Application.objects.running(), "handler"),
    WorkKind("dossier", "dossiers", lambda: ResidentFile.objects.open(), "director"),
    WorkKind("taak", "taken", lambda: Task.objects.open(), "owner"),
    WorkKind("waakvlam", "waakvlammen", lambda: Waakvlam.objects.running(), "owner"),
    WorkKind("signaal", "signalen", lambda: Signal.objects.running(), "handler"),
    WorkKind(
        "gevraagde match",
        "gevraagde matches",
        lambda: MatchRequest.objects.running(),
        "coordinator",
    ),
)

for kind in KINDS:
    goes_along(kind)
