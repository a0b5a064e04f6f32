"""From a Vega-Lite description to SVG that our page may contain: no script, no style, no address.

A mark that opens a list is told a made-up address with its number; that is replaced afterwards, so
that the library never sees an address of ours and cannot rewrite it. The picture says nothing to
a screen reader and takes no focus: the table below has the same figures and links.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree as ET

import vl_convert
from django.utils.safestring import SafeString, mark_safe

KEPT = 512
PLACEHOLDER = "https://mark.invalid/{}"
NUMBER = re.compile(r"https://mark\.invalid/(\d+)")
SVG, LINK = "http://www.w3.org/2000/svg", "{http://www.w3.org/1999/xlink}href"
VERSION = "5.21"
UNSAID = ("role", "aria-roledescription", "aria-label", "aria-hidden", "class", "pointer-events")


def draw(spec: Mapping[str, Any], urls: Sequence[str]) -> SafeString:
    """The picture; ``urls`` are those of the marks by their number, empty where none.

    Raises: ValueError when the description is not one the library can draw.
    """
    return _drawn(json.dumps(spec, sort_keys=True), tuple(urls))


@lru_cache(maxsize=KEPT)
def _drawn(spec: str, urls: tuple[str, ...]) -> SafeString:
    ET.register_namespace("", SVG)
    text = vl_convert.vegalite_to_svg(
        json.loads(spec), vl_version=VERSION, format_locale="nl-NL", allowed_base_urls=[]
    )
    picture = ET.fromstring(text)  # noqa: S314  written by the library this very moment
    for element in picture.iter():
        for name in UNSAID:
            element.attrib.pop(name, None)
        if LINK in element.attrib:
            _point_to(element, urls)
    picture.set("aria-hidden", "true")
    picture.set("focusable", "false")
    picture.set("class", "wt-chart__picture")
    return mark_safe(ET.tostring(picture, encoding="unicode"))  # noqa: S308  escaped by the library


def _point_to(link: ET.Element, urls: Sequence[str]) -> None:
    """The address of the list, in place of the number of the mark; no link where none."""
    found = NUMBER.fullmatch(link.attrib.pop(LINK))
    url = urls[int(found[1])] if found else ""
    if url:
        link.set("href", url)
        link.set("tabindex", "-1")
