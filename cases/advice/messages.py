"""What a notice about an adviesvraag says: who and which number, never about whom (design 6)."""

from cases.advice.models import AdviceRequest
from clusters.models import User


def asked_text(advice: AdviceRequest) -> str:
    """For the colleague who is asked."""
    return f"{advice.asked_by} vraagt u advies ({advice})."


def answered_text(advice: AdviceRequest) -> str:
    """For who waits for the answer."""
    return f"Er is antwoord op adviesvraag {advice}."


def withdrawn_text(advice: AdviceRequest, by: User) -> str:
    """For the colleague who was asked."""
    return f"{by} trok adviesvraag {advice} in."


def late_text(advice: AdviceRequest) -> str:
    """For who must answer, once the term is over."""
    return f"Adviesvraag {advice} wacht nog op uw antwoord. De termijn is voorbij."


def waiting_text(advice: AdviceRequest, *, is_open: bool) -> str:
    """For who waits, once the term is over."""
    if not is_open:
        return f"Op adviesvraag {advice} komt geen antwoord: de collega kan die niet meer lezen."
    return f"Op adviesvraag {advice} is nog geen antwoord. De termijn is voorbij."
