"""A BSN and a secret address, looked for in everything that is kept or sent (S41, issue 4)."""

import io
import logging
import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.urls import reverse

from cases.residents.models import HiddenAddress
from cases.residents.services import change_bsn, seal_address
from tests.factories.cases import CallbackFactory, ResidentFactory

pytestmark = pytest.mark.django_db
BSN, POSTCODE, NUMBER = "999990044", "1398QX", 48317
CANARIES = (BSN, POSTCODE, "1398 QX", f"house_number': {NUMBER}", "QXTOEVOEG")
OPEN = "1366ZX"


def dump() -> str:
    """Every cell of every table, as text; binary also as hex."""
    cells = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                for cell in row:
                    if isinstance(cell, bytes | memoryview):
                        cells.append(bytes(cell).decode("latin-1"))
                        cells.append(bytes(cell).hex())
                    else:
                        cells.append(str(cell))
    return "\n".join(cells)


def occurrences(text: str, word: str) -> int:
    """How often a word stands there; a short number only by itself, not amid random hex."""
    if word.isdigit() and len(word) < 8:
        return len(re.findall(rf"(?<![0-9a-zA-Z]){word}(?![0-9a-zA-Z])", text))
    return text.count(word)


@pytest.fixture
def resident(cast, noord):
    who = ResidentFactory(postcode=OPEN, house_number=5)
    return CallbackFactory(team=noord, resident=who, claimed=True, handler=cast.handler).resident


@pytest.fixture
def everything(cast, resident, as_user, caplog, tmp_path):
    """Keep both, open both and ask the pages; then all that can be read back afterwards."""
    caplog.set_level(logging.DEBUG)
    me = {"resident_id": resident.pk, "by": cast.handler}
    change_bsn(bsn=BSN, **me)
    address = HiddenAddress(POSTCODE, NUMBER, "QXTOEVOEG", "danger")
    seal_address(address=address, **me)
    browser, number = as_user(cast.handler), [resident.pk]
    why = {"bsn-reason": "check", "adres-reason": "visit"}
    for name, words in (("resident-bsn-show", BSN), ("resident-address-show", "1398 QX")):
        assert words in browser.post(reverse(name, args=number), why).content.decode()
    assert BSN in browser.post(reverse("resident-search"), {"bsn": BSN}).content.decode()
    browser.post(reverse("resident-bsn", args=number), {"bsn": "999990045"})  # refused
    browser.get(reverse("resident-detail", args=number))
    call_command("export_contacts", tmp_path / "uit.jsonl", stdout=io.StringIO())
    out = "".join(path.read_text() for path in tmp_path.iterdir())
    for name in ("home", "callback-worklist"):
        browser.get(reverse(name))
    browser.get(reverse("callback-detail", args=[resident.callbacks.get().pk]))
    kept = getattr(cache, "_cache", {})
    sent = [str(letter.message()) for letter in mail.outbox]
    return "\n".join([dump(), caplog.text, repr(kept), out, *sent])


def test_a_bsn_and_a_secret_address_are_nowhere_in_the_clear(everything):
    assert {word: everything.count(word) for word in CANARIES} == dict.fromkeys(CANARIES, 0)


def test_the_open_address_is_gone_as_well(everything):
    assert OPEN not in everything


def test_what_is_in_the_clear_would_be_found(resident):
    """The search itself can fail: an ordinary address is found."""
    assert OPEN in dump()
