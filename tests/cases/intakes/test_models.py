"""Scope, selections, lights and what the database refuses of a melding."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from cases.intakes.models.lights import light_of, warnings_of
from cases.models import WmoNotification
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.intakes import BellFactory, NotificationFactory

pytestmark = pytest.mark.usefixtures("monday")
DAY = timedelta(days=1)
HANDLING = ("team_worker", "handler", "team_manager")


def midnight_in(days):
    """The end of the six weeks, this many days after the Monday."""
    return MONDAY.replace(hour=0) + (days + 1) * DAY


@pytest.mark.parametrize("person", HANDLING)
def test_a_team_sees_its_own_meldingen(noord, cast, person):
    mine = NotificationFactory(team=noord)
    NotificationFactory(team=cast.elsewhere)

    assert list(WmoNotification.objects.visible_to(getattr(cast, person))) == [mine]


@pytest.mark.parametrize(
    "person", ["contact_centre", "help_desk", "general_manager", "liaison", "application_manager"]
)
def test_others_see_none(noord, cast, person):
    NotificationFactory(team=noord)

    assert not WmoNotification.objects.visible_to(getattr(cast, person)).exists()


def test_every_selection_holds_what_its_word_says(noord, cast):
    rows = {
        "ruim": NotificationFactory(team=noord, handler=cast.handler, confirmed=True),
        "bijna": NotificationFactory(confirmed=True, due_at=midnight_in(6)),
        "laat": NotificationFactory(confirmed=True, due_at=MONDAY),
        "spoed": NotificationFactory(urgent=True, confirmed=True),
        "nieuw": NotificationFactory(confirm_by=MONDAY - DAY),
        "klaar": NotificationFactory(investigated=True, due_at=MONDAY - DAY),
    }
    found = {
        code: {
            name
            for name, row in rows.items()
            if row in WmoNotification.objects.selected(code, MONDAY)
        }
        for code in ("open", "te-laat", "bijna", "spoed", "niet-opgepakt", "niet-bevestigd")
    }

    assert found == {
        "open": set(rows) - {"klaar"},
        "te-laat": {"laat"},
        "bijna": {"bijna"},
        "spoed": {"spoed"},
        "niet-opgepakt": {"nieuw"},
        "niet-bevestigd": {"nieuw"},
    }
    assert list(WmoNotification.objects.selected("afgerond", MONDAY)) == [rows["klaar"]]
    assert WmoNotification.objects.selected("onzin", MONDAY).count() == 5


@pytest.mark.parametrize(
    ("days", "kind", "text"),
    [
        (42, "ok", "nog 6 weken"),
        (14, "ok", "nog 2 weken"),
        (13, "ok", "nog 13 dagen"),
        (7, "warning", "nog 7 dagen"),
        (1, "warning", "nog 1 dag"),
        (0, "warning", "laatste dag"),
        (-1, "far_late", "1 dag over de zes weken"),
        (-14, "far_late", "2 weken over de zes weken"),
    ],
)
def test_the_light_counts_days_as_the_law_does(days, kind, text):
    light = light_of(NotificationFactory.build(pk=1, due_at=midnight_in(days)), MONDAY)

    assert (light.kind, light.text) == (kind, text)


def test_what_is_over_has_no_colour_and_no_warning():
    over = NotificationFactory.build(investigated=True, urgent=True, due_at=MONDAY - DAY)

    assert light_of(over, MONDAY).kind == "neutral"
    assert warnings_of(over, MONDAY) == []


def test_urgent_and_unconfirmed_are_said_at_a_glance():
    new = NotificationFactory.build(urgent=True, confirm_by=MONDAY - DAY)

    assert [each.text for each in warnings_of(new, MONDAY)] == ["Spoed", "Nog niet bevestigd"]
    assert [each.text for each in warnings_of(new, new.confirm_by)] == ["Spoed"]


@pytest.mark.parametrize(
    "fault",
    [
        {"state": "onzin"},
        {"is_urgent": True},
        {"urgent_reason": "Zomaar."},
        {"reported_by": "family"},
        {"reporter_name": "Buurman"},
        {"state": "withdrawn"},
        {"ended_at": MONDAY},
        {"state": "confirmed"},
        {"state": "investigating", "confirmed_at": MONDAY},
        {"plan_until": MONDAY.date()},
    ],
    ids=str,
)
def test_the_database_refuses(fault):
    with pytest.raises(IntegrityError):
        NotificationFactory(**fault)


def test_a_callback_has_one_melding():
    callback = CallbackFactory()
    NotificationFactory(callback=callback)

    with pytest.raises(IntegrityError):
        NotificationFactory(callback=callback)


def test_a_reminder_exists_once_per_kind():
    bell = BellFactory()

    with pytest.raises(IntegrityError):
        BellFactory(notification=bell.notification)


def test_how_a_melding_is_called(noord):
    made = NotificationFactory(pk=12, reported_by="family", reporter_name="Ans")

    assert (str(made), made.reporter) == ("WM-000012", "Mantelzorger, familie of buren: Ans")
    assert str(BellFactory(notification=made)) == "12:end"
