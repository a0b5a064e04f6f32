"""Charts: what is drawn is what the table says, and nothing of the library's own leaks."""

import re
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree as ET

import pytest
from django.template.loader import render_to_string

from common.charts import Chart, Norm, Point, Series, Shape

WEEKS = ("1 sep", "8 sep", "15 sep")


def chart(*series, **facts):
    told = {"title": "In en uit", "conclusion": "Er kwam meer binnen.", "first": "Week"}
    return Chart(**(told | {"labels": WEEKS, "series": series} | facts))


def series(*values, name="In", urls=("/a?x=1&y=2", "/b", "/c")):
    points = (Point(value, url) for value, url in zip(values, urls, strict=True))
    return Series(name, tuple(points))


def parsed(picture):
    return ET.fromstring(picture)  # noqa: S314  our own drawing


def links(picture):
    return [each.get("href") for each in parsed(picture).iter() if each.get("href")]


@pytest.mark.parametrize("shape", list(Shape))
def test_every_mark_opens_its_own_list(shape):
    picture = chart(series(3, 5, 7), shape=shape).picture

    assert set(links(picture)) == {"/a?x=1&y=2", "/b", "/c"}


def test_a_mark_without_a_list_is_no_link():
    picture = chart(series(3, 5, 7, urls=("/a", "", "/c"))).picture

    assert links(picture) == ["/a", "/c"]


@pytest.mark.parametrize("shape", list(Shape))
def test_two_series_keep_their_own_lists(shape):
    first = series(3, 5, 7, urls=("/in1", "/in2", "/in3"))
    second = series(1, 2, 4, name="Uit", urls=("/uit1", "/uit2", "/uit3"))
    picture = chart(first, second, shape=shape).picture

    assert set(links(picture)) == {f"/{name}{n}" for name in ("in", "uit") for n in (1, 2, 3)}
    assert "Uit" in picture


@pytest.mark.parametrize("shape", list(Shape))
def test_the_picture_has_no_address_style_or_script_of_the_library(shape):
    name = "<script>alert(1)</script>\"'&"
    picture = chart(
        series(3, 5, 7, name=name), series(1, 1, 1), shape=shape, labels=(name, "b", "c")
    ).picture

    assert not re.search(r"<script|style=|<style|javascript:|vega|mark\.invalid", picture)
    addresses = re.findall(r"https?://[^\"]*", picture)
    assert set(addresses) <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}


def test_the_picture_is_silent_and_takes_no_focus():
    root = parsed(chart(series(3, 5, 7)).picture)

    assert root.get("aria-hidden") == "true"
    assert {each.get("tabindex") for each in root.iter() if each.get("href")} == {"-1"}
    assert not [each for each in root.iter() if each.get("role")]


def test_a_norm_is_drawn_with_its_name():
    assert "zes weken" in chart(series(3, 5, 7), norms=(Norm(6, "zes weken"),)).picture


def test_no_figure_is_no_nought():
    html = render_to_string("components/chart.html", {"chart": chart(series(None, 0, 7))})

    cells = re.findall(r'<td class="wt-number"[^>]*>(.*?)</td>', html)
    assert cells[0] == "–"
    assert cells[1].startswith('<a href="/b">0')
    assert "nan" not in html.lower()


@pytest.mark.parametrize("values", [(), ((None, None, None),), ((0, 0, 0),)])
def test_nothing_to_draw_draws_no_axes(values):
    html = render_to_string(
        "components/chart.html", {"chart": chart(*(series(*each) for each in values))}
    )

    assert "<svg" not in html
    assert "Er kwam meer binnen." in html


def test_series_and_labels_must_fit():
    with pytest.raises(ValueError, match="2 points, 3 labels"):
        chart(Series("In", (Point(1), Point(2))))


def test_the_same_figures_are_drawn_once():
    assert chart(series(3, 5, 7)).picture is chart(series(3, 5, 7)).picture
    assert chart(series(3, 5, 7)).picture != chart(series(3, 5, 8)).picture


def test_long_labels_stay_inside_the_picture():
    """The width is that of a phone whatever the names are."""
    picture = chart(series(1, 2, 3), shape=Shape.ROWS, labels=("x" * 300, "b", "c")).picture

    assert 300 <= float(parsed(picture).get("width")) <= 360


def test_threads_draw_at_the_same_time():
    """The web server has several threads per process, and the library one of its own."""
    shapes = [(shape, n) for shape in (Shape.BARS, Shape.LINES, Shape.ROWS) for n in range(4)]
    with ThreadPoolExecutor(max_workers=8) as pool:
        drawn = list(
            pool.map(lambda each: chart(series(90, 91, each[1]), shape=each[0]).picture, shapes)
        )

    assert len(set(drawn)) == len(shapes)
    assert all(set(links(picture)) == {"/a?x=1&y=2", "/b", "/c"} for picture in drawn)
