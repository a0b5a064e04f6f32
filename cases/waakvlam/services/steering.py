"""Look at a waakvlam again, and hand it over."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.permissions import Action
from cases.waakvlam.agreeing import must_be_kept_by, must_be_possible
from cases.waakvlam.lifecycle import LIFECYCLE
from cases.waakvlam.locking import lock_waakvlam, must_be_newest
from cases.waakvlam.messages import given_text
from cases.waakvlam.models import Agreed, Waakvlam
from clusters.models import User
from clusters.notices.services import notify
from common.deadlines import local_day

AGREED = ["weeks", "way", "review_on", "consent", "agreed_on", "content"]


@transaction.atomic
def renew_waakvlam(
    *, waakvlam_id: int, version: int, agreed: Agreed, by: User, at: datetime | None = None
) -> Waakvlam:
    """Go on until the next review, with what is agreed from now on.

    Rules: WK-3 (a rhythm and a review that can be), WK-5 (the resident agrees), WK-10 (owner or
        deputy looks at it again), WK-13 (not from an old page).
    Raises: RuleViolation; PermissionDenied.
    Effects: the agreements, on the row locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    waakvlam, decision = lock_waakvlam(waakvlam_id, Action.KEEP_WAAKVLAM, by)
    waakvlam.state = LIFECYCLE.target("renew", waakvlam.state)
    must_be_newest(waakvlam, version)
    must_be_possible(agreed, waakvlam.resident, local_day(at))
    waakvlam.keep_agreed(agreed)
    waakvlam.version += 1
    waakvlam.save(update_fields=[*AGREED, "version"])
    record("waakvlam.renewed", waakvlam, by=by, decision=decision, fields=AGREED)
    return waakvlam


@transaction.atomic
def transfer_waakvlam(
    *,
    waakvlam_id: int,
    version: int,
    owner: User,
    deputy: User,
    by: User,
    at: datetime | None = None,
) -> Waakvlam:
    """Two of the team keep it from now on; the owner hands over, or the manager.

    Rules: WK-2 (both work in the team), WK-11 (the owner or the manager of the team), WK-13 (not
        from an old page).
    Raises: RuleViolation; PermissionDenied.
    Effects: who keeps it, on the row locked by ``select_for_update``; a notice; audit line.
    """
    at = at or timezone.now()
    waakvlam, decision = lock_waakvlam(waakvlam_id, Action.STEER_WAAKVLAM, by)
    waakvlam.state = LIFECYCLE.target("transfer", waakvlam.state)
    before, after = {waakvlam.owner_id, waakvlam.deputy_id}, {owner.pk, deputy.pk}
    if (waakvlam.owner_id, waakvlam.deputy_id) == (owner.pk, deputy.pk):
        return waakvlam
    new = (after - before) | ({owner.pk} - {waakvlam.owner_id})
    must_be_newest(waakvlam, version)
    must_be_kept_by(waakvlam.team_id, owner, deputy, local_day(at))
    waakvlam.owner, waakvlam.deputy = owner, deputy
    waakvlam.version += 1
    waakvlam.save(update_fields=["owner", "deputy", "version"])
    record("waakvlam.transferred", waakvlam, by=by, decision=decision, fields=["owner", "deputy"])
    _tell(new - {by.pk}, waakvlam, by, at)
    return waakvlam


def _tell(people: set[int], waakvlam: Waakvlam, by: User, at: datetime) -> None:
    """Who keeps it from now on, and who was the deputy until now."""
    notify(
        person_ids=people,
        text=given_text(waakvlam, by),
        url_name="waakvlam-detail",
        object_id=waakvlam.pk,
        dedup_key=f"waakvlam:{waakvlam.pk}:given:{waakvlam.version}",
        at=at,
    )
