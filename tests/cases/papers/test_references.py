"""Every letter and report says the same words under the same tags as its reference (PP-8).

Changed on purpose? ``WRITE_REFERENCES=1`` writes them again; see CONTRIBUTING.md.
"""

from dataclasses import replace

import pytest

from tests.cases.papers.documents import DOCUMENTS, kinds_without_reference
from tests.cases.papers.reading import (
    REFERENCES,
    compare,
    footers_of,
    instead_of_pictures,
    need_poppler,
    pdf_from,
    tags_of,
    text_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture(autouse=True)
def _poppler():
    need_poppler()


def document(name):
    return DOCUMENTS[name][1]()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_words_and_the_tags_are_those_of_the_reference(name):
    pdf = pdf_from(document(name))

    compare(f"{name}.txt", text_of(pdf))
    compare(f"{name}.tags", tags_of(pdf))
    footers = footers_of(pdf)
    assert footers == [f"{page}/{len(footers)}" for page in range(1, len(footers) + 1)]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_program_that_reads_aloud_finds_title_heading_and_language(name):
    made = document(name)
    tags = tags_of(pdf_from(made)).splitlines()

    assert [line.strip().split()[0] for line in tags].count("H1") == 1
    assert 'lang="nl"' in made.html
    assert "<title>" in made.html
    assert made.name.endswith(".pdf")
    assert "Bakker" not in made.name


def test_every_kind_of_paper_has_a_reference_and_no_reference_is_left_over():
    assert kinds_without_reference() == set()
    assert {path.stem for path in REFERENCES.iterdir()} == set(DOCUMENTS)
    assert {path.suffix for path in REFERENCES.iterdir()} == {".txt", ".tags"}


FAULTS = {
    "a paragraph is lost": ("Mijn dochter komt op dinsdag.<br>Niet op woensdag.", "…"),
    "a heading is no heading": ("<h2>Reactie</h2>", "<p>Reactie</p>"),
    "a name is another": ("mevrouw Bakker", "mevrouw Bakkers"),
    "a section is lost": ("<h3>2. Waar loopt u tegenaan?</h3>", ""),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_lost_is_seen(fault, monkeypatch):
    monkeypatch.delenv("WRITE_REFERENCES", raising=False)
    name = "onderzoeksverslag-reactie"
    made = document(name)
    good, bad = FAULTS[fault]
    assert good in made.html
    pdf = pdf_from(replace(made, html=made.html.replace(good, bad)))

    with pytest.raises(AssertionError, match="differs"):
        compare(f"{name}.tags", tags_of(pdf))


def test_a_heading_that_is_no_heading_has_the_same_words_and_other_tags(monkeypatch):
    monkeypatch.delenv("WRITE_REFERENCES", raising=False)
    made = document("bevestiging")
    pdf = pdf_from(replace(made, html=made.html.replace("h1>", "p>")))

    compare("bevestiging.txt", text_of(pdf))
    with pytest.raises(AssertionError, match="differs"):
        compare("bevestiging.tags", tags_of(pdf))


def test_a_signature_is_a_picture_with_words():
    pdf = pdf_from(document("onderzoeksverslag-getekend"))

    assert instead_of_pictures(pdf) == ["Alt Handtekening van A. Bakker"]
    assert "Figure" in tags_of(pdf)


def test_without_poppler_a_run_says_so_and_a_required_run_fails(monkeypatch):
    monkeypatch.setattr("tests.cases.papers.reading.shutil.which", lambda name: None)
    monkeypatch.delenv("REQUIRE_SERVICES", raising=False)
    with pytest.raises(pytest.skip.Exception, match="poppler-utils"):
        need_poppler()

    monkeypatch.setenv("REQUIRE_SERVICES", "1")
    with pytest.raises(pytest.fail.Exception, match="poppler-utils"):
        need_poppler()
