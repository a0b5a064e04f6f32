"""Writing on the sociale kaart: an owner, a day to look again, nothing twice, nothing lost."""

import uuid
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.community.models import READING_ROLES, WRITING_ROLES
from cases.community.services import (
    OrganisationText,
    change_offer,
    change_organisation,
    create_offer,
    create_organisation,
    restart_offer,
    review_offer,
    stop_offer,
)
from cases.models import Offer, OfferTerm, Organisation
from clusters.models import Membership, Role
from common.errors import RuleViolation
from tests.factories.cases import MONDAY
from tests.factories.community import LifeDomainFactory, OfferFactory, OrganisationFactory

pytestmark = pytest.mark.django_db

TODAY, DAY = MONDAY.date(), timedelta(days=1)
HALF_A_YEAR = TODAY + 182 * DAY
HOUSE = OrganisationText(name="Buurthuis", kind="residents", phone="+31365399941")


@pytest.fixture
def offer(cast, text):
    return create_offer(submission_key=uuid.uuid4(), text=text, by=cast.team_worker)


def lines():
    return list(AuditEvent.objects.order_by("pk").values_list("code", flat=True))


def test_a_new_offer_stands_there_with_its_lists_and_a_line(cast, offer, noord):
    assert offer.topic_names in ("Netwerk · Meedoen", "Meedoen · Netwerk")
    assert list(offer.clusters.all()) == [noord.cluster]
    assert (offer.owner, offer.version) == (cast.team_worker, 1)
    assert set(offer.terms.values_list("term", flat=True)) >= {"eten", "zeeslag", "dinsdag"}
    assert AuditEvent.objects.get(code="offer.created").object_id == str(offer.pk)


def test_two_clicks_make_one_offer_also_when_it_is_changed_meanwhile(cast, text):
    act = partial(create_offer, submission_key=uuid.uuid4(), by=cast.team_worker)
    first = act(text=text)
    again = act(text=replace(text, name="Getypt na de eerste klik"))

    assert (first, Offer.objects.get().name) == (again, "Samen eten")
    assert lines() == ["offer.created"]


def test_a_form_sent_again_after_a_colleague_changed_it_finds_what_there_is(cast, text):
    keys = {"submission_key": uuid.uuid4(), "by": cast.team_worker}
    offer, house = create_offer(text=text, **keys), create_organisation(text=HOUSE, **keys)
    newer = replace(text, name="Van een collega")
    change_offer(offer_id=offer.pk, text=newer, version=1, by=cast.help_desk)
    change_organisation(
        organisation_id=house.pk, text=replace(HOUSE, phone=""), version=1, by=cast.help_desk
    )

    assert create_offer(text=text, **keys).name == "Van een collega"
    assert create_organisation(text=HOUSE, **keys) == house


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"review_by": TODAY}, "review_by"),
        ({"runs_from": TODAY, "runs_until": TODAY - DAY}, "runs_until"),
        ({"topics": []}, "topics"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(cast, text, change, field):
    with pytest.raises(RuleViolation) as broken:
        create_offer(submission_key=uuid.uuid4(), text=replace(text, **change), by=cast.team_worker)

    assert broken.value.field == field
    assert not Offer.objects.exists()


@pytest.mark.parametrize("person", ["contact_centre", "general_manager", "controller"])
def test_the_owner_keeps_the_map(cast, text, offer, person):
    other = replace(text, owner=getattr(cast, person))

    for act in (
        partial(create_offer, submission_key=uuid.uuid4()),
        partial(change_offer, offer_id=offer.pk, version=1),
    ):
        with pytest.raises(RuleViolation, match="niet bijwerken") as broken:
            act(text=other, by=cast.team_worker)
        assert broken.value.field == "owner"


def test_an_owner_who_writes_no_longer_stays_until_they_leave(cast, text, offer):
    Offer.objects.filter(pk=offer.pk).update(owner=cast.contact_centre)
    kept = replace(text, owner=cast.contact_centre, name="Anders")
    change_offer(offer_id=offer.pk, text=kept, version=1, by=cast.team_worker)

    Membership.objects.filter(user=cast.contact_centre).update(valid_until=TODAY - DAY)
    with pytest.raises(RuleViolation) as broken:
        change_offer(
            offer_id=offer.pk, text=replace(kept, name="Weer"), version=2, by=cast.team_worker
        )

    assert broken.value.field == "owner"
    assert Offer.objects.get().name == "Anders"


def test_a_change_writes_the_words_again_and_names_the_fields(cast, text, offer):
    newer = replace(text, name="Samen koken", clusters=[], topics=[LifeDomainFactory(code="geld")])

    change_offer(offer_id=offer.pk, text=newer, version=1, by=cast.help_desk)

    offer.refresh_from_db()
    assert (offer.name, offer.version, offer.changed_by) == ("Samen koken", 2, cast.help_desk)
    assert (offer.topic_names, offer.place_names) == ("Geld", "Hele stad")
    assert "eten" not in set(offer.terms.values_list("term", flat=True))
    fields = set(AuditEvent.objects.get(code="offer.changed").fields)
    assert fields == {"name", "clusters", "topics"}


def test_a_save_without_a_change_changes_nothing(cast, text, offer):
    change_offer(offer_id=offer.pk, text=text, version=1, by=cast.help_desk)
    change_offer(offer_id=offer.pk, text=text, version=0, by=cast.help_desk)

    assert Offer.objects.get().version == 1
    assert lines() == ["offer.created"]


def test_who_opened_an_older_text_is_told_by_whom_it_was_changed(cast, text, offer):
    change = partial(change_offer, offer_id=offer.pk, version=1)
    change(text=replace(text, clusters=[]), by=cast.help_desk)

    with pytest.raises(RuleViolation, match=str(cast.help_desk)) as broken:
        change(text=replace(text, name="Mijn naam"), by=cast.team_worker)

    assert broken.value.field == "version"
    assert Offer.objects.get().name == "Samen eten"


def test_a_day_that_is_over_may_stay_but_not_be_chosen(cast, text, offer):
    Offer.objects.update(review_by=TODAY - DAY)
    stays = replace(text, review_by=TODAY - DAY, name="Anders")
    change_offer(offer_id=offer.pk, text=stays, version=1, by=cast.team_worker)

    with pytest.raises(RuleViolation, match="nog komt"):
        change_offer(
            offer_id=offer.pk,
            text=replace(stays, review_by=TODAY - 2 * DAY),
            version=2,
            by=cast.team_worker,
        )


def test_still_right_sets_the_day_half_a_year_on_and_once(cast):
    offer = OfferFactory(review_by=TODAY)

    for _ in range(2):
        review_offer(offer_id=offer.pk, by=cast.team_worker)

    offer.refresh_from_db()
    assert offer.review_by == HALF_A_YEAR
    assert lines() == ["offer.reviewed"]


def test_what_was_stopped_is_not_still_right(cast):
    offer = OfferFactory(stopped=True)

    with pytest.raises(RuleViolation, match="gestopt"):
        review_offer(offer_id=offer.pk, by=cast.team_worker)


def test_stopping_keeps_the_offer_with_the_reason_and_back_it_comes(cast):
    offer = OfferFactory(review_by=TODAY - DAY)
    for _ in range(2):
        stop_offer(offer_id=offer.pk, reason="Dicht", by=cast.team_worker)
    offer.refresh_from_db()
    assert (offer.is_active, offer.stop_reason) == (False, "Dicht")
    assert (offer.stopped_at, offer.stopped_by) == (MONDAY, cast.team_worker)

    for _ in range(2):
        restart_offer(offer_id=offer.pk, by=cast.help_desk)

    offer.refresh_from_db()
    assert (offer.is_active, offer.stop_reason, offer.stopped_by) == (True, "", None)
    assert offer.review_by == HALF_A_YEAR
    assert lines() == ["offer.stopped", "offer.restarted"]


def test_who_stops_second_with_another_reason_hears_who_was_first(cast):
    offer = OfferFactory()
    stop_offer(offer_id=offer.pk, reason="Dicht", by=cast.team_worker)

    with pytest.raises(RuleViolation, match=str(cast.team_worker)) as broken:
        stop_offer(offer_id=offer.pk, reason="Geen vrijwilligers", by=cast.help_desk)

    assert broken.value.field == "reason"
    assert Offer.objects.get().stop_reason == "Dicht"


def test_an_organisation_is_written_once_by_two_clicks(cast):
    key = uuid.uuid4()
    made = [create_organisation(submission_key=key, text=HOUSE, by=cast.help_desk) for _ in "12"]

    assert made[0] == made[1] == Organisation.objects.get()
    assert lines() == ["organisation.created"]


def test_a_name_that_is_there_already_is_refused(cast):
    create_organisation(submission_key=uuid.uuid4(), text=HOUSE, by=cast.help_desk)
    other = OrganisationFactory(name="Kerk")
    same = replace(HOUSE, name="BUURTHUIS")

    for act in (
        partial(create_organisation, submission_key=uuid.uuid4()),
        partial(change_organisation, organisation_id=other.pk, version=1),
    ):
        with pytest.raises(RuleViolation, match="staat al op de kaart") as broken:
            act(text=same, by=cast.help_desk)
        assert broken.value.field == "name"


def test_a_new_name_of_an_organisation_finds_its_offers(cast):
    there = OrganisationFactory(name="Oude naam")
    OfferFactory(organisation=there)
    text = OrganisationText(name="Zonnebloem", kind="residents")

    change_organisation(organisation_id=there.pk, text=text, version=1, by=cast.help_desk)

    assert OfferTerm.objects.filter(term="zonnebloem").exists()
    assert not OfferTerm.objects.filter(term="oude").exists()
    assert AuditEvent.objects.get(code="organisation.changed").fields == ["name"]


def test_an_older_text_of_an_organisation_does_not_replace_the_newer_one(cast):
    there = OrganisationFactory(name="Kerk")
    text = OrganisationText(name="Kerk", kind="faith")
    change = partial(change_organisation, organisation_id=there.pk, version=1)
    change(text=text, by=cast.help_desk)
    change(text=text, by=cast.team_worker)

    with pytest.raises(RuleViolation, match=str(cast.help_desk)) as broken:
        change(text=replace(text, note="Mijn tekst"), by=cast.team_worker)

    assert broken.value.field == "version"
    there.refresh_from_db()
    assert (there.version, there.note) == (2, "")


@pytest.mark.parametrize("role", sorted(set(Role.values) - WRITING_ROLES))
def test_writing_is_for_who_keeps_the_map(cast, text, role):
    by, offer = getattr(cast, role), OfferFactory()
    acts = (
        partial(create_offer, submission_key=uuid.uuid4(), text=text),
        partial(change_offer, offer_id=offer.pk, text=text, version=1),
        partial(review_offer, offer_id=offer.pk),
        partial(stop_offer, offer_id=offer.pk, reason="Dicht"),
        partial(restart_offer, offer_id=offer.pk),
        partial(create_organisation, submission_key=uuid.uuid4(), text=HOUSE),
        partial(change_organisation, organisation_id=offer.organisation_id, text=HOUSE, version=1),
    )

    for act in acts:
        with pytest.raises(PermissionDenied):
            act(by=by)
    assert lines() == []


def test_every_writer_reads():
    assert WRITING_ROLES < READING_ROLES
