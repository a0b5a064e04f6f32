"""The acts on saved views: keep one, delete one."""

from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from audit.services import record
from clusters.models import User
from common.errors import RuleViolation
from dashboards.saved.addresses import PAGES, query_of
from dashboards.saved.models import QUERY_LENGTH, SavedView

MOST = 20
TAKEN = "U hebt al een weergave met deze naam."
ENOUGH = f"U kunt {MOST} weergaven bewaren. Verwijder er eerst een."
UNKNOWN = "Deze pagina is niet te bewaren."


@transaction.atomic
def create_saved_view(*, name: str, page: str, query: str, by: User) -> SavedView:
    """Keep a page with its filters under a name; the same twice is once.

    Rules: VM-3 (only filters that are chosen, never what was typed; at most twenty).
    Raises: RuleViolation when the name is taken, the page unknown or there are enough.
    Effects: a row; two at once follow each other by ``select_for_update`` on the employee;
        audit line.
    """
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    kept = query_of(QueryDict(query).dict())[:QUERY_LENGTH]
    if page not in PAGES:
        raise RuleViolation(UNKNOWN)
    own = SavedView.objects.visible_to(by)
    earlier = own.filter(name=name).first()
    if earlier is not None:
        if (earlier.page, earlier.query) != (page, kept):
            raise RuleViolation(TAKEN)
        return earlier
    if own.count() >= MOST:
        raise RuleViolation(ENOUGH)
    facts = {"page": page, "query": kept, "created_at": timezone.now()}
    view = SavedView.objects.create(owner=by, name=name, **facts)
    record("view.saved", view, by=by)
    return view


@transaction.atomic
def delete_saved_view(*, view_id: int, by: User) -> None:
    """Delete one's own view.

    Rules: VM-3.
    Raises: SavedView.DoesNotExist for somebody else's, or when it is gone.
    Effects: the row, locked by ``select_for_update``, is gone; audit line.
    """
    view = SavedView.objects.visible_to(by).select_for_update().get(pk=view_id)
    record("view.deleted", view, by=by)
    view.delete()
