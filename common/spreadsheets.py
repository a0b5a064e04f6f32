"""Text for a spreadsheet that nobody's input can turn into a formula, and a workbook of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

FORMULA = ("=", "+", "-", "@", "\t", "\r")
EUROS = "#,##0.00"
NARROW, WIDE = 16, 40

Cell = str | int | Decimal


@dataclass(frozen=True)
class Sheet:
    """One table: its name, its headings and its rows; a Decimal is an amount in euros."""

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def safe_cell(text: str) -> str:
    """A cell that a spreadsheet does not take for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def euros(cents: int) -> Decimal:
    """Cents as an amount in euros, exactly."""
    return Decimal(cents) / 100


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """An Excel file; text stays text, whatever it begins with."""
    book, kept = Workbook(write_only=True), BytesIO()
    for each in sheets:
        sheet = book.create_sheet(each.name)
        sheet.freeze_panes = "A2"
        for number in range(len(each.headings)):
            column = sheet.column_dimensions[chr(ord("A") + number)]
            column.width = NARROW if number else WIDE
        sheet.append([_heading(sheet, heading) for heading in each.headings])
        for row in each.rows:
            sheet.append([_cell(sheet, value) for value in row])
    book.save(kept)
    return kept.getvalue()


def _heading(sheet: object, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=safe_cell(text))
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: object, value: Cell) -> WriteOnlyCell:
    """Text never becomes a formula, and an amount is a number with two decimals."""
    if isinstance(value, str):
        cell = WriteOnlyCell(sheet, value=safe_cell(value))
        cell.data_type = "s"
        return cell
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, Decimal):
        cell.number_format = EUROS
    return cell
