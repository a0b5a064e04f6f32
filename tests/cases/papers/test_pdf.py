"""A tagged PDF of a page of our own, for which nothing is fetched."""

import builtins

from cases.papers.pdf import pdf_of
from tests.factories.papers import PAGE


def test_it_is_a_pdf_and_its_pages_are_counted():
    made = pdf_of(PAGE.format("<p>Regel</p>" * 200), "@page { size: A4 }")

    assert made.content.startswith(b"%PDF-1.7")
    assert made.pages > 1


def test_nothing_is_fetched():
    bare = pdf_of(PAGE.format('<img alt="x">'), "")
    fetched = pdf_of(PAGE.format('<img alt="x" src="file:///usr/share/pixmaps/x.png">'), "")

    assert bare is not None
    assert fetched is not None
    assert b"/Image" not in fetched.content


def test_without_the_libraries_there_is_none(monkeypatch):
    load = builtins.__import__

    def refuse(name, *args, **kwargs):
        if name.startswith("weasyprint"):
            raise OSError("cannot load library 'libpango-1.0-0'")
        return load(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)

    assert pdf_of("<html></html>", "") is None
