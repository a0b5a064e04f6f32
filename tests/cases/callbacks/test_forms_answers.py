"""The questions of a set as they are asked during a call."""

import pytest
from django.template import Context, Template

from cases.callbacks.forms.answers import NOT_ASKED, AnswersForm
from cases.callbacks.services import Answer
from cases.models import QuestionSetVersion
from tests.factories.question_sets import KINDS, version_of_every_kind, version_with

pytestmark = pytest.mark.django_db
RTL = "مرحبا، أحتاج إلى مساعدة 👩‍👩‍👧‍👦"
SCRIPT = "<script>alert(1)</script>"


def asked(*questions, **version):
    """A version with these questions, as the call finds it."""
    made = version_with(*questions, **version)
    return QuestionSetVersion.objects.prefetch_related("questions").get(pk=made.pk)


def form_of(version, *answers, prefix="q0-set"):
    """The form after these answers were given to the questions in order."""
    data = {f"{prefix}-a{place}": text for place, text in enumerate(answers, start=1)}
    return AnswersForm(version, data, prefix=prefix)


def html_of(form):
    template = Template("{% load crispy_forms_tags %}<form>{% crispy form %}</form>")
    return template.render(Context({"form": form}))


def errors_of(form):
    return {name: list(texts) for name, texts in form.errors.items()}


def test_there_is_a_field_per_question_and_the_right_control_for_each():
    form = AnswersForm(version_of_every_kind())
    page = html_of(form)

    assert list(form.fields) == ["a1", "a2", "a3", "a4"]
    assert 'type="text" name="q0-set-a1"' in page
    assert '<textarea name="q0-set-a2"' in page
    assert page.count('type="radio" name="q0-set-a3"') == 4  # three options, or not asked
    assert page.count('type="radio" name="q0-set-a4"') == 3


@pytest.mark.parametrize(("options", "tag"), [(5, 'type="radio"'), (6, "<select")])
def test_many_options_are_a_list_and_a_few_are_buttons(options, tag):
    lines = "\n".join(f"Keuze {number}" for number in range(options))

    assert tag in html_of(AnswersForm(asked({"kind": "choice", "options": lines})))


def test_the_length_of_a_text_is_announced_before_it_is_typed():
    page = html_of(AnswersForm(asked({"kind": "short"}, {"kind": "long"})))

    assert "Hoogstens 120 tekens." in page
    assert "Hoogstens 1.000 tekens." in page
    assert "maxlength" not in page  # nothing is cut off


@pytest.mark.parametrize("required", [True, False])
@pytest.mark.parametrize("kind", KINDS)
def test_only_what_the_set_requires_must_be_answered(kind, required):
    form = form_of(asked({"kind": kind, "is_required": required}))
    form = AnswersForm(form.version, {"q0-set-a1": ""})

    assert form.is_valid() is not required
    assert required or form.answers() == []


def test_the_answers_come_back_in_order_without_what_was_not_answered():
    form = form_of(version_of_every_kind(), " Twee ", "", "Energie", "Nee")

    assert form.is_valid()
    assert form.answers() == [
        Answer(1, "Vraag short?", "Twee"),
        Answer(3, "Vraag choice?", "Energie"),
        Answer(4, "Vraag yes_no?", "Nee"),
    ]


def test_what_need_not_be_asked_can_be_undone_without_script():
    form = AnswersForm(asked({"kind": "yes_no"}, {"kind": "yes_no", "is_required": True}))

    assert NOT_ASKED in form.fields["a1"].choices
    assert NOT_ASKED not in form.fields["a2"].choices
    assert html_of(form).count("checked") == 1


@pytest.mark.parametrize(("kind", "most"), [("short", 120), ("long", 1000)])
def test_a_text_is_refused_when_it_is_too_long_and_stays_as_it_was_typed(kind, most):
    version = asked({"kind": kind})

    assert form_of(version, "é" * most).is_valid()
    for length in (most + 1, 10_000):
        form = form_of(version, "x" * length)
        assert not form.is_valid()
        assert f"{length}" in errors_of(form)["a1"][0].replace(".", "")
        assert "x" * length in html_of(form)


def test_a_long_text_counts_an_enter_as_one():
    form = form_of(asked({"kind": "long"}), "a\r\nb")

    assert form.is_valid()
    assert form.answers()[0].answer == "a\nb"


def test_a_choice_that_is_gone_is_refused_by_name_and_said_again():
    form = form_of(asked({"kind": "choice", "text": "Wat is er met 50% korting?"}), "Water")

    assert errors_of(form) == {
        "a1": [
            "“Water” kan niet meer gekozen worden bij “Wat is er met 50% korting?”. Kies opnieuw."
        ]
    }
    assert "50% korting?”. Kies opnieuw." in html_of(form)


def test_errors_keep_the_other_answers():
    version = asked({"kind": "short"}, {"kind": "long"}, {"kind": "yes_no"}, {"is_required": True})
    page = html_of(form_of(version, "Blijft staan", "Ook dit", "Ja"))

    assert 'value="Blijft staan"' in page
    assert "\nOok dit</textarea>" in page
    assert page.count(" checked") == 1


OPTIONS = ['Zij zei: "nee", toen', "Huur, gas en licht", "'s Avonds", "<b>Vet</b>", "A & B", RTL]


@pytest.mark.parametrize("count", [5, 6])
def test_an_option_with_quotes_commas_or_tags_goes_to_and_fro(count):
    options = OPTIONS[:4] + OPTIONS[-1:] if count == 5 else OPTIONS
    version = asked({"kind": "choice", "options": "\n".join(options)})

    for option in options:
        form = form_of(version, option)
        assert form.is_valid()
        assert form.answers()[0].answer == option
    assert "<b>" not in html_of(AnswersForm(version))


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_administrator_wrote_is_text_and_never_html(kind):
    question = {"kind": kind, "text": SCRIPT, "help_text": f"{SCRIPT} {{{{ 1 }}}} %s"}
    if kind == "choice":
        question["options"] = f"{SCRIPT}\nAnders"
    version = asked({**question, "is_required": True})

    for form in (AnswersForm(version), form_of(version, SCRIPT), form_of(version, "")):
        page = html_of(form)
        assert "<script" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 1 }} %s" in page


def test_an_older_version_is_answered_after_a_newer_was_published():
    """A question set changed during the call: the call goes on with what it was shown."""
    old = asked({"kind": "choice", "options": "Huur\nGas"})
    new = asked({"kind": "choice", "options": "Lening"}, question_set=old.question_set, number=2)

    assert form_of(old, "Gas").is_valid()
    assert not form_of(new, "Gas").is_valid()


def test_two_sets_stand_in_one_form_without_a_tag_or_token_of_their_own():
    version = asked({})
    pages = [html_of(AnswersForm(version, prefix=f"q{number}-set")) for number in (0, 1)]

    assert 'name="q0-set-a1"' in pages[0]
    assert 'name="q1-set-a1"' in pages[1]
    for page in pages:
        assert (page.count("<form"), page.count("csrf")) == (1, 0)


def test_a_call_that_comes_back_shows_what_was_answered_before():
    version = asked({}, {"kind": "yes_no"})

    page = html_of(AnswersForm(version, initial={"a1": RTL, "a2": "Ja"}))

    assert f'value="{RTL}"' in page
    assert 'value="Ja" class="utrecht-radio-button utrecht-radio-button--html-input" ' in page
    assert page.count(" checked") == 1


@pytest.mark.parametrize("questions", [1, 12])
def test_one_and_twelve_questions_are_shown_without_a_query(questions, django_assert_num_queries):
    kinds = [{"kind": KINDS[number % 4]} for number in range(questions)]
    version = asked(*kinds)

    with django_assert_num_queries(0):
        page = html_of(AnswersForm(version))

    assert page.count('id="div_id_q0-set-a') == questions
