"""What is asked: written as a draft, published as a version, kept for ever (VS-1 … VS-5)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.callbacks.services import (
    QuestionText,
    change_question_set,
    create_question_set,
    publish_question_set,
    restore_question_set,
    retire_question_set,
)
from cases.models import (
    CallbackSubject,
    QuestionSet,
    QuestionSetVersion,
    live_version,
    pinned_version,
)
from common.errors import RuleViolation
from tests.factories.cases import MONDAY
from tests.factories.question_sets import version_of_every_kind, version_with

pytestmark = pytest.mark.usefixtures("monday")
ONE, OTHER = QuestionText("Eén?"), QuestionText("Een andere?")
CHOICE = QuestionText("Welke?", kind="choice", options="Huur\nEnergie")


def subject(code="geld"):
    return CallbackSubject.objects.get(code=code)


def begin(by, *questions, team=None, code="geld"):
    """A set of which these questions are the draft."""
    made = create_question_set(subject=subject(code), team=team, by=by)
    change(made, by, *questions)
    return made


def change(made, by, *questions, stamp=None):
    stamp = made.versions.newest().stamp if stamp is None else stamp
    return change_question_set(set_id=made.pk, stamp=stamp, questions=questions, by=by)


def publish(made, by, stamp=None):
    stamp = made.versions.newest().stamp if stamp is None else stamp
    return publish_question_set(set_id=made.pk, stamp=stamp, by=by)


def texts(version):
    return [question.text for question in version.questions.order_by("position")]


def audit_of(made):
    rows = AuditEvent.objects.filter(object_type="cases.questionset", object_id=str(made.pk))
    return list(rows.order_by("pk").values_list("code", flat=True))


# --- beginning a set


def test_a_set_begins_with_an_empty_draft(cast):
    made = create_question_set(subject=subject(), team=None, by=cast.application_manager)

    draft = made.versions.newest()
    assert (draft.number, draft.is_draft, draft.made_by) == (1, True, cast.application_manager)
    assert (texts(draft), audit_of(made)) == ([], ["question_set.created"])
    assert live_version(subject().pk, None) is None


def test_a_set_of_a_team_can_begin_with_what_all_teams_ask(cast, noord):
    source = version_of_every_kind()

    made = create_question_set(
        subject=subject(), team=noord, copy=True, by=cast.application_manager
    )

    copied = made.versions.newest()
    contents = [[each.content for each in row.questions.all()] for row in (source, copied)]
    assert contents[0] == contents[1]
    assert copied.is_draft


def test_there_must_be_something_to_copy(cast, noord):
    with pytest.raises(RuleViolation) as refused:
        create_question_set(subject=subject(), team=noord, copy=True, by=cast.application_manager)

    assert refused.value.field == "copy"
    assert not QuestionSet.objects.exists()


@pytest.mark.parametrize(("draft", "mine"), [(True, False), (False, True)])
def test_only_a_draft_that_i_just_began_is_my_second_click(cast, draft, mine):
    own = {"made_by": cast.application_manager} if mine else {}
    version_with({}, draft=draft, **own)

    with pytest.raises(RuleViolation, match="al een vragenset"):
        create_question_set(subject=subject(), team=None, by=cast.application_manager)


@pytest.mark.parametrize("of_team", [True, False])
def test_a_second_set_for_the_same_subject_and_team_is_refused(cast, noord, of_team):
    team = noord if of_team else None
    version_with({}, question_set__team=team)

    with pytest.raises(RuleViolation, match="al een vragenset") as refused:
        create_question_set(subject=subject(), team=team, by=cast.application_manager)

    assert refused.value.field == "subject"


def test_beginning_twice_is_one_set_and_one_line(cast):
    made = [
        create_question_set(subject=subject(), team=None, by=cast.application_manager)
        for _ in range(2)
    ]

    assert made[0] == made[1]
    assert audit_of(made[0]) == ["question_set.created"]


# --- VS-2, VS-3, VS-4: writing


def test_a_draft_is_rewritten_in_place(cast, time_machine):
    made = begin(cast.application_manager, ONE)
    time_machine.move_to(MONDAY + timedelta(hours=1), tick=False)

    draft = change(made, cast.application_manager, OTHER, CHOICE)

    assert (draft.number, texts(draft), draft.made_at.hour) == (1, ["Een andere?", "Welke?"], 10)
    assert made.versions.count() == 1
    assert audit_of(made) == ["question_set.created"] + ["question_set.changed"] * 2


def test_changing_what_is_asked_makes_a_draft_beside_it(cast):
    made = begin(cast.application_manager, ONE)
    asked = publish(made, cast.application_manager)

    draft = change(made, cast.application_manager, ONE, OTHER)

    assert (draft.number, draft.is_draft, texts(draft)) == (2, True, ["Eén?", "Een andere?"])
    assert live_version(subject().pk, None) == asked
    assert texts(asked) == ["Eén?"]


def test_saving_what_is_there_already_changes_nothing(cast):
    made = begin(cast.application_manager, ONE, CHOICE)
    before = audit_of(made)
    publish(made, cast.application_manager)

    same = change(made, cast.application_manager, ONE, CHOICE, stamp="")

    assert (same.number, same.is_draft) == (1, False)
    assert audit_of(made) == [*before, "question_set.published"]


def test_the_second_of_two_administrators_is_refused_and_the_first_stays(cast):
    made = begin(cast.application_manager, ONE)
    stamp = made.versions.newest().stamp
    change(made, cast.application_manager, OTHER, stamp=stamp)

    with pytest.raises(RuleViolation, match="intussen gewijzigd") as refused:
        change(made, cast.application_manager, CHOICE, stamp=stamp)

    assert refused.value.field == "stamp"
    assert texts(made.versions.newest()) == ["Een andere?"]


def test_a_form_of_before_the_publication_goes_on_when_nothing_else_changed(cast):
    made = begin(cast.application_manager, ONE)
    stamp = made.versions.newest().stamp
    publish(made, cast.application_manager)

    assert change(made, cast.application_manager, OTHER, stamp=stamp).number == 2


@pytest.mark.parametrize(
    ("questions", "words"),
    [
        ([ONE] * 13, "hoogstens 12"),
        ([QuestionText("Welke?", kind="choice", options="Huur")], "minstens 2 keuzes"),
        ([QuestionText("Welke?", kind="choice", options="Huur\nHuur")], "minstens 2 keuzes"),
        ([QuestionText("Welke?", kind="yes_no", options="Huur\nGas")], "geen keuzevraag"),
    ],
)
def test_questions_that_cannot_be_asked_are_refused(cast, questions, words):
    made = begin(cast.application_manager, ONE)

    with pytest.raises(RuleViolation, match=words):
        change(made, cast.application_manager, *questions)

    assert texts(made.versions.newest()) == ["Eén?"]


def test_twelve_questions_are_possible(cast):
    made = begin(cast.application_manager, *[ONE] * 12)

    assert len(texts(publish(made, cast.application_manager))) == 12


# --- publishing


def test_publishing_makes_the_draft_what_is_asked(cast):
    made = begin(cast.application_manager, ONE)
    first = publish(made, cast.application_manager)
    change(made, cast.application_manager, OTHER)

    second = publish(made, cast.application_manager)

    assert live_version(subject().pk, None) == second
    assert (second.published_at, second.published_by) == (MONDAY, cast.application_manager)
    assert (texts(first), texts(second)) == (["Eén?"], ["Een andere?"])
    assert audit_of(made).count("question_set.published") == 2


def test_publishing_twice_is_one_version_and_one_line(cast):
    made = begin(cast.application_manager, ONE)
    stamp = made.versions.newest().stamp

    versions = {publish(made, cast.application_manager, stamp).pk for _ in range(2)}

    assert (len(versions), made.versions.count()) == (1, 1)
    assert audit_of(made).count("question_set.published") == 1


def test_only_what_was_looked_at_is_published(cast):
    made = begin(cast.application_manager, ONE)
    stamp = made.versions.newest().stamp
    change(made, cast.application_manager, OTHER)

    with pytest.raises(RuleViolation, match="Bekijk het voorbeeld opnieuw"):
        publish(made, cast.application_manager, stamp)

    assert live_version(subject().pk, None) is None


def test_a_set_without_questions_is_not_published(cast):
    made = create_question_set(subject=subject(), team=None, by=cast.application_manager)

    with pytest.raises(RuleViolation, match="nog geen vragen"):
        publish(made, cast.application_manager)


# --- VS-5: out of use and back


def test_a_retired_set_is_not_asked_and_comes_back_as_it_was(cast, noord):
    for_all = version_with({})
    own = version_with({}, question_set__team=noord)
    by = cast.application_manager

    for _ in range(2):
        retire_question_set(set_id=own.question_set_id, by=by)
    assert live_version(subject().pk, noord.pk) == for_all
    assert pinned_version(own.pk) == own

    for _ in range(2):
        restore_question_set(set_id=own.question_set_id, by=by)
    assert live_version(subject().pk, noord.pk) == own
    assert audit_of(own.question_set) == ["question_set.retired", "question_set.restored"]


def test_a_retired_set_is_written_but_not_published(cast):
    made = begin(cast.application_manager, ONE)
    retire_question_set(set_id=made.pk, by=cast.application_manager)
    change(made, cast.application_manager, OTHER)

    with pytest.raises(RuleViolation, match="weer in gebruik"):
        publish(made, cast.application_manager)


@pytest.mark.parametrize("person", ["contact_centre", "team_manager", "privacy_officer"])
def test_nobody_but_the_functional_administrator_keeps_sets(cast, person):
    version = version_with({}, draft=True)
    made, by = version.question_set, getattr(cast, person)
    acts = [
        lambda: create_question_set(subject=subject("gezin"), team=None, by=by),
        lambda: change(made, by, OTHER),
        lambda: publish(made, by),
        lambda: retire_question_set(set_id=made.pk, by=by),
        lambda: restore_question_set(set_id=made.pk, by=by),
    ]
    for act in acts:
        with pytest.raises(PermissionDenied):
            act()
    assert QuestionSetVersion.objects.get().is_draft
    assert not AuditEvent.objects.exists()
