"""In the demo city clusters have a profile that is met here, short there and changes (DIF-1)."""

import pytest

from clusters.models import Membership, ProfileWish, User
from clusters.profile.board import city_for
from tests.cases.demo.conftest import NOW

pytestmark = pytest.mark.usefixtures("city")


def test_there_is_something_to_see_for_the_general_manager():
    manager = User.objects.get(pk=Membership.objects.get(role="general_manager").user_id)
    found = city_for(manager, NOW.date())
    kinds = {line.kind for board in found.boards for line in board.lines}

    assert {"warning", "info"} <= kinds
    assert found.deviating
    assert ProfileWish.objects.filter(valid_from__gt=NOW.date()).exists()
