"""Inwoner zoeken: what finds somebody, and that nobody can tell who exists elsewhere (H6)."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.errors import AuditUnavailable
from audit.models import AuditEvent, AuditSubject
from cases.models import CallbackRequest, Resident
from cases.residents.birthdays import BirthDate
from cases.residents.models import HiddenAddress, birth_parts
from cases.residents.searching import Sought, search_residents
from cases.residents.services import change_bsn, seal_address
from cases.residents.throttle import MOST, SEARCHED
from cases.residents.views import search
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.factories.cases import CallbackFactory, ResidentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
BSN, URL = "999990019", "/inwoners/zoeken/"
BORN = BirthDate(1950, 2, 28)


@pytest.fixture
def page(cast, as_user):
    return as_user(cast.team_worker)


def found(cast, person="team_worker", **known):
    return list(search_residents(Sought(**known), getattr(cast, person)))


@pytest.mark.parametrize(
    "known",
    [
        {"name": "jan", "born": BORN},
        {"name": "Jansen", "born": BORN},
        {"name": "Mevr. A. JANSÈN", "born": BORN},
        {"name": "Jansen", "born": BirthDate(1950)},
        {"postcode": "1315KA", "house_number": 77, "born": BORN},
        {"bsn": BSN},
        {"bsn": BSN, "name": "een heel andere naam"},
    ],
)
def test_what_identifies_somebody_finds_them(cast, resident, known):
    change_bsn(resident_id=resident.pk, bsn=BSN, by=cast.handler)

    assert found(cast, **known) == [resident]


@pytest.mark.parametrize(
    "known",
    [
        {},
        {"name": "Jansen"},
        {"born": BORN},
        {"name": "Ja", "born": BORN},
        {"name": "van de", "born": BORN},  # no letters that tell people apart
        {"name": "Jansen", "born": BirthDate(0)},
        {"name": "Jansen", "postcode": "1315KA", "house_number": 77},
        {"postcode": "1315KA", "born": BORN},
        {"house_number": 77, "born": BORN},
        {"name": "%%%", "born": BORN},
        {"name": "ansen", "born": BORN},  # the middle of a word
        {"name": "Jansen", "born": BirthDate(1951, 2, 28)},
        {"name": "Jansen Pietersen", "born": BORN},
        {"name": "Jansen", "born": BORN, "postcode": "1315KB"},
        {"bsn": "123456782"},
    ],
)
def test_less_than_that_or_something_else_finds_nobody(cast, resident, known):
    change_bsn(resident_id=resident.pk, bsn=BSN, by=cast.handler)

    assert found(cast, **known) == []


@pytest.mark.parametrize("known", ["19500200", "19500000"])
def test_an_unknown_day_does_not_contradict(cast, resident, known):
    Resident.objects.update(**birth_parts(BirthDate.read(known)))

    assert found(cast, name="Jansen", born=BORN) == [resident]


@pytest.mark.parametrize(
    ("person", "finds"),
    [
        ("team_worker", True),
        ("handler", True),
        ("outsider_worker", False),
        ("team_manager", False),
        ("contact_centre", False),
        ("general_manager", False),
    ],
)
def test_one_finds_only_whose_card_one_may_open(cast, resident, person, finds):
    change_bsn(resident_id=resident.pk, bsn=BSN, by=cast.handler)

    assert bool(found(cast, person, bsn=BSN)) is finds
    assert bool(found(cast, person, name="Jansen", born=BORN)) is finds


def test_the_wmo_team_finds_only_whom_it_works_with(cast, resident):
    assert found(cast, "city_hall_team", name="Jansen", born=BORN) == []
    CallbackRequest.objects.update(
        team=cast.elsewhere, handler=cast.outsider_worker, state="claimed"
    )
    assert found(cast, "outsider_worker", name="Jansen", born=BORN) == [resident]


def test_a_secret_address_is_found_by_no_address(cast, resident):
    seal_address(
        resident_id=resident.pk, address=HiddenAddress("1315KA", 77, "B", "brp"), by=cast.handler
    )

    assert found(cast, postcode="1315KA", house_number=77, born=BORN) == []
    assert found(cast, name="Jansen", born=BORN) == [resident]


def test_at_most_ten_are_shown(cast, noord):
    for _ in range(12):
        who = ResidentFactory(name="A. Jansen", birth_date="1950-02-28")
        CallbackFactory(team=noord, resident=who)

    assert len(found(cast, name="Jansen", born=BORN)) == 10


# --- the page


def _bare(answer):
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", answer.content)


def test_unknown_and_out_of_scope_give_the_same_page(cast, resident, as_user):
    change_bsn(resident_id=resident.pk, bsn=BSN, by=cast.handler)
    browser = as_user(cast.outsider_worker)
    sent = {"born": "28-02-1950", "name": "Jansen"}

    there = browser.post(URL, sent)
    Resident.objects.update(search_key=" iemandanders")
    bare = browser.post(URL, sent)

    assert _bare(there) == _bare(bare)
    known = _bare(browser.post(URL, {"bsn": BSN})).replace(BSN.encode(), b"")
    unknown = _bare(browser.post(URL, {"bsn": "123456782"})).replace(b"123456782", b"")
    assert known == unknown
    assert not AuditSubject.objects.filter(event__code=SEARCHED).exists()


def test_a_search_and_whom_it_showed_are_in_the_trail_without_the_words(resident, page):
    answer = page.post(URL, {"born": "28-02-1950", "name": "Jansen"})

    assert "Mw. A. Jansen" in text_of(answer)
    line = AuditEvent.objects.get(code=SEARCHED)
    assert line.rule == "team_worker:search_resident"
    assert list(AuditSubject.objects.filter(event=line).values_list("resident_id", flat=True)) == [
        resident.pk
    ]
    assert "Jansen" not in str(AuditEvent.objects.filter(code=SEARCHED).values())


def test_without_a_line_nobody_is_shown(resident, page, monkeypatch):
    def refuse(*args, **kwargs):
        raise AuditUnavailable

    monkeypatch.setattr(search, "record_view", refuse)

    answer = page.post(URL, {"born": "28-02-1950", "name": "Jansen"})

    assert answer.status_code == 503
    assert "Mw. A. Jansen" not in answer.content.decode()


def test_too_little_is_told_and_stays(page):
    answer = page.post(URL, {"name": "Jansen"})

    assert "Vul het BSN in" in errors_of(answer)["__all__"][0]
    assert answers_in(answer)["name"] == "Jansen"
    assert not AuditEvent.objects.filter(code=SEARCHED).exists()


def test_the_words_are_never_taken_from_the_address(resident, page):
    answer = page.get(f"{URL}?name=Jansen&born=28-02-1950")

    assert "Mw. A. Jansen" not in text_of(answer)


def test_after_sixty_searches_in_ten_minutes_it_waits(cast, resident, page, time_machine):
    for _ in range(MOST):
        assert "Wacht" not in text_of(page.post(URL, {"bsn": BSN}))

    sent = {"born": "28-02-1950", "name": "Jansen"}
    answer = page.post(URL, sent)
    assert "Wacht een paar minuten" in text_of(answer)
    assert "Mw. A. Jansen" not in text_of(answer)
    assert answers_in(answer)["name"] == "Jansen"

    time_machine.move_to(timezone.now() + timedelta(minutes=11), tick=False)
    assert "Mw. A. Jansen" in text_of(page.post(URL, sent))


@pytest.mark.parametrize("rows", [1, 5])
def test_the_page_costs_the_same(noord, page, rows, django_assert_num_queries):
    for _ in range(rows):
        who = ResidentFactory(name="A. Jansen", birth_date="1950-02-28")
        CallbackFactory(team=noord, resident=who)
    page.get(reverse("home"))

    # session, user, memberships; throttle, search; savepoint, line, subjects, release; notices
    with django_assert_num_queries(10):
        page.post(URL, {"born": "28-02-1950", "name": "Jansen"})
