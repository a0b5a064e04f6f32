"""The question sets of the demo city: believable, proportionate, made through the services."""

from random import Random

import pytest
import time_machine
from django.core.management import call_command

from audit.models import AuditEvent
from cases.callbacks.forms.answers import AnswersForm
from cases.callbacks.forms.question_sets import DraftForm
from cases.demo.people import create_people
from cases.demo.question_sets import SAID, SETS, create_demo_answers, create_question_sets
from cases.models import CallbackAnswer, CallbackSubject, QuestionSet, live_version
from clusters.models import Team, User
from tests.cases.demo.conftest import NOW
from tests.factories.cases import CallbackFactory, SubjectFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def sets():
    """An organisation with its people, and the sets."""
    with time_machine.travel(NOW, tick=False):
        call_command("load_reference_data", verbosity=0)
        create_people()
        create_question_sets(NOW)
        yield list(QuestionSet.objects.for_list())


def test_there_are_sets_for_many_subjects_one_team_and_one_draft(sets):
    assert len({made.subject_id for made in sets}) >= 4
    assert all(made.live_number == 1 for made in sets)
    assert [str(made.team) for made in sets if made.team] == ["Wijkteam Haven"]
    assert [made.subject.code for made in sets if made.has_draft] == ["wonen"]


def test_the_people_of_the_demo_made_them_before_today(sets):
    for made in sets:
        live = live_version(made.subject_id, made.team_id)
        assert live.made_at < live.published_at < NOW
        assert live.made_by.job_title == "Functioneel beheerder"
    assert AuditEvent.objects.filter(code="question_set.published").count() == len(SETS)


def test_every_question_could_be_typed_on_the_screen(sets):
    for made in sets:
        shown = DraftForm.showing(made.versions.newest())
        data = {"q-TOTAL_FORMS": str(len(shown.rows.forms)), "q-INITIAL_FORMS": "0"}
        for number, row in enumerate(shown.rows.typed()):
            data |= {f"q-{number}-{name}": value for name, value in row.items() if value}
        assert DraftForm(data).is_valid()


@pytest.mark.parametrize("word", ["ziek", "medicijn", "diagnose", "bsn", "geloof", "inkomen"])
def test_no_question_asks_what_the_team_does_not_need(word):
    asked = [question.text.lower() for _, _, *sets in SETS for each in sets for question in each]

    assert asked
    assert [text for text in asked if word in text] == []


@pytest.mark.parametrize("urgency", ["spoed", "normaal"])
def test_callers_say_things_that_fit(sets, urgency):
    desk = User.objects.get(job_title="Medewerker klantcontact", first_name="Priya")
    haven = Team.objects.get(code="wijkteam-haven")
    rng = Random(3)
    for code, *_ in SETS:
        subject = CallbackSubject.objects.get(code=code)
        callback = CallbackFactory(subject=subject, team=haven, urgency=urgency)

        create_demo_answers(callback=callback, by=desk, rng=rng)

        version = live_version(subject.pk, haven.pk)
        given = {
            row.question: row.answer for row in CallbackAnswer.objects.filter(callback=callback)
        }
        data = {
            f"q0-set-a{each.position}": given.get(each.text, "") for each in version.questions.all()
        }
        assert AnswersForm(version, data).is_valid()
        in_need = {
            each.text: each.help_text.startswith("Bij “ja”")
            for each in version.questions.all()
            if "spoed" in each.help_text
        }
        for text, yes_is_urgent in in_need.items():
            assert (given[text] == "Ja") is (yes_is_urgent == (urgency == "spoed"))


def test_a_request_without_a_set_gets_no_answers(sets):
    callback = CallbackFactory(subject=SubjectFactory(code="anders"))

    rng = Random(3)
    create_demo_answers(callback=callback, by=callback.registered_by, rng=rng)

    assert not CallbackAnswer.objects.exists()


def test_there_is_something_to_say_to_every_open_question():
    texts = {
        question.text
        for _, _, *sets in SETS
        for each in sets
        for question in each
        if question.kind in ("short", "long")
    }

    assert texts == set(SAID)
