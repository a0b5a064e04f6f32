"""The demo city has dossiers of the wijkwerker one signs in as."""

import pytest

from cases.dossiers.models import ResidentFile
from cases.models import KitchenTableTalk

pytestmark = pytest.mark.usefixtures("city")


def test_there_is_a_dossier_for_each_talk_that_was_held():
    talks = KitchenTableTalk.objects.exclude(held_at=None)

    residents = {talk.resident_id for talk in talks}
    found = list(ResidentFile.objects.filter(resident__in=residents).order_by("pk"))
    assert len(found) == len(residents) >= 2
    assert {file.director_id for file in found} == {talk.notification.handler_id for talk in talks}
    first = next(file for file in found if file.safety)
    assert first.questions.filter(outcome="general").count() == 1
    assert first.lines.filter(kind="note").count() == 2
