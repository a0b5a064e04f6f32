"""Giving and ending mandates: who may hold one, nothing twice, nothing backwards."""

import uuid
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.mandates.services import create_mandate, end_mandate
from cases.models import Mandate
from clusters.models import Notice, Role
from common.errors import RuleViolation
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY
from tests.factories.mandates import MandateFactory

pytestmark = pytest.mark.django_db

TODAY, DAY = MONDAY.date(), timedelta(days=1)


@pytest.fixture
def keeper(cast):
    return cast.application_manager


@pytest.fixture
def give(keeper):
    return partial(create_mandate, submission_key=uuid.uuid4(), names_organisation=False, by=keeper)


def lines():
    return list(AuditEvent.objects.order_by("pk").values_list("code", flat=True))


def refusal(act, **own):
    with pytest.raises(RuleViolation) as broken:
        act(**own)
    return broken.value


def test_a_mandate_is_kept_told_and_traced(give, terms, keeper):
    mandate = give(terms=terms)

    assert list(mandate.products.all()) == terms.products
    assert (mandate.holder, mandate.created_by, mandate.created_at) == (
        terms.holder,
        keeper,
        MONDAY,
    )
    notice = Notice.objects.get()
    assert (notice.person, notice.url_name, notice.object_id) == (
        terms.holder,
        "mandate-detail",
        mandate.pk,
    )
    assert "GM-2026/12" in notice.text
    assert lines() == ["mandate.given"]


def test_two_clicks_make_one_mandate_and_one_notice(give, terms):
    assert give(terms=terms) == give(terms=replace(terms, reference="Getypt na de eerste klik"))
    assert Mandate.objects.get().reference == "GM-2026/12"
    assert Notice.objects.count() == 1
    assert lines() == ["mandate.given"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"products": []}, "products"),
        ({"longest_months": 0}, "longest_months"),
        ({"longest_months": -1}, "longest_months"),
        ({"longest_months": 10**9}, "longest_months"),
        ({"yearly_cents": 0}, "yearly_cents"),
        ({"yearly_cents": -5}, "yearly_cents"),
        ({"yearly_cents": 10**11}, "yearly_cents"),
        ({"reference": "  "}, "reference"),
        ({"until": TODAY - DAY}, "until"),
        ({"since": TODAY - 9 * DAY, "until": TODAY - DAY}, "until"),
        ({"since": TODAY + 2 * DAY, "until": TODAY + DAY}, "until"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(give, terms, change, field):
    assert refusal(give, terms=replace(terms, **change)).field == field
    assert not Mandate.objects.exists()
    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    "gone",
    [
        {"valid_until": TODAY - DAY},
        {"valid_from": TODAY + DAY},
        {"user__is_active": False},
        {"user__account_until": TODAY - DAY},
        {"organisation__agreement_until": TODAY - DAY},
        {"role": Role.LIAISON},
        {"role": Role.CONTACT_CENTRE},
        {"role": Role.PRIVACY_OFFICER},
    ],
)
def test_a_holder_works_here_now_in_a_role_that_decides(give, terms, gone):
    holder = MembershipFactory(**gone).user

    broken = refusal(give, terms=replace(terms, holder=holder), names_organisation=True)

    assert broken.field == "holder"


def test_nobody_gives_a_mandate_to_themselves(give, terms, keeper):
    assert refusal(give, terms=replace(terms, holder=keeper)).field == "holder"


def test_another_organisation_decides_only_when_the_decree_names_it(give, terms, municipality):
    holder = MembershipFactory(role=Role.CITY_SOCIAL_TEAM).user
    outside = replace(terms, holder=holder)

    assert refusal(give, terms=outside).field == "names_organisation"

    assert give(terms=outside, names_organisation=True).holder == holder
    assert AuditEvent.objects.get().fields == ["other_organisation"]


def test_who_works_for_the_municipality_as_well_needs_no_such_words(give, terms, municipality):
    holder = MembershipFactory().user
    MembershipFactory(user=holder, role=Role.CITY_HALL_TEAM, organisation=municipality)

    assert give(terms=replace(terms, holder=holder)).holder == holder


def test_a_role_of_another_sort_for_the_municipality_does_not_count(give, terms, municipality):
    holder = MembershipFactory().user
    MembershipFactory(user=holder, role=Role.LIAISON, organisation=municipality)

    assert refusal(give, terms=replace(terms, holder=holder)).field == "names_organisation"


@pytest.mark.parametrize("role", [role for role in Role if role != Role.APPLICATION_MANAGER])
def test_only_the_application_manager_keeps_the_register(cast, give, terms, role):
    by = getattr(cast, role.value)
    mandate = MandateFactory()

    with pytest.raises(PermissionDenied):
        give(terms=terms, by=by)
    with pytest.raises((PermissionDenied, Mandate.DoesNotExist)):
        end_mandate(mandate_id=mandate.pk, ended_from=TODAY, reason="x", by=by)
    mandate.refresh_from_db()
    assert (mandate.ended_from, Mandate.objects.count()) == (None, 1)


def end(mandate, by, day=TODAY, reason="Andere functie"):
    return end_mandate(mandate_id=mandate.pk, ended_from=day, reason=reason, by=by)


def test_ending_keeps_what_was_decided_and_tells_the_holder(keeper):
    mandate = MandateFactory(until=TODAY + 90 * DAY)

    ended = end(mandate, keeper)

    assert (ended.last_day, ended.until) == (TODAY - DAY, TODAY + 90 * DAY)
    assert (ended.ended_by, ended.ended_at) == (keeper, MONDAY)
    assert "geldt niet meer vanaf 23-11-2026" in Notice.objects.get(person=mandate.holder).text
    assert lines() == ["mandate.ended"]


def test_ending_twice_is_ending_once_but_another_end_is_refused(keeper):
    mandate = MandateFactory()
    end(mandate, keeper)

    assert end(mandate, keeper).ended_from == TODAY
    assert lines() == ["mandate.ended"]
    assert Notice.objects.count() == 1
    assert "al beëindigd" in str(refusal(end, mandate=mandate, by=keeper, day=TODAY + DAY))
    assert "al beëindigd" in str(refusal(end, mandate=mandate, by=keeper, reason="Anders"))


def test_a_mandate_of_later_can_be_ended_before_it_begins(keeper):
    mandate = end(MandateFactory(since=TODAY + 9 * DAY), keeper)

    assert mandate.is_withdrawn
    assert not Mandate.objects.not_over(TODAY).exists()


def test_ending_on_the_last_day_of_the_decree_makes_it_a_day_shorter(keeper):
    mandate = end(MandateFactory(until=TODAY + DAY), keeper, TODAY + DAY)

    assert mandate.last_day == TODAY


@pytest.mark.parametrize(
    ("own", "day", "words"),
    [
        ({}, TODAY - DAY, "vandaag of een latere dag"),
        ({"until": TODAY - DAY}, TODAY, "al voorbij"),
        ({"until": TODAY + DAY}, TODAY + 2 * DAY, "loopt al af op 24-11-2026"),
    ],
)
def test_no_end_backwards_and_none_after_the_end(keeper, own, day, words):
    mandate = MandateFactory(**own)

    assert words in str(refusal(end, mandate=mandate, by=keeper, day=day))
    mandate.refresh_from_db()
    assert mandate.ended_from is None
