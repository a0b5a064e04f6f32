"""Monday 23 November 2026, the cast, and a wish with less to type."""

from decimal import Decimal
from typing import Any

from clusters.models import ProfileWish, User
from clusters.profile.board import ClusterBoard, Line, city_for
from clusters.profile.services import set_wish
from tests.clusters.absence.conftest import DAY, TODAY, _monday, fresh, people

__all__ = ["DAY", "TODAY", "_monday", "board", "fresh", "line", "people", "wish"]


def wish(by: User, cluster: Any, specialism: Any, fte: str = "1.00", **told: Any) -> ProfileWish:
    """From today on, unless told otherwise."""
    told = {"valid_from": TODAY, "valid_until": None, "stand": None} | told
    return set_wish(
        cluster_id=cluster.pk, specialism=specialism, fte=Decimal(fte), by=fresh(by), **told
    )


def board(by: User, cluster: Any, day: Any = TODAY) -> ClusterBoard:
    """What ``by`` sees of this cluster."""
    return next(each for each in city_for(fresh(by), day).boards if each.cluster == cluster)


def line(by: User, cluster: Any, specialism: Any, day: Any = TODAY) -> Line:
    """What ``by`` sees of one specialism in it."""
    lines = board(by, cluster, day).lines
    return next(each for each in lines if each.specialism == specialism)
