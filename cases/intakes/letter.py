"""The words of the confirmation letter, as data that can be frozen; plain Dutch (B1).

It points out what the law asks: that the melding was received, the persoonlijk plan with its day
(WMO 2.3.2 lid 2), free independent support for resident and mantelzorger (lid 3), and the end of
the six weeks. It never holds an address of somebody whose address is secret.
"""

import hashlib
import json
from datetime import date
from typing import Any

from cases.intakes.lifecycle import NotificationState
from cases.intakes.models import LetterLine, Reporter, WmoNotification
from cases.intakes.status import phrase_of
from cases.residents.models import Resident
from common.dutch_dates import letter_date

Content = dict[str, Any]
URGENT = "Er is spoed. Daarom kijken wij meteen of er tijdelijk hulp nodig is."
WHAT_HAPPENS = (
    "Wij maken een afspraak met u voor een gesprek. Samen bekijken wij wat u nodig heeft, wat u "
    "zelf kunt en wie u kan helpen. Uw mantelzorger mag erbij zijn. Na het gesprek krijgt u een "
    "verslag."
)


def confirmation_of(notification: WmoNotification, day: date) -> Content:
    """The letter about this melding, dated ``day``."""
    lines = dict(LetterLine.objects.in_use().values_list("code", "label"))
    sender, phone = lines.get("afzender", ""), lines.get("telefoon", "")
    support = lines.get("clientondersteuning", "")
    received = letter_date(notification.received_on)
    return {
        "to": address_of(notification.resident),
        "date": letter_date(day),
        "subject": f"Bevestiging van uw melding van {received}",
        "reference": notification.reference,
        "salutation": f"{notification.resident.salutation},",
        "sections": [
            *_received(notification, received, day),
            *_rights(notification, phone, support),
            {
                "title": "Uw gegevens",
                "paragraphs": [
                    "Wij gebruiken uw gegevens om uw melding te onderzoeken. U mag vragen welke "
                    "gegevens wij van u hebben, en fouten laten verbeteren."
                ],
            },
            {
                "title": "Vragen?",
                "paragraphs": [f"Bel {phone} en noem het nummer {notification.reference}."],
            },
        ],
        "closing": [str(notification.handler or ""), str(notification.team), sender],
    }


def stamp_of(content: Content) -> str:
    """A short digest: the page sends it back to say which letter it showed."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]


def address_of(resident: Resident) -> list[str]:
    """Name and address; of a secret address only the name."""
    lines = [str(resident)]
    if not resident.address_secret and resident.address_line:
        lines.append(resident.address_line)
    return lines


def _received(notification: WmoNotification, received: str, day: date) -> list[Content]:
    """That we received it, what happens now, and when to expect it: as the KCC says it (STA-1).

    The letter is read when the melding is confirmed, so it says what is true from then on.
    """
    own = notification.reported_by == Reporter.RESIDENT
    who = "u ons gemeld" if own else "iemand namens u gemeld"
    first = (
        f"Op {received} heeft {who} dat u hulp of ondersteuning nodig heeft. Met deze brief "
        "bevestigen wij dat wij uw melding hebben ontvangen."
    )
    urgent = [URGENT] if notification.is_urgent else []
    until = phrase_of(NotificationState.CONFIRMED, notification.due_on, day)
    if notification.due_on >= day:
        until += " Is het dan niet klaar? Dan mag u meteen een aanvraag doen."
    return [
        {"title": "", "paragraphs": [first, *urgent]},
        {"title": "Wat gaan wij doen?", "paragraphs": [WHAT_HAPPENS, until]},
    ]


def _rights(notification: WmoNotification, phone: str, support: str) -> list[Content]:
    """What a resident may count on before the investigation."""
    return [
        {
            "title": "Gratis hulp van een onafhankelijke cliëntondersteuner",
            "paragraphs": [
                "U en uw mantelzorger kunnen gratis hulp krijgen van een onafhankelijke "
                "cliëntondersteuner. Die staat naast u, denkt met u mee en kan bij het gesprek "
                f"zijn. Wilt u dat? Bel {phone} en vraag naar {support}.",
            ],
        },
        {
            "title": "Uw eigen plan",
            "paragraphs": [
                "U mag zelf opschrijven welke hulp u nodig heeft en hoe u die wilt krijgen. Dat "
                "heet een persoonlijk plan. Wij gebruiken uw plan bij het onderzoek. U kunt het "
                f"inleveren tot en met {letter_date(notification.plan_until)}.",
            ],
        },
    ]
