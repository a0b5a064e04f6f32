"""At which meetings a dossier can be discussed; only reads (CT-5)."""

from datetime import date

from django.db.models import Q, QuerySet

from cases.conferences.models import Conference, ConferenceKind
from cases.dossiers.models import ResidentFile


def conferences_for(file: ResidentFile, day: date) -> QuerySet[Conference]:
    """Planned from today on: of the team of the dossier, and of its stadsdeel.

    A citywide team has no stadsdeel of its own and comes to every casustafel.
    """
    ours = Q(series__team=file.team_id)
    if file.team.cluster_id is None:
        ours |= Q(series__kind=ConferenceKind.DISTRICT)
    else:
        ours |= Q(series__district__clusters=file.team.cluster_id)
    rows = Conference.objects.planned().filter(ours, held_on__gte=day)
    return rows.for_list().order_by("begins_at", "pk")
