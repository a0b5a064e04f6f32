"""The forms of the acts: what is missing is said, what was typed stays, also on a stale form."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from cases.callbacks import forms
from cases.callbacks.forms.acts import ActForm
from cases.models import CallbackAttempt, CallbackOutcome, CallbackRequest
from tests.cases.callbacks.acts import ready_for
from tests.cases.callbacks.pages import ODD, TOO_LONG, answers_in, errors_of, lost_from, text_of
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY

pytestmark = pytest.mark.usefixtures("monday")

PAGES = {  # act → page, form, answers that cannot be right, and which of them a browser drops
    "forward": ("callback-forward", forms.ForwardForm, {"team": "", "reason": ODD}),
    "assign": ("callback-assign", forms.AssignForm, {"person": ""}),
    "attempt": (
        "callback-attempt",
        forms.AttemptForm,
        {
            "submission_key": "11111111-1111-4111-8111-111111111111",
            "result": "later",
            "again_day": "2026-11-29",
            "again_time": "03:00",
            "outcome": "",
            "note": ODD,
        },
    ),
    "next_step": (
        "callback-next-step",
        forms.NextStepForm,
        {"choice": "visit", "until": "2026-11-29", "phone": "112"},
    ),
    "pause": ("callback-pause", forms.PauseForm, {"pause_reason": "away", "until": "29-11-2026"}),
    "close": ("callback-close", forms.CloseForm, {"outcome": "", "outcome_note": ODD}),
    "reopen": ("callback-reopen", forms.ReopenForm, {"reason": TOO_LONG}),
}


def test_every_form_of_an_act_is_asked():
    def below(form):
        return {form, *(each for sub in form.__subclasses__() for each in below(sub))}

    assert {form for _, form, _ in PAGES.values()} == below(ActForm) - {
        ActForm,
        forms.acts.UntilForm,
        forms.acts.SafeContactForm,  # about the person; asked in test_views_card
    }


@pytest.mark.parametrize("name", PAGES)
def test_after_an_invalid_post_every_typed_value_is_still_there(cast, as_user, name):
    url_name, form, answers = PAGES[name]
    assert set(answers) == set(form.base_fields), "every field is typed"
    callback = ready_for(name, cast)

    response = as_user(cast.handler).post(reverse(url_name, args=[callback.pk]), answers)

    assert response.status_code == 200
    assert errors_of(response)
    assert lost_from(response, answers) == {}


@pytest.mark.parametrize(
    ("answers", "field", "words"),
    [
        ({"result": ""}, "result", "verplicht"),
        ({"result": "later"}, "again_day", "dag en tijd"),
        ({"result": "later", "again_day": "2026-11-24"}, "again_day", "dag en tijd"),
        (
            {"result": "later", "again_day": "2026-11-23", "again_time": "09:00"},
            "again_day",
            "voorb",
        ),
        ({"result": "no_answer", "outcome": "geldig"}, "outcome", "gesproken"),
        ({"result": "spoken", "note": TOO_LONG}, "note", "1000"),
        ({"result": "spoken", "submission_key": ""}, "submission_key", "Open de pagina opnieuw"),
    ],
)
def test_an_attempt_says_what_is_missing(cast, as_user, answers, field, words):
    callback = ready_for("attempt", cast)
    if answers.get("outcome"):
        answers = {**answers, "outcome": str(CallbackOutcome.objects.first().pk)}
    answers = {"submission_key": str(uuid.uuid4()), **answers}

    response = as_user(cast.handler).post(reverse("callback-attempt", args=[callback.pk]), answers)

    assert list(errors_of(response)) == [field]
    assert words in errors_of(response)[field][0]
    assert lost_from(response, answers) == {}
    assert not CallbackAttempt.objects.exists()


def test_an_attempt_sent_twice_from_the_browser_is_one_attempt(cast, as_user):
    callback = ready_for("attempt", cast)
    client = as_user(cast.handler)
    url = reverse("callback-attempt", args=[callback.pk])
    answers = answers_in(client.get(url)) | {"result": "voicemail"}

    assert [client.post(url, answers).status_code for _ in range(2)] == [302, 302]
    assert CallbackAttempt.objects.count() == 1


def test_a_stale_form_says_what_happened_and_keeps_the_text(cast, as_user):
    """The manager closed it while the handler was still typing."""
    callback = ready_for("close", cast)
    client, url = as_user(cast.handler), reverse("callback-close", args=[callback.pk])
    client.get(url)
    outcome = CallbackOutcome.objects.get(code="melding")
    CallbackRequest.objects.filter(pk=callback.pk).update(
        state="closed", outcome=outcome, closed_at=MONDAY
    )
    answers = {"outcome": str(outcome.pk), "outcome_note": "Een lang verhaal."}

    response = client.post(url, answers)

    assert response.status_code == 200
    assert errors_of(response)["__all__"] == ["Afsluiten kan niet meer: de status is “afgesloten”."]
    assert lost_from(response, answers) == {}
    assert "Een lang verhaal." not in CallbackRequest.objects.get().outcome_note


def test_a_form_about_what_left_my_desk_keeps_the_text(cast, as_user):
    """The manager gave it to a colleague while the handler was still typing."""
    callback = ready_for("attempt", cast)
    CallbackRequest.objects.filter(pk=callback.pk).update(handler=cast.team_worker)
    answers = {"submission_key": str(uuid.uuid4()), "result": "spoken", "note": "Lang verhaal."}

    response = as_user(cast.handler).post(reverse("callback-attempt", args=[callback.pk]), answers)

    assert response.status_code == 403
    assert f"maar bij {cast.team_worker}" in errors_of(response)["__all__"][0]
    assert lost_from(response, answers) == {}
    assert not CallbackAttempt.objects.exists()


@pytest.mark.parametrize("name", PAGES)
def test_only_who_may_be_chosen_is_offered(cast, as_user, name):
    page = as_user(cast.handler).get(reverse(PAGES[name][0], args=[ready_for(name, cast).pk]))

    assert page.status_code == 200
    assert "Contact Centre" not in page.content.decode().split("<main")[-1]


def test_a_colleague_who_left_is_not_offered(cast, as_user, noord):
    gone = MembershipFactory(team=noord, valid_until=MONDAY.date() - timedelta(days=1)).user
    callback = ready_for("assign", cast)

    form = as_user(cast.handler).get(reverse("callback-assign", args=[callback.pk])).context["form"]

    offered = set(form.fields["person"].queryset)
    assert offered == {cast.team_worker, cast.team_manager, cast.handler}
    assert gone not in offered


@pytest.mark.parametrize("number", ["forwarded", "unknown"])
def test_a_form_about_what_left_my_team_keeps_the_text_and_tells_nothing(cast, as_user, number):
    """Forwarded while the handler was typing; a number that does not exist looks the same."""
    callback = ready_for("attempt", cast, question="kanarie-vraag")
    CallbackRequest.objects.filter(pk=callback.pk).update(team=cast.elsewhere)
    pk = callback.pk if number == "forwarded" else callback.pk + 99
    answers = {"submission_key": str(uuid.uuid4()), "result": "spoken", "note": ODD}

    response = as_user(cast.handler).post(reverse("callback-attempt", args=[pk]), answers)

    assert response.status_code == 404
    assert ODD in text_of(response)
    page = response.content.decode()
    assert "<script>alert" not in page
    for secret in ("kanarie-vraag", str(callback.resident), callback.reference):
        assert secret not in page
    assert not CallbackAttempt.objects.exists()


def test_a_form_without_a_story_about_what_is_not_there_is_plainly_not_found(cast, as_user):
    response = as_user(cast.handler).post(reverse("callback-pause", args=[999]), {"until": "x"})

    assert response.status_code == 404
    assert "Dit is wat u typte" not in response.content.decode()


def test_waiting_till_a_day_that_was_not_given_is_said_at_the_field(cast, as_user):
    callback = ready_for("pause", cast)

    response = as_user(cast.handler).post(
        reverse("callback-pause", args=[callback.pk]), {"pause_reason": "away", "until": ""}
    )

    assert errors_of(response) == {"until": ["Vul in tot wanneer u wacht."]}
