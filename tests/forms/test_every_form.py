"""No form loses what was typed: a mistake, an ended session, a double click, two tabs (design 9).

In two tabs the second one is refused with its text on the page, or it is kept beside the first;
what the first one said is never replaced unseen.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.db import connection
from django.db.models import Model

from tests.factories.cases import MONDAY
from tests.forms.every_form import every_form, undone
from tests.forms.reading import FIRST_TAB, SECOND_TAB, lost
from tests.journeys.city import City
from tests.journeys.furnishing import furnished_city

pytestmark = pytest.mark.django_db
NOTHING_CAN_BE_WRONG = {
    "geven",
    "gevraagd-afhandelen",
    "rol",
    "melding-bevestigen",
    "melding-geven",
    "plan-huishouden",
    "besluit-brief",
    "brief-opschorting",
    "brief-vertraging",
    "waakvlam-overdragen",
    "maatwerk-tekenen",
    "meldcode-overdragen",
    "meldcode-toelaten",
    "meldcode-uitsluiten",
    "punt-ander-overleg",
    "taak-overnemen",
    "signaal-geven",
    "signaal-andere-wijk",
    "signaal-koppelen",
    "niet-terugkoppelen",
    "uitdelen",
    "dossier-complexiteit",
    "uitdelen-alles",
}
"""Forms of choices only, every one of which is right."""
SAVED_AS_TYPED = {"tafel-leefgebieden", "verkort-tafel", "onderzoeksverslag"}
"""Work in progress: it is kept as it stands, and judged when it is concluded or sent."""
MAY_GO = {"add_to": "the caller is another one when the number is"}
COUNTED_EACH_TIME = {"ArticleUse"}  # a search is a search, also the second time
NOT_OFFERED = {"person", "employee"}
"""A colleague who has it by now is no choice any more."""
HANDED_OUT = re.compile("(terugbellen|meldingen|aanvragen|waakvlammen|dossiers|taken)-[0-9]+")
"""A piece of work that went to somebody is on the page no more; the page says that it changed."""
LAST_ONE_WINS: dict[str, str] = {}
"""Forms in which the second answer may replace the first, and why nobody loses by it."""
BOOKKEEPING = {"version", "edition", "saved_at", "saved_by_id", "changed_at", "last_seen_at"}
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
        more = {name for name in after if after[name] > between[name]} - COUNTED_EACH_TIME
        if more or second.status_code >= 500:
            twice[shown.name] = (second.status_code, sorted(more))

    assert twice == {}
    assert done >= 20


def test_two_tabs_never_undo_each_other_unseen(city):
    undone_by: dict[str, Any] = {}
    gone: dict[str, Any] = {}
    judged = 0
    for shown in every_form(city):
        second = shown.in_another_tab()
        first_words, second_words = shown.form.rewritten(FIRST_TAB), second.rewritten(SECOND_TAB)
        with undone():
            before = _cells()
            accepted = shown.post(first_words).status_code in (200, 302)
            between = _cells()
            response = shown.post(second_words)
            after = _cells()
            html = "" if response.status_code == 302 else response.content.decode()
        said = {cell: text for cell, text in between.items() if before.get(cell) != text}
        if not accepted or not said:
            continue
        judged += 1
        replaced = {cell[:2] for cell, text in said.items() if after.get(cell, text) != text}
        if replaced:
            undone_by[shown.name] = sorted(replaced)
        has_text = SECOND_TAB in str(second_words)
        if html and has_text and SECOND_TAB not in html:
            gone[shown.name] = response.status_code
        names = set(lost(second_words, second, html)) - set(MAY_GO) - NOT_OFFERED
        names = {name for name in names if not HANDED_OUT.fullmatch(name)}
        if response.status_code == 200 and names:
            gone[shown.name] = sorted(names)

    assert gone == {}
    assert {name: why for name, why in undone_by.items() if name not in LAST_ONE_WINS} == {}
    assert judged >= 20


def _cells() -> dict[tuple[str, str, Any], str]:
    """Every cell of the work that holds what somebody said: (table, column, key)."""
    cells = {}
    for model in apps.get_models():
        if not _is_work(model):
            continue
        names = [field.attname for field in model._meta.concrete_fields]
        for row in model._base_manager.values_list("pk", *names):
            for name, value in zip(names, row[1:], strict=True):
                if name not in BOOKKEEPING:
                    plain = bytes(value) if isinstance(value, memoryview) else value
                    cells[model.__name__, name, row[0]] = str(plain)
    return cells


def _rows() -> dict[str, int]:
    """How many rows every table of the work holds, in one query; the trail notes each attempt."""
    tables = {
        model.__name__: model._meta.db_table for model in apps.get_models() if _is_work(model)
    }
    quoted = connection.ops.quote_name
    counts = ", ".join(f"(SELECT COUNT(*) FROM {quoted(table)})" for table in tables.values())
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counts}")
        return dict(zip(tables, cursor.fetchone(), strict=True))


def _is_work(model: type[Model]) -> bool:
    return model._meta.app_label in ("cases", "clusters", "budgets", "dashboards")
