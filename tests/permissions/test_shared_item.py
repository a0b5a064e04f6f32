"""The relation "shared item": a guest opens that point, as long as it lasts (row 10: C)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from cases.conferences.models import Conference, ItemInvitation
from cases.models import Consent, ResidentFile
from clusters.models import Membership, PartnerOrganisation
from tests.factories.advice import consent_for
from tests.factories.cases import MONDAY
from tests.factories.conferences import (
    ConferenceFactory,
    InvitationFactory,
    ItemFactory,
    SeriesFactory,
)
from tests.factories.dossiers import FileFactory, HelpRequestFactory
from tests.factories.login import sign_in
from tests.permissions.test_matrix import undone

TODAY, DAY = MONDAY.date(), timedelta(days=1)
CANARY = "Kanarieindesamenvatting"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("calendar_data")]


@pytest.fixture
def shared(cast, noord, time_machine):
    """A point at which the linking pin is a guest with consent, and another one beside it."""
    time_machine.move_to(MONDAY, tick=False)
    meeting = ConferenceFactory(series=SeriesFactory(team=noord, chair=cast.team_worker))
    file = FileFactory(team=noord, director=cast.handler)
    HelpRequestFactory(file=file, words=CANARY)
    item = ItemFactory(file=file, conference=meeting)
    other = ItemFactory(file=file, conference=meeting, summary=CANARY)
    consent = consent_for(file.resident, "wi")
    own = {"item": item, "shared_by": "consent", "consent": consent}
    InvitationFactory(person=cast.liaison, recipient_kind=consent.recipient_kind, **own)
    return item, other


ENDS = {
    "91 days after": lambda item: _on_day(item, 91),
    "agreement ended": lambda _: PartnerOrganisation.objects.update(agreement_until=TODAY - DAY),
    "membership ended": lambda _: Membership.objects.update(valid_until=TODAY - DAY),
    "invitation withdrawn": lambda item: ItemInvitation.objects.update(
        withdrawn_at=MONDAY, withdrawn_by=item.brought_by
    ),
    "consent ended": lambda _: Consent.objects.update(
        given_on=TODAY - 9 * DAY, valid_from=TODAY - 9 * DAY, valid_until=TODAY - DAY
    ),
    "dossier closed": lambda _: ResidentFile.objects.update(state="closed", ended_at=MONDAY),
}


def _on_day(item, age):
    day = TODAY - age * DAY
    Conference.objects.filter(pk=item.conference_id).update(held_on=day, planned_on=day)


def test_a_guest_opens_the_own_point_and_nothing_else(shared, as_user, cast):
    item, other = shared
    client = as_user(cast.liaison)

    page = client.get(reverse("item-detail", args=[item.pk]))
    assert page.status_code == 200
    assert CANARY not in page.content.decode()
    listed = client.get(reverse("item-list")).content.decode()
    assert str(item) in listed
    assert str(other) not in listed
    beside = {
        "item-detail": other.pk,
        "conference-detail": item.conference_id,
        "file-detail": item.file_id,
        "resident-detail": item.resident_id,
        "item-panel": item.file_id,
        "task-list": item.file_id,
        "plan-detail": item.file_id,
        "document-list": item.file_id,
    }
    found = {name: client.get(reverse(name, args=[pk])).status_code for name, pk in beside.items()}
    assert found == dict.fromkeys(beside, 404)


def _status(person, url):
    client = Client()
    sign_in(client, person)
    return client.get(url).status_code


def test_what_ends_closes_the_page_at_the_next_request(shared, cast):
    item, _ = shared
    url = reverse("item-detail", args=[item.pk])
    found = {}
    for name, end in ENDS.items():
        with undone():
            end(item)
            found[name] = _status(cast.liaison, url)
    without_role = {"agreement ended", "membership ended"}
    assert found == {name: 403 if name in without_role else 404 for name in ENDS}
    with undone():
        _on_day(item, 90)
        assert _status(cast.liaison, url) == 200
