"""A granted provision as a line for the backoffice: what a WMO301 message asks; only reads."""

from collections.abc import Iterator
from datetime import date, timedelta

from cases.decisions.lifecycle import ApplicationState
from cases.decisions.models import Provision
from clusters.models import User

COLUMNS = (
    "besluit", "besluitdatum", "verzonden", "productcode", "product", "volume", "eenheid",
    "frequentie", "ingangsdatum", "einddatum", "vorm", "aanbieder_agb", "aanbieder", "levering",
    "levering_sinds",
)  # fmt: skip
YEAR = timedelta(days=366)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def granted_rows(user: User, today: date) -> Iterator[tuple[int, dict[str, str]]]:
    """What was granted in the last year: the resident for the trail, and a line without them."""
    rows = Provision.objects.filter(
        is_granted=True,
        decision__application__state=ApplicationState.SENT,
        decision__application__desk_id__in=user.team_ids,
        decision__sent_on__gt=today - YEAR,
    )
    rows = rows.select_related("product", "provider", "decision__application")
    for line in rows.order_by("decision__sent_on", "pk"):
        yield line.resident_id, {name: _safe(text) for name, text in _texts(line).items()}


def _texts(line: Provision) -> dict[str, str]:
    """Each column in words or in the code the message uses."""
    decision, provider = line.decision, line.provider
    values = (
        str(decision.application), decision.decided_on, decision.sent_on, line.product.code,
        line.product.label, f"{line.volume:f}", line.product.unit, line.frequency, line.since,
        line.until, line.form, (provider.agb_code or "") if provider else "",
        provider.label if provider else "", line.delivery, line.delivery_on,
    )  # fmt: skip
    return dict(
        zip(COLUMNS, ["" if value is None else str(value) for value in values], strict=True)
    )


def _safe(text: str) -> str:
    """A cell that a spreadsheet does not take for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
