"""Tell the manager that a casusregisseur left the team (DS-18)."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Count

from cases.dossiers.leaving import left_teams
from cases.dossiers.messages import left_text
from cases.dossiers.models import ResidentFile
from cases.dossiers.models.files import WORKING_ROLES
from clusters.models import Membership, Role, Team, User
from clusters.notices.services import notify
from common.deadlines import local_day


@transaction.atomic
def remind_of_left_files(*, at: datetime) -> int:
    """Tell the managers of a team once how many dossiers somebody who left it still directs.

    Rules: DS-18 (a dossier has a casusregisseur who works in its team), T15 (exactly once for each
        time somebody leaves). A second run, or a second worker at once, finds everybody told.
    Raises: nothing.
    Effects: notices without anything about a resident; returns how many.
    """
    left = left_teams(local_day(at))
    rows = ResidentFile.objects.open().filter(director_id__in={person for person, _ in left})
    counted = rows.order_by().values_list("director_id", "team_id").annotate(Count("pk"))
    told = 0
    for director_id, team_id, count in counted:
        if (director_id, team_id) in left:
            told += _tell(director_id, team_id, count, at)
    return told


def _tell(director_id: int, team_id: int, count: int, at: datetime) -> int:
    """One notice per manager and per time somebody left; the row of the team keeps two apart."""
    team = Team.objects.select_for_update(no_key=True).get(pk=team_id)
    managers = Membership.objects.running(local_day(at)).filter(
        role=Role.TEAM_MANAGER, team_id=team_id
    )
    return notify(
        person_ids=set(managers.values_list("user_id", flat=True)),
        text=left_text(User.objects.get(pk=director_id), team, count),
        url_name="file-list",
        object_id=None,
        dedup_key=f"file-left:{team_id}:{director_id}:{_last_day(director_id, team_id)}",
        at=at,
    )


def _last_day(director_id: int, team_id: int) -> date | None:
    """Until when somebody worked there; the day alone when the account or the partner ended."""
    rows = Membership.objects.filter(user_id=director_id, team_id=team_id, role__in=WORKING_ROLES)
    return rows.order_by("-valid_from").values_list("valid_until", flat=True)[0]
