"""What a draft still lacks before it may be decided, and whose mandate covers it; only reads."""

from datetime import date

from cases.decisions.models import (
    GRANTING,
    REFUSING,
    REPLACING,
    Decision,
    DecisionOutcome,
    Hearing,
    PauseGround,
    Refusal,
)
from cases.decisions.replacing import ended_lines, lessens, of_replacing
from cases.decisions.terms import incomplete_until
from cases.mandates.deciding import Answer, Wanted, answer_for
from clusters.models import User


def answer_on(draft: Decision, person: User, day: date) -> Answer:
    """Whether a person may take this decision on this day, and what is lacking (AB-8).

    What ends by it asks a mandate for its product too (AB-22).
    """
    wanted = [
        Wanted(line.product, line.months, line.yearly_cents)
        if line.is_granted
        else Wanted(line.product, 0, 0)  # what is refused lasts and costs nothing
        for line in draft.provisions.all()
    ]
    wanted += [Wanted(line.product, 0, 0) for line in ended_lines(draft)]
    refuses = draft.outcome in REFUSING or lessens(draft)
    return answer_for(person, wanted, refuses=refuses, day=day)


def shortcomings(draft: Decision, today: date) -> list[str]:
    """What is not right yet, as sentences (AB-8, AB-11, AB-12, AB-23)."""
    found = []
    if today < draft.application.received_on:
        found.append("Een besluit kan niet vóór de aanvraag liggen.")
    if not draft.motivation.strip():
        found.append("Schrijf waarom u dit besluit.")
    found += of_replacing(draft, today)
    return [*found, *_of_products(draft), *_of_refusing(draft, today)]


def _of_products(draft: Decision) -> list[str]:
    """What is granted must be there, and nothing granted may stand under a refusal."""
    kept = list(draft.provisions.all())
    granted = [line for line in kept if line.is_granted]
    refused = [line for line in kept if not line.is_granted]
    found = []
    if draft.outcome in GRANTING and not granted:
        found.append("Voeg toe wat u toekent.")
    if draft.outcome not in (*GRANTING, *REPLACING) and granted:
        found.append("Er staat iets als toegekend in een afwijzing.")
    if draft.outcome == DecisionOutcome.GRANTED and refused:
        found.append("Er staat iets als geweigerd. Kies dan “gedeeltelijk toegekend”.")
    if draft.outcome == DecisionOutcome.PARTLY and not refused:
        found.append("Voeg toe wat u weigert.")
    return found


def _of_refusing(draft: Decision, today: date) -> list[str]:
    """A refusal says whether the resident was heard (AWB 4:7, and 4:8 when nobody asked for it).

    An incomplete aanvraag had time.
    """
    if draft.outcome not in REFUSING and not lessens(draft):
        return []
    if draft.outcome == DecisionOutcome.NOT_CONSIDERED:
        return _of_incomplete(draft, today)
    if draft.refusal == Refusal.INCOMPLETE:
        return ["Bij “onvolledig” hoort het besluit “niet in behandeling genomen”."]
    if not draft.hearing:
        article = "4:8" if draft.application.is_own_motion else "4:7"
        return [f"Vul in of de inwoner is gehoord (AWB {article})."]
    late = draft.hearing == Hearing.HEARD and draft.heard_on and draft.heard_on > today
    return ["Het horen ligt in de toekomst."] if late else []


def _of_incomplete(draft: Decision, today: date) -> list[str]:
    """AWB 4:5: the resident had a term to complete it, and the decision comes within four weeks."""
    asked = draft.application.pauses.filter(ground=PauseGround.INCOMPLETE)
    last = asked.order_by("-asked_on").first()
    if last is None or draft.refusal != Refusal.INCOMPLETE:
        return [
            "Niet in behandeling nemen kan alleen als u de inwoner een termijn gaf om de aanvraag "
            "aan te vullen (AWB 4:5)."
        ]
    if last.ended_on is None and today <= last.until_on:
        return [f"De inwoner kan de aanvraag nog aanvullen tot en met {last.until_on:%d-%m-%Y}."]
    if today > incomplete_until(last):
        return ["De vier weken van AWB 4:5 lid 4 zijn voorbij. Besluit over de aanvraag zelf."]
    return []
