"""The answer of the register against a slow reading of its rules, for thousands of registers."""

from datetime import date, timedelta
from itertools import product as pairs
from random import Random

import pytest

from cases.mandates.deciding import Wanted, answer_for
from tests.factories import UserFactory
from tests.factories.cases import MONDAY
from tests.factories.mandates import MandateFactory, ProductFactory

pytestmark = pytest.mark.django_db

BEGIN = date(2026, 1, 1)
LIMITS = (None, 1, 2, 3)
REGISTERS, QUESTIONS = 40, 40


def _days(mandate):
    """Every day of the first eight of January on which a mandate holds, one by one."""
    held = set()
    for number in range(8):
        day = BEGIN + timedelta(days=number)
        if day < mandate.since:
            continue
        if mandate.until is not None and day > mandate.until:
            continue
        if mandate.ended_from is not None and day >= mandate.ended_from:
            continue
        held.add(day)
    return held


def _fits(amount, limit):
    """Whether something fits a limit; without an end, or not known, fits no limit at all."""
    return limit is None or (amount is not None and amount <= limit)


def _covers(mandate, codes, line, refuses, day):
    """MD-1 up to MD-4, read out loud for one mandate and one line."""
    if day not in _days(mandate):
        return False
    if refuses and mandate.may_refuse is False:
        return False
    if line is None:
        return True
    if line.product.code not in codes:
        return False
    return _fits(line.months, mandate.longest_months) and _fits(
        line.yearly_cents, mandate.yearly_cents
    )


def _slowly(register, lines, refuses, day):
    """Whether it may, and whether a second must sign: every choice of one mandate per line."""
    choices = [
        [each for each, codes in register if _covers(each, codes, line, refuses, day)]
        for line in (lines or [None])
    ]
    whole = list(pairs(*choices))
    alone = any(not any(each.needs_second for each in chosen) for chosen in whole)
    return bool(whole), bool(whole) and not alone


def _register(rng, holder, products):
    made = []
    for _ in range(rng.randint(0, 4)):
        since = BEGIN + timedelta(days=rng.randint(0, 5))
        until = rng.choice((None, since + timedelta(days=rng.randint(0, 4))))
        own = {"ended": True} if rng.random() < 0.3 else {}
        if own:
            own["ended_from"] = BEGIN + timedelta(days=rng.randint(0, 7))
        about = rng.sample(products, rng.randint(1, len(products)))
        mandate = MandateFactory(
            holder=holder,
            products=about,
            longest_months=rng.choice(LIMITS),
            yearly_cents=rng.choice(LIMITS),
            may_refuse=rng.random() < 0.5,
            needs_second=rng.random() < 0.5,
            since=since,
            until=until,
            created_at=MONDAY,
            **own,
        )
        made.append((mandate, {each.code for each in about}))
    return made


@pytest.mark.parametrize("seed", range(4))
def test_the_register_answers_as_its_rules_read(seed):
    rng = Random(seed)
    products = [ProductFactory(code=f"p{number}") for number in range(3)]
    seen = set()
    for _ in range(REGISTERS // 4):
        holder = UserFactory()
        register = _register(rng, holder, products)
        for _ in range(QUESTIONS):
            lines = [
                Wanted(rng.choice(products), rng.choice(LIMITS), rng.choice(LIMITS))
                for _ in range(rng.randint(0, 3))
            ]
            refuses = rng.random() < 0.4
            day = BEGIN + timedelta(days=rng.randint(0, 7))

            answer = answer_for(holder, lines, refuses=refuses, day=day)

            told = (answer.allowed, answer.allowed and answer.needs_second)
            assert told == _slowly(register, lines, refuses, day), (lines, refuses, day)
            seen.add(told)
    assert seen == {(True, True), (True, False), (False, False)}
