"""What a form makes of what was typed: nothing lost, and only choices that can be."""

import uuid

import pytest

from cases.advice.forms import AnswerForm, AskForm, WithdrawForm
from tests.cases.advice.conftest import seat
from tests.factories.advice import specialist
from tests.factories.dossiers import HelpRequestFactory


def told(person=None, **own):
    key = {"submission_key": str(uuid.uuid4())}
    who = f"collega-{seat(person).pk}" if person else "buiten"
    return key | {"asked_of": who, "kind": "consult", "words": "Wat raad je aan?"} | own


def test_the_form_gives_a_colleague_a_wish_and_the_data(question, cast, mate):
    own = {"question": str(question.pk), "categories": ["gezondheid"], "is_anonymous": "on"}
    form = AskForm(told(mate, **own), file=question.file, by=cast.handler)

    assert form.is_valid(), form.errors
    asked = form.cleaned_data
    assert asked["recipient"].colleague == seat(mate)
    assert (asked["wish"].question, asked["wish"].is_anonymous) == (question, True)
    assert [row.code for row in asked["sharing"].data] == ["gezondheid"]


def test_somebody_outside_has_a_kind_and_a_name(file, cast):
    form = AskForm(told(), file=file, by=cast.handler)
    assert set(form.errors) == {"kind_of_recipient", "name"}

    own = {"kind_of_recipient": "wi", "name": "W. Werk", "organisation": "Gemeente"}
    form = AskForm(told(**own), file=file, by=cast.handler)
    assert form.is_valid(), form.errors
    who = form.cleaned_data["recipient"]
    assert (who.colleague, who.kind.code, who.name) == (None, "wi", "W. Werk")


@pytest.mark.parametrize(
    ("own", "fault"),
    [
        ({"asked_of": ""}, "asked_of"),
        ({"asked_of": "collega-0"}, "asked_of"),
        ({"words": " "}, "words"),
        ({"words": "x" * 2001}, "words"),
        ({"kind": "zin"}, "kind"),
        ({"categories": ["hulpvraag"]}, "categories"),
        ({"question": str(uuid.UUID(int=1))}, "question"),
        ({"submission_key": ""}, "submission_key"),
    ],
    ids=str,
)
def test_what_cannot_be(file, cast, mate, own, fault):
    assert list(AskForm(told(mate, **own), file=file, by=cast.handler).errors) == [fault]


def test_a_question_of_another_dossier_is_no_choice(file, cast, mate):
    other = HelpRequestFactory()
    form = AskForm(told(mate, question=str(other.pk)), file=file, by=cast.handler)
    assert list(form.errors) == ["question"]


def test_who_is_near_comes_first_and_oneself_is_no_choice(file, cast, mate, near, sst):
    specialist(cast.handler)
    form = AskForm(file=file, by=cast.handler)
    groups = dict(form.fields["asked_of"].choices)
    names = [label for _, label in groups["Collega's"]]

    assert names[:2] == [
        f"{mate} (uw team): {mate.specialisms.get()}",
        f"{near} (Team Naast): {near.specialisms.get()}",
    ]
    assert f"{sst} (SST)" in names[2:]
    assert str(cast.handler) not in " ".join(names)


def test_the_answers():
    assert list(AnswerForm({"words": " "}).errors) == ["words"]
    assert list(AnswerForm({"words": "x" * 4001}).errors) == ["words"]
    assert list(WithdrawForm({}).errors) == ["words"]
