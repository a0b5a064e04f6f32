"""What is sealed, what is said of a document, and what the database refuses."""

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction

from cases.documents.models import MIME, Document, Media
from tests.cases.talks.test_views_reports import tables_with
from tests.factories.cases import MONDAY
from tests.factories.documents import DocumentFactory

CANARY = "Kanarievandocument"


def test_its_name_and_words_are_sealed(file):
    own = {"name": f"{CANARY}.pdf", "words": CANARY, "reason": CANARY}
    kept = DocumentFactory(file=file, withdrawn=True, **own)
    found = Document.objects.select_related("file").get(pk=kept.pk)
    assert (found.name, found.words, found.why_withdrawn) == (f"{CANARY}.pdf", CANARY, CANARY)
    assert tables_with(CANARY) == []
    found.content = found.called
    found.__dict__.pop("words", None)
    with pytest.raises(InvalidTag):
        assert found.words


def test_the_name_of_a_row_says_nothing_of_the_person(file):
    assert str(DocumentFactory(file=file, name="Anja.pdf")) == "brief in een dossier"


@pytest.mark.parametrize(("trait", "opens"), [("", True), ("waiting", False), ("infected", False)])
def test_it_opens_only_when_nothing_is_against_it(file, trait, opens):
    assert DocumentFactory(file=file, **({trait: True} if trait else {})).can_be_opened is opens


def test_every_kind_has_a_type_for_the_browser():
    assert set(MIME) == set(Media)
    assert not {"text/html", "image/svg+xml"} & set(MIME.values())


@pytest.mark.parametrize(
    "change",
    [
        {"withdrawn_at": MONDAY},
        {"reason": b"x"},
        {"scan": "clean"},
        {"scan": "waiting", "scanned_at": MONDAY},
        {"kind": "film"},
        {"media": "svg"},
        {"size": 0},
    ],
)
def test_the_database_refuses_what_cannot_be(document, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.filter(pk=document.pk).update(**change)


def test_two_rows_never_have_one_file(document):
    with pytest.raises(IntegrityError), transaction.atomic():
        DocumentFactory(file=document.file, infected=True, token=document.token)
