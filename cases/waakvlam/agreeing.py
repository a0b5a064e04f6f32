"""What may be agreed about a waakvlam and who may keep it; only reads (WK-2 to WK-5)."""

from datetime import date, timedelta

from django.db.models import QuerySet

from cases.residents.models import Consent, Resident
from cases.residents.models.consents import Giver
from cases.waakvlam.models import LONGEST, SHORTEST, Agreed, Waakvlam
from clusters.models import Membership, Role, User
from common.errors import RuleViolation

WEEKS_FAULT = f"Kies een aantal weken van {SHORTEST} tot en met {LONGEST}."
REVIEW_FAULT = "Kies een dag na vandaag, hoogstens twaalf maanden vooruit."
NOT_HERE = "Deze collega werkt vandaag niet als wijkwerker in dit team."
SAME_PERSON = "Kies als vervanger iemand anders."
NO_AGREEMENT = "Leg vast dat de inwoner het goed vindt: kies een toestemming, of vul de dag in."
TWICE_AGREED = "Kies een toestemming of vul een dag in, niet allebei."
GONE = "Deze inwoner is overleden."
TOO_FAR = f"Kies een dag binnen {LONGEST} weken."
STOPPED = {
    "overleden": "Deze inwoner is overleden. Beëindig de waakvlam.",
    "toestemming geldt niet meer": "De toestemming van de inwoner geldt niet meer. Stel de "
    "afspraken bij, of beëindig de waakvlam.",
}


def workers_of(team_id: int, day: date) -> QuerySet[User]:
    """The wijkwerkers of a team on a day, by name."""
    running = Membership.objects.running(day).filter(role=Role.TEAM_WORKER, team_id=team_id)
    people = User.objects.filter(pk__in=running.values("user_id"))
    return people.order_by("last_name", "first_name", "pk")


def consents_of(resident: Resident, day: date) -> QuerySet[Consent]:
    """Those that somebody gave and that are in force; another ground is no consent (H11)."""
    rows = Consent.objects.in_force(resident, day).exclude(given_by=Giver.NOBODY)
    return rows.select_related("recipient_kind").order_by("-valid_from", "-pk")


def last_review_day(day: date) -> date:
    """Twelve months after a day; of 29 February the last day of the month."""
    leap_day = (day.month, day.day) == (2, 29)
    return date(day.year + 1, 2, 28) if leap_day else day.replace(year=day.year + 1)


def must_be_kept_by(team_id: int, owner: User, deputy: User, day: date) -> None:
    """Two wijkwerkers of the team (WK-2); raises RuleViolation."""
    if owner.pk == deputy.pk:
        raise RuleViolation(SAME_PERSON, field="deputy")
    there = set(workers_of(team_id, day).values_list("pk", flat=True))
    for field, person in (("owner", owner), ("deputy", deputy)):
        if person.pk not in there:
            raise RuleViolation(NOT_HERE, field=field)


def must_be_possible(agreed: Agreed, resident: Resident, day: date) -> None:
    """A rhythm, an agreement and a review that can be (WK-3 to WK-5); raises RuleViolation."""
    if resident.deceased_on is not None:
        raise RuleViolation(GONE)
    if not SHORTEST <= agreed.weeks <= LONGEST:
        raise RuleViolation(WEEKS_FAULT, field="weeks")
    if not day < agreed.review_on <= last_review_day(day):
        raise RuleViolation(REVIEW_FAULT, field="review_on")
    _must_be_agreed(agreed, resident, day)


def must_be_ahead(day: date, first: date, *, field: str) -> None:
    """A contact is not before the first day, nor further away than the longest rhythm."""
    if day < first:
        raise RuleViolation(f"Kies een dag vanaf {first:%d-%m-%Y}.", field=field)
    if day > first + timedelta(weeks=LONGEST):
        raise RuleViolation(TOO_FAR, field=field)


def must_be_wanted(waakvlam: Waakvlam) -> None:
    """Nobody goes to who died or does not agree any more (WK-5); raises RuleViolation."""
    if waakvlam.stopped:
        raise RuleViolation(STOPPED[waakvlam.stopped])


def _must_be_agreed(agreed: Agreed, resident: Resident, day: date) -> None:
    if agreed.consent is None and agreed.agreed_on is None:
        raise RuleViolation(NO_AGREEMENT, field="agreed_on")
    if agreed.consent is not None and agreed.agreed_on is not None:
        raise RuleViolation(TWICE_AGREED, field="agreed_on")
    if agreed.agreed_on is not None and agreed.agreed_on > day:
        raise RuleViolation("Deze dag is nog niet geweest.", field="agreed_on")
    if agreed.consent is None:
        return
    if not consents_of(resident, day).filter(pk=agreed.consent.pk).exists():
        raise RuleViolation("Deze toestemming geldt vandaag niet.", field="consent")
