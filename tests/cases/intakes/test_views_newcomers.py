"""A melding of who never called (ML-11): from a card, or with who it is for; no list to leaf in."""

import re
import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from audit.models import AuditEvent
from cases.intakes.services import Melding, Newcomer, register_for_known, register_for_newcomer
from cases.models import Resident, WmoNotification
from common.errors import RuleViolation
from tests.cases.callbacks.pages import ODD, TOO_LONG, answers_in, errors_of, lost_from, text_of
from tests.factories import MembershipFactory, TeamFactory
from tests.factories.cases import MONDAY, CallbackFactory, ResidentFactory
from tests.factories.intakes import NotificationFactory

TOLD = {
    "channel": "walk_in",
    "reported_by": "resident",
    "question": "Ik kan niet meer douchen.",
    "mine": "on",
}
WHO = {"name": "Mw. Harmsen", "phone": "06 24681357", "postcode": "1363 AB", "house_number": "12 a"}
NEW = reverse("notification-for-newcomer")
UNKEPT = {"submission_key", "csrfmiddlewaretoken"}


def for_known(resident):
    return reverse("notification-for-known", args=[resident.pk])


def panel(resident):
    return reverse("notification-panel", args=[resident.pk])


def filled(client, url, **own):
    return answers_in(client.get(url)) | TOLD | own


@pytest.fixture
def melding():
    return Melding(
        channel="walk_in", received_on=MONDAY.date(), reported_by="resident", question="Hulp?"
    )


def test_somebody_at_the_walk_in_hour_gets_a_card_and_a_melding(monday, cast, noord, as_user):
    client = as_user(cast.team_worker)

    page = client.post(NEW, filled(client, NEW, **WHO), follow=True)

    made = WmoNotification.objects.select_related("resident").get()
    assert page.redirect_chain == [(reverse("notification-detail", args=[made.pk]), 302)]
    assert (made.team, made.handler, made.callback) == (noord, cast.team_worker, None)
    who = made.resident
    assert (who.name, who.phone, who.address_line) == ("Mw. Harmsen", "+31624681357", "1363 AB 12A")
    assert "Inwoner nieuw vastgelegd" in text_of(page)
    codes = set(AuditEvent.objects.values_list("code", flat=True))
    assert {"resident.created", "notification.registered"} <= codes


def test_the_rules_of_calling_safely_go_along(monday, cast, as_user):
    client = as_user(cast.team_worker)
    safely = {"hide_municipality": "on", "call_from": "09:00", "call_until": "12:00"}
    client.post(NEW, filled(client, NEW, **WHO, **safely))

    who = Resident.objects.get()
    assert (who.hide_municipality, who.call_until.hour, who.voicemail_allowed) == (True, 12, False)


def test_a_secret_address_is_not_kept(monday, cast, as_user):
    client = as_user(cast.team_worker)
    client.post(NEW, filled(client, NEW, **WHO, address_secret="on"))

    who = Resident.objects.get()
    assert (who.address_secret, who.postcode, who.house_number) == (True, "", None)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": TOO_LONG}, "name"),
        ({"phone": "14 036"}, "phone"),
        ({"postcode": "9000 Gent"}, "postcode"),
        ({"birth_date": "2027-01-01"}, "birth_date"),
        ({"house_number": "geen"}, "house_number"),
        ({"call_from": "12:00", "call_until": "09:00"}, "call_until"),
        ({"call_from": "12:00"}, "call_until"),
        ({"channel": "callback"}, "channel"),
        ({"question": ""}, "question"),
        ({"received_on": "2026-11-24"}, "received_on"),
        ({"reported_by": "family", "question": ODD}, "reporter_name"),
    ],
)
def test_a_mistake_loses_nothing_and_makes_nobody(monday, cast, as_user, wrong, field):
    client = as_user(cast.team_worker)
    sent = filled(client, NEW, **WHO | wrong)

    page = client.post(NEW, sent)

    assert field in errors_of(page)
    kept = {name: sent[name] for name in set(sent) - UNKEPT - {"channel"}}
    assert lost_from(page, kept) == {}
    assert not Resident.objects.exists()
    assert not WmoNotification.objects.exists()


def test_a_double_click_makes_one_person_and_one_melding(monday, cast, as_user):
    client = as_user(cast.team_worker)
    sent = filled(client, NEW, **WHO, is_other="on")

    pages = [client.post(NEW, sent) for _ in range(2)]

    assert pages[0].url == pages[1].url
    assert (Resident.objects.count(), WmoNotification.objects.count()) == (1, 1)


def test_who_may_be_known_is_shown_first_and_only_from_ones_own_cards(monday, cast, noord, as_user):
    mine = ResidentFactory(name="Mw. Harmsen", phone="+31624681357")
    CallbackFactory(team=noord, resident=mine)
    theirs = ResidentFactory(name="Mw. Harmsen-Elders", phone="+31624681357")
    CallbackFactory(team=TeamFactory(), resident=theirs)
    client = as_user(cast.team_worker)
    sent = filled(client, NEW, **WHO)

    page = client.post(NEW, sent)

    assert "is_other" in errors_of(page)
    assert reverse("resident-detail", args=[mine.pk]) in page.content.decode()
    assert "Harmsen-Elders" not in page.content.decode()
    assert lost_from(page, {name: sent[name] for name in WHO}) == {}
    assert AuditEvent.objects.filter(code="resident.twins_shown").exists()
    assert not WmoNotification.objects.exists()

    client.post(NEW, sent | {"is_other": "on"})
    assert WmoNotification.objects.get().resident.pk not in (mine.pk, theirs.pk)


def test_who_has_no_number_does_not_inherit_the_caution_of_others_without_one(
    monday, cast, as_user
):
    ResidentFactory(phone="", may_be_called=False, hide_number=True)
    client = as_user(cast.team_worker)
    client.post(NEW, filled(client, NEW, name="Dhr. Zonder"))

    who = Resident.objects.get(name="Dhr. Zonder")
    assert (who.may_be_called, who.hide_number) == (True, False)


def test_the_team_is_a_question_for_who_works_in_two(monday, cast, noord, as_user):
    other = TeamFactory(name="Wijkteam Elders")
    MembershipFactory(user=cast.team_worker, role="team_worker", team=other)
    client = as_user(cast.team_worker)
    sent = filled(client, NEW, **WHO)

    assert "team" in errors_of(client.post(NEW, sent | {"team": ""}))
    assert "team" in errors_of(client.post(NEW, sent | {"team": TeamFactory().pk}))
    client.post(NEW, sent | {"team": other.pk})
    assert WmoNotification.objects.get().team == other


def test_from_a_card_the_melding_is_of_that_person(monday, cast, noord, as_user):
    known = CallbackFactory(team=noord).resident
    client, url = as_user(cast.team_worker), for_known(known)

    page = client.post(url, filled(client, url), follow=True)

    made = WmoNotification.objects.get()
    assert (made.resident, made.callback, made.team) == (known, None, noord)
    assert "Inwoner bekend van de kaart" in text_of(page)
    assert Resident.objects.count() == 1


def test_a_running_melding_of_the_same_person_is_pointed_out(monday, cast, noord, as_user):
    known = CallbackFactory(team=noord).resident
    running = NotificationFactory(resident=known, team=noord)

    assert str(running) in text_of(as_user(cast.team_worker).get(for_known(known)))


def test_a_card_that_stays_closed_has_no_melding_to_make(monday, cast, as_user, melding):
    stranger = CallbackFactory(team=TeamFactory()).resident
    client = as_user(cast.team_worker)

    assert client.get(for_known(stranger)).status_code == 404
    assert client.post(for_known(stranger), TOLD).status_code == 404
    assert client.get(panel(stranger)).status_code == 404
    with pytest.raises(Resident.DoesNotExist):
        register_for_known(
            submission_key=uuid.uuid4(),
            resident_id=stranger.pk,
            team_id=next(iter(cast.team_worker.team_ids)),
            melding=melding,
            by=cast.team_worker,
        )


def test_a_team_of_others_is_refused(monday, cast, melding):
    with pytest.raises(PermissionDenied):
        register_for_newcomer(
            submission_key=uuid.uuid4(),
            newcomer=Newcomer(name="Mw. Harmsen"),
            team_id=TeamFactory().pk,
            melding=melding,
            by=cast.team_worker,
        )
    assert not Resident.objects.exists()


def test_a_key_that_a_colleague_used_makes_nobody(monday, cast, noord, melding):
    sent = {"submission_key": uuid.uuid4(), "team_id": noord.pk, "melding": melding}
    register_for_newcomer(newcomer=Newcomer(name="Een"), by=cast.team_worker, **sent)
    with pytest.raises(RuleViolation, match="collega"):
        register_for_newcomer(newcomer=Newcomer(name="Twee"), by=cast.handler, **sent)
    assert not Resident.objects.filter(name="Twee").exists()


def test_the_card_shows_the_meldingen_of_my_team_only(monday, cast, noord, as_user):
    known = CallbackFactory(team=noord).resident
    ours = NotificationFactory(resident=known, team=noord)
    theirs = NotificationFactory(resident=known, team=TeamFactory())

    text = text_of(as_user(cast.team_worker).get(panel(known)))

    assert ours.reference in text
    assert theirs.reference not in text
    card = as_user(cast.team_worker).get(reverse("resident-detail", args=[known.pk]))
    assert re.search(rf'hx-get="{panel(known)}"', card.content.decode())


def test_the_page_before_it_leads_three_ways(monday, cast, as_user):
    page = as_user(cast.team_worker).get(reverse("notification-new")).content.decode()

    assert NEW in page
    assert reverse("resident-search") in page
