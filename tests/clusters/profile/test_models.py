"""What the database itself refuses of a profile, on both engines (TP-1, TP-3)."""

import pytest
from django.db import IntegrityError, connection, transaction

from clusters.models import ProfileWish
from clusters.profile import overlap
from tests.clusters.profile.conftest import DAY, TODAY
from tests.factories import ClusterFactory, SpecialismFactory
from tests.factories.profile import ProfileWishFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("first", "last", "is_refused"),
    [
        (0, 9, True),
        (-5, 0, True),
        (5, 6, True),
        (9, None, True),
        (-5, None, True),
        (10, None, False),
        (-5, -1, False),
    ],
)
def test_two_wishes_at_once_are_refused_tp_3(first, last, is_refused):
    row = ProfileWishFactory(valid_from=TODAY, valid_until=TODAY + 9 * DAY)
    own = {"cluster": row.cluster, "specialism": row.specialism}
    period = {
        "valid_from": TODAY + first * DAY,
        "valid_until": None if last is None else TODAY + last * DAY,
    }
    if not is_refused:
        assert ProfileWishFactory(**own, **period).pk
        return
    with pytest.raises(IntegrityError), transaction.atomic():
        ProfileWishFactory(**own, **period)
    other = ProfileWishFactory(**own | {"cluster": ClusterFactory()}, **period)
    with pytest.raises(IntegrityError), transaction.atomic():
        ProfileWish.objects.filter(pk=other.pk).update(cluster=row.cluster)
    assert ProfileWishFactory(**own | {"specialism": SpecialismFactory()}, **period).pk


def test_less_than_nothing_is_refused_tp_1():
    with pytest.raises(IntegrityError), transaction.atomic():
        ProfileWishFactory(fte="-0.01")
    with pytest.raises(IntegrityError), transaction.atomic():
        ProfileWishFactory(valid_until=TODAY - 99 * DAY)


@pytest.mark.django_db(transaction=True)
def test_the_rule_can_be_taken_out_and_put_back():
    overlap.remove(connection)
    first = ProfileWishFactory()
    own = {"cluster": first.cluster, "specialism": first.specialism}
    second = ProfileWishFactory(
        **own, valid_from=first.valid_from - DAY, valid_until=first.valid_from + DAY
    )
    second.delete()
    overlap.install(connection)
    with pytest.raises(IntegrityError), transaction.atomic():
        ProfileWishFactory(
            **own, valid_from=first.valid_from - DAY, valid_until=first.valid_from + DAY
        )


def test_it_says_when_and_how_much():
    row = ProfileWishFactory(valid_from=TODAY, fte="1.50")
    row.refresh_from_db()
    assert (row.fte_text, row.period_text) == ("1,50", "vanaf ma 23 november 2026")
    row.valid_until = TODAY
    assert row.period_text == "ma 23 november 2026"
    row.valid_until = TODAY + DAY
    assert row.period_text == "ma 23 november 2026 t/m di 24 november 2026"
    assert str(row) == f"wens {row.pk}"
