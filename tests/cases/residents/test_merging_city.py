"""Merging where there is something of everything: it moves, opens and goes back (SV-2, SV-6)."""

import uuid

import pytest
import time_machine

from cases.intakes.models import WmoNotification
from cases.models import (
    Consent,
    InvolvedProfessional,
    KitchenTableTalk,
    Party,
    ReportVersion,
    Resident,
    ResidentMerge,
    TalkCard,
)
from cases.procedures.models import opened_of
from cases.residents.relations import links
from cases.residents.services import merge_residents, undo_merge
from common.errors import RuleViolation
from tests.cases.residents.test_merging import everything
from tests.factories.cases import MONDAY
from tests.journeys.furnishing import furnished_city

pytestmark = pytest.mark.django_db
KINDS = ("talk-agreed", "procedure", "melding-steun", "melding-bijna")


@pytest.fixture
def city():
    with time_machine.travel(MONDAY, tick=True):
        yield furnished_city()


def people(city):
    """Residents with a talk and its report, an assessment, support, a triage, and a full card."""
    numbers = [city.things["resident-claimed"]]
    for name in KINDS:
        model = KitchenTableTalk if name.startswith("talk") else WmoNotification
        numbers.append(model._base_manager.get(pk=city.things[name]).resident_id)
    return numbers


def opened():
    """Every closed text of the city, opened."""
    texts = [talk.words for talk in KitchenTableTalk.objects.order_by("pk")]
    texts += [card.said for card in TalkCard.objects.select_related("talk").order_by("pk")]
    texts += [version.texts for version in ReportVersion.objects.order_by("pk")]
    texts += [row.said for model in (Consent, InvolvedProfessional) for row in _rows(model)]
    texts += [str(opened_of(row)) for row in WmoNotification.objects.order_by("pk")]
    return texts


def _rows(model):
    return model.objects.order_by("pk")


def merge(winner, loser, by):
    versions = [Resident.objects.get(pk=number).version for number in (winner, loser)]
    return merge_residents(
        winner_id=winner,
        loser_id=loser,
        versions=(versions[0], versions[1]),
        submission_key=uuid.uuid4(),
        picks={},
        reason="Hetzelfde telefoonnummer.",
        by=by,
    )


def test_five_cards_become_one_with_all_that_hung_on_them(city):
    winner, *losers = people(city)
    by, texts = city.people["handler"], opened()
    hung = {
        link.key: link.rows(winner, *losers).count()
        for link in links()
        if str(link.fate) == "move" and link.field.model is not Resident
    }
    assert sum(count > 0 for count in hung.values()) > 15
    assert Party.objects.filter(resident_id=winner).exists()

    for loser in losers:
        merge(winner, loser, by)

    assert {key: count for key, count in hung.items() if count} == {
        link.key: link.rows(winner).count() for link in links() if hung.get(link.key)
    }
    assert opened() == texts
    assert list(Resident.objects.visible_to(by).filter(pk__in=losers)) == []


def test_undone_in_reverse_every_row_is_as_it_was(city):
    winner, *losers = people(city)
    by, texts, before = city.people["handler"], opened(), everything()
    merges = [merge(winner, loser, by) for loser in losers]
    assert everything() != before

    for each in reversed(merges):
        undo_merge(merge_id=each.pk, by=by)

    after = everything()
    differing = {
        (key, name): (before[key][name], value)
        for key, row in after.items()
        for name, value in row.items()
        if before.get(key, {}).get(name) != value
    }
    assert differing == {}
    assert opened() == texts
    assert ResidentMerge.objects.filter(undone_at=None).count() == 0


def test_undone_out_of_order_the_newer_values_stay(city):
    winner, first, second, *_ = people(city)
    by = city.people["handler"]
    merges = [merge(winner, loser, by) for loser in (first, second)]
    name = Resident.objects.get(pk=winner).name

    assert undo_merge(merge_id=merges[0].pk, by=by) is False

    assert Resident.objects.get(pk=winner).name == name
    assert Resident.objects.get(pk=second).merged_into_id == winner
    with pytest.raises(RuleViolation):  # a second click
        undo_merge(merge_id=merges[0].pk, by=by)
