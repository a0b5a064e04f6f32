"""The pages of consents: what the card shows, nothing typed is lost, nobody else comes in."""

import pytest
from django.urls import reverse

from cases.models import Consent
from tests.cases.callbacks.pages import ODD, TOO_LONG, answers_in, errors_of, text_of
from tests.cases.residents.consents import DAY, TODAY, at_age, give, lists, represent, withdraw
from tests.factories.consents import ConsentFactory

__all__ = ["give", "lists", "withdraw"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday", "lists")]


@pytest.fixture
def page(cast, as_user):
    return as_user(cast.team_worker)


def url_of(resident):
    return reverse("consent-new", args=[resident.pk])


def filled(page, resident, **typed):
    """The form with a good consent in it."""
    sent = answers_in(page.get(url_of(resident)))
    good = {"recipient_kind": "huisarts", "recipient": "Praktijk Haven", "way": "oral"}
    good |= {"categories": ["hulpvraag", "gezondheid"], "ground": "uitdrukkelijk"}
    return sent | good | typed


def card_of(page, resident):
    return page.get(reverse("resident-detail", args=[resident.pk]))


def test_a_consent_is_given_and_stands_on_the_card(resident, page):
    empty = text_of(card_of(page, resident))
    assert "Er is geen toestemming. Deel niets buiten het team." in empty
    sent = filled(page, resident)

    answer = page.post(url_of(resident), sent, follow=True)

    shown = text_of(answer)
    assert "Huisarts : Praktijk Haven (vanaf 23-11-2026)" in shown
    assert "Hulpvraag, Gezondheid" in shown
    assert "Mondeling gegeven op 23-11-2026 door: de inwoner zelf." in shown
    page.post(url_of(resident), sent)
    assert Consent.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"recipient_kind": ""}, "recipient_kind", "met wie"),
        ({"recipient_kind": "zoiets"}, "recipient_kind", "geldige keuze"),
        ({"recipient": ""}, "recipient", "wie de gegevens krijgt"),
        ({"recipient": TOO_LONG}, "recipient", "120"),
        ({"categories": []}, "categories", "welke gegevens"),
        ({"ground": ""}, "ground", "waarom"),
        ({"ground": "toestemming"}, "ground", "uitdrukkelijke"),
        ({"given_by": ""}, "given_by", "wie toestemming"),
        ({"given_by": "both"}, "given_by", "zestien of ouder"),
        ({"representative": "999999"}, "representative", "geldige keuze"),
        ({"way": ""}, "way", "hoe"),
        ({"given_on": "gisteren"}, "given_on", "dd-mm-jjjj"),
        ({"valid_from": ""}, "valid_from", "vanaf wanneer"),
        ({"valid_until": "2026-11-22"}, "valid_until", "niet voor de eerste"),
        ({"why": TOO_LONG}, "why", "500"),
        ({"submission_key": "x"}, "submission_key", ""),
    ],
)
def test_a_fault_is_told_and_everything_stays(resident, page, typed, field, words):
    odd = "<script>alert(1)</script>"
    sent = filled(page, resident, **({"recipient": odd} | typed))

    answer = page.post(url_of(resident), sent)

    assert words in " ".join(errors_of(answer)[field])
    assert answers_in(answer)["recipient"] == sent["recipient"]
    assert b"<script>alert(1)" not in answer.content
    assert not Consent.objects.exists()


def test_a_consent_that_ended_yesterday_asks_whether_it_is_history(resident, page):
    past = {"given_on": "2026-11-01", "valid_from": "2026-11-01", "valid_until": "2026-11-22"}
    sent = filled(page, resident, **past)
    answer = page.post(url_of(resident), sent)
    assert "al voorbij" in errors_of(answer)["valid_until"][0]

    shown = text_of(page.post(url_of(resident), sent | {"is_history": "on"}, follow=True))

    assert "Voorbij of ingetrokken (1)" in shown
    assert "Er is geen toestemming." in shown


@pytest.mark.parametrize(
    ("brp", "says", "chosen"),
    [
        ("20150101", "jonger dan twaalf", "representative"),
        ("20120101", "geven samen toestemming", "both"),
        ("19500000", "geeft zelf toestemming", "resident"),
        ("", "Vul eerst de geboortedatum in", None),
    ],
)
def test_the_form_says_who_gives_consent(resident, page, brp, says, chosen):
    at_age(brp)

    answer = page.get(url_of(resident))

    assert says in text_of(answer)
    assert answers_in(answer).get("given_by") == chosen


def test_a_mother_gives_it_for_her_child(resident, page):
    at_age("20150101")
    mother = represent(resident, "parent_guardian")
    sent = filled(page, resident, representative=str(mother.pk))

    shown = text_of(page.post(url_of(resident), sent, follow=True))

    assert "door: de wettelijk vertegenwoordiger, V. Tegen (ouder met gezag)." in shown


def test_withdrawing_takes_one_click_and_the_consent_stays_in_sight(give, resident, page):
    consent = give()
    url = reverse("consent-withdraw", args=[resident.pk, consent.pk])
    opened = page.get(url)
    assert "Praktijk Haven" in text_of(opened)

    shown = text_of(page.post(url, answers_in(opened), follow=True))

    assert "Ingetrokken op 23-11-2026 door: de inwoner zelf" in shown
    assert "Voorbij of ingetrokken (1)" in shown


def test_a_stale_form_of_a_colleague_is_told_and_keeps_its_text(
    give, withdraw, resident, page, cast
):
    consent = give()
    url = reverse("consent-withdraw", args=[resident.pk, consent.pk])
    sent = answers_in(page.get(url)) | {"reason": ODD}
    withdraw(consent, by=cast.handler)

    answer = page.post(url, sent)

    assert "Een collega heeft" in text_of(answer)
    assert answers_in(answer)["reason"] == ODD
    assert b"<script>alert('x')" not in answer.content
    too_long = page.post(url, sent | {"reason": TOO_LONG, "withdrawn_on": ""})
    assert set(errors_of(too_long)) == {"reason", "withdrawn_on"}


def test_words_that_do_not_open_are_not_shown_and_the_card_is(resident, page):
    ConsentFactory(resident=resident, words=b"x" * 40)

    assert "(niet te openen)" in text_of(card_of(page, resident))


def test_odd_text_reads_as_it_was_typed(give, withdraw, resident, page):
    withdraw(give(recipient=ODD[:100]), reason=ODD)

    answer = card_of(page, resident)

    assert "<script>alert('x')</script>" in text_of(answer)
    assert b"<script>alert('x')" not in answer.content


def test_a_consent_of_another_resident_is_not_found_here(resident, page):
    other = ConsentFactory()

    assert page.get(reverse("consent-withdraw", args=[resident.pk, other.pk])).status_code == 404


@pytest.mark.parametrize("person", ["outsider_worker", "contact_centre", "team_manager"])
def test_nobody_else_comes_in(give, resident, cast, as_user, person):
    browser, consent = as_user(getattr(cast, person)), give()
    for url in (url_of(resident), reverse("consent-withdraw", args=[resident.pk, consent.pk])):
        assert browser.post(url, {}).status_code in (403, 404)
    consent.refresh_from_db()
    assert consent.withdrawn_on is None


@pytest.mark.parametrize("rows", [1, 5])
def test_the_card_costs_the_same(give, withdraw, resident, page, rows, django_assert_num_queries):
    for _ in range(rows):
        give()
        withdraw(give(valid_until=TODAY + DAY))
    card_of(page, resident)

    # session, user, memberships; resident, relation; savepoint, line, subject, release;
    # people around, professionals, consents and their data, requests; unread notices
    with django_assert_num_queries(15):
        card_of(page, resident)
