from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from clusters.models import Cluster, TeamKind, decree_days, working_calendar
from tests.factories import (
    AssignmentFactory,
    ClosingDayFactory,
    ClusterFactory,
    OpeningHoursFactory,
    PartnerOrganisationFactory,
    PostcodeRuleFactory,
    TeamFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("inhabitants", "text"),
    [(26_400, "2,2 × de norm"), (12_000, "1,0 × de norm"), (None, "0,0 × de norm")],
)
def test_inhabitants_against_the_norm_read_in_dutch(inhabitants, text):
    AssignmentFactory(neighbourhood__inhabitants=inhabitants)

    assert Cluster.objects.for_overview(timezone.localdate()).get().norm_text == text


def test_cluster_counts_only_the_neighbourhoods_of_the_day():
    cluster = ClusterFactory()
    ended = {"cluster": cluster, "valid_until": date(2026, 6, 30)}
    AssignmentFactory(**ended, neighbourhood__inhabitants=1)
    AssignmentFactory(cluster=cluster, neighbourhood__inhabitants=20)

    assert Cluster.objects.for_overview(date(2026, 6, 30)).get().inhabitants == 21
    assert Cluster.objects.for_overview(date(2026, 7, 1)).get().inhabitants == 20


@pytest.mark.parametrize(
    "make",
    [
        lambda: ClusterFactory(deviating_service=True),
        lambda: ClusterFactory(valid_until=date(2019, 1, 1)),
        lambda: TeamFactory(kind=TeamKind.WIJKTEAM, cluster=None),
        lambda: TeamFactory(kind=TeamKind.CONTACT_CENTRE, cluster=ClusterFactory()),
        lambda: TeamFactory(kind="bende", cluster=None),
        lambda: PostcodeRuleFactory(from_number=1),
        lambda: PostcodeRuleFactory(from_number=9, until_number=1),
        lambda: OpeningHoursFactory(opens="17:00", closes="08:30"),
    ],
)
def test_database_refuses_what_cannot_be(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_partner_is_not_steered_by_itself():
    partner = PartnerOrganisationFactory()
    partner.steered_by = partner

    with pytest.raises(IntegrityError), transaction.atomic():
        partner.save()


@pytest.mark.parametrize(
    ("day", "takes_part"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_partner_takes_part_while_the_agreement_runs(day, takes_part):
    partner = PartnerOrganisationFactory(
        agreement_from=date(2026, 1, 1), agreement_until=date(2026, 6, 30)
    )

    assert partner.takes_part_on(day) is takes_part


def test_working_calendar_is_read_from_the_tables_and_kept(django_assert_num_queries):
    OpeningHoursFactory(weekday=0)

    with django_assert_num_queries(2):  # opening hours, closing days
        first = working_calendar()
        assert working_calendar() == first
    assert first.is_working_day(date(2026, 11, 23))
    assert not first.is_working_day(date(2026, 11, 24))


def test_only_a_day_by_decree_moves_a_legal_term_whether_we_are_open_or_not(
    django_assert_num_queries,
):
    ClosingDayFactory(date=date(2026, 5, 15), by_decree=True)
    ClosingDayFactory(date=date(2027, 5, 7), by_decree=True, is_closed=False)
    ClosingDayFactory(date=date(2026, 6, 1))  # a study day of our own

    with django_assert_num_queries(1):
        assert decree_days() == {date(2026, 5, 15), date(2027, 5, 7)}
