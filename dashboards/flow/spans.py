"""The weeks, months and quarters that are shown; pure functions."""

from datetime import date

from common.weeks import Span, last_weeks

WEEKS = (12, 26)
PER = {"maand": "Per maand", "kwartaal": "Per kwartaal"}
MONTHS, QUARTERS, PER_QUARTER = 12, 8, 3
ALL = "alles"
NAMES = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)


def weeks_to(day: date, weeks: int) -> Span:
    """So many weeks, of which the last is that of ``day``."""
    return last_weeks(weeks - 1, day)


def week_in(text: str, day: date) -> Span:
    """The week with this Monday, when it is one of the longest period; else that of ``day``."""
    found = {each.isoformat(): each for each in weeks_to(day, WEEKS[-1]).mondays()}
    return last_weeks(0, found.get(text, day))


def last_months(day: date) -> dict[str, Span]:
    """Twelve months by their code ("2026-11"), of which the last is that of ``day``."""
    spans = [_months(day.year, day.month - back, 1) for back in reversed(range(MONTHS))]
    return {f"{span.first:%Y-%m}": span for span in spans}


def last_quarters(day: date) -> dict[str, Span]:
    """Eight quarters by their code ("2026-k4"), of which the last is that of ``day``."""
    begin = day.month - (day.month - 1) % PER_QUARTER
    spans = [
        _months(day.year, begin - back * PER_QUARTER, PER_QUARTER)
        for back in reversed(range(QUARTERS))
    ]
    return {f"{span.first.year}-k{span.first.month // PER_QUARTER + 1}": span for span in spans}


def span_in(spans: dict[str, Span], code: str) -> tuple[str, Span]:
    """The one with this code, all of them together, or else the last one; with its code."""
    if code == ALL:
        return ALL, whole(spans)
    found = code if code in spans else list(spans)[-1]
    return found, spans[found]


def whole(spans: dict[str, Span]) -> Span:
    """From the beginning of the first to the end of the last."""
    found = list(spans.values())
    return Span(found[0].first, found[-1].after)


def short(code: str) -> str:
    """A month or quarter under a chart: "11-26", "k4 26"."""
    year, _, part = code.partition("-")
    return f"{part} {year[2:]}" if part.startswith("k") else f"{part}-{year[2:]}"


def said(code: str, spans: dict[str, Span]) -> str:
    """A month or quarter in a sentence, or all of them."""
    if code == ALL:
        span = whole(spans)
        return f"vanaf {span.first:%d-%m-%Y}"
    span = spans[code]
    year = span.first.year
    if "-k" in code:
        return f"kwartaal {code.partition('-k')[2]} van {year}"
    return f"{NAMES[span.first.month - 1]} {year}"


def _months(year: int, month: int, count: int) -> Span:
    """So many months from this one; a month of nought is December of the year before."""
    return Span(_first(year, month), _first(year, month + count))


def _first(year: int, month: int) -> date:
    years, rest = divmod(month - 1, 12)
    return date(year + years, rest + 1, 1)
