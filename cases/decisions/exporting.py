"""A granted provision as a line for the backoffice: what a WMO301 message asks; only reads."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q

from cases.decisions.lifecycle import ApplicationState
from cases.decisions.models import Provision
from clusters.models import User
from common.spreadsheets import safe_cell

COLUMNS = (
    "besluit", "besluitdatum", "verzonden", "productcode", "product", "volume", "eenheid",
    "frequentie", "ingangsdatum", "einddatum", "vorm", "aanbieder_agb", "aanbieder", "levering",
    "levering_sinds", "laatste_dag", "vervangen_door", "wijzigt",
)  # fmt: skip
YEAR = timedelta(days=366)


def granted_rows(user: User, today: date) -> Iterator[tuple[int, dict[str, str]]]:
    """What was granted or ended in the last year: the resident for the trail, and a line.

    ``einddatum`` is as it was granted; ``laatste_dag`` as it is after a later decision (AB-23).
    """
    first = today - YEAR
    rows = Provision.objects.filter(
        is_granted=True,
        decision__application__state=ApplicationState.SENT,
        decision__application__desk_id__in=user.team_ids,
    ).filter(Q(decision__sent_on__gt=first) | Q(decision__replaced_by__sent_on__gt=first))
    rows = rows.select_related(
        "product",
        "provider",
        "decision__application__revises__application",
        "decision__replaced_by__application",
    )
    for line in rows.order_by("decision__sent_on", "decision__application_id", "pk"):
        yield line.resident_id, {name: safe_cell(text) for name, text in _texts(line).items()}


def _texts(line: Provision) -> dict[str, str]:
    """Each column in words or in the code the message uses."""
    decision, provider = line.decision, line.provider
    later, earlier = decision.replaced_by, decision.application.revises
    values = (
        str(decision.application), decision.decided_on, decision.sent_on, line.product.code,
        line.product.label, f"{line.volume:f}", line.product.unit, line.frequency, line.since,
        line.until, line.form, (provider.agb_code or "") if provider else "",
        provider.label if provider else "", line.delivery, line.delivery_on,
        line.last_day, later and later.application, earlier and earlier.application,
    )  # fmt: skip
    return dict(
        zip(COLUMNS, ["" if value is None else str(value) for value in values], strict=True)
    )
