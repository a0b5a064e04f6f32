"""A name misleads neither a person nor a computer (DC-2)."""

import pytest

from cases.documents.models import Media
from cases.documents.naming import LONGEST, clean_name, fits, named_for


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("brief.pdf", "brief.pdf"),
        ("../../x.exe", "x.exe"),
        (r"C:\\Users\\Anja\\brief 1.pdf", "brief 1.pdf"),
        ("..", "document"),
        ("", "document"),
        ("   . . ", "document"),
        ("/etc/passwd", "passwd"),
        (".htaccess", "htaccess"),
        ("a\x00b\x1b[31m\r\n.pdf", "ab[31m.pdf"),
        ("exe.\u202efdp", "exe.fdp"),
        ("\u2066brief\u2069\u200b.pdf", "brief.pdf"),
        ('a<b>"c|d?e*f:g.pdf', "a_b__c_d_e_f_g.pdf"),
        ("con.pdf", "_con.pdf"),
        ("NUL", "_NUL"),
        ("lpt1.tar.pdf", "_lpt1.tar.pdf"),
        ("e\u0301\u0301te\u0301.pdf", "\xe9\u0301t\xe9.pdf"),
        ("مرحبا.pdf", "مرحبا.pdf"),
    ],
)
def test_a_name_is_cleaned(name, clean):
    assert clean_name(name) == clean


@pytest.mark.parametrize("name", ["a" * 300 + ".pdf", "a." + "b" * 300, "é" * 300, "." * 300])
def test_three_hundred_characters_become_a_hundred(name):
    found = clean_name(name)
    assert 0 < len(found) <= LONGEST
    if name.endswith(".pdf"):
        assert found.endswith(".pdf")


@pytest.mark.parametrize(
    ("name", "media", "is_right"),
    [
        ("a.PDF", Media.PDF, True),
        ("a.jpeg", Media.JPEG, True),
        ("a", Media.ODT, True),
        ("x.exe", Media.PDF, False),
        ("a.pdf", Media.JPEG, False),
        ("a.docx", Media.ODT, False),
        ("a.svg", Media.TEXT, False),
    ],
)
def test_the_end_of_a_name_says_what_is_in_it(name, media, is_right):
    assert fits(name, media) is is_right


def test_a_name_without_an_end_gets_one():
    assert named_for("brief", Media.PDF) == "brief.pdf"
    assert named_for("foto.jpeg", Media.JPEG) == "foto.jpeg"
