"""Entering and reading on the screen: nothing is lost, one click makes one, few may read."""

from datetime import timedelta

import pytest
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from cases.models import Consent, ProfessionalAssessment, ShortProcedure, WmoNotification
from cases.procedures.services import ConsentTold
from cases.residents.services import withdraw_consent
from tests.cases.callbacks.pages import ODD, TOO_LONG, answers_in, errors_of, lost_from, text_of
from tests.cases.procedures.conftest import DAY, TODAY
from tests.cases.procedures.pages import TOLD
from tests.factories.cases import MONDAY, CallbackFactory, ResidentFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.procedures import AssessmentFactory, ProcedureFactory
from tests.factories.talks import TalkFactory, VersionFactory, domain

UNKEPT = {"submission_key", "csrfmiddlewaretoken"}


@pytest.fixture
def url(callback):
    return reverse("short-procedure-for-resident", args=[callback.pk])


@pytest.fixture
def told(callback):
    from cases.models import HolderType

    kind = HolderType.objects.get(code="wijkverpleegkundige")
    return TOLD | {"holder_type": str(kind.pk)}


def about(made, name="detail"):
    return reverse(f"short-procedure-{name}", args=[made.notification_id])


def test_from_number_to_melding(callback, cast, as_user, url, told):
    client = as_user(cast.handler)
    assert client.post(reverse("short-procedure-new"), {"number": str(callback)}).url == url

    done = client.post(url, answers_in(client.get(url)) | told, follow=True)

    made = WmoNotification.objects.get()
    assert done.redirect_chain == [(reverse("notification-detail", args=[made.pk]), 302)]
    assert reverse("short-procedure-panel", args=[made.pk]) in done.content.decode()
    assert "Verkorte procedure" in text_of(client.get(reverse("notification-list")))
    assert AuditEvent.objects.filter(code="procedure.prepared").exists()


def test_a_double_click_leads_to_the_one_melding(cast, as_user, url, told):
    client = as_user(cast.handler)
    sent = answers_in(client.get(url)) | told

    pages = [client.post(url, sent) for _ in range(2)]

    assert pages[0].url == pages[1].url
    assert ShortProcedure.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"item_c": ""}, "reason_c"),
        ({"reason_oco": "Toch niet."}, "reason_oco"),
        ({"known_wonen": TOO_LONG + "x" * 2}, "known_wonen"),
        ({"known_wonen": "", "known_geld": ""}, "__all__"),
        ({"consent_on": ""}, "consent_on"),
        ({"consent_until": "2026-11-01"}, "consent_until"),
        ({"assessed_on": "2026-11-24", "question": ODD}, "assessed_on"),
        ({"consent_by": "both"}, "consent_by"),
        ({"is_urgent": "on"}, "urgent_reason"),
    ],
)
def test_a_mistake_loses_nothing(cast, as_user, url, told, wrong, field):
    client = as_user(cast.handler)
    sent = answers_in(client.get(url)) | told | {"known_geld": ODD} | wrong
    sent = {name: value for name, value in sent.items() if value}

    page = client.post(url, sent)

    assert field in errors_of(page)
    assert lost_from(page, {name: sent[name] for name in set(sent) - UNKEPT}) == {}
    assert not WmoNotification.objects.exists()


def test_ten_thousand_characters_and_odd_text_are_kept(cast, as_user, url, told):
    client = as_user(cast.handler)
    long = "x" * 10_000

    client.post(url, answers_in(client.get(url)) | told | {"known_geld": long, "known_geest": ODD})

    rows = {row.domain.code: row for row in ProfessionalAssessment.objects.all()}
    assert (rows["geld"].known, rows["geest"].known) == (long, ODD)
    page = client.get(about(ShortProcedure.objects.get())).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_the_handler_reads_all_of_it_and_the_trail_says_so(hand_in, cast, as_user):
    made = hand_in(known={"wonen": "De trap is te steil."})

    page = as_user(cast.handler).get(about(made))

    assert "De trap is te steil." in text_of(page)
    assert "3 november 2026 – niet opnieuw vragen" in text_of(page)
    line = AuditEvent.objects.get(code="procedure.read")
    assert AuditSubject.objects.get(event=line).resident_id == made.resident_id


def test_the_manager_sees_the_source_and_not_the_words(hand_in, cast, as_user):
    made = hand_in(known={"wonen": "De trap is te steil."})
    client = as_user(cast.team_manager)

    panel = client.get(about(made, "panel"))

    assert "Wonen en huishouden" in text_of(panel)
    assert "trap" not in panel.content.decode()
    assert client.get(about(made)).status_code == 403


def test_who_has_nothing_to_do_with_it(hand_in, cast, as_user):
    made = hand_in()

    for name in ("detail", "panel"):
        assert as_user(cast.team_worker).get(about(made, name)).status_code == 403
        assert as_user(cast.outsider_worker).get(about(made, name)).status_code == 404
        assert as_user(cast.contact_centre).get(about(made, name)).status_code == 404


def test_an_ordinary_melding_has_none(callback, cast, as_user, noord):
    melding = NotificationFactory(team=noord, handler=cast.handler)
    address = reverse("short-procedure-detail", args=[melding.pk])

    assert as_user(cast.handler).get(address).status_code == 404


def test_a_callback_of_another_team_is_not_there(cast, as_user, callback):
    theirs = reverse("short-procedure-for-resident", args=[CallbackFactory(team=cast.elsewhere).pk])

    assert as_user(cast.handler).get(theirs).status_code == 404


@pytest.mark.parametrize("running", [1, 4])
def test_the_form_costs_the_same(callback, cast, as_user, url, running, django_assert_num_queries):
    for _ in range(running):
        NotificationFactory(resident=callback.resident, team=callback.team, handler=cast.handler)
    client = as_user(cast.team_worker)

    # as the form of a melding (10); kinds of professional, leefgebieden; representatives, twice
    with django_assert_num_queries(14):
        client.get(url)


@pytest.mark.parametrize("codes", [["wonen"], ["wonen", "geld", "lichaam", "geest"]])
def test_reading_costs_the_same(hand_in, cast, as_user, codes, django_assert_num_queries):
    made = hand_in(known=dict.fromkeys(codes, "Bekend."))
    client = as_user(cast.handler)

    # session, user, memberships; melding, procedure; line 4; items, leefgebieden; notices
    with django_assert_num_queries(12):
        client.get(about(made))


def _reported(noord, days, *, short):
    """A melding of the Monday two weeks ago, with its report after so many days."""
    received = MONDAY.date() - timedelta(days=14)
    melding = NotificationFactory(
        team=noord, confirmed=True, received_on=received, resident=ResidentFactory()
    )
    if short:
        AssessmentFactory(procedure=ProcedureFactory(notification=melding), domain=domain("wonen"))
    talk = TalkFactory(notification=melding, concluded=True)
    VersionFactory(report__talk=talk, sent_on=received + timedelta(days=days))


def test_the_pilot_counts_working_days_beside_ordinary_meldingen(callback, cast, as_user, noord):
    for days in (4, 7, 14):
        _reported(noord, days, short=True)
    _reported(noord, 11, short=False)
    NotificationFactory(team=noord)
    NotificationFactory(team=cast.elsewhere)
    client = as_user(cast.team_manager)

    page = client.get(reverse("short-procedure-pilot"))

    figures = page.context["figures"]
    assert (figures.short.count, figures.short.reported, figures.short.working_days) == (3, 3, 5)
    assert (figures.ordinary.count, figures.ordinary.reported) == (2, 1)
    assert figures.ordinary.working_days == 9
    assert figures.share == 60
    city = as_user(cast.general_manager).get(reverse("short-procedure-pilot"))
    assert city.context["figures"].total == 6


def test_the_pilot_without_meldingen(callback, cast, as_user):
    page = as_user(cast.team_manager).get(reverse("short-procedure-pilot"))

    assert page.context["figures"].share == 0
    assert "nog niets" in text_of(page)


def test_the_list_shows_one_kind(hand_in, cast, as_user, noord):
    made = hand_in()
    other = NotificationFactory(team=noord)
    client, address = as_user(cast.handler), reverse("notification-list")

    short = text_of(client.get(address, {"soort": "verkort"}))
    ordinary = text_of(client.get(address, {"soort": "gewoon"}))

    assert made.notification.reference in short
    assert other.reference not in short
    assert other.reference in ordinary
    assert made.notification.reference not in ordinary


def test_a_reason_box_is_folded_until_it_says_something(cast, as_user, url, told):
    client = as_user(cast.handler)
    empty = client.get(url)
    assert empty.content.decode().count('<details class="wt-fold"><summary>Niet gedaan') == 9
    sent = answers_in(empty) | told | {"item_c": "", "item_d": "", "reason_d": "Al in beeld."}

    page = client.post(url, {name: value for name, value in sent.items() if value})

    opened = page.content.decode().count('<details class="wt-fold" open><summary>Niet gedaan')
    assert opened == 2


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"withdrawn_on": TODAY}, "Toestemming ingetrokken op 23 november 2026; gebruik deze"),
        ({"valid_until": TODAY - DAY}, "Toestemming verlopen na 22 november 2026; gebruik deze"),
    ],
)
def test_consent_that_is_over_is_said(hand_in, cast, as_user, changes, said):
    made = hand_in(consent=ConsentTold("resident", TODAY - 9 * DAY, "oral", TODAY + DAY))
    client = as_user(cast.handler)
    assert "niet verder" not in text_of(client.get(about(made)))
    if "withdrawn_on" in changes:
        who = {"withdrawn_by": "resident", "by": cast.handler}
        withdraw_consent(consent_id=made.consent_id, **changes, **who)
    else:
        Consent.objects.update(**changes)

    assert said in text_of(client.get(about(made)))
    panel = text_of(client.get(about(made, "panel")))
    assert said in panel
    assert "Niet opnieuw vragen" not in panel


def test_the_manager_finds_the_pilot_in_the_list(callback, cast, as_user):
    pilot, meldingen = reverse("short-procedure-pilot"), reverse("notification-list")

    assert pilot in as_user(cast.team_manager).get(meldingen).content.decode()
    assert pilot not in as_user(cast.team_worker).get(meldingen).content.decode()
