"""Work of a certain age: came and ended so many days before the Monday."""

from datetime import timedelta

from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.decisions import ApplicationFactory
from tests.factories.dossiers import FileFactory
from tests.factories.intakes import NotificationFactory, TriageFactory

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
CANARY = "Kanarieindevraag"


def callback(team, came, ended=None, **facts):
    """A request that came ``came`` days ago and, when that is given, ended so many days ago."""
    at = MONDAY - came * DAY
    end = {} if ended is None else {"closed": True, "closed_at": MONDAY - ended * DAY}
    made = CallbackFactory(team=team, question=CANARY, **end, **facts)
    type(made).objects.filter(pk=made.pk).update(registered_at=at)
    return made


def melding(team, came, ended=None, *, term=42, **facts):
    """A melding of ``came`` days ago, investigated so many days ago."""
    at = MONDAY - came * DAY
    end = {} if ended is None else {"investigated": True, "ended_at": MONDAY - ended * DAY}
    return NotificationFactory(
        team=team,
        question=CANARY,
        registered_at=at,
        received_on=at.date(),
        plan_until=at.date() + 7 * DAY,
        due_at=at.replace(hour=0) + (term + 1) * DAY,
        **end,
        **facts,
    )


def dossier(team, came, ended=None, **facts):
    """A dossier of ``came`` days ago, closed so many days ago."""
    end = {} if ended is None else {"closed": True, "ended_at": MONDAY - ended * DAY}
    return FileFactory(team=team, opened_at=MONDAY - came * DAY, **end, **facts)


def besluit(team, came, ended, *, term=14, **facts):
    """An aanvraag of ``came`` days ago whose decision went out so many days ago."""
    at = MONDAY - came * DAY
    return ApplicationFactory(
        melding=NotificationFactory(team=team, taken=True),
        sent=True,
        received_on=at.date(),
        due_at=at.replace(hour=0) + (term + 1) * DAY,
        **({"ended_at": MONDAY - ended * DAY} | facts),
    )


def triage(of, chosen, advice="", **facts):
    """A triage of a melding; another choice than the advice has its reason."""
    deviates = bool(advice) and chosen != advice
    return TriageFactory(
        notification=of,
        chosen_advice=chosen,
        advice=advice,
        deviates=deviates,
        deviation_reason="De inwoner wilde het zo." if deviates else "",
        **facts,
    )


ADVICES = ("team", "sst", "general", "informal", "team", "city_hall")


def work_of_a_year(team, handler, rows):
    """Work of every age and kind for a team."""
    callback(team, 2)
    dossier(team, 2, director=handler)
    for number in range(rows):
        came, lasts = number * 29 % 320, number * 19 % 90
        ended = came - lasts if came >= lasts else None
        callback(team, came, ended, handler=handler if ended is not None else None)
        made = melding(team, came, ended, handler=handler, confirmed_at=MONDAY)
        triage(made, ADVICES[number % 6], ADVICES[number % 4] if number % 5 else "")
        dossier(team, came, ended, director=handler)
        if ended is not None:
            besluit(team, came, ended, term=14 + number * 7 % 60)
