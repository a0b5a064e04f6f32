"""What is closed, looked for in everything the whole city keeps, says, sends or passes on (S41).

The city of the journeys has a BSN, a secret address and words of a talk in it. Every page is asked
by somebody who may see it; then the tables, the log, the mail, the cache and the messages of the
broker are read back.
"""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from celery.signals import before_task_publish
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.test import Client

from tests.cases.residents.test_canaries import dump, occurrences
from tests.factories.cases import MONDAY
from tests.factories.login import sign_in
from tests.forms.every_form import SAME
from tests.journeys.city_residents import BSN, OTHER_BSN, SECRET
from tests.journeys.city_talks import SAID
from tests.journeys.furnishing import furnished_city
from tests.journeys.pages import PAGES
from wijkteams.celery import app

pytestmark = pytest.mark.django_db
POSTCODE, NUMBER, SUFFIX = SECRET
TOLD = [text for card in SAID.values() for text in card.values() if len(text.split()) > 3]
CANARIES = (
    BSN,
    OTHER_BSN,
    POSTCODE,
    f"{POSTCODE[:4]} {POSTCODE[4:]}",
    str(NUMBER),
    SUFFIX,
    "De bel is kapot",
    "Ans de Wit",
    "De taakstraf valt samen",
    "Mijn dochter heet Ans",
    "Vraagt een vrijwilliger voor de woensdag",
    *TOLD,
)
OPEN = "Kan na een val de trap niet meer op."


@pytest.fixture
def messages() -> Iterator[list[str]]:
    """What is handed to the broker, whole."""
    sent: list[str] = []

    def overhear(body: Any = None, headers: Any = None, **_: Any) -> None:
        sent.append(json.dumps([body, headers], default=str))

    before_task_publish.connect(overhear)
    yield sent
    before_task_publish.disconnect(overhear)


@pytest.fixture
def city(db: None, caplog: pytest.LogCaptureFixture) -> Iterator[Any]:
    """The city of the journeys, made with every line of the log on."""
    caplog.set_level(logging.DEBUG)
    logging.getLogger("django.db.backends").setLevel(logging.INFO)  # tests alone print queries
    with time_machine.travel(MONDAY, tick=True):
        yield furnished_city()


def test_what_is_closed_is_nowhere_in_the_clear(city, caplog, messages):
    shown = _ask_every_page(city)
    for entry in app.conf.beat_schedule.values():
        app.send_task(entry["task"])
    sent = [str(letter.message()) for letter in mail.outbox]
    kept = {"tables": dump(), "log": caplog.text, "mail": "\n".join(sent)}
    kept |= {"cache": _cached(), "broker": "\n".join(messages)}

    found = {
        (place, word): number
        for place, text in kept.items()
        for word in CANARIES
        if (number := occurrences(text, word))
    }

    assert found == {}
    assert OPEN in kept["tables"]  # the search can fail: what may stand in the open is found
    assert "Ik slaap op de bank" in shown  # and the pages did open what is closed
    assert len(messages) == len(settings.CELERY_BEAT_SCHEDULE)
    assert kept["mail"]
    assert kept["cache"]


def _ask_every_page(city: Any) -> str:
    """Every page, as somebody who may see it; what they showed."""
    shown = []
    for case in PAGES:
        if not case.url_name or case.status != 200:
            continue
        client, person = Client(), city.people.get(case.person)
        if person is not None:
            sign_in(client, person, role=case.role)
        shown.append(client.get(case.address(city), headers=SAME).content.decode())
    return "\n".join(shown)


def _cached() -> str:
    """Everything in the cache as it lies there, whichever kind it is."""
    cache.set("canary-control", "x")
    if hasattr(cache, "_cache") and isinstance(cache._cache, dict):
        return repr(cache._cache)
    redis = cache._cache.get_client()
    rows = [(key, redis.get(key)) for key in redis.scan_iter("*") if redis.type(key) == b"string"]
    return repr(rows)
