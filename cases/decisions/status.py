"""How it stands with a Wmo question, in five phrases one may say to the resident (STA-1).

No content, no product and no name of a colleague: only the step and the day to expect.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from cases.callbacks.models import Facts
from cases.decisions.lifecycle import RUNNING
from cases.decisions.models import Application, Decision, standing_still
from cases.intakes.lifecycle import NotificationState
from cases.intakes.models import WmoNotification
from cases.residents.models import Resident
from common.deadlines import local_day
from common.dutch_dates import letter_date

MOST_LOOKED_AT, MOST_TOLD = 200, 3


@dataclass(frozen=True)
class Phrase:
    """The number of what it is about, and the words to say."""

    reference: str
    words: str


def residents_of(facts: Facts) -> list[Resident]:
    """Who told these facts: a number or a postcode that fits with a name or a birth date (H6).

    One query for the candidates, whose rows nobody sees; the answer is a second one.
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
    fitting = {pk for pk, name, birth_date in told if facts.fit(name, birth_date)}
    return list(Resident.objects.filter(pk__in=fitting).order_by("-pk")[:MOST_TOLD])


def phrases_for(resident: Resident, at: datetime) -> list[Phrase]:
    """Where each running Wmo question of a resident stands; and the last decision."""
    meldingen = resident.notifications.open().order_by("-received_on", "-pk")
    rows = Application.objects.filter(resident=resident).prefetch_related("pauses")
    applications = list(rows.exclude(state="withdrawn").order_by("-received_on", "-pk"))
    found = [_of_application(each, at) for each in applications if each.state in RUNNING]
    busy = {each.notification_id for each in applications if each.state in RUNNING}
    found += [_of_melding(each, at) for each in meldingen if each.pk not in busy]
    return found or [_of_decision(each) for each in _last_decision(resident)]


def _of_melding(notification: WmoNotification, at: datetime) -> Phrase:
    """Received, or being investigated."""
    until = letter_date(notification.due_on)
    if notification.state == NotificationState.RECEIVED:
        words = f"Uw melding is bij ons binnen. Uiterlijk {until} is ons onderzoek klaar."
    elif notification.due_on >= local_day(at):
        words = f"Wij bekijken samen met u wat nodig is. Dat is uiterlijk {until} klaar."
    else:
        words = (
            "Ons onderzoek is nog niet klaar, en dat had wel gemoeten. U mag nu meteen een "
            "aanvraag doen."
        )
    return Phrase(notification.reference, words)


def _of_application(application: Application, at: datetime) -> Phrase:
    """Being decided, or waiting for what was asked."""
    today = local_day(at)
    pause = standing_still(application, today)
    if pause is not None:
        until = letter_date(pause.until_on)
        words = f"Wij wachten op gegevens die wij u vroegen. U heeft daarvoor tot en met {until}."
        return Phrase(application.reference, words)
    expected = _expected(application)
    if expected < today:
        words = (
            "Wij hebben nog niet besloten, en dat had wel gemoeten. Ik vraag de collega om u te "
            "bellen."
        )
        return Phrase(application.reference, words)
    until = letter_date(expected)
    return Phrase(
        application.reference, f"Wij beslissen over uw aanvraag. U hoort het uiterlijk {until}."
    )


def _expected(application: Application) -> date:
    """The day that was promised, or else the end of the term."""
    return application.promised_on or application.due_on


def _of_decision(decision: Decision) -> Phrase:
    sent = letter_date(decision.sent_on) if decision.sent_on else ""
    words = f"Er is een besluit. De brief is verstuurd op {sent}."
    return Phrase(str(decision.application), words)


def _last_decision(resident: Resident) -> list[Decision]:
    rows = Decision.objects.filter(resident=resident, sent_on__isnull=False)
    return list(rows.select_related("application").order_by("-sent_on", "-pk")[:1])
