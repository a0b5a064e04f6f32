"""How it stands with a Wmo question, in five phrases one may say to the resident (STA-1).

No content, no product and no name of a colleague: only the step and the day to expect.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import OuterRef, Q, QuerySet, Subquery

from cases.callbacks.models import Facts
from cases.decisions.lifecycle import RUNNING
from cases.decisions.models import Application, Decision, DecisionOutcome, TermPause, covering
from cases.intakes.models import WmoNotification
from cases.intakes.status import phrase_of
from cases.residents.models import Resident
from common.deadlines import local_day
from common.dutch_dates import letter_date

MOST_LOOKED_AT, MOST_TOLD = 200, 3
SHOWN = (
    *("state", "ground", "revision_ground", "received_on", "due_at", "promised_on"),
    *("notification", "resident"),
)
SHOWN_OF_DECISION = ("application", "resident", "outcome", "sent_on", "effective_on")


@dataclass(frozen=True)
class Phrase:
    """The number of what it is about, and the words to say."""

    reference: str
    words: str


def residents_of(facts: Facts) -> list[int]:
    """The numbers of who told these facts: a number or a postcode that fits with a name or a birth
    date (H6).

    One query for the candidates, whose rows nobody sees.
    """
    if not facts.are_enough:
        return []
    where = Q()
    if facts.phone:
        where |= Q(phone=facts.phone)
    if facts.postcode:
        where |= Q(postcode=facts.postcode)
    if facts.number:
        where |= Q(callbacks__pk=facts.number)
    rows = Resident.objects.filter(where, is_anonymous=False, merged_into=None).order_by("-pk")
    told = rows.values_list("pk", "name", "birth_date")[:MOST_LOOKED_AT]
    fitting = (pk for pk, name, birth_date in told if facts.fit(name, birth_date))
    return list(dict.fromkeys(fitting))[:MOST_TOLD]


def phrases_for(residents: Sequence[int], at: datetime) -> list[Phrase]:
    """Where each running Wmo question of these residents stands; or else the last decision.

    Two queries, for one resident and for three.
    """
    meldingen, asked = defaultdict(list), defaultdict(list)
    rows = WmoNotification.objects.open().filter(resident_id__in=residents)
    for melding in rows.order_by("-received_on", "-pk"):
        meldingen[melding.resident_id].append(melding)
    for application in _applications(residents, local_day(at)):
        asked[application.resident_id].append(application)
    return [
        phrase for each in residents for phrase in _of_resident(asked[each], meldingen[each], at)
    ]


def _of_resident(
    asked: list[Application], meldingen: list[WmoNotification], at: datetime
) -> list[Phrase]:
    running = [each for each in asked if each.state in RUNNING]
    busy = {each.notification_id for each in running}
    found = [_of_application(each, at) for each in running]
    found += [_of_melding(each, at) for each in meldingen if each.pk not in busy]
    return found or [_of_decision(each) for each in _last_decision(asked)]


def _applications(residents: Sequence[int], day: date) -> QuerySet[Application]:
    """Each with its decision, without a word of it, and until when its term stands still."""
    pauses = TermPause.objects.filter(covering(day), application=OuterRef("pk"))
    rows = Application.objects.filter(resident_id__in=residents).select_related("decision")
    rows = rows.only(*SHOWN, *(f"decision__{name}" for name in SHOWN_OF_DECISION))
    rows = rows.annotate(still_until=Subquery(pauses.values("until_on")[:1]))
    return rows.order_by("-received_on", "-pk")


def _of_melding(notification: WmoNotification, at: datetime) -> Phrase:
    """Received, or being investigated; the same words as in the confirmation."""
    words = phrase_of(notification.state, notification.due_on, local_day(at))
    return Phrase(notification.reference, words)


def _of_application(application: Application, at: datetime) -> Phrase:
    """Being decided, or waiting for what was asked."""
    today = local_day(at)
    still_until: date | None = getattr(application, "still_until")  # noqa: B009 - annotated
    if still_until is not None:
        until = letter_date(still_until)
        words = f"Wij wachten op gegevens die wij u vroegen. U heeft daarvoor tot en met {until}."
        return Phrase(application.reference, words)
    expected = _expected(application)
    if application.is_own_motion:
        return Phrase(application.reference, _of_own_motion(expected, today))
    if expected < today:
        words = (
            "Wij hebben nog niet besloten, en dat had wel gemoeten. Ik vraag de collega om u te "
            "bellen."
        )
        return Phrase(application.reference, words)
    until = letter_date(expected)
    about = "vraag om het besluit te veranderen" if application.is_revision else "aanvraag"
    return Phrase(
        application.reference, f"Wij beslissen over uw {about}. U hoort het uiterlijk {until}."
    )


def _of_own_motion(expected: date, today: date) -> str:
    """Nobody asked for it, so the day is our own norm; what we think of is not said."""
    words = "Wij kijken opnieuw naar het besluit over uw ondersteuning."
    if expected < today:
        return f"{words} Ik vraag de collega om u te bellen."
    return f"{words} U hoort het uiterlijk {letter_date(expected)}."


def _expected(application: Application) -> date:
    """The day that was promised, or else the end of the term."""
    return application.promised_on or application.due_on


REPLACED: dict[str, str] = {
    DecisionOutcome.CHANGED: "Het besluit over uw ondersteuning is gewijzigd",
    DecisionOutcome.WITHDRAWN: "Het besluit over uw ondersteuning is ingetrokken",
}


def _of_decision(decision: Decision) -> Phrase:
    """That there is a decision, and from when it holds when it takes the place of another."""
    sent = letter_date(decision.sent_on) if decision.sent_on else ""
    said = REPLACED.get(decision.outcome, "Er is een besluit")
    if decision.effective_on is not None:
        said += f" vanaf {letter_date(decision.effective_on)}"
    words = f"{said}. De brief is verstuurd op {sent}."
    return Phrase(str(decision.application), words)


def _last_decision(asked: list[Application]) -> list[Decision]:
    found = [each.decision for each in asked if hasattr(each, "decision")]
    sent = [(each.sent_on, each.application_id, each) for each in found if each.sent_on]
    return [max(sent, key=lambda each: each[:2])[-1]] if sent else []
