"""Two colleagues who keep something of a resident at the same moment (IK-3, IK-4)."""

import uuid
from functools import partial

import pytest

from audit.models import AuditEvent
from cases.models import Party, Resident, ResidentBsn, SecretAddress
from cases.residents.models import HiddenAddress
from cases.residents.names import Names
from cases.residents.services import (
    Particulars,
    PartyFacts,
    SafeContact,
    change_bsn,
    change_resident,
    create_party,
    merge_residents,
    seal_address,
)
from clusters.models import User
from tests.concurrency.conftest import done, refused, together
from tests.factories.cases import MONDAY, CallbackFactory

ROUNDS = range(6)
BSN = "999990019"
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def me(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def somebody(cast, noord):
    return CallbackFactory(team=noord, claimed=True, handler=cast.handler).resident


@pytest.mark.parametrize("_round", ROUNDS)
def test_one_number_ends_up_with_one_resident(cast, noord, _round):
    people = [somebody(cast, noord) for _ in range(2)]

    ended = together(
        *(partial(change_bsn, resident_id=who.pk, bsn=BSN, by=me(cast.handler)) for who in people)
    )

    assert len(done(ended)) == 1
    assert "bij een andere inwoner" in refused(ended)[0]
    assert ResidentBsn.objects.count() == 1


@pytest.mark.parametrize("_round", ROUNDS)
def test_of_two_forms_of_one_version_one_is_kept(cast, noord, _round):
    who = somebody(cast, noord)
    act = {"resident_id": who.pk, "version": 1, "names": Names(), "by": me(cast.handler)}
    told = Particulars(told=who.name, phone=who.phone)

    ended = together(
        *(
            partial(change_resident, particulars=told, card=SafeContact(language=word), **act)
            for word in ("Turks", "Koerdisch")
        )
    )

    assert len(done(ended)) == 1
    assert "intussen gewijzigd" in refused(ended)[0]
    assert Resident.objects.get(pk=who.pk).version == 2
    assert AuditEvent.objects.filter(code="resident.changed").count() == 1


@pytest.mark.parametrize("_round", ROUNDS)
def test_an_open_address_never_comes_back_beside_a_secret_one(cast, noord, _round):
    who = somebody(cast, noord)
    address = HiddenAddress("1315KA", 7, "", "danger")
    own = {"resident_id": who.pk, "by": me(cast.handler)}
    told = Particulars(told=who.name, phone=who.phone, postcode="1315KA", house_number=7)
    form = {"version": 1, "names": Names(), "particulars": told, "card": SafeContact()}

    together(partial(seal_address, address=address, **own), partial(change_resident, **form, **own))

    kept = Resident.objects.get(pk=who.pk)
    assert (kept.address_secret, kept.address_line) == (True, "")
    assert SecretAddress.objects.get().address == address


@pytest.mark.parametrize("_round", ROUNDS)
def test_a_double_click_writes_somebody_down_once(cast, noord, _round):
    who, key = somebody(cast, noord), uuid.uuid4()
    facts = PartyFacts("household", "partner", "Kim", MONDAY.date())
    own = {"resident_id": who.pk, "submission_key": key, "facts": facts, "by": me(cast.handler)}

    ended = together(*[partial(create_party, **own)] * 3)

    assert len({party.pk for party in done(ended)}) == 1
    assert Party.objects.count() == 1
    assert AuditEvent.objects.filter(code="party.created").count() == 1


@pytest.mark.parametrize("_round", ROUNDS)
def test_of_two_merges_of_the_same_cards_one_is_done(cast, noord, _round):
    first, second = (somebody(cast, noord).pk for _ in range(2))
    told = {"versions": (1, 1), "picks": {}, "reason": "zelfde mens"}

    ended = together(
        *(
            partial(
                merge_residents,
                winner_id=stays,
                loser_id=goes,
                submission_key=uuid.uuid4(),
                by=me(cast.handler),
                **told,
            )
            for stays, goes in ((first, second), (second, first))
        )
    )

    (merge,) = done(ended)
    assert "intussen al samengevoegd" in refused(ended)[0]
    assert Resident.objects.get(pk=merge.winner_id).callbacks.count() == len((first, second))


@pytest.mark.parametrize("_round", ROUNDS)
def test_a_merge_sent_twice_at_once_is_one(cast, noord, _round):
    first, second = (somebody(cast, noord).pk for _ in range(2))
    told = {"versions": (1, 1), "picks": {}, "reason": "zelfde mens", "by": me(cast.handler)}
    act = {"winner_id": first, "loser_id": second, "submission_key": uuid.uuid4()}

    ended = together(*[partial(merge_residents, **act, **told)] * 3)

    assert len({merge.pk for merge in done(ended)}) == 1
    assert not refused(ended)
