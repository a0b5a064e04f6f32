"""What a template may not hold: inline script or style, unescaped text, addresses of others."""

import re

import pytest

from tests.architecture.house import APPS, ROOT, python_files, short

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
MARK_SAFE_ALLOWED = {
    "common/charts/drawing.py",  # a drawing by the library, which escapes; links are ours
    "common/flat_fields.py",  # the cards at the table, each value escaped one by one
    "common/templatetags/nlds.py",  # options and attributes, each value escaped one by one
    "common/templatetags/screen.py",  # icons, drawn from a table in that file
}
UNESCAPED_ALLOWED = {
    "templates/nlds/field.html",  # help texts, written in our own code
    "templates/nlds/layout/button.html",  # the content of a button, likewise
}
FAULTS = {
    "inline script": re.compile(r"<script(?![^>]*\bsrc=)", re.IGNORECASE),
    "inline style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']", re.IGNORECASE),
    "script in htmx": re.compile(r"\shx-on|hx-vals\s*=\s*[\"']js:", re.IGNORECASE),
    "unescaped text": re.compile(r"\|\s*safe\b|\|\s*safeseq\b|\{%\s*autoescape\s+off"),
    "another host": re.compile(r"(?:src|href|action)\s*=\s*[\"'](?:https?:)?//", re.IGNORECASE),
    "address of javascript": re.compile(r"[\"']javascript:", re.IGNORECASE),
}


@pytest.mark.parametrize("template", TEMPLATES, ids=short)
def test_template_is_safe_under_the_content_security_policy(template):
    text = re.sub(r"\{#.*?#\}", "", template.read_text(encoding="utf-8"))

    faults = {
        name: found.group() for name, fault in FAULTS.items() if (found := fault.search(text))
    }
    if short(template) in UNESCAPED_ALLOWED:
        faults.pop("unescaped text", None)

    assert faults == {}


def test_no_code_switches_escaping_off():
    unsafe = re.compile(r"\bmark_safe\(|\bSafeString\(|\bSafeText\(")
    files = {
        short(path)
        for path in python_files(*APPS)
        if unsafe.search(path.read_text(encoding="utf-8"))
    }

    assert files - MARK_SAFE_ALLOWED == set()


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        ("inline script", "<script>alert(1)</script>"),
        ("inline style", '<p style="color: red">'),
        ("event attribute", '<a onclick="go()">'),
        ("script in htmx", '<a hx-on:click="go()">'),
        ("unescaped text", "{{ question|safe }}"),
        ("another host", '<img src="//elsewhere.example/x.png">'),
        ("address of javascript", '<a href="javascript:go()">'),
    ],
)
def test_each_fault_is_recognised(fault, text):
    assert FAULTS[fault].search(text)


def test_a_script_from_a_file_is_no_fault():
    assert not FAULTS["inline script"].search('<script src="/static/js/form.js" defer></script>')


def test_a_form_in_a_part_that_gets_only_some_values_gets_the_token_too():
    """``only`` takes the token away as well, and then every form in that part answers 403."""
    include = re.compile(r'\{% include "([^"]+)"([^%]*) only %\}')
    tokenless = [
        f"{short(template)}: {name}"
        for template in TEMPLATES
        for name, values in include.findall(template.read_text(encoding="utf-8"))
        if "{% csrf_token %}" in (ROOT / "templates" / name).read_text(encoding="utf-8")
        and "csrf_token=csrf_token" not in values
    ]

    assert tokenless == []
