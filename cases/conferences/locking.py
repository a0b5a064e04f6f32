"""A point with its dossier, or a meeting, locked in one order: dossier, meeting, point."""

from cases.conferences.models import Conference, ConferenceItem
from cases.dossiers.models import ResidentFile
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.access import Decision
from common.errors import RuleViolation

PARTS = ("conference__series__team", "conference__series__district", "resident", "brought_by")


def lock_item(item_id: int, by: User) -> ConferenceItem:
    """First the dossier, as every act on it does, and then the point in scope.

    A guest does not see the dossier: it is locked, not read, for the line an act leaves.
    """
    scope = ConferenceItem.objects.visible_to(by)
    number = scope.values_list("file_id", flat=True).get(pk=item_id)
    file = ResidentFile.objects.select_for_update(of=("self",)).get(pk=number)
    item = scope.select_for_update(of=("self",)).select_related(*PARTS).get(pk=item_id)
    item.file = file
    return item


def lock_conference(conference_id: int, action: Action, by: User) -> tuple[Conference, Decision]:
    """The meeting in scope, locked, and why this employee may do this; PermissionDenied."""
    scope = Conference.objects.visible_to(by).for_list()
    conference = scope.select_for_update(of=("self",)).get(pk=conference_id)
    return conference, GRANTS.require(by, action, conference)


def lock_planned(conference_id: int) -> Conference:
    """A meeting that takes place, locked, to put a point on its agenda; raises RuleViolation."""
    rows = Conference.objects.for_list().select_for_update(of=("self",))
    conference = rows.get(pk=conference_id)
    if not conference.is_planned:
        raise RuleViolation("Dit overleg is al geweest of gaat niet door.", field="conference")
    return conference


def must_be_newest(row: Conference | ConferenceItem, version: int) -> None:
    """Nothing changes from an old page; raises RuleViolation."""
    if row.version != version:
        raise RuleViolation(
            "Een collega was u voor. Lees eerst wat er nu staat en bewaar dan opnieuw.",
            field="version",
        )
