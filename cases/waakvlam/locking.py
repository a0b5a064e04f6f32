"""One waakvlam under a lock, as every act on it begins; inside a transaction."""

from cases.permissions import GRANTS, Action
from cases.waakvlam.models import Waakvlam
from clusters.models import User
from common.access import Decision
from common.errors import RuleViolation

PARTS = ("resident", "team", "owner", "deputy", "consent", "ended_by")


def lock_waakvlam(waakvlam_id: int, action: Action, by: User) -> tuple[Waakvlam, Decision]:
    """The waakvlam in scope, locked, and why this employee may do this; PermissionDenied."""
    scope = Waakvlam.objects.visible_to(by).select_related(*PARTS)
    waakvlam = scope.select_for_update(of=("self",)).get(pk=waakvlam_id)
    return waakvlam, GRANTS.require(by, action, waakvlam)


def must_be_newest(waakvlam: Waakvlam, version: int) -> None:
    """Nothing changes from an old page (WK-13); raises RuleViolation that says how it stands."""
    if version == waakvlam.version:
        return
    day = waakvlam.next_on
    raise RuleViolation(
        "Een collega was u voor. Het volgende contact staat nu op "
        f"{day:%d-%m-%Y}, bij {waakvlam.owner}. Klopt wat u invulde nog? Bewaar het dan opnieuw.",
        field="version",
    )
