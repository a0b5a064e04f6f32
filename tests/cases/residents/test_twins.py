"""A warning before somebody is known twice, limited to whom the worker may see (H5)."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from cases.models import CallbackRequest
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.factories.cases import CallbackFactory, ResidentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
SHOWN = "resident.twins_shown"


@pytest.fixture
def twin(noord):
    who = ResidentFactory(name="Bea Jansen", phone="+31655555555", birth_date="1950-02-27")
    return CallbackFactory(team=noord, resident=who).resident


@pytest.fixture
def send(cast, resident, as_user):
    """Save the card of the resident with something else in it."""
    page, url = as_user(cast.team_worker), reverse("resident-change", args=[resident.pk])

    def sent(**typed):
        return page.post(url, answers_in(page.get(url)) | typed)

    return sent


@pytest.mark.parametrize("typed", [{"phone": "06 55555555"}, {"born": "27-02-1950"}])
def test_who_may_be_the_same_is_shown_before_anything_is_saved(resident, twin, send, typed):
    answer = send(**typed, language="Turks")

    assert "Bea Jansen" in text_of(answer)
    assert "is_other" in errors_of(answer)
    assert answers_in(answer)["language"] == "Turks"
    resident.refresh_from_db()
    assert resident.language == ""
    line = AuditEvent.objects.get(code=SHOWN)
    assert AuditSubject.objects.get(event=line).resident_id == twin.pk


def test_who_says_it_is_somebody_else_saves(resident, twin, send):
    assert send(phone="06 55555555", is_other="on").status_code == 302

    resident.refresh_from_db()
    assert resident.phone == twin.phone


def test_what_was_there_already_is_not_asked_again(resident, twin, send):
    send(phone="06 55555555", is_other="on")

    assert send(language="Turks").status_code == 302


def test_somebody_out_of_scope_is_never_shown(cast, resident, twin, send):
    CallbackRequest.objects.filter(resident=twin).update(team=cast.elsewhere)

    assert send(phone="06 55555555").status_code == 302
    assert not AuditEvent.objects.filter(code=SHOWN).exists()


FORM = {
    "told": "Bea Jansen",
    "born": "07-02-1950",
    "postcode": "1363 AB",
    "house_number": "1",
    "phone": "06 55555555",
}


def near(team, **facts):
    """Somebody at this team whose number is not that of the card."""
    who = ResidentFactory(**{"phone": "+31611111111"} | facts)
    return CallbackFactory(team=team, resident=who).resident


@pytest.mark.parametrize(
    "facts",
    [
        {"name": "Bea Janssens", "birth_date": "1950-02-07"},  # the surname sounds the same
        {"name": "Joop Jansen", "birth_date": "1950-02-07"},
        {"name": "Bea Janssen", "birth_date": "1950-02-17"},  # the day was misheard
        {"name": "Bea Janssen", "birth_date": "1950-07-02"},  # day and month changed places
        {"name": "Bea Janssen", "birth_date": "1956-02-07"},  # another year
        {"name": "Bea Janssen", "birth_date": "1950-09-07"},  # another month
        {"name": "Bea Janssen", "postcode": "1363AB"},
        {"name": "Iemand", "other_phone": "+31655555555"},
    ],
    ids=str,
)
def test_who_sounds_the_same_and_lives_or_was_born_near_is_shown(resident, noord, send, facts):
    twin = near(noord, **facts)

    answer = send(**FORM)

    assert answer.context["form"].twins == [twin]
    assert "is_other" in errors_of(answer)


@pytest.mark.parametrize(
    "facts",
    [
        {"name": "Bea Janssen", "birth_date": "1950-05-17"},
        {"name": "Bea Janssen", "birth_date": "1968-02-07"},  # too far for a slip
        {"name": "Bea Janssen", "postcode": "1363AC"},
        {"name": "Bea Janssen"},  # a name alone is nobody (H6)
        {"name": "Joop Janssen", "birth_date": "1950-02-17"},  # another first name
        {"name": "Joop Janssen", "postcode": "1363AB"},  # who lives with them
        {"name": "Bea Jensen", "birth_date": "1950-02-07", "postcode": "1363AB"},
    ],
    ids=str,
)
def test_who_only_looks_like_it_is_not_shown(resident, noord, send, facts):
    near(noord, **facts)

    assert send(**FORM).status_code == 302


def test_a_secret_address_is_nothing_to_tell_by(resident, noord, send):
    near(noord, name="Bea Janssen", address_secret=True)

    typed = FORM | {"postcode": "", "house_number": "", "address_secret": "on"}
    assert send(**typed).status_code == 302
