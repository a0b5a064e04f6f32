import os
import subprocess
import sys
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.architecture.house import ROOT
from tests.factories import ClosingDayFactory
from tools.check import PRODUCTION

pytestmark = pytest.mark.django_db


@pytest.fixture
def decreed():
    ClosingDayFactory(date=date(2026, 5, 15), by_decree=True)
    ClosingDayFactory(date=date(2027, 5, 7), by_decree=True)


def run(*arguments):
    out = StringIO()
    call_command("legal_term", *arguments, stdout=out)
    return out.getvalue().splitlines()


@pytest.mark.usefixtures("decreed")
def test_legal_term_says_how_it_was_counted():
    assert run("2026-03-24", "6w") == [
        "Gebeurtenis: di 24 maart 2026 (deze dag telt niet mee)",
        "Termijn: 6 weken, geteld tot en met di 5 mei 2026",
        "5 mei is Bevrijdingsdag (ATW art. 3 lid 1): de termijn loopt door tot en met "
        "wo 6 mei 2026.",
        "Wettelijk einde: wo 6 mei 2026",
    ]


@pytest.mark.usefixtures("decreed")
def test_legal_term_passes_over_the_days_by_decree_in_the_table():
    ClosingDayFactory(date=date(2026, 5, 18))  # our own study day is no reason

    assert run("2026-04-02", "6w")[-1] == "Wettelijk einde: ma 18 mei 2026"


@pytest.mark.usefixtures("decreed")
@pytest.mark.parametrize("event", ["2025-01-06", "2027-12-01"])
def test_legal_term_says_which_years_of_decree_days_it_knows(event):
    assert "van 2026 tot en met 2027. Kijk na" in " ".join(run(event, "6w"))


@pytest.mark.usefixtures("decreed")
def test_legal_term_that_is_not_moved_needs_no_decree_days():
    assert "Let op" not in " ".join(run("2031-01-06", "15j"))


def test_legal_term_says_that_the_table_is_empty():
    assert "Let op: in Beheer staan geen sluitingsdagen bij koninklijk besluit." in run(
        "2026-03-24", "6w"
    )


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ([], "Geef een datum en een termijn"),
        (["2026-03-24"], "Geef een datum en een termijn"),
        (["2026-03-24", "6", "weken"], "Geef een datum en een termijn"),
        (["24-03-2026", "6w"], "“24-03-2026” is geen datum"),
        (["2026-02-30", "6w"], "“2026-02-30” is geen datum"),
        (["", "6w"], "“” is geen datum"),
        (["2026-03-24", "6 weken"], "“6 weken” is geen termijn"),
        (["2026-03-24", "0w"], "minstens 1"),
        (["2026-03-24", "36u"], "hele etmalen"),
        (["1999-03-24", "6w"], "2014 tot en met 2199"),
        (["2026-03-24", "99999j"], "2014 tot en met 2199"),
    ],
)
def test_legal_term_explains_in_dutch_what_is_wrong(arguments, fault):
    with pytest.raises(CommandError, match=fault):
        run(*arguments)


def test_legal_term_with_a_fault_ends_with_an_exit_code():
    answer = subprocess.run(
        [sys.executable, "manage.py", "legal_term"],
        cwd=ROOT,
        env={**os.environ, **PRODUCTION},
        capture_output=True,
        text=True,
        check=False,
    )

    assert answer.returncode == 1
    assert "Geef een datum en een termijn" in answer.stderr
    assert answer.stdout == ""
