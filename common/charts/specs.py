"""How the figures are drawn: Vega-Lite descriptions in our colours, readable on a phone and paper.

Colours are those of Okabe and Ito, told apart without seeing colour; bars have a dark edge, lines a
dash and a mark of their own. Width is that of a phone; the page enlarges it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from common.charts.drawing import PLACEHOLDER

if TYPE_CHECKING:
    from common.charts.chart import Chart

WIDTH, HEIGHT, ROW = 330, 190, 26
INK, EDGE, GRID, NORM = "#1a1a1a", "#404040", "#d9d9d9", "#a8002f"
COLOURS = ("#0072b2", "#f0a000", "#56b4e9", "#882255", "#009e73", "#cc79a7")
DASHES = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [4, 4], [1, 3])
LABELS_THAT_FIT = 6
TEXT = {"labelFontSize": 12, "labelColor": INK, "titleFontSize": 12, "titleColor": INK}
CONFIG = {
    "font": "Liberation Sans, Arial, sans-serif",
    "background": None,
    "view": {"stroke": None},
    "axis": TEXT | {"titleFontWeight": "normal", "gridColor": GRID, "domainColor": EDGE},
    "legend": TEXT
    | {"orient": "top", "title": None, "symbolSize": 120, "columns": 2, "columnPadding": 18},
}
Spec = dict[str, Any]


def spec_of(chart: Chart) -> Spec:
    """The description of a chart: its marks, and the lines they are held against."""
    lying = chart.shape == "rows"
    layers = _marks(chart, lying=lying)
    if lying:
        layers.append(_numbers(chart))
    layers += [layer for norm in chart.norms for layer in _norm(norm.value, norm.label, lying)]
    height = ROW * max(1, len(chart.labels) * _abreast(chart)) if lying else HEIGHT
    return {
        "width": WIDTH,
        "height": height,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": {"left": 28 if lying else 4, "right": 4, "top": 4, "bottom": 4},
        "config": CONFIG,
        "data": {"values": _values(chart)},
        "layer": layers,
    }


def _abreast(chart: Chart) -> int:
    return len(chart.series) if len(chart.series) > 1 and chart.shape in ("bars", "rows") else 1


def _values(chart: Chart) -> list[Spec]:
    """One row per figure; its number says which address belongs to it."""
    rows: list[Spec] = []
    for order, series in enumerate(chart.series):
        for place, (label, point) in enumerate(zip(chart.labels, series.points, strict=True)):
            url = PLACEHOLDER.format(order * len(chart.labels) + place)
            rows.append(
                {"label": label, "n": point.value, "series": series.name, "order": order}
                | ({"url": url} if point.url else {})
                | {"said": point.shown}
            )
    return rows


def _marks(chart: Chart, *, lying: bool) -> list[Spec]:
    names: Spec = {"field": "label", "type": "nominal", "sort": list(chart.labels), "title": None}
    size: Spec = {"field": "n", "type": "quantitative", "title": chart.unit or None}
    size["stack"] = "zero" if chart.shape == "stacked" else None
    size["axis"] = {"tickMinStep": 1, "tickCount": 5}
    encoding: Spec = {"y": names, "x": size} if lying else {"x": names, "y": size}
    names["axis"] = {"labelLimit": 125} if lying else _time_axis(chart.labels)
    if len(chart.series) > 1:
        encoding |= _told_apart(chart, lying=lying)
    opens = encoding | {"href": {"field": "url"}}
    if chart.shape == "lines":
        return _line(encoding, opens)
    mark = {"type": "bar", "color": COLOURS[0], "stroke": EDGE, "strokeWidth": 0.75}
    return [{"mark": mark, "encoding": opens}]


def _line(encoding: Spec, opens: Spec) -> list[Spec]:
    """A line, which opens nothing, and on it a mark per figure that opens its list."""
    line = {"type": "line", "strokeWidth": 2.5, "color": COLOURS[0]}
    of_line = {name: how for name, how in encoding.items() if name != "shape"}
    of_mark = {name: how for name, how in opens.items() if name not in ("strokeDash", "order")}
    mark = {"type": "point", "filled": True, "opacity": 1, "size": 60, "color": COLOURS[0]}
    return [{"mark": line, "encoding": of_line}, {"mark": mark, "encoding": of_mark}]


def _told_apart(chart: Chart, *, lying: bool) -> Spec:
    """Colour, and for lines a dash and a mark; bars next to each other in their order."""
    names = [each.name for each in chart.series]
    domain: Spec = {"domain": names, "range": list(COLOURS[: len(names)])}
    told: Spec = {"color": {"field": "series", "scale": domain, "sort": names}}
    told["order"] = {"field": "order"}
    if chart.shape == "lines":
        dashes = {"domain": names, "range": list(DASHES[: len(names)])}
        told["strokeDash"] = {"field": "series", "scale": dashes}
        told["shape"] = {"field": "series", "scale": {"domain": names}}
    elif chart.shape in ("bars", "rows"):
        told["yOffset" if lying else "xOffset"] = {"field": "series", "sort": names}
    return told


def _time_axis(labels: tuple[str, ...]) -> Spec:
    """Every label when they fit; else every second, third … with the last among them."""
    step = -(-len(labels) // LABELS_THAT_FIT)
    shown = list(labels[::-1][::step])
    test = f"indexof({shown!r}, datum.value) >= 0 ? datum.value : ''"
    return {"labelAngle": 0, "labelExpr": test, "labelOverlap": False, "ticks": step == 1}


def _numbers(chart: Chart) -> Spec:
    """The number behind each lying bar."""
    encoding: Spec = {
        "y": {"field": "label", "type": "nominal", "sort": list(chart.labels)},
        "x": {"field": "n", "type": "quantitative"},
        "text": {"field": "said"},
        "href": {"field": "url"},
    }
    if len(chart.series) > 1:
        encoding["yOffset"] = {"field": "series", "sort": [each.name for each in chart.series]}
    mark = {"type": "text", "align": "left", "dx": 4, "fontSize": 12, "color": INK}
    return {"mark": mark, "encoding": encoding}


def _norm(value: float, label: str, lying: bool) -> list[Spec]:
    """A dashed line with its name at the end."""
    axis = "x" if lying else "y"
    data = {"values": [{"norm": value, "label": label}]}
    place: Spec = {axis: {"field": "norm", "type": "quantitative"}}
    rule = {"type": "rule", "color": NORM, "strokeDash": [6, 4], "strokeWidth": 2}
    said: Spec = {"type": "text", "color": NORM, "fontSize": 12, "fontWeight": "bold", "dy": -6}
    said |= {"align": "right", "x": "width"} if not lying else {"align": "left", "y": 0}
    return [
        {"data": data, "mark": rule, "encoding": place},
        {"data": data, "mark": said, "encoding": place | {"text": {"field": "label"}}},
    ]
