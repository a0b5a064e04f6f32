"""What must hold before an absence is kept; only reads, asked with the employee locked."""

from datetime import date, timedelta

from clusters.absence.models import Absence, AbsenceKind, DayHalf
from clusters.people.models import Membership, User
from common.dutch_dates import full_date
from common.errors import RuleViolation

LONGEST = timedelta(days=366)
CORRECTION = timedelta(days=14)
"""How far back who leads the team may put something right (AF-5)."""


def must_be_current(row: Absence, version: int) -> None:
    """Not withdrawn, and as the page showed it; raises RuleViolation."""
    if row.withdrawn_at is not None:
        raise RuleViolation("Deze afwezigheid is ingetrokken.")
    if row.version != version:
        raise RuleViolation(
            f"Iemand anders wijzigde dit intussen: {row.period_text}. Kijk of het zo klopt."
        )


def check_days(first: date, last: date, half: str, today: date) -> None:
    """In order, not endless, and half a day is one day; raises RuleViolation."""
    if last < first:
        raise RuleViolation("De laatste dag ligt voor de eerste.", field="last_day")
    if half != DayHalf.WHOLE and first != last:
        raise RuleViolation("Een halve dag kan alleen op één dag.", field="half")
    if last - first > LONGEST:
        raise RuleViolation(
            "Een afwezigheid duurt hier hoogstens een jaar. Kijk de laatste dag na.",
            field="last_day",
        )
    if first > today + LONGEST:
        raise RuleViolation("De eerste dag ligt meer dan een jaar vooruit.", field="first_day")


def check_pattern(weekdays: str, valid_from: date, earliest: date, today: date) -> None:
    """A day at all, from a day that is near; raises RuleViolation."""
    if not weekdays:
        raise RuleViolation("Kies ten minste één werkdag.", field="weekdays")
    if valid_from < earliest:
        raise RuleViolation(f"Kies {full_date(earliest)} of later.", field="valid_from")
    if valid_from > today + LONGEST:
        raise RuleViolation("De dag ligt meer dan een jaar vooruit.", field="valid_from")


def earliest(by: User, employee_id: int, today: date) -> date:
    """The first day that can still be changed: today, or two weeks back for who leads (AF-5)."""
    return today if by.pk == employee_id else today - CORRECTION


def check_begin(first: date, by: User, employee_id: int, today: date) -> None:
    """Not in the past, or not too long ago; raises RuleViolation (AF-5)."""
    if first >= earliest(by, employee_id, today):
        return
    text = f"Invoeren kan tot 14 dagen terug: vanaf {full_date(today - CORRECTION)}."
    if by.pk == employee_id:
        text = "Deze dag is voorbij. Uw wijkteammanager kan tot 14 dagen terug iets invoeren."
    raise RuleViolation(text, field="first_day")


def check_end(end: date, first_possible: date) -> None:
    """What has passed stays as it was; raises RuleViolation (AF-5)."""
    if end < first_possible:
        raise RuleViolation(
            f"De laatste dag kan {full_date(first_possible)} zijn of later.", field="last_day"
        )


def must_run(employee_id: int, day: date, field: str) -> None:
    """Role and account run on ``day``; raises RuleViolation (AF-6)."""
    if not Membership.objects.running(day).filter(user=employee_id).exists():
        raise RuleViolation(
            f"Op {full_date(day)} loopt de rol of het account van deze medewerker niet. "
            "Kies een dag waarop de medewerker hier werkt.",
            field=field,
        )


def must_be_free(row: Absence) -> None:
    """Not away twice at once; raises RuleViolation that says what is there already (AF-3)."""
    rows = Absence.objects.counting().touching(row.first_day, row.last_day)
    rows = rows.filter(employee=row.employee_id).exclude(pk=row.pk)
    sick = AbsenceKind.SICK
    rows = rows.filter(kind=sick) if row.kind == sick else rows.exclude(kind=sick)
    for other in rows.order_by("first_day"):
        if DayHalf.WHOLE in (other.half, row.half) or other.half == row.half:
            raise RuleViolation(
                f"Er staat al een afwezigheid: {other.get_kind_display()}, {other.period_text}. "
                "Wijzig die, of kies andere dagen.",
                field="last_day",
            )
