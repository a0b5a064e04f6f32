"""The short way to a new database makes what the long way makes (ADR 38)."""

from typing import Any

import pytest
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState, ProjectState

from common.creating import CreateModels

OURS = ("audit", "budgets", "cases", "clusters", "dashboards")


def _facts(state: ModelState) -> dict[str, Any]:
    """What a table is made of; the order of constraints and indexes says nothing."""
    options = dict(state.options)
    for name in ("constraints", "indexes"):
        parts = options.pop(name, [])
        options[name] = {part.name: part.deconstruct() for part in parts}
    fields = {name: field.deconstruct()[1:] for name, field in state.fields.items()}
    return {"fields": fields, "options": options, "bases": state.bases}


def _tables(state: ProjectState) -> dict[Any, Any]:
    return {key: _facts(one) for key, one in state.models.items() if key[0] in OURS}


def test_the_squashed_migrations_end_where_the_single_ones_end():
    long_way = MigrationLoader(None, replace_migrations=False)
    last = [key for key in long_way.graph.leaf_nodes() if "squashed" not in key[1]]
    short_way = MigrationLoader(None)

    assert {"0001_squashed_0008", "0001_squashed_0025"} <= {key[1] for key in short_way.graph.nodes}
    assert _tables(long_way.project_state(last)) == _tables(short_way.project_state())


@pytest.fixture
def two() -> CreateModels:
    """Two tables of which the first points to the second."""
    key = ("id", models.BigAutoField(primary_key=True))
    child = ("parent", models.ForeignKey("cases.MadeParent", models.CASCADE))
    return CreateModels(
        models=[
            migrations.CreateModel("MadeChild", [key, child]),
            migrations.CreateModel("MadeParent", [key]),
        ]
    )


@pytest.mark.django_db(transaction=True)
def test_tables_that_point_ahead_are_made_and_go_away(two):
    from django.db import connection

    before, after = ProjectState(), ProjectState()
    two.state_forwards("cases", after)
    with connection.schema_editor() as editor:
        two.database_forwards("cases", editor, before, after)
    assert {"cases_madechild", "cases_madeparent"} <= set(connection.introspection.table_names())

    with connection.schema_editor() as editor:
        two.database_backwards("cases", editor, after, before)
    assert "cases_madechild" not in connection.introspection.table_names()


def test_it_says_what_it_does(two):
    assert two.describe() == "Create 2 models"
    assert two.references_model("MadeParent", "cases")
    assert not two.references_model("Other", "cases")
    assert two.reduce(migrations.RunPython(migrations.RunPython.noop), "cases") is False
