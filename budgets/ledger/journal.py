"""The entries as lines of a file; only reads, and no name or number of a resident (M14)."""

from collections.abc import Iterator

from django.db.models import QuerySet

from budgets.ledger.models import Entry, Pot
from clusters.models import User
from common.money import written
from common.spreadsheets import safe_cell
from common.templatetags.screen import dutch_datetime

COLUMNS = (
    "boeking", "tijdstip", "pot", "jaar", "soort", "debet", "credit", "bedrag", "kenmerk",
    "draait_terug", "medewerker",
)  # fmt: skip


def entries_for(user: User) -> QuerySet[Entry]:
    """Those of the pots this employee sees, the newest first."""
    seen = Pot.objects.visible_to(user)
    rows = Entry.objects.filter(pot__in=seen.order_by().values("pk"))
    return rows.select_related("pot__cluster", "debit", "credit", "by", "reverses")


def lines_for(user: User) -> Iterator[list[str]]:
    """A line per entry, each cell safe for a spreadsheet."""
    for row in entries_for(user).order_by("at", "pk").iterator(chunk_size=1000):
        cells = (
            str(row), dutch_datetime(row.at), str(row.pot), str(row.year), row.get_kind_display(),
            row.debit.get_kind_display(), row.credit.get_kind_display(), written(row.amount_cents),
            str(row.reference or ""), str(row.reverses or ""), str(row.by or "systeem"),
        )  # fmt: skip
        yield [safe_cell(cell) for cell in cells]
