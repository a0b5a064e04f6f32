"""The pages of who is involved already: consent is said, nothing typed is lost."""

import pytest
from django.urls import reverse

from cases.models import InvolvedProfessional
from tests.cases.callbacks.pages import ODD, TOO_LONG, answers_in, errors_of, text_of
from tests.cases.residents.consents import TODAY, give, lists, withdraw
from tests.factories.consents import ProfessionalFactory

__all__ = ["give", "lists", "withdraw"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday", "lists")]
NO_LEAVE = "Nog geen toestemming om contact op te nemen"


@pytest.fixture
def page(cast, as_user):
    return as_user(cast.team_worker)


def url_of(resident, *more):
    return reverse("professional-change" if more else "professional-new", args=[resident.pk, *more])


def filled(page, url, **typed):
    return answers_in(page.get(url)) | {"kind": "huisarts", "name": "D. Okter"} | typed


def test_somebody_without_consent_is_shown_so(resident, page):
    sent = filled(page, url_of(resident), phone="036 5390002", email="d@voorbeeld.nl")

    shown = text_of(page.post(url_of(resident), sent, follow=True))

    assert NO_LEAVE in shown
    assert "D. Okter (Huisarts; sinds 23-11-2026)" in shown
    assert "d@voorbeeld.nl" in shown
    page.post(url_of(resident), sent)
    assert InvolvedProfessional.objects.count() == 1


def test_a_consent_is_chosen_and_its_end_is_seen(give, withdraw, resident, page):
    consent = give()
    sent = filled(page, url_of(resident), consent=str(consent.pk))

    shown = text_of(page.post(url_of(resident), sent, follow=True))

    assert "Contact mag: er is toestemming" in shown
    assert NO_LEAVE not in shown
    withdraw(consent)
    assert NO_LEAVE in text_of(page.get(reverse("resident-detail", args=[resident.pk])))


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"kind": ""}, "kind", "wat voor professional"),
        ({"name": ""}, "name", "Vul de naam in"),
        ({"name": TOO_LONG}, "name", "200"),
        ({"phone": "112"}, "phone", "te kort"),
        ({"email": "geen"}, "email", ""),
        ({"consent": "999999"}, "consent", "geldige keuze"),
        ({"valid_from": ""}, "valid_from", "sinds wanneer"),
        ({"valid_until": "2020-01-01"}, "valid_until", "niet voor de eerste"),
    ],
)
def test_a_fault_is_told_and_everything_stays(resident, page, typed, field, words):
    odd = "<script>alert(1)</script>"
    sent = filled(page, url_of(resident), organisation=odd, **typed)

    answer = page.post(url_of(resident), sent)

    assert words in " ".join(errors_of(answer)[field])
    assert answers_in(answer)["organisation"] == odd
    assert b"<script>alert(1)" not in answer.content


def test_two_colleagues_at_once_see_both(resident, page):
    known = ProfessionalFactory(resident=resident)
    url = url_of(resident, known.pk)
    mine = filled(page, url, name="Van mij")
    page.post(url, mine | {"name": "Van de collega"})

    answer = page.post(url, mine)

    assert "Van de collega" in text_of(answer)
    assert answers_in(answer)["name"] == "Van mij"
    page.post(url, answers_in(answer))
    assert InvolvedProfessional.objects.get(pk=known.pk).said["name"] == "Van mij"


def test_odd_text_reads_as_it_was_typed_and_what_does_not_open_is_closed(resident, page):
    page.post(url_of(resident), filled(page, url_of(resident), organisation=ODD[:150]))
    ProfessionalFactory(resident=resident, words=b"x" * 40, valid_from=TODAY)

    answer = page.get(reverse("resident-detail", args=[resident.pk]))

    assert "<script>alert('x')</script>" in text_of(answer)
    assert b"<script>alert('x')" not in answer.content
    assert "(niet te openen)" in text_of(answer)


def test_somebody_of_another_resident_is_not_found_here(resident, page):
    other = ProfessionalFactory()

    assert page.get(url_of(resident, other.pk)).status_code == 404


@pytest.mark.parametrize("person", ["outsider_worker", "contact_centre", "team_manager"])
def test_nobody_else_comes_in(resident, cast, as_user, person):
    known, browser = ProfessionalFactory(resident=resident), as_user(getattr(cast, person))

    for url in (url_of(resident), url_of(resident, known.pk)):
        assert browser.get(url).status_code in (403, 404)
        assert browser.post(url, {}).status_code in (403, 404)
