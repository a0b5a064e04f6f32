"""What a piece of work weighs, and what somebody carries together (WL-1 to WL-3)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from cases.models import ResidentFile, WmoNotification, WorkloadWeight
from cases.workload.kinds import KINDS
from cases.workload.load import load_of
from clusters.models import User
from tests.factories.cases import MONDAY
from tests.factories.clusters import UserFactory
from tests.factories.dossiers import FileFactory

pytestmark = pytest.mark.django_db
POINTS = {"dossiers": 8 + 2 + 2, "terugbellen": 1, "meldingen": 4, "aanvragen": 2}
POINTS |= {"taken": 1, "waakvlammen": 1}


def load(person, at=MONDAY):
    return User.objects.annotate(load=load_of("pk", at)).get(pk=person.pk).load


def weighed(code, person, at=MONDAY):
    kind = KINDS[code]
    return [row.points for row in kind.weighed(at).filter(**{kind.person: person})]


def test_every_kind_weighs_what_the_list_says(busy):
    assert {code: weighed(code, busy.handler) for code in KINDS} == {
        code: [points] for code, points in POINTS.items()
    }
    assert load(busy.handler) == sum(POINTS.values())


def test_who_has_nothing_carries_nothing(busy, cast):
    assert load(cast.team_manager) == 0
    assert load(cast.team_worker) == 0  # deputy of a waakvlam, and owner of none


@pytest.mark.parametrize(
    ("complexity", "involvement", "points"),
    [
        ("", "", 4),
        ("single", "advice", 2),
        ("multiple", "direction", 5),
        ("complex", "waakvlam", 8),
        ("complex", "help", 10),
    ],
)
@pytest.mark.usefixtures("weights")
def test_a_dossier_weighs_by_how_complex_it_is_and_how_the_team_is_involved(
    cast, noord, complexity, involvement, points
):
    FileFactory(team=noord, director=cast.handler, complexity=complexity, involvement=involvement)
    later = MONDAY + timedelta(weeks=6)

    assert weighed("dossiers", cast.handler) == [points + 2]
    assert weighed("dossiers", cast.handler, later) == [points]


def test_a_melding_weighs_more_in_its_last_two_weeks_and_after(busy):
    due = WmoNotification.objects.get(pk=busy.melding.pk).due_at
    second = timedelta(seconds=1)

    assert weighed("meldingen", busy.handler, due - timedelta(weeks=2) - second) == [4]
    assert weighed("meldingen", busy.handler, due - timedelta(weeks=2)) == [6]
    assert weighed("meldingen", busy.handler, due + timedelta(weeks=1)) == [6]


def test_who_changes_a_weight_changes_every_number(busy):
    WorkloadWeight.objects.filter(code="complex").update(amount=20)
    WorkloadWeight.objects.filter(code="taak").update(is_active=False)

    assert weighed("dossiers", busy.handler) == [24]
    assert weighed("taken", busy.handler) == [0]


@pytest.mark.usefixtures("weights")
@pytest.mark.parametrize("amount", [-1, 101])
def test_a_weight_is_never_negative_nor_beyond_all_bounds(amount):
    with pytest.raises(IntegrityError), transaction.atomic():
        WorkloadWeight.objects.filter(code="complex").update(amount=amount)


def test_it_agrees_with_a_count_by_hand(busy, noord):
    """Many dossiers, summed by the database and once more here."""
    person = UserFactory()
    words = [("", ""), ("single", "help"), ("multiple", "direction"), ("complex", "referral")]
    for complexity, involvement in words * 3:
        FileFactory(team=noord, director=person, complexity=complexity, involvement=involvement)
    basis = {"": 4, "single": 2, "multiple": 4, "complex": 8}
    more = {"help": 2, "direction": 1}
    rows = ResidentFile.objects.filter(director=person)

    assert load(person) == sum(basis[f.complexity] + more.get(f.involvement, 0) + 2 for f in rows)
