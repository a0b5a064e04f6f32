"""The page of a resident: who reads it, what stays closed, and nothing typed is lost."""

import pytest
from django.urls import reverse

from audit.errors import AuditUnavailable
from audit.models import AuditEvent, AuditSubject
from cases.models import CallbackRequest, Party, Resident
from cases.residents.models import HiddenAddress
from cases.residents.services import change_bsn, seal_address
from cases.residents.views import card
from tests.cases.callbacks.pages import ODD, TOO_LONG, answers_in, errors_of, lost_from, text_of
from tests.factories.cases import CallbackFactory, ResidentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
BSN = "999990019"


def url_of(name, resident):
    return reverse(name, args=[resident.pk])


@pytest.fixture
def page(cast, as_user):
    """The browser of the handler."""
    return as_user(cast.handler)


@pytest.fixture
def closed(cast, resident):
    """The same resident with a BSN and a secret address."""
    change_bsn(resident_id=resident.pk, bsn=BSN, by=cast.handler)
    address = HiddenAddress("1315QX", 9, "", "danger")
    seal_address(resident_id=resident.pk, address=address, by=cast.handler)
    return resident


# --- the page


@pytest.mark.parametrize("requests", [1, 5])
def test_the_page_costs_the_same(resident, noord, page, requests, django_assert_num_queries):
    for _ in range(requests - 1):
        CallbackFactory(team=noord, resident=resident, closed=True)
        facts = {"kind": "household", "role": "child", "name": "K", "valid_from": "2026-01-01"}
        Party.objects.create(resident=resident, **facts)
    page.get(url_of("resident-detail", resident))

    # session, user, memberships; resident, relation; savepoint, line, subject, release;
    # people around, professionals, consents, requests; unread notices
    with django_assert_num_queries(14):
        page.get(url_of("resident-detail", resident))


def test_the_page_shows_who_it_is_and_is_in_the_trail(resident, page):
    shown = text_of(page.get(url_of("resident-detail", resident)))

    assert "28-02-1950 (76 jaar)" in shown
    assert "Geachte Mw. A. Jansen" in shown
    assert "1315 KA 77B" in shown
    line = AuditEvent.objects.get(code="resident.read")
    assert (line.object_id, line.rule) == (str(resident.pk), "team_worker:see_resident")
    assert AuditSubject.objects.filter(event=line, resident_id=resident.pk).exists()


def test_without_a_line_there_is_no_page(resident, page, monkeypatch):
    def refuse(*args, **kwargs):
        raise AuditUnavailable

    monkeypatch.setattr(card, "record_view", refuse)

    answer = page.get(url_of("resident-detail", resident))

    assert answer.status_code == 503
    assert "Jansen" not in answer.content.decode()


def test_past_work_of_the_team_is_enough_and_work_of_another_team_is_not(
    cast, resident, as_user, noord
):
    CallbackRequest.objects.all().delete()
    CallbackFactory(resident=resident, team=noord, closed=True)
    url = url_of("resident-detail", resident)

    assert as_user(cast.team_worker).get(url).status_code == 200
    assert as_user(cast.outsider_worker).get(url).status_code == 404
    CallbackRequest.objects.update(team=cast.elsewhere)
    assert as_user(cast.team_worker).get(url).status_code == 404
    assert as_user(cast.outsider_worker).get(url).status_code == 200


def test_only_the_requests_of_my_own_team_are_listed(cast, resident, page):
    other = CallbackFactory(resident=resident, team=cast.elsewhere, closed=True)

    shown = text_of(page.get(url_of("resident-detail", resident)))

    assert other.reference not in shown
    assert resident.callbacks.first().reference in shown


@pytest.mark.parametrize("person", ["handler", "team_worker"])
def test_what_is_closed_is_masked_on_the_page(cast, closed, as_user, person):
    answer = as_user(getattr(cast, person)).get(url_of("resident-detail", closed))

    body = answer.content.decode()
    assert "•••••0019" in body
    assert BSN not in body
    assert "1315 QX" not in body
    assert "1315QX" not in body
    assert ("BSN tonen" in body) is (person == "handler")


def test_a_number_that_must_be_read_about_first_is_not_on_the_page_nor_in_the_form(resident, page):
    Resident.objects.update(hide_municipality=True, email="a@voorbeeld.nl")

    for name in ("resident-detail", "resident-change"):
        body = page.get(url_of(name, resident)).content.decode()
        assert "Lees eerst" in body
        assert "12345678" not in body
        assert "a@voorbeeld.nl" not in body


def test_the_request_links_to_the_card_for_who_may_open_it(cast, resident, as_user):
    request = resident.callbacks.get()
    link = url_of("resident-detail", resident)

    for person, may in (("handler", True), ("team_worker", True), ("team_manager", False)):
        body = as_user(getattr(cast, person)).get(reverse("callback-detail", args=[request.pk]))
        assert (link in body.content.decode()) is may


# --- the form


def test_changing_keeps_everything_that_was_typed(resident, page):
    url = url_of("resident-change", resident)
    sent = answers_in(page.get(url)) | {
        "given_names": "Anja  Maria",
        "prefix": "van den",
        "family_name": "Berg",
        "born": "00-03-1950",
        "language": "Turks",
        "email": "anja@voorbeeld.nl",
    }

    answer = page.post(url, sent, follow=True)

    assert answer.redirect_chain == [(url_of("resident-detail", resident), 302)]
    resident.refresh_from_db()
    assert (resident.name, str(resident.born)) == ("Anja Maria van den Berg", "maart 1950")
    assert (resident.language, resident.phone) == ("Turks", "+31612345678")
    assert (resident.house_number, resident.house_suffix) == (77, "B")


def test_opening_and_saving_changes_nothing(resident, page):
    url = url_of("resident-change", resident)
    before = Resident.objects.filter(pk=resident.pk).values().get()

    page.post(url, answers_in(page.get(url)))

    assert Resident.objects.filter(pk=resident.pk).values().get() == before


def test_numbers_that_may_not_be_seen_stay_as_they_are(resident, page):
    Resident.objects.update(hide_number=True, other_phone="+31611111111")
    url = url_of("resident-change", resident)

    page.post(url, answers_in(page.get(url)) | {"language": "Turks", "phone": "06 99999999"})

    resident.refresh_from_db()
    assert resident.language == "Turks"
    assert (resident.phone, resident.other_phone) == ("+31612345678", "+31611111111")


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"given_names": "Anja"}, "family_name", "ook de geslachtsnaam"),
        ({"name_use": "V", "family_name": "Berg"}, "partner_name", "naam van de partner"),
        ({"born": "31-02-1950"}, "born", "bestaat niet"),
        ({"phone": "112"}, "phone", "te kort"),
        ({"postcode": "B-2000"}, "postcode", "vier cijfers en twee letters"),
        ({"family_name": "x" * 201}, "family_name", "200"),
        ({"told": ""}, "family_name", "Vul een naam in"),
        ({"deceased_on": "2100-01-01"}, "deceased_on", "nog komen"),
        ({"call_from": "10:00"}, "call_until", "allebei"),
        ({"version": "x"}, "version", "verouderd"),
        ({"version": ""}, "version", "verouderd"),
        ({"email": "geen adres"}, "email", "e-mail"),
    ],
)
def test_a_fault_is_told_beside_its_field_and_the_rest_stays(resident, page, typed, field, words):
    url = url_of("resident-change", resident)
    sent = answers_in(page.get(url)) | {"form_of_address": ODD.replace("\\u202e", "")[:60]} | typed

    answer = page.post(url, sent)

    assert words in " ".join(errors_of(answer)[field])
    lost = lost_from(answer, {name: text.strip() for name, text in sent.items()})
    assert set(lost) <= {"version", "csrfmiddlewaretoken"}


def test_ten_thousand_characters_are_refused_and_kept(resident, page):
    url = url_of("resident-change", resident)
    sent = answers_in(page.get(url)) | {"family_name": TOO_LONG.strip()}

    answer = page.post(url, sent)

    assert "family_name" in errors_of(answer)
    assert answers_in(answer)["family_name"] == TOO_LONG.strip()


def test_two_colleagues_at_once_see_both_texts(cast, resident, page, as_user):
    url = url_of("resident-change", resident)
    mine = answers_in(page.get(url)) | {"language": "Turks"}
    theirs = mine | {"language": "Koerdisch"}
    as_user(cast.team_worker).post(url, theirs)

    answer = as_user(cast.handler).post(url, mine)

    assert "intussen gewijzigd" in text_of(answer)
    assert "Koerdisch" in text_of(answer)
    again = answers_in(answer)
    assert again["language"] == "Turks"
    as_user(cast.handler).post(url, again)
    resident.refresh_from_db()
    assert resident.language == "Turks"


def test_a_double_click_is_one_change(resident, page):
    url = url_of("resident-change", resident)
    sent = answers_in(page.get(url)) | {"language": "Turks"}

    assert page.post(url, sent).status_code == 302
    again = page.post(url, sent)

    assert again.status_code == 200
    assert "hetzelfde als wat hier staat" in text_of(again)
    assert AuditEvent.objects.filter(code="resident.changed").count() == 1


def test_a_form_can_not_write_what_is_not_on_it(resident, page):
    url = url_of("resident-change", resident)
    sent = answers_in(page.get(url))
    sent |= {"address_secret": "on", "is_anonymous": "on", "search_key": "x", "name": "Ander"}

    page.post(url, sent)

    resident.refresh_from_db()
    assert (resident.address_secret, resident.is_anonymous) == (False, False)
    assert resident.name == "Mw. A. Jansen"


def test_a_resident_of_nobody_is_not_found(page):
    assert page.get(url_of("resident-detail", ResidentFactory())).status_code == 404
