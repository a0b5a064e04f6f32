"""Index of the models of talks and reports."""

from cases.talks.models.cards import CardState, TalkAgreement, TalkCard
from cases.talks.models.domains import LifeDomain, ZrmDomain, ZrmLevel
from cases.talks.models.reports import (
    InvestigationReport,
    Reaction,
    ReportVersion,
    Signature,
    Signer,
)
from cases.talks.models.talks import KitchenTableTalk, Place, TalkColleague

__all__ = [
    "CardState",
    "InvestigationReport",
    "KitchenTableTalk",
    "LifeDomain",
    "Place",
    "Reaction",
    "ReportVersion",
    "Signature",
    "Signer",
    "TalkAgreement",
    "TalkCard",
    "TalkColleague",
    "ZrmDomain",
    "ZrmLevel",
]
