"""The informal share: what counts, the counts ahead, what residents said (IN-1 to IN-8)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.dossiers.models import Outcome, SatisfactionCount
from dashboards.models import OutcomeFigure, OutcomeRefresh
from dashboards.outcome_services import month_before, refresh_outcome_figures
from dashboards.share_page import SharePage
from dashboards.shares import CLASS_OF, Shares, in_batches, opinion, outcomes_of
from tests.factories import TeamFactory
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory, HelpRequestFactory

pytestmark = pytest.mark.usefixtures("monday")
DAY = timedelta(days=1)
YEAR = MONDAY.year


@pytest.fixture
def file(noord, cast, calendar_data):
    return FileFactory(team=noord, director=cast.handler)


def ended(file, outcome, at=MONDAY - DAY, count=1):
    own = {"file": file, "outcome": outcome, "ended_at": at, "ended_by": file.director}
    own["asked_at"] = min(at, file.opened_at)
    return [HelpRequestFactory(**own) for _ in range(count)]


def shares(user, year=YEAR, at=MONDAY):
    return Shares(user, at, year)


def test_every_outcome_is_in_one_class_and_what_counts_is_the_four():
    assert set(CLASS_OF) == set(Outcome)
    left_out = {Outcome.REFERRED, Outcome.WITHDRAWN, Outcome.GONE}
    assert outcomes_of("telt") == set(Outcome) - left_out


def test_the_share_is_informal_of_what_counts(file, cast):
    for outcome in Outcome:
        ended(file, outcome)
    found = shares(cast.team_manager).ended()

    assert (found.of("informeel"), found.counted, found.of("telt-niet")) == (5, 8, 3)
    assert (found.of("deels"), found.of("maatwerk"), found.of("niet-opgelost")) == (1, 1, 1)
    assert found.share == 63  # 62,5 half up


def test_a_year_without_data_divides_by_nothing(file, cast):
    found = shares(cast.team_manager, year=YEAR - 3)

    assert (found.ended().share, found.ended().counted) == (None, 0)
    page = SharePage(found)
    assert "nog geen hulpvraag afgesloten" in page.conclusion()
    assert [row.share for row in page.per_year()] == [None, None]
    ended(file, Outcome.GONE)
    assert shares(cast.team_manager).ended().share is None


@pytest.mark.parametrize(
    ("informal", "formal", "says"),
    [
        (5, 5, "te weinig om te vergelijken met de nulmeting (34%)"),
        (34, 66, "34%, evenveel als de nulmeting"),
        (15, 15, "50%. Dat is 16 procentpunt meer dan de nulmeting (34%)"),
        (0, 30, "0%. Dat is 34 procentpunt minder dan de nulmeting (34%)"),
    ],
)
def test_the_conclusion_compares_with_the_baseline(file, cast, informal, formal, says):
    month = MONDAY.date().replace(day=1)
    for outcome, n in ((Outcome.NETWORK, informal), (Outcome.FORMAL, formal)):
        OutcomeFigure.objects.create(team=file.team, month=month, outcome=outcome, n=n or 1)
    OutcomeFigure.objects.filter(outcome=Outcome.NETWORK).update(n=informal)
    today = MONDAY.date()
    OutcomeRefresh.objects.create(until_day=today, whole_on=today, at=MONDAY)

    assert says in SharePage(shares(cast.team_manager)).conclusion()


def test_counted_ahead_and_today_are_one_number(file, cast):
    ended(file, Outcome.NETWORK, MONDAY - 40 * DAY)
    ended(file, Outcome.FORMAL, MONDAY - DAY)
    ended(file, Outcome.NETWORK, MONDAY)
    before = shares(cast.team_manager).ended()
    assert refresh_outcome_figures(at=MONDAY) == 2

    after = shares(cast.team_manager)
    assert after.ended() == before
    assert after.ended().counted == 3
    assert after.refreshed_at == MONDAY
    assert not after.is_old
    assert shares(cast.team_manager, at=MONDAY + DAY).is_old


def test_a_year_begins_at_midnight_in_amsterdam(file, cast):
    file.opened_at = datetime(2025, 1, 1, tzinfo=UTC)
    file.save()
    ended(file, Outcome.NETWORK, datetime(2025, 12, 31, 22, 59, tzinfo=UTC))
    ended(file, Outcome.NETWORK, datetime(2025, 12, 31, 23, 0, tzinfo=UTC), count=2)

    for _ in range(2):
        found = shares(cast.team_manager)
        assert (found.ended(year=2025).counted, found.ended(year=2026).counted) == (1, 2)
        refresh_outcome_figures(at=MONDAY)


def test_a_second_run_changes_nothing_and_what_was_read_in_later_is_counted(file, cast):
    ended(file, Outcome.NETWORK, MONDAY - 300 * DAY)
    refresh_outcome_figures(at=MONDAY)
    refresh_outcome_figures(at=MONDAY)
    ended(file, Outcome.NETWORK, MONDAY - 300 * DAY)
    ended(file, Outcome.NETWORK, MONDAY - 20 * DAY)
    refresh_outcome_figures(at=MONDAY)
    assert sorted(OutcomeFigure.objects.values_list("n", flat=True)) == [1, 1]

    refresh_outcome_figures(at=MONDAY + DAY)
    assert sorted(OutcomeFigure.objects.values_list("n", flat=True)) == [1, 2]
    assert month_before(datetime(2026, 1, 31, tzinfo=UTC).date()).isoformat() == "2025-12-01"


def test_a_row_exists_once(file):
    ended(file, Outcome.NETWORK)
    refresh_outcome_figures(at=MONDAY)
    row = OutcomeFigure.objects.get()
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_figures_are_for_managers_of_the_team_and_the_algemeen_manager(file, cast):
    ended(file, Outcome.NETWORK)
    refresh_outcome_figures(at=MONDAY)
    ended(file, Outcome.NETWORK, MONDAY)
    people = {name: person for name, person in vars(cast).items() if name != "elsewhere"}

    seen = {name: shares(person).ended().counted for name, person in people.items()}
    assert {name: n for name, n in seen.items() if n} == {"team_manager": 2, "general_manager": 2}


def test_a_cluster_without_figures_is_a_row_of_nothing(file, cast, noord):
    TeamFactory(name="Team Twee", cluster=noord.cluster)
    rows = SharePage(shares(cast.general_manager)).clusters()

    names = [row.name for row in rows]
    assert "Cluster Noord" in names
    assert {"Team Noord", "Team Twee"} <= set(names)
    assert {row.share for row in rows} == {None}


def counts(cluster, answers, asked="grade", quarter=1):
    for answer, n in answers.items():
        SatisfactionCount.objects.create(
            cluster=cluster, year=YEAR, quarter=quarter, asked=asked, answer=answer, n=n
        )


def test_what_residents_said_from_ten_answers_on(file, cast, noord):
    counts(noord.cluster, {9: 5, 8: 4})
    counts(noord.cluster, {1: 6, 0: 3}, "think")
    assert shares(cast.team_manager).opinions() == []

    counts(noord.cluster, {9: 100}, quarter=4)  # not over
    assert shares(cast.team_manager).opinions() == []
    counts(noord.cluster, {9: 1}, quarter=2)
    found = shares(cast.general_manager).opinions()
    assert [(each.answers, each.grade, each.thought_along) for each in found] == [(10, "8,6", None)]
    counts(noord.cluster, {1: 1}, "think", quarter=2)
    assert shares(cast.team_manager).opinions()[0].thought_along == 70
    counts(noord.cluster, {1: 9}, quarter=3)  # too few to be added
    assert shares(cast.team_manager).opinions()[0].grade == "8,6"
    assert shares(cast.outsider_manager).opinions() == []
    assert shares(cast.team_manager, year=YEAR - 1).opinions() == []


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.integers(1, 4), st.sampled_from(["grade", "think"]), st.integers(0, 30)),
        max_size=12,
    )
)
def test_what_is_shown_never_changes_by_fewer_than_ten(rows):
    rows = sorted({(quarter, asked): (quarter, asked, 1, n) for quarter, asked, n in rows}.values())
    before = {"grade": 0, "think": 0}
    for quarter in range(1, 5):
        found = in_batches([row for row in rows if row[0] <= quarter])
        for asked, shown in before.items():
            now = found.get((asked, 1), 0)
            assert now == shown or now - shown >= 10
            before[asked] = now


def test_an_average_is_half_up_and_of_nothing_is_nothing():
    assert opinion("Noord", {("grade", 9): 19, ("grade", 8): 1}).grade == "9,0"
    assert opinion("Noord", {("think", 1): 5, ("think", 0): 5}).grade == ""
