"""Two controllers at one line, and the same file twice at the same moment (BI-4, BI-7)."""

import uuid
from functools import partial
from types import SimpleNamespace

import pytest

from budgets.bank.accepting import accept_pairs, pairs_in
from budgets.bank.checking import EVERYTHING
from budgets.bank.models import BankFile, BankLine, BankMatch
from budgets.bank.services import match_line, undo_match
from budgets.ledger.checking import faults
from budgets.ledger.models import Entry
from budgets.requests.models import BudgetRequest
from clusters.models import User
from tests.concurrency.conftest import done, refused, together
from tests.factories.bank import a_line, csv_file, csv_line, hand_in
from tests.factories.budgets import a_pot, in_state, lists
from tests.factories.cases import MONDAY

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]
ROUNDS, LINES = 4, 6


@pytest.fixture
def world(cast, noord, tmp_path, settings):
    settings.UPLOAD_DIR = tmp_path
    lists()
    world = SimpleNamespace(cast=cast, noord=noord, pot=a_pot())
    yield world
    assert faults(EVERYTHING) == []


def fresh(world):
    """A controller as another request would load them."""
    return User.objects.get(pk=world.cast.controller.pk)


def matching(world, line, request, cents):
    told = {"line_id": line.pk, "request_id": request.pk, "amount": cents, "version": line.version}
    return partial(match_line, by=fresh(world), at=MONDAY, **told)


def test_of_two_controllers_one_wins(world):
    for _ in range(ROUNDS):
        first, second = in_state(world, "open"), in_state(world, "open")
        line = a_line(world.cast.controller, 100_000)
        results = together(*(matching(world, line, each, 100_000) for each in (first, second)))
        assert len(done(results)) == 1
        assert "intussen veranderd" in refused(results)[0]


def test_a_double_click_matches_once(world):
    advance, line = in_state(world, "open"), a_line(world.cast.controller, 60_000)
    results = together(*(matching(world, line, advance, 60_000) for _ in range(3)))
    assert len({each.pk for each in done(results)}) == 1
    assert (Entry.objects.filter(kind="repay").count(), BankMatch.objects.count()) == (1, 1)


def test_two_lines_for_the_same_advance_never_pay_too_much(world):
    for _ in range(ROUNDS):
        advance = in_state(world, "open")
        rows = [a_line(world.cast.controller, 60_000) for _ in range(2)]
        results = together(*(matching(world, row, advance, 60_000) for row in rows))
        assert len(done(results)) == 1
        assert "nog €\xa0400,00 open" in refused(results)[0]


def test_a_match_is_undone_once(world):
    advance, line = in_state(world, "open"), a_line(world.cast.controller, 100_000)
    match = matching(world, line, advance, 100_000)()
    undo = partial(undo_match, match_id=match.pk, at=MONDAY)
    assert len(done(together(*(partial(undo, by=fresh(world)),) * 3))) == 3
    assert Entry.objects.filter(kind="reverse").count() == 1
    advance.refresh_from_db()
    assert advance.owed_cents == 100_000


def test_two_lists_in_opposite_order_do_not_wait_for_each_other(world):
    codes = []
    for _ in range(LINES):
        advance, line = in_state(world, "open"), a_line(world.cast.controller, 100_000)
        codes.append(f"{line.pk}-{advance.pk}-100000-{line.version}")
    acts = (partial(accept_pairs, pairs_in(each)) for each in (codes, codes[::-1]))
    results = together(*(partial(act, fresh(world)) for act in acts))
    assert [each[0] for each in results] == [LINES, LINES]
    assert BankMatch.objects.count() == LINES
    assert not BudgetRequest.objects.exclude(advance="repaid").exists()


def test_the_same_file_and_an_overlapping_one_at_the_same_moment(world):
    for _ in range(ROUNDS):
        before = BankLine.objects.count()
        rows = [csv_line(100 + number) for number in range(40)]
        body, more = csv_file(rows), csv_file([*reversed(rows), csv_line(7)])
        acts = [partial(hand_in, fresh(world), each) for each in (body, body, more)]
        acts.append(partial(hand_in, fresh(world), body, submission_key=uuid.uuid4()))
        files = done(together(*acts))
        assert len(files) == len(acts)
        assert BankLine.objects.count() - before == len(rows) + 1
    assert BankFile.objects.count() == 2 * ROUNDS
    assert sum(BankFile.objects.values_list("fresh_count", flat=True)) == BankLine.objects.count()
