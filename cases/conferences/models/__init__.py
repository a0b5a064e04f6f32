"""Index of the models of casusoverleg and casustafel."""

from cases.conferences.models.agreements import ItemAgreement
from cases.conferences.models.choices import (
    GUEST_ROLES,
    ConferenceKind,
    OnClosedDay,
    Rhythm,
    Topic,
    access_days,
)
from cases.conferences.models.invitations import ItemInvitation
from cases.conferences.models.items import ConferenceItem
from cases.conferences.models.meetings import Conference
from cases.conferences.models.series import ConferenceSeries
from cases.conferences.models.words import Brought, Facts, Guest, Inviting, Owner, SeriesFacts

__all__ = [
    "GUEST_ROLES",
    "Brought",
    "Conference",
    "ConferenceItem",
    "ConferenceKind",
    "ConferenceSeries",
    "Facts",
    "Guest",
    "Inviting",
    "ItemAgreement",
    "ItemInvitation",
    "OnClosedDay",
    "Owner",
    "Rhythm",
    "SeriesFacts",
    "Topic",
    "access_days",
]
