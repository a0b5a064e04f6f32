"""Who may decide: what is covered, what is lacking and in which words, and the second person."""

from datetime import date

import pytest

from cases.mandates.deciding import Wanted, answer_for, may_countersign
from tests.factories import UserFactory
from tests.factories.mandates import MandateFactory, ProductFactory

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 27)
SPACE = "\xa0"


@pytest.fixture
def kim():
    return UserFactory()


@pytest.fixture
def care():
    return ProductFactory(code="02A03", label="Begeleiding individueel")


@pytest.fixture
def house():
    return ProductFactory(code="01A03", label="Hulp bij het huishouden")


def asked(kim, *lines, refuses=False, day=DAY):
    return answer_for(kim, [Wanted(*line) for line in lines], refuses=refuses, day=day)


def test_a_mandate_covers_its_product_within_its_limits(kim, care):
    mandate = MandateFactory(
        holder=kim, products=[care], longest_months=12, yearly_cents=500_000, reference="GM-1"
    )

    answer = asked(kim, (care, 12, 500_000))

    assert (answer.mandates, answer.lacking, answer.allowed) == ((mandate,), (), True)
    assert not answer.needs_second


@pytest.mark.parametrize(
    ("line", "refuses", "words"),
    [
        ((13, 100), False, "langer dan 12 maanden (mandaat GM-1)."),
        ((None, 100), False, "zonder einddatum (hoogstens 12 maanden) (mandaat GM-1)."),
        ((12, 500_001), False, f"boven €{SPACE}5.000,00 per jaar (mandaat GM-1)."),
        (
            (12, None),
            False,
            f"zonder bekende kosten (hoogstens €{SPACE}5.000,00 per jaar) (mandaat GM-1).",
        ),
        ((12, 100), True, "om te weigeren (mandaat GM-1)."),
        (
            (13, 500_001),
            True,
            "om te weigeren en langer dan 12 maanden en "
            f"boven €{SPACE}5.000,00 per jaar (mandaat GM-1).",
        ),
    ],
)
def test_what_goes_beyond_is_said_with_the_mandate(kim, care, line, refuses, words):
    limits = {"longest_months": 12, "yearly_cents": 500_000, "reference": "GM-1"}
    MandateFactory(holder=kim, products=[care], **limits)

    answer = asked(kim, (care, *line), refuses=refuses)

    assert answer.lacking == (f"Geen mandaat voor Begeleiding individueel (02A03) {words}",)
    assert not answer.allowed


def test_one_month_is_no_plural(kim, care):
    MandateFactory(holder=kim, products=[care], longest_months=1)

    assert "langer dan 1 maand (" in asked(kim, (care, 2, None)).lacking[0]


def test_without_a_mandate_for_it_the_day_is_said(kim, care, house):
    MandateFactory(holder=kim, products=[house])
    MandateFactory(products=[care])  # of somebody else

    answer = asked(kim, (care, 1, 1), (house, 1, 1))

    assert answer.lacking == ("Geen mandaat voor Begeleiding individueel (02A03) op 27-11-2026.",)
    assert [each.holder for each in answer.mandates] == [kim]


def test_a_mandate_that_ended_yesterday_is_named_with_its_last_day(kim, care):
    MandateFactory(holder=kim, products=[care], until=date(2026, 3, 1), reference="Oud")
    MandateFactory(holder=kim, products=[care], until=date(2026, 11, 26), reference="GM-2026/12")

    assert asked(kim, (care, 1, 1)).lacking == (
        "Geen mandaat voor Begeleiding individueel (02A03) op 27-11-2026: "
        "het mandaat GM-2026/12 eindigde op 26-11-2026.",
    )
    assert asked(kim, (care, 1, 1), day=date(2026, 11, 26)).allowed


def test_a_mandate_that_was_ended_early_ends_the_day_before(kim, care):
    MandateFactory(holder=kim, products=[care], ended=True, ended_from=DAY, until=date(2030, 1, 1))

    assert "eindigde op 26-11-2026" in asked(kim, (care, 1, 1)).lacking[0]


def test_a_mandate_that_begins_later_is_named(kim, care):
    MandateFactory(holder=kim, products=[care], since=date(2026, 12, 1), reference="GM-3")

    assert "het mandaat GM-3 begint op 01-12-2026" in asked(kim, (care, 1, 1)).lacking[0]


def test_a_mandate_that_was_ended_before_it_began_is_not_spoken_of(kim, care):
    later = {"since": date(2026, 12, 1), "ended_from": date(2026, 12, 1)}
    MandateFactory(holder=kim, products=[care], ended=True, **later)

    assert asked(kim, (care, 1, 1)).lacking == (
        "Geen mandaat voor Begeleiding individueel (02A03) op 27-11-2026.",
    )


def test_limits_of_two_mandates_are_never_added_up(kim, care):
    MandateFactory(holder=kim, products=[care], longest_months=6)
    MandateFactory(holder=kim, products=[care], yearly_cents=100, reference="Klein")

    assert not asked(kim, (care, 12, 200)).allowed
    assert asked(kim, (care, 12, 100)).allowed
    assert asked(kim, (care, 6, 200)).allowed


def test_the_mandate_that_misses_least_is_named(kim, care):
    MandateFactory(holder=kim, products=[care], longest_months=6, yearly_cents=100, reference="Ver")
    MandateFactory(holder=kim, products=[care], longest_months=11, reference="Bijna")

    assert asked(kim, (care, 12, 200)).lacking[0].endswith("11 maanden (mandaat Bijna).")


def test_lines_may_rest_on_different_mandates(kim, care, house):
    first = MandateFactory(holder=kim, products=[care])
    second = MandateFactory(holder=kim, products=[house], needs_second=True)

    answer = asked(kim, (house, 1, 1), (care, 1, 1), (care, 2, 2))

    assert answer.mandates == (first, second)
    assert answer.needs_second


def test_when_one_mandate_needs_no_second_none_is_needed(kim, care):
    MandateFactory(holder=kim, products=[care], needs_second=True)
    alone = MandateFactory(holder=kim, products=[care], longest_months=6)

    assert asked(kim, (care, 6, 1)).mandates == (alone,)
    assert not asked(kim, (care, 6, 1)).needs_second
    assert asked(kim, (care, 7, 1)).needs_second


def test_refusing_everything_needs_any_mandate_to_refuse(kim, care):
    assert asked(kim, refuses=True).lacking == ("Geen mandaat om te weigeren op 27-11-2026.",)

    MandateFactory(holder=kim, products=[care], reference="GM-1")
    assert asked(kim, refuses=True).lacking == ("Geen mandaat om te weigeren (mandaat GM-1).",)

    refuser = MandateFactory(holder=kim, products=[care], may_refuse=True, longest_months=1)
    assert asked(kim, refuses=True).mandates == (refuser,)


def test_a_decision_about_nothing_needs_a_mandate_too(kim):
    assert asked(kim).lacking == ("Geen mandaat op 27-11-2026.",)


def test_the_same_lack_is_said_once(kim, care):
    assert len(asked(kim, (care, 1, 1), (care, 2, 2)).lacking) == 1


@pytest.mark.parametrize("count", [1, 5])
def test_an_answer_costs_two_queries(kim, count, django_assert_num_queries):
    products = [ProductFactory() for _ in range(count)]
    for product in products:
        MandateFactory(holder=kim, products=[product])

    with django_assert_num_queries(2):
        assert asked(kim, *[(product, 1, 1) for product in products]).allowed


def test_who_signs_second_has_a_mandate_that_covers_it_too(kim, care):
    colleague = UserFactory()
    MandateFactory(holder=kim, products=[care], needs_second=True)
    MandateFactory(holder=colleague, products=[care], longest_months=12)

    assert may_countersign(colleague, [Wanted(care, 12, 1)], False, DAY)
    assert not may_countersign(colleague, [Wanted(care, 13, 1)], False, DAY)
    assert not may_countersign(colleague, [Wanted(care, 12, 1)], True, DAY)
    assert not may_countersign(UserFactory(), [Wanted(care, 12, 1)], False, DAY)


def test_a_product_that_is_no_longer_chosen_is_still_covered(kim, care):
    MandateFactory(holder=kim, products=[care])
    care.is_active = False
    care.save()

    assert asked(kim, (care, 1, 1)).allowed
