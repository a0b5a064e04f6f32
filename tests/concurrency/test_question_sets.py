"""Two administrators, or one with two clicks, at the same moment (VS-1, VS-3, VS-4)."""

from functools import partial

import pytest

from audit.models import AuditEvent
from cases.callbacks.services import (
    QuestionText,
    change_question_set,
    create_question_set,
    publish_question_set,
)
from cases.models import CallbackSubject, QuestionSet, QuestionSetVersion
from clusters.models import User
from tests.concurrency.conftest import done, refused, together
from tests.factories.cases import SubjectFactory
from tests.factories.question_sets import version_with

ROUNDS = range(6)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def rounds():
    """A draft of its own for every round."""
    for number in ROUNDS:
        subject = SubjectFactory(code=f"ronde-{number}")
        yield version_with({"text": "Begin?"}, draft=True, question_set__subject=subject)


def me(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def test_two_clicks_on_publish_make_one_version(cast):
    for draft in rounds():
        act = partial(publish_question_set, set_id=draft.question_set_id, stamp=draft.stamp)

        results = together(*(partial(act, by=me(cast.application_manager)) for _ in range(3)))

        assert {version.pk for version in done(results)} == {draft.pk}
        assert draft.question_set.versions.published().count() == 1
        assert AuditEvent.objects.filter(object_id=str(draft.question_set_id)).count() == 1


def test_of_two_who_save_one_is_told(cast):
    for draft in rounds():
        act = partial(change_question_set, set_id=draft.question_set_id, stamp=draft.stamp)
        texts = ("Van de een?", "Van de ander?")

        results = together(
            *(
                partial(act, questions=[QuestionText(text)], by=me(cast.application_manager))
                for text in texts
            )
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)
        kept = QuestionSetVersion.objects.get(question_set=draft.question_set_id)
        assert kept.questions.get().text in texts


def test_two_who_change_what_is_asked_make_one_draft(cast):
    for live in rounds():
        publish_question_set(
            set_id=live.question_set_id, stamp=live.stamp, by=me(cast.application_manager)
        )
        act = partial(change_question_set, set_id=live.question_set_id, stamp=live.stamp)

        results = together(
            *(
                partial(act, questions=[QuestionText(text)], by=me(cast.application_manager))
                for text in ("A?", "B?", "C?")
            )
        )

        assert len(done(results)) == 1
        assert live.question_set.versions.count() == 2


def test_two_clicks_make_one_set(cast):
    for code in ("geld", "wonen", "gezin"):
        subject = CallbackSubject.objects.get(code=code)
        act = partial(create_question_set, subject=subject, team=None)

        results = together(*(partial(act, by=me(cast.application_manager)) for _ in range(3)))

        assert {made.pk for made in done(results)} == {QuestionSet.objects.get(subject=subject).pk}
