"""Who visits the ledger: a controller at the pages of a year with many entries."""

from datetime import UTC, datetime
from typing import Any

from bench.ledger import ensure_ledger
from bench.sessions import cookie_of


def ledger_targets(worker: Any, per_callback: int) -> dict[str, dict[str, Any]]:
    """The overview, the entries of the pot, a list of late advances and the jaarrekening."""
    from django.utils import timezone  # noqa: PLC0415 - after setup

    from cases.models import CallbackRequest  # noqa: PLC0415
    from clusters.models import Role  # noqa: PLC0415

    year = timezone.localdate().year
    general, controller = (
        _member(worker, role) for role in (Role.GENERAL_MANAGER, Role.CONTROLLER)
    )
    people = {"general": general.user, "worker": worker.user, "team": worker.team}
    entries = CallbackRequest.objects.count() * per_callback
    pot = ensure_ledger(people, year, entries, datetime(year, 1, 1, 9, tzinfo=UTC))
    pages = {
        "ledger": "/maatwerkbudget/",
        "ledger-entries": f"/maatwerkbudget/potten/{pot.pk}/boekingen/",
        "ledger-ageing": "/maatwerkbudget/aanvragen/?selectie=open&ouderdom=4",
        "ledger-statement": f"/maatwerkbudget/jaren/{year}/",
    }
    cookie = cookie_of(controller)
    return {page: {"cookie": cookie, "paths": [path]} for page, path in pages.items()}


def _member(worker: Any, role: Any) -> Any:
    """Somebody with this role, made when the city has nobody."""
    from clusters.models import Membership, User  # noqa: PLC0415 - after setup

    rows = Membership.objects.filter(role=role).select_related("user").order_by("pk")
    if not rows.exists():
        person, _ = User.objects.get_or_create(username=f"bench-{role}")
        facts = {"organisation": worker.organisation, "valid_from": worker.valid_from}
        Membership.objects.create(user=person, role=role, **facts)
    return rows[0]
