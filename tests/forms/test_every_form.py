"""No form loses what was typed: a mistake, an ended session, a double click (design 9).

Two tabs are judged where each form is, because what a stale form means differs: ``test_views``
of the room, and ``tests/journeys/test_input_is_kept.py`` in a browser.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.apps import apps

from tests.factories.cases import MONDAY
from tests.forms.every_form import every_form, undone
from tests.forms.reading import lost
from tests.journeys.city import City
from tests.journeys.furnishing import furnished_city

pytestmark = pytest.mark.django_db
NOTHING_CAN_BE_WRONG = {
    "geven",
    "gevraagd-afhandelen",
    "rol",
    "melding-bevestigen",
    "melding-geven",
}
"""Forms of choices only, every one of which is right."""
SAVED_AS_TYPED = {"tafel-leefgebieden", "verkort-tafel", "onderzoeksverslag"}
"""Work in progress: it is kept as it stands, and judged when it is concluded or sent."""
MAY_GO = {"add_to": "the caller is another one when the number is"}
COUNTED_EACH_TIME = {"ArticleUse"}  # a search is a search, also the second time
NEVER_KEPT = {"code"}
LEAST_FORMS = 34


@pytest.fixture
def city(db: None) -> Iterator[City]:
    """The city that the pictures are made of, on its Monday morning."""
    with time_machine.travel(MONDAY, tick=True):
        yield furnished_city()


def test_a_mistake_leaves_everything_typed_in_its_place(city):
    gone: dict[str, Any] = {}
    accepted, judged = set(), 0
    for shown in every_form(city):
        answers = shown.form.filled_in()
        with undone():
            response = shown.post(answers)
            html = response.content.decode() if response.status_code == 200 else shown.again()
        judged += 1
        names = set(lost(answers, shown.form, html)) - set(MAY_GO)
        if response.status_code == 302:
            accepted.add(shown.name)
        if response.status_code not in (200, 302):
            gone[shown.name] = response.status_code
        elif names and shown.name not in NOTHING_CAN_BE_WRONG:
            gone[shown.name] = sorted(names)

    assert gone == {}
    assert accepted == NOTHING_CAN_BE_WRONG | SAVED_AS_TYPED
    assert judged >= LEAST_FORMS


def test_a_form_of_an_ended_session_comes_back_whole(city):
    gone: dict[str, Any] = {}
    judged = 0
    for shown in every_form(city):
        if shown.person is None:
            continue  # whoever signs in has no session that can end
        answers = shown.form.filled_in()
        shown.end_session()
        response = shown.post(answers)
        names = set(lost(answers, shown.form, response.content.decode())) - NEVER_KEPT
        judged += 1
        if names or response.status_code != 403:
            gone[shown.name] = (response.status_code, sorted(names))

    assert gone == {}
    assert judged >= LEAST_FORMS


def test_a_double_click_does_it_once(city):
    twice: dict[str, Any] = {}
    done = 0
    for shown in every_form(city):
        with undone():
            first = shown.post(shown.form.filled_in_right())
            between = _rows()
            second = shown.post(shown.form.filled_in_right())
            after = _rows()
        done += first.status_code == 302
        more = {name for name in after - between if name not in COUNTED_EACH_TIME}
        if more or second.status_code >= 500:
            twice[shown.name] = (second.status_code, sorted(more))

    assert twice == {}
    assert done >= 20


def _rows() -> Counter[str]:
    """How many rows every table of the work holds; the trail notes each attempt."""
    return Counter(
        {
            model.__name__: model._base_manager.count()
            for model in apps.get_models()
            if model._meta.app_label in ("cases", "clusters", "budgets", "dashboards")
        }
    )
