"""What the norm says, answer by answer; it says it and decides nothing (MC-10, MC-11)."""

from itertools import product

import pytest

from cases.meldcode.norm import QUESTIONS, missing_in, norm_of
from tests.cases.meldcode.acting import NOTHING, SAFE, UNSAFE


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ({}, "suspicion"),
        ({"suspicion": "maybe"}, "suspicion"),
        (NOTHING, ""),
        ({"suspicion": "yes"}, "unsafe"),
        (UNSAFE, ""),
        ({**UNSAFE, "unsafe": "no"}, "help"),
        ({**SAFE, "accepted": ""}, "accepted"),
        ({**SAFE, "in_time": ""}, "in_time"),
        (SAFE, ""),
    ],
)
def test_a_weighing_is_whole_when_nothing_is_left_to_ask(answers, missing):
    assert missing_in(answers) == missing


def test_the_norm_of_every_whole_weighing():
    for values in product(("yes", "no"), repeat=len(QUESTIONS)):
        answers = dict(zip(QUESTIONS, values, strict=True))
        suspicion, unsafe, *about_help = values
        expected = suspicion == "yes" and (unsafe == "yes" or "no" in about_help)
        assert norm_of(answers).reports is expected
    assert "in alle gevallen" in norm_of(UNSAFE).why
