"""The planned lines as lines of a file, with every version; only reads."""

from collections.abc import Iterable, Iterator

from budgets.joint.comparing import Comparison
from budgets.joint.models import PlannedLine
from common.money import written
from common.spreadsheets import safe_cell
from common.templatetags.screen import dutch_date, dutch_datetime

COLUMNS = (
    "jaar", "status", "partner", "kostensoort", "soort_ondersteuning", "bedrag", "fte", "bron",
    "datum_bron", "toelichting", "versie", "geldt_nu", "vervallen", "na_vaststellen", "reden",
    "door", "op", "systeem_weet", "herkomst", "verschil",
)  # fmt: skip


def lines_of(compared: Comparison, versions: Iterable[PlannedLine]) -> Iterator[list[str]]:
    """A line per version; what is known stands beside the one that holds now."""
    beside = {row.line.pk: row.beside for row in compared.rows()}
    for row in versions:
        known = beside.get(row.pk)
        cells = (
            str(row.budget.year), row.budget.get_state_display(), str(row.partner), str(row.kind),
            row.get_support_display(), written(row.amount_cents), row.fte, row.source,
            dutch_date(row.decided_on), row.note, str(row.number), _yes(known is not None),
            _yes(row.is_dropped), _yes(row.after_adoption), row.reason, str(row.by),
            dutch_datetime(row.at), known.known if known else "", known.source if known else "",
            known.difference if known else "",
        )  # fmt: skip
        yield [safe_cell(cell) for cell in cells]


def _yes(is_so: bool) -> str:
    return "ja" if is_so else "nee"
