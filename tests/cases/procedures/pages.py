"""What a colleague types in the form."""

from cases.procedures.models import LegalItem

TOLD = {
    "holder_type": "1",
    "professional_name": "Van Loon",
    "organisation": "Zorggroep",
    "phone": "036 5000000",
    "received_way": "phone",
    "received_on": "2026-11-23",
    "assessed_on": "2026-11-03",
    "consent_by": "resident",
    "consent_way": "oral",
    "consent_on": "2026-11-03",
    "consent_until": "2027-11-03",
    "question": "Ik wil hulp in huis.",
    "known_wonen": "Kan de trap niet op.",
    "mine": "on",
    **{f"item_{item}": "on" for item in LegalItem.values},
}
