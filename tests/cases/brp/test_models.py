"""What the table of uploads refuses, and who sees a row of it."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from cases.models import BrpUpload
from clusters.models import Role
from tests.cases.brp.extracts import anja, extract
from tests.factories import MembershipFactory
from tests.factories.brp import upload_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("upload_dir")]


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "x"},
        {"state": "done"},
        {"state": "done", "ended_at": timezone.now()},
        {"wrapped_key": None},
        {"ended_at": timezone.now()},
    ],
)
def test_an_ended_upload_has_no_key_and_a_live_one_has(cast, wrong):
    upload = upload_of(cast.city_hall_team, extract(anja()))

    with pytest.raises(IntegrityError), transaction.atomic():
        BrpUpload.objects.filter(pk=upload.pk).update(**wrong)


def test_only_who_uploaded_it_sees_it_in_that_role(cast):
    upload = upload_of(cast.city_hall_team, extract(anja()))
    colleague = MembershipFactory(role=Role.CITY_HALL_TEAM).user

    assert list(BrpUpload.objects.visible_to(cast.city_hall_team)) == [upload]
    for other in (colleague, cast.application_manager, cast.team_worker):
        assert not BrpUpload.objects.visible_to(other).exists()
    upload.uploaded_by = cast.team_worker
    upload.save()
    assert not BrpUpload.objects.visible_to(cast.team_worker).exists()


def test_it_opens_to_what_was_uploaded_and_says_no_name(cast):
    upload = upload_of(cast.city_hall_team, extract(anja()))

    with upload.open() as file:
        assert file.read() == extract(anja())
    assert str(upload) == f"BRP-uittreksel {upload.pk}"
