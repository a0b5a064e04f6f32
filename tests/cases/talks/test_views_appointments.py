"""The list, one appointment, its calendar file, and who gets in."""

import uuid

import pytest
from django.urls import reverse
from icalendar import Calendar

from cases.models import KitchenTableTalk
from tests.factories.cases import MONDAY
from tests.factories.intakes import NotificationFactory
from tests.factories.talks import TalkColleagueFactory, TalkFactory


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


def url(name, *args):
    return reverse(name, args=args)


def answers(**own):
    return {
        "submission_key": str(uuid.uuid4()),
        "day": "2026-11-24",
        "start": "10:00",
        "until": "11:00",
        "place": "home",
        **own,
    }


def test_plan_by_the_form_and_a_double_click_makes_one(worker, melding):
    sent = answers(place_note="Bel bij 12", kind_0="carer", name_0="Ans")
    first = worker.post(url("talk-plan", melding.pk), sent)
    second = worker.post(url("talk-plan", melding.pk), sent)

    talk = KitchenTableTalk.objects.get()
    assert {first.url, second.url} == {url("talk-detail", talk.pk)}
    page = worker.get(first.url).content.decode()
    assert "Mantelzorger: Ans" in page
    assert "Bel bij 12" in page


def test_what_was_typed_stays_when_the_moment_cannot_be(worker, melding):
    page = worker.post(
        url("talk-plan", melding.pk), answers(until="09:00", place_note="Bel bij 12")
    ).content.decode()

    assert "Het einde ligt na het begin." in page
    assert "Bel bij 12</textarea>" in page


def test_a_stale_change_keeps_what_was_typed(worker, planned):
    page = worker.get(url("talk-change", planned.pk)).content.decode()
    assert 'value="2026-11-24"' in page
    KitchenTableTalk.objects.update(version=2)

    response = worker.post(
        url("talk-change", planned.pk), answers(version="1", place_note="Nieuwe plek")
    )
    assert "Een collega heeft deze afspraak net gewijzigd" in response.content.decode()
    assert "Nieuwe plek</textarea>" in response.content.decode()


def test_change_and_cancel_by_the_form(worker, planned):
    worker.post(url("talk-change", planned.pk), answers(version="1", start="10:30"))
    planned.refresh_from_db()
    assert planned.starts_at.isoformat() == "2026-11-24T09:30:00+00:00"

    worker.post(url("talk-cancel", planned.pk), {"reason": "De inwoner is ziek."})
    assert "De inwoner is ziek." in worker.get(url("talk-detail", planned.pk)).content.decode()


def test_begin_goes_to_the_cards(worker, planned):
    assert worker.post(url("talk-hold", planned.pk)).url == url("talk-cards", planned.pk)
    assert worker.get(url("talk-cards", planned.pk)).status_code == 200


def test_the_cards_of_a_talk_that_did_not_begin_lead_back(worker, planned):
    assert worker.get(url("talk-cards", planned.pk)).url == url("talk-detail", planned.pk)


@pytest.mark.parametrize("place", ["home", "elsewhere", "centre"])
def test_the_calendar_file_says_when_and_nobodys_name(worker, melding, place):
    words = {"place_note": "Kanariestraat 1", "guests": [["carer", "Kanarie", "team"]]}
    talk = TalkFactory(notification=melding, place=place, words=words)

    response = worker.get(url("talk-calendar", talk.pk))

    event = Calendar.from_ical(response.content).walk("VEVENT")[0]
    assert event.decoded("dtstart") == talk.starts_at
    assert str(event["summary"]) == "Keukentafelgesprek"
    assert ("location" in event) is (place == "centre")
    text = response.content.decode()
    hidden = ("Kanarie", melding.resident.name, melding.reference)
    assert [each for each in hidden if each in text] == []
    assert response["Content-Type"].startswith("text/calendar")


def test_the_list_shows_what_is_mine_and_what_still_needs_a_talk(worker, planned, cast, noord):
    waiting = NotificationFactory(team=noord, handler=cast.handler, confirmed=True)
    other = TalkFactory(notification__handler=cast.team_worker)

    page = worker.get(url("talk-list")).content.decode()

    assert url("talk-detail", planned.pk) in page
    assert url("talk-plan", waiting.pk) in page
    assert url("talk-detail", other.pk) not in page
    assert url("talk-detail", planned.pk) not in (
        worker.get(url("talk-list") + "?selectie=afgerond").content.decode()
    )


@pytest.mark.parametrize("rows", [1, 5])
def test_the_list_costs_the_same_queries(worker, cast, noord, rows, django_assert_num_queries):
    for _ in range(rows):
        melding = {"team": noord, "handler": cast.handler, "confirmed": True}
        TalkFactory(**{f"notification__{name}": value for name, value in melding.items()})
        NotificationFactory(**melding)

    # session 2, person, roles, notices; talks, meldingen, audit 3
    with django_assert_num_queries(10):
        worker.get(url("talk-list"))


def test_the_panel_shows_the_talks_of_a_melding_to_whoever_may(as_user, cast, melding, planned):
    mine = as_user(cast.handler).get(url("talk-panel", melding.pk)).content.decode()
    theirs = as_user(cast.team_worker).get(url("talk-panel", melding.pk)).content.decode()

    assert url("talk-detail", planned.pk) in mine
    assert url("talk-detail", planned.pk) not in theirs
    assert "Gesprek plannen" not in mine  # one is planned already
    assert "Gesprek plannen" not in theirs


def test_a_colleague_who_joins_gets_in_and_a_manager_does_not(as_user, cast, planned):
    TalkColleagueFactory(talk=planned, employee=cast.team_worker)

    assert as_user(cast.team_worker).get(url("talk-detail", planned.pk)).status_code == 200
    assert as_user(cast.team_manager).get(url("talk-detail", planned.pk)).status_code == 404


def test_mijn_werk_shows_what_must_be_done_with_a_talk(worker, melding):
    talk = TalkFactory(
        notification=melding, held=True, starts_at=MONDAY, ends_at=MONDAY.replace(hour=12)
    )

    page = worker.get(reverse("home")).content.decode()

    assert "Gesprek afronden" in page
    assert url("talk-detail", talk.pk) in page
