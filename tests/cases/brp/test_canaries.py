"""What is in an extract, looked for in everything that is kept, said or logged (S41, issue 4)."""

import logging

import pytest
from django.core.cache import cache

from audit.models import AuditEvent
from cases.models import Resident
from tests.cases.brp.extracts import anja, bsn_of
from tests.cases.residents.test_canaries import dump

pytestmark = pytest.mark.django_db
BSN, POSTCODE, NUMBER, ADDITION = "999990044", "1398QX", "48317", "QXTOEV"
CANARIES = (BSN, POSTCODE, "1398 QX", NUMBER, ADDITION, "QXSTRAAT")
SECRET = {"postcode": POSTCODE, "huisnummer": NUMBER, "toevoeging": ADDITION, "straat": "QXSTRAAT"}


@pytest.fixture
def everything(read_in, caplog):
    """Read in twice: somebody secret, and lines that are wrong in every closed column."""
    caplog.set_level(logging.DEBUG)
    people = (
        anja(bsn=BSN, geheim="7", **SECRET),
        anja(bsn=bsn_of(3), geslacht="?", **SECRET),
        anja(bsn=f"{BSN}1", **SECRET),
    )
    said = [read_in(*people, options=("--skip-faulty",)) for _again in range(2)]
    assert Resident.objects.count() == 1
    words = [text for each in said for text in (each.report, each.progress)]
    return "\n".join([dump(), caplog.text, repr(getattr(cache, "_cache", {})), *words])


def test_a_bsn_and_a_secret_address_of_a_file_are_nowhere_in_the_clear(everything):
    assert {word: everything.count(word) for word in CANARIES} == dict.fromkeys(CANARIES, 0)


def test_what_is_not_secret_would_be_found(read_in):
    """The search itself can fail: the address of somebody without secrecy is found."""
    read_in(anja(bsn=BSN, **SECRET))

    assert POSTCODE in dump()
    assert BSN not in dump()


def test_the_trail_has_counts_and_no_name(read_in):
    read_in(anja(bsn=BSN, geslachtsnaam="Zonderling", geheim="7"))

    rows = list(AuditEvent.objects.order_by("pk").values_list("code", "purpose"))
    assert rows == [
        ("resident.created", "BRP-uittreksel ingelezen"),
        ("residents.imported", "1 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 overgeslagen"),
    ]
    assert "Zonderling" not in repr(list(AuditEvent.objects.values()))
