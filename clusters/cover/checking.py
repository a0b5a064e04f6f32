"""What must hold before a cover is kept; only reads, asked with one's turn (``overlap``)."""

from datetime import date

from clusters.absence.presence import Presence, presence_of
from clusters.cover.chain import MOST_LINKS, Chains, chains_of, days_of
from clusters.cover.models import LONGEST, Cover
from clusters.cover.people import can_do, roles_of
from clusters.people.models import Role, User
from common.deadlines import ONE_DAY
from common.dutch_dates import full_date
from common.errors import RuleViolation

FURTHEST = 366 * ONE_DAY


def check_days(first: date, last: date, today: date) -> None:
    """In order, not in the past, two weeks at most; raises RuleViolation (WN-3)."""
    if first < today:
        raise RuleViolation("Waarneming begint vandaag of later.", field="first_day")
    if last < first:
        raise RuleViolation("De laatste dag ligt voor de eerste.", field="last_day")
    if last - first > LONGEST:
        raise RuleViolation(
            f"Waarneming duurt hoogstens 14 dagen: t/m {full_date(first + LONGEST)}. "
            "Daarna kunt u een nieuwe regelen.",
            field="last_day",
        )
    if first > today + FURTHEST:
        raise RuleViolation("De eerste dag ligt meer dan een jaar vooruit.", field="first_day")


def must_be_another(row: Cover) -> None:
    """Nobody covers for themselves; raises RuleViolation (WN-4)."""
    if row.deputy_id == row.employee_id:
        raise RuleViolation("Niemand neemt voor zichzelf waar. Kies een collega.", field="deputy")


def must_be_free(row: Cover) -> None:
    """One cover at a time; raises RuleViolation that says what is there already (WN-4)."""
    there = Cover.objects.counting().touching(row.first_day, row.last_day)
    other = there.filter(employee=row.employee_id).select_related("deputy").first()
    if other is not None:
        raise RuleViolation(
            f"{other.deputy} neemt al waar op {other.period_text}. Beëindig dat eerst, of kies "
            "andere dagen.",
            field="first_day",
        )


def must_be_able(row: Cover, by: User) -> None:
    """The deputy holds the same roles, all those days, near enough; raises RuleViolation (WN-5)."""
    roles = roles_of(row.employee_id, row.first_day)
    if not roles:
        raise RuleViolation(
            f"Op {full_date(row.first_day)} heeft deze medewerker geen rol met eigen werk.",
            field="first_day",
        )
    for role in sorted(roles):
        held = can_do(role, row.employee_id, row.first_day, row.last_day, by)
        if not held.filter(user=row.deputy_id).exists():
            raise RuleViolation(_why_not(row, role, by), field="deputy")


def _why_not(row: Cover, role: str, by: User) -> str:
    """What is wrong with this deputy: too far away, too short a role, or another role."""
    held = can_do(role, row.employee_id, row.first_day, row.first_day, by)
    if held.filter(user=row.deputy_id).exists():
        return (
            f"De rol, het account of de overeenkomst van deze collega eindigt voor "
            f"{full_date(row.last_day)}."
        )
    label = Role(role).label.lower()
    where = "" if by.acting_role == Role.GENERAL_MANAGER else " in dit cluster"
    return f"Deze collega is geen {label}{where}, en kan dit werk niet doen."


def must_lead_to_somebody(row: Cover) -> None:
    """No circle, three links at most, and every day somebody who is there (WN-6).

    Raises RuleViolation that says on which day not.
    """
    chains = chains_of(row.first_day, row.last_day)
    people = {row.deputy_id} | {each.deputy_id for each in chains.covers}
    known = presence_of(people, row.first_day, row.last_day)
    for day in days_of(row.first_day, row.last_day):
        after = chains.after(row.deputy_id, day)
        _check_length(row, chains, after, day)
        if all(_is_away(known, each, day) for each in (row.deputy_id, *after)):
            raise RuleViolation(
                f"Deze collega is afwezig op {full_date(day)} en heeft dan zelf geen waarnemer "
                "die er is. Kies andere dagen of een andere collega.",
                field="deputy",
            )


def _check_length(row: Cover, chains: Chains, after: list[int], day: date) -> None:
    if row.employee_id in after:
        raise RuleViolation(
            f"Dat wordt een kring: op {full_date(day)} komt het werk bij deze medewerker terug.",
            field="deputy",
        )
    if chains.links_before(row.employee_id, day) + 1 + len(after) > MOST_LINKS:
        raise RuleViolation(
            f"Op {full_date(day)} zouden meer dan {MOST_LINKS} waarnemingen op elkaar volgen.",
            field="deputy",
        )


def _is_away(known: Presence, person_id: int, day: date) -> bool:
    """Away all day while the service is open and they would work (WN-6)."""
    works = known.calendar.is_working_day(day) and known.works_on(person_id, day)
    return works and known.is_away(person_id, day)
