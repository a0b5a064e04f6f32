"""Which rule wins, what is odd about a set of rules, and what they would have done (TRI-1 … 5)."""

from dataclasses import replace

import pytest

from cases.intakes.deciding import PROPOSAL, RuleText, decide, every_case, findings, try_on
from cases.intakes.models.triage import FACTS
from tests.factories.intakes import ANSWERS

ANY = ("",) * len(FACTS)
ALWAYS = RuleText(ANY, "team", "single", "help", "Altijd.")


def facts(**own):
    return tuple((ANSWERS | own).values())


def wanting(**wanted):
    return replace(ALWAYS, facts=tuple(wanted.get(name, "") for name in FACTS))


@pytest.mark.parametrize(
    ("answers", "advice"),
    [
        ({}, "city_hall"),
        ({"broad_talk": "yes"}, "team"),
        ({"network": "yes"}, "informal"),
        ({"general_offer": "yes"}, "general"),
        ({"wants_help": "no"}, "nothing"),
        ({"wants_help": "no", "is_heavy": "yes"}, "sst"),
        ({"domain_count": "many"}, "team"),
        ({"request_kind": "information"}, "team"),
    ],
)
def test_the_proposal_advises_as_the_partners_agreed(answers, advice):
    place = decide(PROPOSAL, facts(**answers))

    assert place is not None
    assert PROPOSAL[place].advice == advice


def test_the_proposal_has_no_gap_and_no_rule_in_vain():
    assert findings(PROPOSAL) == []


def test_the_first_rule_that_matches_wins():
    rules = (wanting(network="yes"), wanting(network="no"), ALWAYS)

    assert (decide(rules, facts(network="no")), decide(rules, facts(network="yes"))) == (1, 0)
    assert decide((wanting(network="yes"),), facts()) is None


def test_a_rule_that_never_wins_is_said():
    found = findings((wanting(network="yes"), wanting(network="yes", is_heavy="no"), ALWAYS))

    assert found == ["Regel 2 wint nooit: een eerdere regel past altijd al."]


def test_a_rule_that_matches_everything_is_said():
    assert findings((ALWAYS,)) == ["Regel 1 past op alles: elke aanmelding krijgt dit advies."]
    assert findings((wanting(network="yes"), ALWAYS, wanting(network="no"))) == [
        "Regel 2 past altijd. Wat daarna komt, wordt nooit bereikt.",
        "Regel 3 wint nooit: een eerdere regel past altijd al.",
    ]


def test_a_gap_is_counted():
    total = len(every_case())

    assert total == 5 * 3 * 2**5
    assert findings((wanting(network="yes"),)) == [
        f"{total // 2} van de {total} mogelijke aanmeldingen krijgen geen advies."
    ]


def test_a_trial_counts_what_would_fall_otherwise():
    past = [(facts(), "city_hall", 84), (facts(network="yes"), "informal", 1100)]
    past += [(facts(is_heavy="yes"), "", 16)]

    trial = try_on((wanting(network="yes"), wanting(network="no", is_heavy="no")), past)

    assert (trial.total, trial.changed, trial.unadvised) == (1200, 1184, 16)
    assert trial.moves == {("city_hall", "team"): 84, ("informal", "team"): 1100}
    assert try_on(PROPOSAL, past[:2]).changed == 0
