"""Every code of the house has words for the privacy officer."""

import ast
from pathlib import Path

import pytest

from audit.labels import CODES, code_label, ground, object_label, sentence
from audit.who import ROLES
from cases.callbacks.models import ReminderKind, StepTaken
from clusters.models import Role

ROOT = Path(__file__).resolve().parents[2]
APPS = ("audit", "budgets", "cases", "clusters", "dashboards")


POSITION = {"record": 0, "Line": 0, "record_view": 1}


def written_codes() -> set[str]:
    """Every code that is written out in a call of record, record_view or Line."""
    found = set()
    for path in (path for app in APPS for path in (ROOT / app).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            name = getattr(getattr(node, "func", None), "id", "")
            if isinstance(node, ast.Call) and name in POSITION:
                found |= {
                    argument.value
                    for argument in node.args[POSITION[name] : POSITION[name] + 1]
                    if isinstance(argument, ast.Constant)
                }
    return found


def test_every_code_in_the_source_has_words():
    """A new code gets a line in audit/labels.py: a name for the list and a phrase."""
    assert written_codes() - set(CODES) == set()


def test_every_step_and_reminder_of_a_callback_has_words():
    built = {f"callback.{step}" for step in StepTaken}
    built |= {f"callback.reminded.{kind}" for kind in ReminderKind}

    assert built - set(CODES) == set()


def test_every_role_has_words():
    assert set(ROLES) == set(Role.values)


@pytest.mark.parametrize("code", CODES)
def test_every_phrase_is_a_sentence(code):
    text = sentence(code, "M. de Boer", "terugbelverzoek 12")

    assert text.startswith("M. de Boer ")
    assert "{" not in text


def test_sentence_of_an_unknown_code_is_readable():
    assert sentence("kraan.gedicht", "", "kraan 3") == "Het systeem kraan.gedicht kraan 3"
    assert code_label("kraan.gedicht") == "kraan.gedicht"


def test_failed_sign_in_is_by_somebody_not_by_the_system():
    assert sentence("login.failed", "", "").startswith("Iemand probeerde")


def test_object_reads_as_the_model_calls_itself():
    assert object_label("clusters.user") == "medewerker"
    assert object_label("verdwenen.model") == "verdwenen.model"
    assert object_label("callback") == "callback"


@pytest.mark.parametrize(
    ("rule", "relation", "text"),
    [
        ("", "", ""),
        ("team_worker:claim", "scope", "regel “wijkwerker: claim”, binnen het eigen gebied"),
        ("handler:close", "handler", "regel “als behandelaar: close”"),
    ],
)
def test_ground_in_words(rule, relation, text):
    assert ground(rule, relation) == text
