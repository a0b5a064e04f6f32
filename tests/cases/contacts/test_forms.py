"""Bad input in a call: said at the field in Dutch, everything typed is still there (design 9)."""

import pytest
from django.urls import reverse

from cases.models import CallbackRequest, CallbackSubject, CallDraft
from clusters.models import Neighbourhood
from tests.cases.callbacks.pages import ODD, TOO_LONG, answers_in, lost_from, text_of

pytestmark = pytest.mark.usefixtures("noord")

UNCHOOSABLE = {"subject", "urgency", "neighbourhood"}
"""Fields of which a browser can only send what is offered."""
OF_QUESTION = ("subject", "question", "urgency", "window_day", "window_from", "window_until")
NOT_SHOWN = {"window", "version", "number"}
"""Names that are another on every page."""


def field_name(name):
    """The name of a field in the form: those of the first question have its prefix."""
    return f"q0-{name}" if name in OF_QUESTION else name


def good_answers(**changed):
    """A call with one callback, as a browser sends it."""
    answers = {
        "version": "1",
        "window": "w1",
        "count": "1",
        "channel": "telefoon",
        "name": "A. Jansen",
        "phone": "06 12345678",
        "birth_date": "1950-02-28",
        "postcode": "1315 AA",
        "house_number": "12 A",
        "neighbourhood": "",
        "subject": str(CallbackSubject.objects.get(code="geld").pk),
        "question": "Mag ik iets vragen?",
        "urgency": "normaal",
        "window_day": "",
        "window_from": "",
        "window_until": "",
        "language": "Arabisch",
        "needs_interpreter": "on",
        **changed,
    }
    return {"q0-result": "callback"} | {field_name(name): text for name, text in answers.items()}


def post(client, answers):
    """End the call that is on the line, or open one and end it."""
    draft = CallDraft.objects.first()
    if draft is None:
        client.post(reverse("contact-open"))
        draft = CallDraft.objects.get()
    version = {"version": str(draft.version)}
    url = reverse("contact-call", args=[draft.pk])
    return client.post(url, {**answers, **version, "do": "finish"})


def errors_of(response):
    """The messages of the call, per field."""
    return {
        form.add_prefix(name): list(texts)
        for _place, form in response.context["form"].errors()
        for name, texts in form.errors.items()
    }


def lost(response, answers):
    """What was typed and is no longer on the page."""
    kept = {name: text for name, text in answers.items() if name not in NOT_SHOWN}
    return lost_from(response, kept)


def test_a_good_form_makes_a_request_and_goes_to_the_answer(desk_client):
    response = post(desk_client, good_answers())

    callback = CallbackRequest.objects.get()
    assert response.status_code == 302
    contact_id = callback.contact_questions.get().contact_id
    assert response.url == reverse("contact-ended", args=[contact_id])


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"postcode": "9999 ZZ"}, "postcode", "Deze postcode staat niet in de tabel."),
        ({"postcode": "straat"}, "postcode", "vier cijfers en twee letters"),
        ({"postcode": ""}, "postcode", "Vul een postcode in, of kies de wijk"),
        ({"phone": "112"}, "phone", "te kort of te lang"),
        ({"phone": "14 036"}, "phone", "14-nummers"),
        ({"phone": "+3114036"}, "phone", "14-nummers"),
        ({"phone": "0900-1234"}, "phone", "servicenummer"),
        ({"phone": ""}, "phone", "Vul het nummer in"),
        ({"name": ""}, "name", "Vul de naam in, of kies “anoniem”."),
        ({"name": "x" * 121}, "name", "120"),
        ({"birth_date": "1900-01-01"}, "birth_date", "langer dan 120 jaar geleden"),
        ({"birth_date": "2026-11-24"}, "birth_date", "niet in de toekomst"),
        ({"birth_date": "31-02-1950"}, "birth_date", "dd-mm-jjjj"),
        ({"house_number": "A"}, "house_number", "begint met een cijfer"),
        ({"question": ""}, "question", "waarover"),
        ({"question": TOO_LONG}, "question", "1000"),
        ({"subject": ""}, "subject", "Kies een onderwerp"),
        ({"subject": "999999"}, "subject", "geldige keuze"),
        ({"urgency": ""}, "urgency", "Kies hoe dringend"),
        ({"urgency": "gisteren"}, "urgency", "gisteren"),
        ({"language": "x" * 41}, "language", "40"),
        ({"neighbourhood": "999999"}, "neighbourhood", "geldige keuze"),
    ],
)
def test_a_wrong_answer_is_said_at_its_field_and_nothing_typed_is_lost(
    desk_client, changed, field, words
):
    answers = good_answers(**changed)

    response = post(desk_client, answers)

    assert response.status_code == 200
    assert list(errors_of(response)) == [field_name(field)]
    assert words in errors_of(response)[field_name(field)][0]
    assert words in text_of(response)
    unchoosable = {"subject", "urgency", "neighbourhood"} & set(changed)
    assert set(lost(response, answers)) == {
        field_name(name) for name in unchoosable if changed[name]
    }
    assert not CallbackRequest.objects.exists()


@pytest.mark.parametrize(
    ("window", "field", "words"),
    [
        (("2026-11-20", "10:00", "12:00"), "window_day", "voorbij"),
        (("1900-01-01", "10:00", "12:00"), "window_day", "voorbij"),
        (("0001-01-01", "00:00", "00:01"), "window_day", "voorbij"),
        (("9999-12-31", "10:00", "12:00"), "window_day", "10 werkdagen"),
        (("2026-11-29", "10:00", "12:00"), "window_day", "niet gebeld"),  # Sunday
        (("2026-11-24", "02:00", "04:00"), "window_from", "08:30 en 17:00"),  # at night
        (("2026-11-24", "16:00", "18:00"), "window_until", "08:30 en 17:00"),
        (("2026-11-24", "12:00", "10:00"), "window_until", "na de begintijd"),
        (("2026-11-24", "12:00", "12:00"), "window_until", "na de begintijd"),
        (("2026-11-24", "10:00", ""), "window_until", "alle drie"),
        (("2026-11-24", "", "12:00"), "window_from", "alle drie"),
        (("", "10:00", "12:00"), "window_day", "alle drie"),
        (("2026-11-24", "kwart over", "12:00"), "window_from", "uu:mm"),
    ],
)
def test_a_window_nobody_can_keep_is_said_at_the_gap(desk_client, window, field, words):
    names = ("window_day", "window_from", "window_until")
    answers = good_answers(**dict(zip(names, window, strict=True)))

    response = post(desk_client, answers)

    assert list(errors_of(response)) == [field_name(field)]
    assert words in errors_of(response)[field_name(field)][0]
    assert lost(response, answers) == {}


@pytest.mark.parametrize("number", ["+32 470 12 34 56", "+49 1512 3456789", "0032 470123456"])
def test_a_foreign_number_is_accepted(desk_client, number):
    assert post(desk_client, good_answers(phone=number)).status_code == 302


def test_an_unknown_postcode_goes_through_once_the_wijk_is_chosen(desk_client):
    answers = good_answers(postcode="9999 ZZ")
    shown = answers_in(post(desk_client, answers))
    wijk = Neighbourhood.objects.get(assignments__cluster__code="noord")

    response = post(desk_client, {**shown, "neighbourhood": str(wijk.pk)})

    assert response.status_code == 302


def test_an_enter_counts_once_so_what_the_counter_allows_is_accepted(desk_client):
    question = "a" * 498 + "\r\n\r\n" + "b" * 500

    assert post(desk_client, good_answers(question=question)).status_code == 302
    assert CallbackRequest.objects.get().question == "a" * 498 + "\n\n" + "b" * 500


def test_odd_text_is_kept_as_typed_and_never_runs(desk_client, as_user, cast):
    post(desk_client, good_answers(question=ODD, name=ODD, language=ODD[:40]))
    callback = CallbackRequest.objects.get()
    assert (callback.question, callback.resident.name) == (ODD, ODD)

    own = [
        reverse("callback-registered", args=[callback.pk]),
        reverse("callback-registered-list"),
    ]
    team = [
        reverse("callback-worklist"),
        reverse("callback-detail", args=[callback.pk]),
        reverse("callback-forward", args=[callback.pk]),
    ]
    pages = [desk_client.get(url) for url in own]
    as_user(cast.team_worker)
    pages += [desk_client.get(url) for url in team]

    for page in pages:
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()
        assert "&lt;script&gt;alert(&#x27;x&#x27;)" in page.content.decode()
        assert "😀 <script>alert('x')</script>" in text_of(page)


def test_the_same_form_sent_twice_leads_to_the_same_contact(desk_client):
    desk_client.post(reverse("contact-open"))
    url = reverse("contact-call", args=[CallDraft.objects.get().pk])

    first, second = (desk_client.post(url, {**good_answers(), "do": "finish"}) for _ in range(2))

    assert first.url == second.url
    assert CallbackRequest.objects.count() == 1


def test_an_anonymous_caller_needs_no_name_and_no_birth_date(desk_client):
    answers = good_answers(name="", birth_date="", house_number="", is_anonymous="on")

    assert post(desk_client, answers).status_code == 302
    assert str(CallbackRequest.objects.get().resident) == "Anonieme beller"
