from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from audit.models import AuditEvent
from clusters.models import PostcodeRule, Role
from clusters.organisation.services import import_postcodes
from clusters.organisation.services.postcodes import COLUMNS, FileRefused
from common.errors import RuleViolation
from tests.factories import MembershipFactory, NeighbourhoodFactory, PostcodeRuleFactory

pytestmark = pytest.mark.django_db
HEADER = ",".join(COLUMNS)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture(autouse=True)
def wijk():
    return NeighbourhoodFactory(code="wijk")


def load(*lines, header=HEADER, first_day=None, by=None, **options):
    return import_postcodes(
        lines=[header, *lines], first_day=first_day or timezone.localdate(), by=by, **options
    )


def faults(*lines, header=HEADER):
    with pytest.raises(FileRefused) as refused:
        load(*lines, header=header)
    assert not PostcodeRule.objects.exists()
    return refused.value.faults


def test_import_replaces_the_table_and_keeps_the_old_lines(today, wijk):
    old = PostcodeRuleFactory(pc4="1311")
    PostcodeRuleFactory(pc4="1312", neighbourhood=wijk)

    change = load("1312,,,,wijk", "1313 ab,1,9,odd,wijk")

    old.refresh_from_db()
    assert old.valid_until == today - timedelta(days=1)
    assert (change.added, change.ended, change.kept) == (["1313AB 1–9 oneven"], ["1311"], 1)
    running = PostcodeRule.objects.valid_on(today)
    assert sorted(str(rule) for rule in running) == ["1312", "1313AB 1–9 oneven"]
    assert AuditEvent.objects.get().code == "postcodes.imported"


def test_import_confirms_an_illustrative_line_as_a_fact(today, wijk):
    PostcodeRuleFactory(pc4="1312", neighbourhood=wijk, is_illustrative=True)

    load("1312,,,,wijk")

    assert [rule.is_illustrative for rule in PostcodeRule.objects.valid_on(today)] == [False]


def test_import_twice_on_one_day_corrects_the_first(today, wijk):
    load("1312,,,,wijk", "1313,,,,wijk")

    change = load("1312,,,,wijk", "1314,,,,wijk")

    assert (change.added, change.ended, change.kept) == (["1314"], ["1313"], 1)
    assert PostcodeRule.objects.count() == 2


def test_import_for_a_later_day_leaves_today_alone(today, wijk):
    PostcodeRuleFactory(pc4="1311", neighbourhood=wijk)

    load("1312,,,,wijk", first_day=today + timedelta(days=7))

    assert [rule.pc4 for rule in PostcodeRule.objects.valid_on(today)] == ["1311"]
    later = PostcodeRule.objects.valid_on(today + timedelta(days=7))
    assert [rule.pc4 for rule in later] == ["1312"]


def test_import_dry_run_tells_and_changes_nothing():
    PostcodeRuleFactory(pc4="1311")

    change = load("1312,,,,wijk", dry_run=True)

    assert (change.added, change.ended) == (["1312"], ["1311"])
    assert PostcodeRule.objects.get().valid_until is None
    assert not AuditEvent.objects.exists()


def test_import_reads_semicolons_and_the_mark_excel_puts_in_front(today):
    load("1312;;;;wijk", header="\ufeff" + HEADER.replace(",", ";"))

    assert PostcodeRule.objects.get().pc4 == "1312"


def test_import_names_every_fault_with_its_line():
    assert faults(
        "1312,,,,wijk",
        "0312,,,,wijk",
        ",,,,wijk",
        "1313,,,,nergens",
        "1314,1,,,wijk",
        "1314,9,1,,wijk",
        "1314,1,9,soms,wijk",
        "1314,,,even,wijk",
        "1314,een,9,,wijk",
        "1314,0,9,,wijk",
        "1314",
        "1314,,,,wijk,extra",
        "1312,,,,wijk",
    ) == [
        "Regel 3: Vul een postcode in als 1315 AA, of alleen de vier cijfers.",
        "Regel 4: Vul een postcode in als 1315 AA, of alleen de vier cijfers.",
        "Regel 5: de wijk “nergens” bestaat niet.",
        "Regel 6: vul beide huisnummers in, het laagste eerst, of geen van beide.",
        "Regel 7: vul beide huisnummers in, het laagste eerst, of geen van beide.",
        "Regel 8: “soms” is geen all, even of odd.",
        "Regel 9: even of odd kan alleen met huisnummers.",
        "Regel 10: “een” is geen huisnummer.",
        "Regel 11: “0” is geen huisnummer.",
        "Regel 12: deze regel heeft niet precies 5 kolommen.",
        "Regel 13: deze regel heeft niet precies 5 kolommen.",
        "Regel 14: dit adres staat ook op regel 2.",
    ]


@pytest.mark.parametrize(
    ("first", "second", "clashes"),
    [
        ("1,9,all", "9,20,all", True),
        ("1,9,odd", "2,10,even", False),
        ("1,9,odd", "5,5,all", True),
        ("1,9,even", "8,12,even", True),
        ("1,9,all", "10,20,all", False),
        ("1,9,all", ",,", False),
    ],
)
def test_import_refuses_two_lines_for_one_address(first, second, clashes):
    lines = (f"1312AB,{first},wijk", f"1312AB,{second},wijk")

    if clashes:
        assert faults(*lines) == ["Regel 3: dit adres staat ook op regel 2."]
    else:
        assert len(load(*lines).added) == 2


@pytest.mark.parametrize(
    ("header", "text"),
    [("postcode,wijk", "verwacht de kolommen"), (HEADER, "geen regels")],
)
def test_import_of_a_wrong_or_empty_file_is_refused(header, text):
    assert text in faults(header=header)[0]


def test_import_of_nothing_at_all_is_refused(today):
    with pytest.raises(FileRefused):
        import_postcodes(lines=[], first_day=today, by=None)


def test_import_for_a_day_that_is_over_is_refused(today):
    with pytest.raises(RuleViolation, match="voorbij"):
        load("1312,,,,wijk", first_day=today - timedelta(days=1))


def test_import_is_for_the_application_manager():
    load("1312,,,,wijk", by=MembershipFactory(role=Role.APPLICATION_MANAGER).user)

    with pytest.raises(PermissionDenied):
        load("1313,,,,wijk", by=MembershipFactory(role=Role.TEAM_MANAGER).user)
