"""What happens to a resident in other rooms, as it stands on the line of the dossier (DS-11).

The code is that of the audit trail: whatever is recorded under it leaves a line in the dossier that
runs. The rooms below stand here; a room above says it itself with ``also_hear``.
"""

from collections.abc import Mapping

from cases.dossiers.models.kinds import LineKind

EVENTS: dict[str, tuple[LineKind, str]] = {
    "callback.registered": (LineKind.CALLBACK, "Terugbelverzoek vastgelegd"),
    "callback.attempted": (LineKind.CALLBACK, "Gebeld voor een terugbelverzoek"),
    "callback.closed": (LineKind.CALLBACK, "Terugbelverzoek afgesloten"),
    "callback.cancelled": (LineKind.CALLBACK, "Terugbelverzoek ingetrokken"),
    "callback.reopened": (LineKind.CALLBACK, "Terugbelverzoek heropend"),
    "contact.ended": (LineKind.CONTACT, "Contact met het klantcontactcentrum"),
    "notification.registered": (LineKind.MELDING, "Melding vastgelegd"),
    "notification.confirmed": (LineKind.MELDING, "Melding bevestigd"),
    "notification.triaged": (LineKind.MELDING, "Triage vastgelegd"),
    "notification.completed": (LineKind.MELDING, "Onderzoek afgerond"),
    "notification.withdrawn": (LineKind.MELDING, "Melding ingetrokken"),
    "notification.dropped": (LineKind.MELDING, "Melding zonder vervolg"),
    "talk.planned": (LineKind.TALK, "Keukentafelgesprek gepland"),
    "talk.held": (LineKind.TALK, "Keukentafelgesprek begonnen"),
    "talk.concluded": (LineKind.TALK, "Keukentafelgesprek afgerond"),
    "talk.cancelled": (LineKind.TALK, "Keukentafelgesprek afgezegd"),
    "report.sent": (LineKind.REPORT, "Verslag verstuurd"),
    "report.reacted": (LineKind.REPORT, "Reactie op het verslag"),
    "report.signed": (LineKind.REPORT, "Verslag ondertekend"),
}
PAGES = {
    LineKind.CALLBACK: "callback-detail",
    LineKind.MELDING: "notification-detail",
    LineKind.TALK: "talk-detail",
    LineKind.REPORT: "report-detail",
    LineKind.RELATED: "file-detail",
    LineKind.UNRELATED: "file-detail",
}
"""Where the page of what happened is; for whom it opens, that room says."""


def also_hear(kind: LineKind, page: str, events: Mapping[str, str]) -> None:
    """Let acts of a room above leave lines: their codes with how they read, and their page."""
    EVENTS.update({code: (kind, title) for code, title in events.items()})
    PAGES[kind] = page
