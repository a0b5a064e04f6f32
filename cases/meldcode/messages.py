"""What a notice says: a number and a day, never what it is or about whom (MC-5, design 6)."""

from cases.meldcode.models import SafetyCode
from clusters.models import User
from common.templatetags.screen import dutch_date


def admitted_text(code: SafetyCode, by: User) -> str:
    """For a colleague who was let in."""
    return f"{by} geeft u toegang tot {code}."


def given_text(code: SafetyCode, by: User) -> str:
    """For who does it from now on."""
    return f"{by} draagt {code} aan u over."


def late_text(code: SafetyCode) -> str:
    """When the day is over."""
    return f"{code} zou verdergaan op {dutch_date(code.next_on)}. Kies wat er nu gebeurt."


def closed_text(code: SafetyCode) -> str:
    """When the dossier was closed meanwhile."""
    return f"Bij {code} is het dossier afgesloten. {code} loopt door."


def parted_text(code: SafetyCode) -> str:
    """When who does it works in the dossier no more."""
    return f"Bij {code} werkt u niet meer in het dossier. Bekijk of u {code} overdraagt."
