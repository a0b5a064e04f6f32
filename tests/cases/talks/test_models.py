"""Who knows a talk exists, what is sealed, and what the database refuses."""

from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction

from cases.models import KitchenTableTalk, LifeDomain, TalkCard
from cases.talks.drawing import Drawing
from cases.talks.models import Signer
from clusters.models import Role
from tests.cases.talks.conftest import query
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY
from tests.factories.talks import (
    AgreementFactory,
    CardFactory,
    ReportFactory,
    TalkColleagueFactory,
    TalkFactory,
    VersionFactory,
    domain,
)

SECRET = "Kanarie aan de keukentafel"


def visible(user):
    return KitchenTableTalk.objects.visible_to(user).exists()


@pytest.mark.parametrize("role", [role.value for role in Role])
def test_a_talk_exists_only_for_its_worker(planned, cast, role):
    assert not visible(getattr(cast, role))
    assert visible(cast.handler)


@pytest.mark.parametrize(
    ("person", "sees"),
    [("team_worker", True), ("city_hall_team", True), ("team_manager", False), ("liaison", False)],
)
def test_a_colleague_who_joins_sees_it_when_the_role_may(planned, cast, person, sees):
    TalkColleagueFactory(talk=planned, employee=getattr(cast, person))

    assert visible(getattr(cast, person)) is sees


def test_a_worker_who_moved_to_another_team_loses_the_talk(planned, cast, noord):
    cast.handler.memberships.update(team=cast.elsewhere)

    assert not visible(type(cast.handler).objects.get(pk=cast.handler.pk))


def test_a_worker_who_gave_the_melding_away_loses_the_talk(planned, melding, cast):
    melding.handler = cast.team_worker
    melding.save()

    assert (visible(cast.handler), visible(cast.team_worker)) == (False, True)


def test_with_another_role_in_effect_the_talk_is_gone(planned, cast, desk):
    MembershipFactory(user=cast.handler, role=Role.CONTACT_CENTRE, team=desk)
    cast.handler.chosen_role = Role.CONTACT_CENTRE
    for name in ("running_memberships", "roles", "acting_role"):
        vars(cast.handler).pop(name, None)

    assert not visible(cast.handler)


def test_every_word_is_sealed_and_opens_again(held):
    card = CardFactory(talk=held, domain=domain("relaties"), said={"words": SECRET})
    agreement = AgreementFactory(talk=held, what=SECRET)
    held.keep({**held.words, "place_note": SECRET})
    report = ReportFactory(talk=held, texts={"a": SECRET})
    sent = VersionFactory(report=report, texts={"a": SECRET})
    sent.keep_words(SECRET)
    sent.keep_signer(Signer(SECRET, Drawing.read("0,0 600,200")))

    sealed = (
        card.content,
        agreement.content,
        held.content,
        report.content,
        sent.content,
        sent.reaction_words,
        sent.signed,
    )
    assert [SECRET.encode() in bytes(each) for each in sealed] == [False] * 7
    assert card.said == {"words": SECRET}
    assert agreement.words == (SECRET, "")
    assert held.words["place_note"] == SECRET
    assert sent.signer == Signer(SECRET, Drawing.read("0,0 600,200"))
    assert (report.texts, sent.texts["a"], sent.words) == ({"a": SECRET}, SECRET, SECRET)


def test_a_signature_is_under_the_text_that_was_signed_and_no_other(held):
    sent = VersionFactory(report=ReportFactory(talk=held), texts={"a": "Zo is het."})
    sent.keep_signer(Signer("A. Bakker", Drawing.read("0,0 600,200")))
    assert sent.signer
    sent.freeze({"a": "Zo is het niet."})
    del sent.signer

    assert sent.signer is None


def test_a_signature_copied_to_another_version_does_not_open(held):
    report = ReportFactory(talk=held)
    sent, other = VersionFactory(report=report), VersionFactory(report=report, number=2)
    sent.keep_signer(Signer("A. Bakker", Drawing.read("0,0 600,200")))
    other.signed = sent.signed

    with pytest.raises(InvalidTag):
        _ = other.signer


def test_a_card_copied_to_another_row_or_talk_does_not_open(held):
    card = CardFactory(talk=held, domain=domain("relaties"), said={"words": SECRET})
    same_talk = CardFactory(talk=held, domain=domain("lichaam"))
    other_talk = CardFactory()
    for other in (same_talk, other_talk):
        other.content = card.content
        with pytest.raises(InvalidTag):
            other.typed()


def test_without_its_key_nothing_of_a_talk_opens(held):
    card = held.cards.get(domain__code="geld")
    held.data_key = TalkFactory().data_key
    held.save()

    with pytest.raises(InvalidTag):
        TalkCard.objects.get(pk=card.pk).typed()


def test_nine_neutral_leefgebieden_cover_the_zrm_and_two_need_a_reason(held):
    neutral = LifeDomain.objects.in_use().filter(needs_reason=False)
    off = LifeDomain.objects.in_use().filter(needs_reason=True)

    assert neutral.count() == 9
    assert {row.code for row in off} == {"middelen", "justitie"}
    numbers = [each.value for row in LifeDomain.objects.all() for each in row.zrm_domains]
    assert sorted(numbers) == list(range(1, 14))


@pytest.mark.parametrize(
    "said",
    [
        {"words": "tekst"},
        {"state": "discussed"},
        {"zrm-1": "3"},
        {"own_short": "lukt niet"},
    ],
    ids=["text", "discussed", "score", "reason"],
)
def test_what_is_on_a_card_must_name_its_question(held, said):
    state = said.get("state", "not_discussed")
    card = CardFactory(talk=held, domain=domain("lichaam"), said=said, state=state)
    card.domain.zrm = "1"

    assert any("welke vraag" in fault for fault in card.faults())


def test_an_untouched_card_is_no_fault(held):
    assert held.cards.get(domain__code="geld").faults() == []


@pytest.mark.parametrize("missing", ["own", "network", "volunteer", "general"])
def test_maatwerk_needs_a_reason_for_each_earlier_solution(held, missing):
    said = {f"{step}_short": "nee" for step in ("own", "network", "volunteer", "general")}
    said |= {"state": "discussed", "question": "Hulp?", "custom": "Begeleiding"}
    complete = CardFactory(talk=held, domain=domain("lichaam"), said=said, state="discussed")
    del said[f"{missing}_short"]
    lacking = CardFactory(talk=held, domain=domain("geest"), said=said, state="discussed")

    assert complete.faults() == []
    assert len(lacking.faults()) == 1
    assert "Maatwerk kan pas" in lacking.faults()[0]


def test_a_score_outside_the_scale_does_not_count(held):
    card = held.cards.get(domain__code="geld")
    for text in ("0", "6", "²", "vijf"):
        card.keep({"zrm-1": [text]})
        card.__dict__.pop("said", None)
        assert card.scores == []


SIGNED = {
    "reaction": "agreed",
    "reacted_on": MONDAY.date(),
    "signature": "paper",
    "signed_on": MONDAY.date(),
}


@pytest.mark.parametrize(
    "fault",
    [
        {"state": "elsewhere"},
        {"place": "moon"},
        {"ends_at": MONDAY - timedelta(days=9)},
        {"held_at": MONDAY},
        {"ended_at": MONDAY},
        {"state": "held"},
        {"state": "concluded", "held_at": MONDAY},
    ],
    ids=str,
)
def test_the_database_refuses_a_talk_that_cannot_be(planned, fault):
    with pytest.raises(IntegrityError), transaction.atomic():
        KitchenTableTalk.objects.filter(pk=planned.pk).update(**fault)


def test_one_live_talk_per_melding(planned, melding):
    with pytest.raises(IntegrityError), transaction.atomic():
        TalkFactory(notification=melding)
    TalkFactory(notification=melding, cancelled=True)


@pytest.mark.parametrize(
    "fault",
    [
        {"reaction": "agreed"},
        {"reacted_on": MONDAY.date()},
        {"signature": "paper"},
        {"reaction": "agreed", "reacted_on": MONDAY.date(), "signature": "paper"},
        {"reaction": "agreed", "reacted_on": MONDAY.date(), "signed_on": MONDAY.date()},
        SIGNED | {"signature": "screen"},
        SIGNED | {"signed": b"x"},
        {"reaction": "agreed", "reacted_on": MONDAY.date(), "application_on": MONDAY.date()},
        {
            "reaction": "disagreed",
            "reacted_on": MONDAY.date(),
            "signature": "paper",
            "signed_on": MONDAY.date(),
            "application_on": MONDAY.date(),
        },
    ],
    ids=str,
)
def test_the_database_refuses_a_reaction_that_cannot_be(monday, fault):
    sent = VersionFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        type(sent).objects.filter(pk=sent.pk).update(**fault)


def test_a_query_dict_is_kept_as_it_was_sent(held):
    card = held.cards.get(domain__code="geld")
    card.keep(dict(query(words="é <script>", state="discussed").lists()))

    assert card.typed()["words"] == "é <script>"
