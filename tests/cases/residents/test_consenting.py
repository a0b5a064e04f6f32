"""Who may give a consent: by age that day and by who represents (WMO 5.3.3 lid 2)."""

import pytest

from cases.residents.services import remove_party
from common.errors import RuleViolation
from tests.cases.residents.consents import (
    DAY,
    TODAY,
    at_age,
    give,
    lists,
    represent,
    withdraw,
)

__all__ = ["give", "lists", "withdraw"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday", "lists")]

# --- who may give it (WMO 5.3.3 lid 2)

GIVERS = ("resident", "representative", "both")


@pytest.mark.parametrize(
    ("brp", "role", "right"),
    [
        ("20150101", "parent_guardian", {"representative", "both"}),  # eleven
        ("20141124", "guardian", {"representative", "both"}),  # twelve tomorrow
        ("20141123", "guardian", {"both"}),  # twelve today
        ("20140000", "guardian", {"both"}),  # eleven or twelve
        ("20101124", "guardian", {"both"}),  # sixteen tomorrow
        ("20100000", "guardian", {"both"}),  # fifteen or sixteen
        ("20101123", "guardian", {"resident"}),  # sixteen today
        ("19500000", "administrator", {"resident"}),
        ("19500000", "proxy", {"resident"}),
        ("19500000", "mentor", {"representative", "both"}),
        ("19500000", "curator", {"representative", "both"}),
        ("00000000", "proxy", {"resident"}),  # nobody knows, and the worker sees the person
    ],
)
def test_age_and_representative_say_who_gives_consent(give, resident, brp, role, right):
    at_age(brp)
    party = represent(resident, role)
    taken = set()
    for giver in GIVERS:
        number = None if giver == "resident" else party.pk
        try:
            give(given_by=giver, representative_id=number)
        except RuleViolation:
            continue
        taken.add(giver)

    assert taken == right


def test_without_a_date_of_birth_nobody_knows_who_gives(give):
    at_age("")

    with pytest.raises(RuleViolation, match="geboortedatum"):
        give()


def test_the_representative_is_of_this_resident_that_day(give, resident):
    at_age("20150101")
    with pytest.raises(RuleViolation, match="Leg op de kaart eerst vast"):
        give(given_by="representative")
    gone = represent(resident, "guardian", valid_until=TODAY - DAY)
    with pytest.raises(RuleViolation, match="Leg op de kaart eerst vast"):
        give(given_by="representative", representative_id=gone.pk)
    now = represent(resident, "parent_guardian")
    with pytest.raises(RuleViolation, match="Kies wie") as refused:
        give(given_by="representative", representative_id=gone.pk)
    assert refused.value.field == "representative"

    consent = give(given_by="representative", representative_id=now.pk)

    assert consent.said["representative"] == "V. Tegen (ouder met gezag)"


def test_who_gave_a_consent_is_not_forgotten(give, resident, cast):
    at_age("20150101")
    party = represent(resident, "guardian")
    give(given_by="representative", representative_id=party.pk)

    with pytest.raises(RuleViolation, match="gaf toestemming"):
        remove_party(resident_id=resident.pk, party_id=party.pk, by=cast.team_worker)
