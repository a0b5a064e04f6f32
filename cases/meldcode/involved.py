"""Who works with a resident, and may therefore open, join or take over a meldcode; only reads."""

from datetime import date
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from cases.dossiers.models import FileColleague, ResidentFile
from cases.dossiers.models.colleagues import ONLY_READING
from cases.intakes.models import WmoNotification
from cases.meldcode.models import CARING_ROLES, SafeguardingOfficer, SafetyCode
from clusters.models import Membership, Team, User


def involved(resident_id: int, day: date) -> QuerySet[User]:
    """Who works in the dossier, or else has a melding that runs; in a role that cares (MC-1)."""
    meldingen = WmoNotification.objects.open().filter(resident_id=resident_id)
    handlers = meldingen.filter(handler__isnull=False).values("handler_id")
    people = User.objects.filter(_in_file(resident_id, day) | Q(pk__in=handlers))
    return people.filter(pk__in=_caring(day).values("user_id"))


def is_involved(user: User, resident_id: int, day: date) -> bool:
    """Whether this employee may open a meldcode about this resident, in the role in effect."""
    return (
        user.acting_role in CARING_ROLES and involved(resident_id, day).filter(pk=user.pk).exists()
    )


def to_admit(code: SafetyCode, day: date) -> QuerySet[User]:
    """Who can be let in: who works in the dossier, is not inside yet and is not barred (MC-3)."""
    inside = code.colleagues.standing().values("employee_id")
    people = User.objects.filter(_in_file(code.resident_id, day))
    people = people.filter(pk__in=_caring(day).values("user_id"))
    return _named(people.exclude(pk__in=inside).exclude(pk=code.holder_id), code)


def to_succeed(code: SafetyCode, day: date) -> QuerySet[User]:
    """Who can do it from now on: who works with the resident, or an aandachtsfunctionaris."""
    officers = SafeguardingOfficer.objects.of_team(code.team, day).values("employee_id")
    there = Q(pk__in=involved(code.resident_id, day)) | Q(pk__in=officers)
    people = User.objects.filter(there, pk__in=_caring(day).values("user_id"))
    return _named(people.exclude(pk=code.holder_id), code)


def to_bar(code: SafetyCode, day: date) -> QuerySet[User]:
    """Who can be kept out: every colleague but who does it (MC-4)."""
    people = User.objects.filter(pk__in=_caring(day).values("user_id"))
    return _named(people.exclude(pk=code.holder_id), code)


def people_of(code: SafetyCode, day: date) -> QuerySet[Any]:
    """Who is inside beside who does it, and who is kept out; each with why; one query."""
    colleagues = code.colleagues.standing().values("employee_id")
    officers = SafeguardingOfficer.objects.of_team(code.team, day).values("employee_id")
    barred = code.bars.standing().values("employee_id")
    people = User.objects.filter(Q(pk__in=colleagues) | Q(pk__in=officers) | Q(pk__in=barred))
    caring = Q(pk__in=_caring(day).values("user_id"))
    return people.order_by("last_name", "first_name", "pk").annotate(
        is_colleague=_says(Q(pk__in=colleagues)),
        is_officer=_says(Q(pk__in=officers) & caring),
        is_barred=_says(Q(pk__in=barred)),
        works=_says(_in_file(code.resident_id, day) & caring),
    )


def team_of(user: User, resident_id: int, day: date) -> Team | None:
    """The team in which somebody does it: that of the dossier when they work there."""
    rows = _caring(day).filter(user=user, team__isnull=False).select_related("team").order_by("pk")
    teams = [row.team for row in rows if row.team is not None]
    files = ResidentFile.objects.open().filter(resident_id=resident_id)
    of_file = set(files.values_list("team_id", flat=True))
    return next((team for team in teams if team.pk in of_file), teams[0] if teams else None)


def officers_of(code: SafetyCode, day: date) -> set[int]:
    """The aandachtsfunctionarissen who can open it: still in a role that cares, not barred."""
    rows = SafeguardingOfficer.objects.of_team(code.team, day)
    caring = rows.filter(employee__in=_caring(day).values("user_id"))
    barred = code.bars.standing().values("employee_id")
    return set(caring.exclude(employee__in=barred).values_list("employee_id", flat=True))


def holder_of(code: SafetyCode, day: date) -> set[int]:
    """Who does it, as long as they work in the team."""
    rows = _caring(day).filter(user_id=code.holder_id, team_id=code.team_id)
    return set(rows.values_list("user_id", flat=True)[:1])


def _says(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, output_field=BooleanField())


def _caring(day: date) -> QuerySet[Membership]:
    return Membership.objects.running(day).filter(role__in=CARING_ROLES)


def _in_file(resident_id: int, day: date) -> Q:
    """Directs a dossier of the resident that runs, or works along in it; reading is not work."""
    files = ResidentFile.objects.open().filter(resident_id=resident_id)
    joined = FileColleague.objects.running(day).exclude(role__in=ONLY_READING)
    joined = joined.filter(file__in=files)
    return Q(pk__in=files.values("director_id")) | Q(pk__in=joined.values("employee_id"))


def _named(people: QuerySet[User], code: SafetyCode) -> QuerySet[User]:
    """Without who is barred, by name."""
    barred = code.bars.standing().values("employee_id")
    return people.exclude(pk__in=barred).order_by("last_name", "first_name", "pk")
