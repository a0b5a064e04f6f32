"""At the table: what is kept, what meets what, and what may not be written."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.models import KitchenTableTalk, LifeDomain, TalkAgreement, TalkCard, WmoNotification
from cases.talks.services import (
    agree_on,
    conclude_talk,
    drop_agreement,
    hold_talk,
    save_card,
    switch_on_domain,
)
from common.autosave import SaveConflict, Stamp
from common.errors import RuleViolation
from tests.factories.cases import MONDAY
from tests.factories.intakes import NotificationFactory
from tests.factories.talks import TalkColleagueFactory, TalkFactory, domain

NINE = 9
COMPLETE = {f"{step}_short": "nee" for step in ("own", "network", "volunteer", "general")}


def lines(code):
    return AuditEvent.objects.filter(code=code).count()


def switch(talk, by, code="justitie", reason="Er is een taakstraf."):
    return switch_on_domain(talk_id=talk.pk, domain=domain(code), reason=reason, by=by)


def test_beginning_lays_nine_cards_down_and_none_is_filled(planned, cast):
    hold_talk(talk_id=planned.pk, by=cast.handler)

    planned.refresh_from_db()
    assert (planned.state, planned.held_at) == ("held", MONDAY)
    assert planned.cards.count() == NINE
    assert not planned.cards.filter(domain__needs_reason=True).exists()
    assert {card.state for card in planned.cards.all()} == {"not_discussed"}


def test_a_talk_does_not_begin_before_support_was_pointed_out(planned, melding, cast):
    WmoNotification.objects.filter(pk=melding.pk).update(state="received", confirmed_at=None)

    with pytest.raises(RuleViolation, match="Bevestig eerst"):
        hold_talk(talk_id=planned.pk, by=cast.handler)


def test_what_is_typed_is_kept_with_who_and_when(write, held, cast):
    card = write("geld", state="discussed", words="De huur is te hoog.")

    card.refresh_from_db()
    assert (card.state, card.version, card.saved_by) == ("discussed", 2, cast.handler)
    assert card.said["words"] == "De huur is te hoog."


def test_a_state_nobody_knows_changes_nothing(write):
    assert write("geld", state="<script>").state == "not_discussed"


def test_ten_thousand_characters_and_tags_are_kept_as_typed(write):
    text = "<script>alert(1)</script>" + "é🙂" * 5000

    assert write("geld", words=text).said["words"] == text


def test_many_saves_of_one_sitting_are_one_line_in_the_trail(write, held, cast, time_machine):
    for text in ("a", "ab", "abc"):
        write("geld", words=text)
    assert lines("talk.noted") == 1

    time_machine.move_to(MONDAY + timedelta(minutes=16), tick=False)
    write("geld", words="abcd")
    assert lines("talk.noted") == 2


def test_a_colleague_who_joins_writes_and_is_in_the_trail(write, held, cast):
    TalkColleagueFactory(talk=held, employee=cast.team_worker)
    write("geld", words="a")
    save_card(
        talk_id=held.pk,
        domain_code="geld",
        typed={"words": ["ab"]},
        stamp=Stamp(2, "w2"),
        by=cast.team_worker,
    )

    assert lines("talk.noted") == 2


def test_two_windows_do_not_overwrite_each_other_unseen(write, held):
    write("geld", window="w1", words="eerst")

    with pytest.raises(SaveConflict) as conflict:
        write("geld", window="w2", version=1, words="tweede")

    assert conflict.value.theirs["words"] == "eerst"
    assert held.cards.get(domain__code="geld").said["words"] == "eerst"
    write("wonen", window="w2", words="een andere kaart is geen botsing")


def test_a_save_that_comes_twice_is_kept_once(write, held, cast):
    for _ in range(2):
        card = save_card(
            talk_id=held.pk,
            domain_code="geld",
            typed={"words": ["tekst"]},
            stamp=Stamp(1, "w1", 7),
            by=cast.handler,
        )
    assert card.version == 2


@pytest.mark.parametrize("person", ["team_worker", "team_manager", "contact_centre", "help_desk"])
def test_for_everybody_else_there_is_no_talk(held, cast, person):
    with pytest.raises(KitchenTableTalk.DoesNotExist):
        save_card(
            talk_id=held.pk,
            domain_code="geld",
            typed={},
            stamp=Stamp(1, "w"),
            by=getattr(cast, person),
        )


def test_of_the_wmo_team_who_joins_reads_the_report_and_writes_nothing(held, cast):
    TalkColleagueFactory(talk=held, employee=cast.city_hall_team)

    with pytest.raises(PermissionDenied):
        save_card(
            talk_id=held.pk,
            domain_code="geld",
            typed={},
            stamp=Stamp(1, "w"),
            by=cast.city_hall_team,
        )


def test_justice_opens_only_with_a_reason_that_is_not_in_the_trail(held, cast):
    with pytest.raises(RuleViolation, match="waarom"):
        switch(held, cast.handler, reason="  ")

    card = switch(held, cast.handler)
    assert card.said == {"switch": "Er is een taakstraf."}
    assert "taakstraf" not in str(list(AuditEvent.objects.values()))
    assert switch(held, cast.handler, reason="Nog een keer") == card


def test_a_leefgebied_that_is_off_has_no_card_to_write_on(held, cast):
    with pytest.raises(TalkCard.DoesNotExist):
        save_card(
            talk_id=held.pk,
            domain_code="justitie",
            typed={},
            stamp=Stamp(1, "w"),
            by=cast.handler,
        )


def agree(talk, by, key=None):
    return agree_on(
        submission_key=key or uuid.uuid4(),
        talk_id=talk.pk,
        what="Belt de bank.",
        owner="network",
        owner_name="Ans",
        due_on=MONDAY.date(),
        by=by,
    )


def test_an_agreement_is_made_once_and_can_be_taken_away(held, cast):
    key = uuid.uuid4()
    assert agree(held, cast.handler, key) == agree(held, cast.handler, key)
    assert TalkAgreement.objects.get().line == "Belt de bank. (Ans, uiterlijk 23-11-2026)"

    gone = {"talk_id": held.pk, "agreement_id": key, "by": cast.handler}
    assert [drop_agreement(**gone), drop_agreement(**gone)] == [True, False]


def test_a_key_of_another_talk_makes_no_agreement_there(held, concluded_elsewhere, cast):
    agreement = agree(held, cast.handler)

    with pytest.raises(RuleViolation, match="verouderd"):
        agree(concluded_elsewhere, cast.handler, agreement.pk)


@pytest.fixture
def concluded_elsewhere(noord, cast):
    """Another talk of the handler that is held."""
    melding = NotificationFactory(team=noord, handler=cast.handler, confirmed=True)
    return TalkFactory(notification=melding, held=True)


def test_concluding_says_which_leefgebied_is_in_the_way(write, held, cast):
    write("wonen", state="discussed", words="Trap is te steil.")

    with pytest.raises(RuleViolation, match="Wonen en huishouden: Schrijf op welke vraag"):
        conclude_talk(talk_id=held.pk, by=cast.handler)


def test_maatwerk_without_reasons_is_refused(write, held, cast):
    said = {"state": "discussed", "question": "Traplift?", "custom": "Traplift"}
    write("wonen", **said)
    with pytest.raises(RuleViolation, match="Maatwerk kan pas met een reden"):
        conclude_talk(talk_id=held.pk, by=cast.handler)

    write("wonen", **said, **COMPLETE)
    conclude_talk(talk_id=held.pk, by=cast.handler)
    assert KitchenTableTalk.objects.get(pk=held.pk).state == "concluded"


def test_what_is_concluded_is_frozen(write, held, cast):
    write("geld", state="discussed", question="Huur?", words="Te hoog.")
    conclude_talk(talk_id=held.pk, by=cast.handler)

    acts = (
        lambda: write("geld", words="anders"),
        lambda: switch(held, cast.handler),
        lambda: agree(held, cast.handler),
        lambda: conclude_talk(talk_id=held.pk, by=cast.handler),
    )
    for act in acts:
        with pytest.raises(RuleViolation, match="kan niet meer"):
            act()
    assert held.cards.get(domain__code="geld").said["words"] == "Te hoog."


def test_a_talk_without_a_word_may_be_concluded(held, cast):
    conclude_talk(talk_id=held.pk, by=cast.handler)

    assert LifeDomain.objects.count() == NINE + 2  # none of them was asked
