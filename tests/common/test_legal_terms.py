"""Legal terms: the vectors of the domain page, each article of the law, and the suspension."""

from datetime import UTC, date, datetime, timedelta

import pytest

from common.errors import RuleViolation
from common.legal_terms import (
    DECISION,
    INVESTIGATION,
    OBJECTION,
    PERSONAL_PLAN,
    Suspension,
    legal_end,
)
from common.terms import parse_term

DECREE_DAYS = frozenset(
    map(date.fromisoformat, ["2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"])
)


def end(event, term, *suspensions, decree_days=DECREE_DAYS):
    """The legal end of a term written as "6w", or of a Term."""
    term = parse_term(term) if isinstance(term, str) else term
    return legal_end(
        date.fromisoformat(event), term, decree_days=decree_days, suspensions=suspensions
    )


def paused(asked_on, resumes_on):
    return Suspension(date.fromisoformat(asked_on), date.fromisoformat(resumes_on))


@pytest.mark.parametrize(
    ("event", "term", "raw", "legal"),
    [  # domain 2.3, in its order
        ("2026-11-23", INVESTIGATION, "2027-01-04", "2027-01-04"),
        ("2025-11-13", INVESTIGATION, "2025-12-25", "2025-12-29"),
        ("2026-11-13", INVESTIGATION, "2026-12-25", "2026-12-28"),
        ("2026-11-14", INVESTIGATION, "2026-12-26", "2026-12-28"),
        ("2026-03-24", INVESTIGATION, "2026-05-05", "2026-05-06"),
        ("2026-12-11", DECISION, "2026-12-25", "2026-12-28"),
        ("2026-12-18", DECISION, "2027-01-01", "2027-01-04"),
        ("2027-04-23", DECISION, "2027-05-07", "2027-05-10"),
        ("2026-04-02", OBJECTION, "2026-05-14", "2026-05-18"),
        ("2026-11-23", OBJECTION, "2027-01-04", "2027-01-04"),
        ("2026-03-27", PERSONAL_PLAN, "2026-04-03", "2026-04-07"),
        ("2026-12-18", PERSONAL_PLAN, "2026-12-25", "2026-12-28"),
    ],
)
def test_vectors_of_the_domain_page(event, term, raw, legal):
    found = end(event, term)

    assert found.raw_end == date.fromisoformat(raw)
    assert found.day == date.fromisoformat(legal)


@pytest.mark.parametrize(
    ("event", "term", "legal", "why"),
    [
        ("2026-11-20", "1d", "2026-11-23", "21 november is een zaterdag (ATW art. 1 lid 1)"),
        ("2026-04-02", "1d", "2026-04-07", "3 april is Goede Vrijdag (ATW art. 3 lid 2)"),
        ("2026-04-05", "1d", "2026-04-07", "6 april is tweede paasdag (ATW art. 3 lid 1)"),
        ("2026-04-26", "1d", "2026-04-28", "27 april is Koningsdag (ATW art. 3 lid 1)"),
        ("2025-04-25", "1d", "2025-04-28", "26 april is Koningsdag (ATW art. 3 lid 1)"),
        ("2025-05-04", "1d", "2025-05-06", "5 mei is Bevrijdingsdag (ATW art. 3 lid 1)"),
        ("2027-05-04", "1d", "2027-05-10", "6 mei is Hemelvaartsdag (ATW art. 3 lid 1)"),
        ("2026-05-14", "1d", "2026-05-18", "15 mei is bij koninklijk besluit vrij (ATW art. 3"),
        ("2026-05-24", "1d", "2026-05-26", "25 mei is tweede pinksterdag (ATW art. 3 lid 1)"),
        ("2028-02-28", "1d", "2028-02-29", "29 februari is geen weekend en geen feestdag"),
        ("2016-05-04", "1d", "2016-05-06", "5 mei is Hemelvaartsdag en Bevrijdingsdag"),
    ],
)
def test_an_end_that_cannot_be_moves_and_says_why(event, term, legal, why):
    found = end(event, term)

    assert found.day == date.fromisoformat(legal)
    assert why in " ".join(found.reasons)


def test_every_day_passed_over_is_named_in_order():
    assert end("2026-04-02", "6w").reasons == (
        "14 mei is Hemelvaartsdag (ATW art. 3 lid 1), 15 mei is bij koninklijk besluit vrij "
        "(ATW art. 3 lid 3), 16 mei is een zaterdag (ATW art. 1 lid 1) en 17 mei is een zondag "
        "(ATW art. 1 lid 1): de termijn loopt door tot en met ma 18 mei 2026.",
    )


def test_a_day_by_decree_is_only_what_is_passed_in():
    assert end("2026-05-14", "1d", decree_days=()).day == date(2026, 5, 15)


@pytest.mark.parametrize(
    ("event", "term", "legal"),
    [
        ("2026-11-20", "3d", "2026-11-24"),  # ends on Monday, its only working day
        ("2026-11-20", "2d", "2026-11-23"),  # two days: art. 2 is not about it
        ("2026-11-19", "3d", "2026-11-23"),  # Friday, and the Monday art. 1 gives
        ("2026-12-24", "3d", "2026-12-29"),  # both Christmas days, Sunday; Monday, Tuesday
        ("2024-12-24", "3d", "2024-12-30"),  # Friday alone, then a weekend in between
        ("2026-04-02", "3d", "2026-04-08"),  # Good Friday to Easter Monday; Tuesday, Wednesday
        ("2026-04-02", "5d", "2026-04-08"),  # ends on Tuesday, its only working day
        ("2026-04-02", "6d", "2026-04-08"),
        ("2026-04-01", "3d", "2026-04-07"),  # Thursday, and Tuesday after Easter
        ("2026-12-31", "3d", "2027-01-05"),  # New Year on Friday
    ],
)
def test_a_term_of_three_days_or_more_holds_two_working_days(event, term, legal):
    assert end(event, term).day == date.fromisoformat(legal)


def test_why_a_short_term_is_lengthened():
    assert end("2024-12-24", "3d").reasons == (
        "Tot en met 27 december is er maar één dag die geen weekend en geen feestdag is, en het "
        "moeten er twee zijn (ATW art. 2). 28 december is een zaterdag (ATW art. 1 lid 1) en "
        "29 december is een zondag (ATW art. 1 lid 1): de termijn loopt door tot en met "
        "ma 30 december 2024.",
    )


def test_a_week_without_working_days_holds_two_after_all():
    whole_week = [date(2026, 11, 23) + timedelta(days=shift) for shift in range(5)]

    found = end("2026-11-22", "1w", decree_days=whole_week)

    assert found.day == date(2026, 12, 1)
    assert "29 november is een zondag" in found.reasons[0]
    assert "(ATW art. 2)" in found.reasons[1]
    assert "23 tot" not in " ".join(found.reasons)


@pytest.mark.parametrize(
    ("event", "term", "legal", "is_moved"),
    [
        ("2026-09-26", "90d", "2026-12-28", True),  # 25 December and on
        ("2026-09-26", "91d", "2026-12-26", False),
        ("2026-10-02", "12w", "2026-12-28", True),
        ("2026-09-25", "13w", "2026-12-25", False),
        ("2026-09-25", "3m", "2026-12-28", True),
        ("2026-08-25", "4m", "2026-12-25", False),
        ("2025-12-25", "1j", "2026-12-25", False),
        ("2014-12-25", "15j", "2029-12-25", False),
        ("2026-12-23", "48u", "2026-12-25", False),
        ("2026-11-20", "24h", "2026-11-21", False),
    ],
)
def test_what_the_law_leaves_alone_does_not_move(event, term, legal, is_moved):
    found = end(event, term)

    assert found.day == date.fromisoformat(legal)
    assert ("ATW art. 4 onder a" in " ".join(found.reasons)) is not is_moved


@pytest.mark.parametrize(
    ("event", "term", "raw"),
    [
        ("2026-11-30", "3m", "2027-02-28"),
        ("2027-11-30", "3m", "2028-02-29"),
        ("2026-01-31", "1m", "2026-02-28"),
        ("2026-12-15", "1m", "2027-01-15"),
        ("2028-02-29", "1j", "2029-02-28"),
    ],
)
def test_months_end_on_the_same_number_or_the_last_of_the_month(event, term, raw):
    assert end(event, term).raw_end == date.fromisoformat(raw)


def test_the_term_of_a_decision_stands_still_while_something_is_asked():
    found = end("2026-03-02", DECISION, paused("2026-03-04", "2026-03-10"))

    assert (found.raw_end, found.suspended_days) == (date(2026, 3, 16), 5)
    assert found.day == date(2026, 3, 23)  # Saturday the 21st, then art. 1
    assert found.reasons[0] == (
        "De termijn stond 5 dagen stil (AWB art. 4:15) en loopt tot en met za 21 maart 2026."
    )
    assert "21 maart is een zaterdag" in found.reasons[1]


@pytest.mark.parametrize(
    ("pauses", "days", "legal"),
    [
        ([("2026-03-04", "2026-03-04")], 0, "2026-03-16"),  # asked and answered on one day
        ([("2026-03-04", "2026-03-05")], 0, "2026-03-16"),
        ([("2026-03-04", "2026-03-06")], 1, "2026-03-17"),
        ([("2026-03-04", "2026-03-10"), ("2026-03-06", "2026-03-12")], 7, "2026-03-23"),
        ([("2026-03-20", "2026-03-24"), ("2026-03-04", "2026-03-10")], 8, "2026-03-24"),
        ([("2026-02-20", "2026-03-02")], 0, "2026-03-16"),  # before the term
        ([("2026-02-20", "2026-03-05")], 2, "2026-03-18"),  # only the days within it
        ([("2026-03-16", "2026-03-20")], 0, "2026-03-16"),  # asked on the last day
        ([("2026-03-15", "2026-03-20")], 4, "2026-03-20"),  # a day of the term is left
        ([("2026-03-17", "2026-03-20")], 0, "2026-03-16"),  # too late
    ],
)
def test_each_suspended_day_within_the_term_counts_once(pauses, days, legal):
    found = end("2026-03-02", DECISION, *(paused(*pair) for pair in pauses))

    assert found.suspended_days == days
    assert found.day == date.fromisoformat(legal)


def test_a_suspension_outside_the_term_is_said():
    late, early = paused("2026-03-16", "2026-03-20"), paused("2026-02-20", "2026-03-03")

    for outside in (late, early):
        assert "valt buiten de termijn" in end("2026-03-02", DECISION, outside).reasons[0]


def test_a_term_never_ends_while_it_stands_still():
    """Asked in the weekend to which the term had run: it ends when what was asked came in."""
    found = end("2026-02-28", DECISION, paused("2026-03-14", "2026-03-19"))

    assert found.raw_end == date(2026, 3, 14)  # a Saturday
    assert found.day == date(2026, 3, 19)
    assert found.reasons == (
        "14 maart is een zaterdag (ATW art. 1 lid 1) en 15 maart tot en met 18 maart valt in de "
        "opschorting (AWB art. 4:15): de termijn loopt door tot en met do 19 maart 2026.",
    )


def test_the_six_weeks_of_the_investigation_cannot_be_suspended():
    with pytest.raises(RuleViolation) as broken:
        end("2026-03-24", INVESTIGATION, paused("2026-04-01", "2026-04-10"))

    assert str(broken.value) == (
        "De termijn van 6 weken (WMO art. 2.3.2 lid 1) kan niet worden opgeschort: AWB art. 4:15 "
        "geldt alleen voor de termijn om een besluit te nemen."
    )


@pytest.mark.parametrize("term", [PERSONAL_PLAN, OBJECTION, parse_term("2w")])
def test_only_the_term_of_a_decision_can_be_suspended(term):
    with pytest.raises(RuleViolation, match="kan niet worden opgeschort"):
        end("2026-03-24", term, paused("2026-03-25", "2026-03-27"))


def test_a_suspension_ends_after_it_began():
    with pytest.raises(RuleViolation, match="eindigt vóór"):
        paused("2026-03-10", "2026-03-09")


@pytest.mark.parametrize(
    ("event", "term"),
    [
        ("2013-12-31", "6w"),  # King's day was another day
        ("2199-12-31", "1d"),
        ("2026-01-01", "99999j"),
        ("2026-01-01", "99999w"),
        ("9999-12-31", "1d"),
    ],
)
def test_years_the_calendar_does_not_know_are_refused(event, term):
    with pytest.raises(RuleViolation, match="2014 tot en met 2199"):
        end(event, term)


def test_a_suspension_without_end_in_sight_is_refused():
    with pytest.raises(RuleViolation, match="2014 tot en met 2199"):
        end("2026-03-02", DECISION, paused("2026-03-04", "9999-12-31"))


def test_a_moment_is_not_a_day():
    with pytest.raises(TypeError, match="local_day"):
        legal_end(datetime(2026, 3, 24, tzinfo=UTC), INVESTIGATION, decree_days=())


def test_decree_days_and_suspensions_may_come_from_a_generator():
    pauses = (paused(*pair) for pair in [("2026-03-04", "2026-03-10")])

    found = legal_end(date(2026, 3, 2), DECISION, decree_days=[], suspensions=pauses)

    assert found.suspended_days == 5
