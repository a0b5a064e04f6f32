"""Cliëntondersteuning: offered, chosen, asked for with consent, and independent (OCO-1 … OCO-3)."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from audit.models import AuditEvent
from cases.intakes.letter import stamp_of
from cases.intakes.services import (
    SupportOffer,
    assign_notification,
    claim_notification,
    offer_support,
    request_support,
)
from cases.intakes.support_letter import SAFE, support_request_of
from cases.models import ClientSupport, Resident, SupportRequest, WmoNotification
from cases.talks.services.planning import Appointment, plan_talk
from clusters.models import PartnerOrganisation
from common.errors import RuleViolation
from tests.factories.cases import MONDAY
from tests.factories.clusters import MembershipFactory
from tests.factories.consents import ConsentFactory, RecipientKindFactory
from tests.factories.intakes import NotificationFactory, SupportFactory
from tests.factories.talks import TalkFactory

pytestmark = pytest.mark.usefixtures("monday")
TODAY = MONDAY.date()
YES = SupportOffer(TODAY, "yes", kind="volunteer")
MEE = replace(YES, kind="professional")


@pytest.fixture
def mine(noord, cast):
    return NotificationFactory(team=noord, handler=cast.handler)


@pytest.fixture
def mee(noord):
    """A wijkwerker of team Noord who is employed by MEE."""
    home = PartnerOrganisation.objects.filter(code="mee").first()
    own = {"organisation": home} if home else {"organisation__code": "mee"}
    return MembershipFactory(team=noord, **own).user


def offer(notification, by, facts=YES, version=0, **changes):
    facts = replace(facts, **changes)
    return offer_support(notification_id=notification.pk, version=version, offer=facts, by=by)


def ask(notification, by, **own):
    fresh = WmoNotification.objects.for_detail().get(pk=notification.pk)
    support = ClientSupport.objects.get(notification=notification)
    stamp = stamp_of(support_request_of(fresh, support, TODAY))
    facts = {"notification_id": notification.pk, "way": "post", "stamp": stamp, "by": by}
    return request_support(**facts | own)


def consent_of(notification, **own):
    kind = RecipientKindFactory(code="oco", label="OCO")
    facts = {"recipient_kind": kind, "categories": ["contactgegevens"]}
    return ConsentFactory(resident=notification.resident, **facts | own)


def test_an_offer_is_kept_and_stands_in_the_history(mine, cast):
    support = offer(mine, cast.handler)

    assert str(support) == "Ja, Vrijwilliger (OCO Almere)"
    assert mine.steps.get().note == str(support)
    assert AuditEvent.objects.filter(code="notification.support").count() == 1
    offer(mine, cast.handler)  # a second click
    assert mine.steps.count() == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"offered_on": TODAY + timedelta(days=1)}, "offered_on"),
        ({"choice": "later", "kind": ""}, "ask_again_on"),
        ({"ask_again_on": TODAY}, "ask_again_on"),
        (
            {"choice": "later", "kind": "", "ask_again_on": TODAY - timedelta(days=1)},
            "ask_again_on",
        ),
        ({"kind": ""}, "kind"),
        ({"choice": "no"}, "kind"),
    ],
)
def test_what_does_not_go_together_is_refused_at_its_field(mine, cast, changes, field):
    with pytest.raises(RuleViolation) as refused:
        offer(mine, cast.handler, **changes)
    assert refused.value.field == field


def test_later_becomes_due_on_its_day(mine, cast):
    day = TODAY + timedelta(days=3)
    support = offer(mine, cast.handler, choice="later", kind="", ask_again_on=day)

    assert [support.is_due(day + timedelta(days=n)) for n in (-1, 0, 1)] == [False, True, True]


def test_an_old_form_does_not_undo_a_newer_choice(mine, cast):
    offer(mine, cast.handler)

    with pytest.raises(RuleViolation) as refused:
        offer(mine, cast.handler, choice="no", kind="")
    assert refused.value.field == "version"
    assert offer(mine, cast.handler, version=1, choice="no", kind="").version == 2


@pytest.mark.parametrize("person", ["team_worker", "contact_centre", "city_hall_team"])
def test_somebody_else_offers_and_asks_nothing(mine, cast, person):
    SupportFactory(notification=mine)
    consent_of(mine)
    with pytest.raises(PermissionDenied):
        offer(mine, getattr(cast, person), version=1, choice="no", kind="")
    with pytest.raises(PermissionDenied):
        ask(mine, getattr(cast, person))


# --- independence


def test_only_somebody_of_mee_who_does_not_work_on_it_supports(mine, cast, mee):
    with pytest.raises(RuleViolation, match="MEE"):
        offer(mine, cast.handler, MEE, supporter=cast.team_worker)
    with pytest.raises(RuleViolation, match="MEE"):
        offer(mine, cast.handler, supporter=mee)
    assert offer(mine, cast.handler, MEE, supporter=mee).supporter == mee


def test_the_handler_or_somebody_at_the_table_is_no_supporter(mine, cast, mee):
    talk = TalkFactory(notification=mine)
    talk.colleagues.create(employee=mee)
    with pytest.raises(RuleViolation, match="werkt zelf") as refused:
        offer(mine, cast.handler, MEE, supporter=mee)
    assert refused.value.field == "supporter"
    talk.colleagues.all().delete()
    WmoNotification.objects.filter(pk=mine.pk).update(handler=mee)
    with pytest.raises(RuleViolation, match="werkt zelf"):
        offer(mine, mee, MEE, supporter=mee)


def test_the_supporter_does_not_get_the_melding(mine, cast, mee):
    offer(mine, cast.handler, MEE, supporter=mee)
    with pytest.raises(RuleViolation, match="cliëntondersteuner"):
        assign_notification(notification_id=mine.pk, person=mee, by=cast.handler)
    WmoNotification.objects.filter(pk=mine.pk).update(handler=None)
    with pytest.raises(RuleViolation, match="cliëntondersteuner"):
        claim_notification(notification_id=mine.pk, by=mee)


def test_the_supporter_is_not_asked_to_join_a_talk(mine, cast, mee):
    WmoNotification.objects.filter(pk=mine.pk).update(state="confirmed", confirmed_at=MONDAY)
    offer(mine, cast.handler, MEE, supporter=mee)
    begin = MONDAY + timedelta(days=2)
    company = Appointment(begin, begin + timedelta(hours=1), "home", colleagues=(mee,))

    with pytest.raises(RuleViolation, match="kan niet meegaan") as refused:
        plan_talk(
            submission_key=uuid.uuid4(),
            notification_id=mine.pk,
            appointment=company,
            by=cast.handler,
        )
    assert refused.value.field == "colleagues"
    assert not mine.talks.exists()


# --- the request


def test_a_request_goes_out_once_with_contact_details_only(mine, cast):
    offer(mine, cast.handler)
    consent_of(mine)

    sent = ask(mine, cast.handler)

    assert ask(mine, cast.handler) == sent
    text = str(sent.content)
    assert mine.resident.name in text
    assert mine.resident.phone in text
    assert mine.question not in text
    assert mine.steps.filter(act="oco_asked").count() == 1


@pytest.mark.parametrize(
    "own", [{"valid_until": TODAY - timedelta(days=1)}, {"categories": ["hulpvraag"]}, None]
)
def test_without_a_consent_in_force_nothing_goes_out(mine, cast, own):
    offer(mine, cast.handler)
    if own is not None:
        consent_of(mine, **{"given_on": TODAY - timedelta(days=9)} | own)

    with pytest.raises(RuleViolation, match="toestemming"):
        ask(mine, cast.handler)
    assert not SupportRequest.objects.exists()


def test_without_a_choice_or_with_an_old_text_nothing_goes_out(mine, cast):
    SupportFactory(notification=mine, choice="no", kind="")
    consent_of(mine)
    with pytest.raises(RuleViolation, match="niet voor"):
        ask(mine, cast.handler)
    ClientSupport.objects.update(choice="yes", kind="volunteer")
    with pytest.raises(RuleViolation, match="veranderd"):
        ask(mine, cast.handler, stamp="oud")


def test_what_is_secret_or_unsafe_is_not_in_the_request(mine):
    support = SupportFactory(notification=mine)
    Resident.objects.update(hide_municipality=True)
    fresh = WmoNotification.objects.for_detail().get(pk=mine.pk)

    text = str(support_request_of(fresh, support, TODAY))

    assert SAFE in text
    assert mine.resident.phone not in text


@pytest.mark.parametrize(
    "wrong", [{"choice": "later", "kind": ""}, {"choice": "no"}, {"kind": ""}, {"choice": "x"}]
)
def test_the_database_refuses_half_a_choice(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        SupportFactory(**wrong)
