"""What must hold after every act, whatever was done before (issue 8).

Asked from the rows, not from the code under test.
"""

from datetime import timedelta

from django.conf import settings as site
from django.utils import timezone

from cases.dossiers.leaving import left_teams
from cases.dossiers.models import CaseDirection
from cases.dossiers.models.colleagues import ONLY_READING
from cases.handovers.lifecycle import RUNNING
from cases.models import CallbackRequest, ResidentFile
from cases.permissions import GRANTS
from cases.workload.kinds import KINDS
from cases.workload.terms import NEARLY, term_items
from clusters.cover.missing import missing_in_city
from clusters.models import Absence, Cover, Membership
from tests.cases.handout.acting import user

DAY = timedelta(days=1)
MOST_LINKS = 3


def everything_has_somebody(world):
    """One person per piece, of a team, and there, covered, or reported."""
    today = timezone.localdate()
    owners = set()
    for kind in KINDS.values():
        for owner in kind.rows().values_list(kind.person, flat=True):
            assert owner is not None or kind.model is CallbackRequest
            owners |= {owner} - {None}
    unclaimed = CallbackRequest.objects.filter(handler=None).exclude(state="closed")
    assert set(unclaimed.values_list("state", flat=True)) <= {"waiting"}
    for file in ResidentFile.objects.open():
        running = CaseDirection.objects.filter(file=file, until__isnull=True)
        assert [row.director_id for row in running] == [file.director_id]
        assert file.handovers.filter(state__in=RUNNING).count() <= 1
    here = Membership.objects.running(today).filter(team__in=world.managers)
    gone = owners - set(here.values_list("user_id", flat=True))
    assert gone <= _left_behind(world, today)
    reported = {each.person.pk for each in missing_in_city(today)}
    for owner in owners - gone:
        alone = _is_away(owner, today) and all(
            _is_away(each, today) for each in _deputies(owner, today)
        )
        is_long = alone and _days_away(owner, today) > site.COVER_WARN_AFTER_DAYS
        assert (owner in reported) == is_long, owner


def _left_behind(world, today):
    """Of whom a manager sees that the role is over and work is still there (WL-9, DS-18)."""
    now = timezone.now()
    found = {each for each, team in left_teams(today, list(world.managers))}
    listed = {
        item.person_id
        for manager in world.managers.values()
        for kind in NEARLY
        for item in term_items(user(manager), kind, "vertrokken", now)
    }
    direct = set(ResidentFile.objects.open().values_list("director", flat=True))
    return listed | (found & direct)


def rights_follow_the_relation(world):
    """Who reads and who calls: whose it is, who works along, and who minds such a desk today."""
    today = timezone.localdate()
    works = set(Membership.objects.running(today).values_list("user_id", flat=True))
    related = [(file, "read_file", _readers(file, today)) for file in ResidentFile.objects.open()]
    for call in CallbackRequest.objects.filter(state="claimed"):
        callers = {call.handler_id, *_deputies(call.handler_id, today)}
        related.append((call, "log_attempt", callers))
    for number in world.workers:
        person = user(number)
        for row, act, people in related:
            may = number in works & people
            assert (act in GRANTS.allowed_actions(person, row)) == may, (act, row, person)


def _readers(file, today):
    """The casusregisseur, who works along or reads on, and the deputies of who works (WN-7)."""
    people = {file.director_id, *_deputies(file.director_id, today)}
    for each in file.colleagues.running(today):
        people.add(each.employee_id)
        if each.role not in ONLY_READING:
            people |= set(_deputies(each.employee_id, today))
    return people


def _deputies(person, day):
    """Who minds the desk, along the chain."""
    rows = Cover.objects.filter(first_day__lte=day, last_day__gte=day, ended_at__isnull=True)
    next_of = dict(rows.values_list("employee_id", "deputy_id"))
    found = []
    while person in next_of and len(found) < MOST_LINKS:
        person = next_of[person]
        found.append(person)
    return found


def _is_away(person, day):
    rows = Absence.objects.filter(employee=person, withdrawn_at__isnull=True, half="whole")
    return rows.filter(first_day__lte=day, last_day__gte=day).exists()


def _days_away(person, today):
    """Working days in a row until today on which somebody is away."""
    count, day = 0, today
    while _is_away(person, day) or day.weekday() > 4:
        count += day.weekday() < 5
        day -= DAY
    return count
