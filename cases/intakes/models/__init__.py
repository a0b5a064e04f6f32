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
from cases.intakes.models.triage import Triage, TriageRule, TriageVersion

__all__ = [
    "SELECTIONS",
    "AdviceAnswer",
    "AdviceChannel",
    "AdviceContact",
    "BellKind",
    "BellState",
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
    "Triage",
    "TriageRule",
    "TriageVersion",
    "WmoNotification",
    "ZrmDomain",
    "ZrmLevel",
]
