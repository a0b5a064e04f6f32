"""The words of a request for cliëntondersteuning: how to reach somebody, no more (OCO-1)."""

from datetime import date

from cases.intakes.letter import Content
from cases.intakes.models import ClientSupport, LetterLine, WmoNotification
from common.dutch_dates import letter_date

SAFE = "Neem voor het eerste contact met ons op. Wij vertellen hoe u deze inwoner veilig bereikt."


def support_request_of(notification: WmoNotification, support: ClientSupport, day: date) -> Content:
    """The letter to the cliëntondersteuning, dated ``day``; no question, no health, no secret."""
    lines = dict(LetterLine.objects.in_use().values_list("code", "label"))
    return {
        "to": [support.get_kind_display()],
        "date": letter_date(day),
        "subject": "Verzoek om onafhankelijke cliëntondersteuning",
        "reference": notification.reference,
        "salutation": "Geachte lezer,",
        "sections": [
            {
                "title": "",
                "paragraphs": [
                    "Een inwoner wil graag hulp van een onafhankelijke cliëntondersteuner. De "
                    "inwoner vindt het goed dat u deze gegevens krijgt. Wilt u contact opnemen?"
                ],
            },
            {"title": "De inwoner", "paragraphs": _reach(notification)},
        ],
        "closing": [
            str(notification.handler or ""),
            str(notification.team),
            lines.get("afzender", ""),
            lines.get("telefoon", ""),
        ],
    }


def _reach(notification: WmoNotification) -> list[str]:
    """Name and how to reach somebody; through us when that is not safe or not open."""
    resident = notification.resident
    if resident.must_be_read_first:
        return [str(resident), SAFE]
    phones = [number for number in (resident.phone, resident.other_phone) if number]
    lines = [str(resident), *[f"Telefoon: {number}" for number in phones]]
    if resident.email:
        lines.append(f"E-mail: {resident.email}")
    if not resident.address_secret and resident.address_line:
        lines.append(f"Adres: {resident.address_line}")
    return lines if len(lines) > 1 else [*lines, SAFE]
