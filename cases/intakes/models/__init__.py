"""Index of the models of the melding."""

from cases.intakes.models.advice import AdviceAnswer, AdviceChannel, AdviceContact
from cases.intakes.models.beside import (
    BellKind,
    BellState,
    NotificationAct,
    NotificationReminder,
    NotificationStep,
)
from cases.intakes.models.domains import LifeDomain, ZrmDomain, ZrmLevel
from cases.intakes.models.letters import ConfirmationLetter, LetterWay
from cases.intakes.models.lists import IntakeNorm, LetterLine, NormCode
from cases.intakes.models.notifications import (
    NotificationChannel,
    Reporter,
    WmoNotification,
)
from cases.intakes.models.selections import SELECTIONS
from cases.intakes.models.support import (
    SUPPORT_ORGANISATION,
    ClientSupport,
    SupportChoice,
    SupportKind,
    SupportRequest,
    supports,
    works_on,
)
from cases.intakes.models.triage import Triage, TriageRule, TriageVersion

__all__ = [
    "SELECTIONS",
    "SUPPORT_ORGANISATION",
    "AdviceAnswer",
    "AdviceChannel",
    "AdviceContact",
    "BellKind",
    "BellState",
    "ClientSupport",
    "ConfirmationLetter",
    "IntakeNorm",
    "LetterLine",
    "LetterWay",
    "LifeDomain",
    "NormCode",
    "NotificationAct",
    "NotificationChannel",
    "NotificationReminder",
    "NotificationStep",
    "Reporter",
    "SupportChoice",
    "SupportKind",
    "SupportRequest",
    "Triage",
    "TriageRule",
    "TriageVersion",
    "WmoNotification",
    "ZrmDomain",
    "ZrmLevel",
    "supports",
    "works_on",
]
