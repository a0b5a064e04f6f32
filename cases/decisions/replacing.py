"""What a decision that changes or withdraws another does to it, and what it lacks; only reads.

The earlier decision is not rewritten: what it granted ends the day before, by what stands here.
"""

from datetime import date

from cases.decisions.models import (
    REPLACING,
    Decision,
    DecisionOutcome,
    Provision,
    RevisionGround,
)


def outcomes_for(draft: Decision) -> tuple[DecisionOutcome, ...]:
    """What can be decided: a revision changes or withdraws; only a request can be refused."""
    application = draft.application
    refused = (DecisionOutcome.REFUSED, DecisionOutcome.NOT_CONSIDERED)
    if application.is_own_motion:
        return REPLACING
    if application.is_revision:
        return (*REPLACING, *refused)
    return (DecisionOutcome.GRANTED, DecisionOutcome.PARTLY, *refused)


def ended_lines(decision: Decision) -> list[Provision]:
    """What the earlier decision granted and what ends by this one."""
    earlier, day = decision.application.revises, decision.effective_on
    if earlier is None or day is None:
        return []
    granted = [line for line in earlier.provisions.all() if line.is_granted]
    return [line for line in granted if line.until is None or line.until >= day]


def earliest_day(decision: Decision, today: date) -> date:
    """The first day on which it can hold (AB-23).

    Back in time only when what the resident told was wrong (WMO 2.3.10 lid 1 onder a), and to the
    day of a request that the resident made; never to before the decision that it changes.
    """
    application = decision.application
    first = today
    if application.revision_ground == RevisionGround.REQUEST:
        first = application.received_on
    if application.revision_ground == RevisionGround.WRONG_FACTS:
        first = date.min
    earlier = application.revises
    if earlier is None:
        return first
    began = [line.since for line in earlier.provisions.all() if line.is_granted]
    return max(first, earlier.effective_on or min(began, default=first))


def too_early(decision: Decision, today: date) -> list[str]:
    """That the day lies before the first that can be; announced later than decided counts too."""
    first = earliest_day(decision, today)
    if decision.effective_on is None or decision.effective_on >= first:
        return []
    return [f"Dit besluit kan niet eerder ingaan dan {first:%d-%m-%Y}."]


def of_replacing(draft: Decision, today: date) -> list[str]:
    """What is not right yet in a decision that changes or withdraws another (AB-23)."""
    if draft.outcome not in REPLACING or draft.effective_on is None:
        return []
    found = too_early(draft, today)
    if not ended_lines(draft):
        found.append("Op die dag loopt er niets meer uit het eerdere besluit.")
    lines = list(draft.provisions.all())
    if draft.outcome == DecisionOutcome.WITHDRAWN and lines:
        found.append("Bij intrekken horen geen producten. Haal ze weg, of kies “gewijzigd”.")
    if any(line.is_granted and line.since < draft.effective_on for line in lines):
        found.append("Wat u toekent, begint op of na de dag waarop dit besluit ingaat.")
    return found


def lessens(draft: Decision) -> bool:
    """Whether it takes something from the resident, or may: then it asks a mandate to refuse.

    What nobody asked for does, to be on the safe side; so does a request that is not wholly met.
    """
    if draft.outcome not in REPLACING:
        return False
    refused = any(not line.is_granted for line in draft.provisions.all())
    return draft.application.is_own_motion or refused
