"""Who knows that something exists, what is sealed, and what the database refuses."""

from datetime import time, timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction

from cases.conferences.agenda import agenda_of
from cases.conferences.lights import agreement_light, light_of, meeting_light
from cases.conferences.models import Conference, ConferenceItem, ConferenceSeries
from cases.models import ItemAgreement, ItemInvitation
from clusters.models import Role
from tests.factories.cases import MONDAY
from tests.factories.conferences import (
    DAY,
    TODAY,
    ConferenceFactory,
    InvitationFactory,
    ItemAgreementFactory,
    ItemFactory,
    SeriesFactory,
)

SECRET = "Kanarie in de samenvatting"


def test_who_knows_of_a_meeting(cast, meeting, table):
    planning = {"team_worker", "team_manager"}
    citywide = {"city_social_team", "city_hall_team"}
    for role in Role:
        person = getattr(cast, role.value)
        seen = set(Conference.objects.visible_to(person))
        wanted = {meeting, table} if role in planning else {table} if role in citywide else set()
        assert seen == wanted, role
        assert ConferenceSeries.objects.visible_to(person).count() == len(wanted), role
    assert not Conference.objects.visible_to(cast.outsider_worker).exists()
    assert not Conference.objects.visible_to(cast.outsider_manager).exists()


def test_who_knows_of_a_point(file, cast, meeting):
    item = ItemFactory(file=file, conference=meeting)
    InvitationFactory(item=item, person=cast.client_support)
    for role in Role:
        seen = ConferenceItem.objects.visible_to(getattr(cast, role.value)).exists()
        assert seen == (role == "client_support"), role
    assert set(ConferenceItem.objects.visible_to(cast.handler)) == {item}
    assert set(ItemInvitation.objects.visible_to(cast.client_support)) == set(
        item.invitations.all()
    )


def test_what_is_told_opens_in_its_own_row_only(file, meeting):
    item = ItemFactory(file=file, conference=meeting, summary=SECRET, discussed=True)
    other = ItemFactory(file=file, conference=meeting)
    assert SECRET.encode() not in bytes(item.content)
    ConferenceItem.objects.filter(pk=other.pk).update(content=item.content)
    with pytest.raises(InvalidTag):
        _ = ConferenceItem.objects.get(pk=other.pk).told
    ConferenceItem.objects.filter(pk=item.pk).update(answer=item.content)
    with pytest.raises(InvalidTag):
        _ = ConferenceItem.objects.get(pk=item.pk).answer_words
    row = InvitationFactory(item=item)
    assert b"Dokter" not in bytes(row.content)
    agreed = ItemAgreementFactory(guest=row, words=SECRET)
    assert SECRET.encode() not in bytes(agreed.content)
    assert ItemAgreement.objects.get().words == SECRET


@pytest.mark.parametrize(
    ("model", "facts"),
    [
        (ConferenceSeries, {"team": None}),
        (ConferenceSeries, {"weeks": 3}),
        (ConferenceSeries, {"minutes": 5}),
        (ConferenceSeries, {"valid_until": TODAY - DAY}),
        (Conference, {"state": "held"}),
        (Conference, {"state": "cancelled", "ended_at": MONDAY}),
        (Conference, {"held_on": TODAY - DAY}),
        (ConferenceItem, {"state": "discussed"}),
        (ConferenceItem, {"content": b""}),
        (ConferenceItem, {"topic": "weather"}),
        (ConferenceItem, {"minutes": 500}),
        (ConferenceItem, {"answer": b"x"}),
        (ItemInvitation, {"shared_by": "consent"}),
        (ItemInvitation, {"shared_by": "team"}),
        (ItemInvitation, {"role": "liaison"}),
        (ItemInvitation, {"withdrawn_at": MONDAY}),
        (ItemAgreement, {"guest": None}),
        (ItemAgreement, {"state": "kept"}),
        (ItemAgreement, {"content": b""}),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "-".join(value),
)
def test_the_database_refuses(file, meeting, model, facts):
    ItemAgreementFactory(guest=InvitationFactory(item=ItemFactory(file=file, conference=meeting)))
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.update(**facts)


def test_once_per_day_and_once_per_guest(file, cast, meeting):
    with pytest.raises(IntegrityError), transaction.atomic():
        ConferenceFactory(series=meeting.series)
    item = ItemFactory(file=file, conference=meeting)
    InvitationFactory(item=item, person=cast.liaison)
    with pytest.raises(IntegrityError), transaction.atomic():
        InvitationFactory(item=item, person=cast.liaison)


def test_how_things_stand(file, cast, meeting):
    item = ItemFactory(file=file, conference=meeting)
    assert light_of(item, TODAY).text == "vandaag"
    assert light_of(item, TODAY - DAY).text == "Op de agenda"
    assert meeting_light(meeting, TODAY + DAY).text == "nog afronden"
    assert meeting_light(meeting, TODAY - DAY).text == "Gepland"
    Conference.objects.update(state="held", ended_at=MONDAY)
    item = ConferenceItem.objects.select_related("conference").get()
    assert light_of(item, TODAY).kind == "late"
    assert meeting_light(item.conference, TODAY).text == "Gehouden"
    agreed = ItemAgreementFactory(guest=InvitationFactory(item=item))
    assert agreement_light(agreed, TODAY).text == "Open"
    assert agreement_light(agreed, TODAY + 8 * DAY).text == "te laat"


def test_the_agenda_counts_time_in_order(file, cast, meeting):
    ItemFactory(file=file, conference=meeting, position=2, minutes=30)
    ItemFactory(file=file, conference=meeting, position=1, minutes=20)
    ItemFactory(file=file, conference=meeting, position=3, withdrawn=True)
    agenda = agenda_of(meeting, cast.handler, leads=False)
    assert [line.begins for line in agenda.lines] == [MONDAY, MONDAY + timedelta(minutes=20)]
    assert (agenda.minutes, agenda.others) == (50, 0)
    assert meeting.starts_at == time(10)
    nobody = agenda_of(meeting, cast.team_manager, leads=False)
    assert (nobody.lines, nobody.others, nobody.residents) == ([], 2, frozenset())


def test_the_words_of_a_series(noord):
    series = SeriesFactory(team=noord)
    assert (str(series), series.weekday) == ("Casusoverleg Team Noord", "maandag")
