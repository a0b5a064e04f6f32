"""The jaarrekening: every line, the check under it, and the year after (GB-29)."""

import pytest

from budgets.closing import worker
from budgets.closing.figures import year_of, year_with
from budgets.ledger.models import PotTotal
from budgets.requests import services as acts
from tests.factories.budgets import a_pot
from tests.factories.closing import LAST_YEAR, NEW_YEAR, asked

pytestmark = pytest.mark.django_db


def lines_of(statement):
    return {
        (part.heading, line.label): line.cents
        for part in statement.parts
        for line in part.lines
        if line.cents
    }


def test_a_closed_year_says_what_came_what_went_and_what_goes_along(year):
    asked(year.cast.general_manager)
    worker.close_years(at=NEW_YEAR)

    found = year_of(year.cast.controller, LAST_YEAR)

    (only,) = found.statements
    assert lines_of(only) == {
        ("Wat erin kwam", "Toegekend"): 1_000_000,
        ("Wat erin kwam", "Samen"): 1_000_000,
        ("Wat is uitgegeven", "Betaald als gift"): 60_000,
        ("Wat is uitgegeven", "Voorschot dat een gift werd"): 60_000,
        ("Wat is uitgegeven", "Uitgegeven"): 120_000,
        ("Voorschotten", "Betaald als voorschot"): 180_000,
        ("Voorschotten", "Terugontvangen"): -20_000,
        ("Voorschotten", "Werd een gift"): -60_000,
        ("Voorschotten", "Meegenomen naar 2027"): -100_000,
        ("Meegenomen naar 2027, of teruggegeven", "Open voorschotten"): 100_000,
        ("Meegenomen naar 2027, of teruggegeven", "Reserveringen"): 60_000,
        ("Meegenomen naar 2027, of teruggegeven", "Wat overbleef"): 720_000,
        ("Meegenomen naar 2027, of teruggegeven", "Samen"): 880_000,
    }
    assert (only.difference, found.is_final, len(found.closings)) == (0, True, 1)
    assert (only.entries, only.cents) == (found.closings[0].entries, found.closings[0].cents)


def test_the_year_after_says_what_came_along_and_what_came_back(year, january):
    asked(year.cast.general_manager)
    worker.close_years(at=NEW_YEAR)
    for request in (year.gift, year.open):
        acts.bounce_payment(request_id=request.pk, by=year.cast.controller, at=NEW_YEAR)

    (only,) = year_of(year.cast.controller, LAST_YEAR + 1).statements

    assert lines_of(only) == {
        ("Wat erin kwam", "Toegekend"): 1_000_000,
        ("Wat erin kwam", "Meegenomen uit 2026"): 880_000,
        ("Wat erin kwam", "Betaling uit een eerder jaar kwam terug"): 60_000,
        ("Wat erin kwam", "Samen"): 1_940_000,
        ("Voorschotten", "Open, meegenomen uit 2026"): 100_000,
        ("Voorschotten", "Betaling uit een eerder jaar kwam terug"): -60_000,
        ("Voorschotten", "Komt nog terug"): 40_000,
        ("Eindsaldo", "Beschikbaar"): 1_720_000,
        ("Eindsaldo", "Gereserveerd"): 180_000,
        ("Eindsaldo", "Komt nog terug"): 40_000,
    }
    assert only.difference == 0


def test_a_payment_that_was_turned_back_in_its_year_counts_for_nothing(year):
    for request in (year.gift, year.open):
        acts.bounce_payment(request_id=request.pk, by=year.cast.controller)
    (only,) = year_of(year.cast.controller, LAST_YEAR).statements
    found = lines_of(only)
    assert ("Wat is uitgegeven", "Betaald als gift") not in found
    assert found["Voorschotten", "Betaald als voorschot"] == 120_000
    assert only.difference == 0


def test_more_pots_have_a_statement_together_and_what_is_lost_is_said(year, noord):
    a_pot(5_000, cluster=noord.cluster)
    found = year_of(year.cast.controller, LAST_YEAR)
    titles = [each.title for each in found.statements]
    assert titles[0] == "Alle potten samen"
    assert len(titles) == 3
    assert [each.difference for each in found.statements] == [0, 0, 0]
    lost = PotTotal.objects.filter(pot=year.pot)
    for facts in ({"kind": "grant"}, {"kind": "pay", "debit": "paid"}, {"kind": "repay"}):
        row = lost.get(**facts)
        lost.filter(pk=row.pk).update(cents=row.cents - 5)
        everything, of_pot, _ = year_with(None, LAST_YEAR).statements
        assert (everything.difference > 0, of_pot.difference > 0) == (True, True), facts
        lost.filter(pk=row.pk).update(cents=row.cents)


def test_there_is_no_statement_without_a_pot_or_out_of_scope(year):
    assert year_of(year.cast.controller, LAST_YEAR - 5) is None
    assert year_of(year.cast.contact_centre, LAST_YEAR) is None
