"""What must hold before a wish is kept; only reads, asked with the cluster locked."""

from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256

from clusters.profile.models import MOST, ProfileWish
from common.dutch_dates import full_date
from common.errors import RuleViolation

FURTHEST = timedelta(days=5 * 366)
CHANGED = "Het profiel is intussen gewijzigd. Open de pagina opnieuw en kijk wat er nu gewenst is."


def check_fte(fte: Decimal) -> None:
    """Not negative, not absurd, two decimals; raises RuleViolation (TP-1)."""
    if not fte.is_finite() or not 0 <= fte <= MOST or fte != round(fte, 2):
        raise RuleViolation(
            "Vul een getal in van 0 tot en met 999,99, met hoogstens twee cijfers achter de komma.",
            field="fte",
        )


def check_days(first: date, last: date | None, today: date) -> None:
    """In order, not in the past, near enough; raises RuleViolation (TP-3)."""
    if first < today:
        raise RuleViolation(
            f"Een wens begint vandaag of later: vanaf {full_date(today)}.", field="valid_from"
        )
    if first > today + FURTHEST:
        raise RuleViolation("De eerste dag ligt meer dan vijf jaar vooruit.", field="valid_from")
    if last is not None and last < first:
        raise RuleViolation("De laatste dag ligt voor de eerste.", field="valid_until")


def must_not_reach(later: ProfileWish) -> None:
    """A wish that begins within the period stays; raises RuleViolation that says which (TP-3)."""
    raise RuleViolation(
        f"Er is al een wens {later.period_text} ({later.fte_text} fte). Kies een laatste dag "
        "voor die begint, of laat die wens eerst vervallen.",
        field="valid_until",
    )


def stand_of(cluster_id: int) -> str:
    """What is wished of a cluster at this moment, as one word; one query."""
    rows = ProfileWish.objects.filter(cluster=cluster_id).order_by("pk")
    told = list(rows.values_list("pk", "fte", "valid_from", "valid_until"))
    return sha256(repr(told).encode()).hexdigest()[:16]


def check_stand(cluster_id: int, stand: str | None) -> None:
    """Nobody changed the profile since the form was shown; ``stand`` is None without a form.

    Raises: RuleViolation.
    """
    if stand is not None and stand != stand_of(cluster_id):
        raise RuleViolation(CHANGED)
