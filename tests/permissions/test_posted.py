"""What is asked with POST at an address that is also opened with GET (PP-1, S17)."""

from typing import Any

import pytest
from django.test import Client

from cases.papers.models import Paper
from tests.factories.login import sign_in
from tests.permissions.matrix import MATRIX
from tests.permissions.matrix_posted import POSTED
from tests.permissions.rows import PEOPLE
from tests.permissions.test_matrix import _answer, _on_a_working_monday, address, world

__all__ = ["_on_a_working_monday", "world"]
pytestmark = pytest.mark.django_db


def test_every_paper_has_a_row():
    assert {name for name in MATRIX if name.endswith("-pdf")} == {
        name for name in POSTED if name.endswith("-pdf")
    }


@pytest.mark.parametrize("name", POSTED)
def test_everybody_gets_what_the_row_says(world: Any, name: str) -> None:
    row = POSTED[name]
    url = address(name, row, world)

    found = {person: _answer(row, url, getattr(world.cast, person)) for person in PEOPLE}

    assert found == {person: row.status_for(person) for person in PEOPLE}


@pytest.mark.parametrize("name", POSTED)
def test_only_who_may_open_it_has_it_made(world: Any, name: str) -> None:
    row = POSTED[name]
    url = address(name, row, world)
    Paper.objects.all().delete()

    for person in PEOPLE:
        if row.status_for(person) != 302:
            client = Client()
            sign_in(client, getattr(world.cast, person))
            client.post(url)

    assert not Paper.objects.exists()


@pytest.mark.parametrize("name", POSTED)
def test_a_stranger_asks_nothing(world: Any, name: str) -> None:
    url = address(name, POSTED[name], world)
    Paper.objects.all().delete()

    assert Client().post(url).status_code == 302
    assert not Paper.objects.exists()
