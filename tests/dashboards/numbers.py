"""Reads a dashboard as a person would: its numbers and marks with the lists they open."""

import re
from html import unescape
from xml.etree import ElementTree as ET

TILE = re.compile(r'wt-tile__figure">([^<]*)</span><a href="([^"]*)"')
CELL = re.compile(r'class="wt-number"[^>]*><a href="([^"]*)">([^<]*)<')
WHOLE = re.compile(r"[0-9]+(\.[0-9]{3})*")
FIGURE = re.compile(r'<figure class="wt-chart">.*?</figure>', re.DOTALL)
PICTURE = re.compile(r"<svg .*?</svg>", re.DOTALL)
LISTS = ("items", "rows", "gaps", "lines")


def numbers_on(html):
    """Every whole number with a link, as (number, address)."""
    found = [(number, url) for number, url in TILE.findall(html)]
    found += [(number, url) for url, number in CELL.findall(html)]
    return [
        (int(number.strip().replace(".", "")), unescape(url))
        for number, url in found
        if WHOLE.fullmatch(number.strip())
    ]


def marks_on(html):
    """Per chart that is drawn: the addresses of its marks, and those in its table."""
    found = []
    for figure in FIGURE.findall(html):
        for picture in PICTURE.findall(figure):
            root = ET.fromstring(picture)  # noqa: S314  our own drawing
            marks = {each.get("href") for each in root.iter() if each.get("href")}
            found.append((marks, {unescape(url) for url, _ in CELL.findall(figure)}))
    return found


def count(client, url):
    """How many rows the list has, over all its pages."""
    response = client.get(url)
    assert response.status_code == 200, url
    page = response.context.get("page")
    if page is None:
        name = next(each for each in LISTS if each in response.context)
        return len(response.context[name])
    if hasattr(page, "paginator"):
        return page.paginator.count
    if page.next_query:
        base = url.split("?")[0]
        return len(page.rows) + count(client, f"{base}?{page.next_query.lstrip('?')}")
    return len(page.rows)
