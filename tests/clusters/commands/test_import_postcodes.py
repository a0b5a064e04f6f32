from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from clusters.models import PostcodeRule
from tests.factories import NeighbourhoodFactory, PostcodeRuleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    NeighbourhoodFactory(code="wijk")
    path = tmp_path / "postcodes.csv"
    path.write_text("postcode,from_number,until_number,parity,neighbourhood_code\n1312,,,,wijk\n")
    return path


def run(*arguments):
    out = StringIO()
    call_command("import_postcodes", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_import_prints_what_changed(file):
    PostcodeRuleFactory(pc4="1311")

    printed = run(file)

    assert printed.startswith("- 1311\n+ 1312\n")
    assert "1 toegevoegd, 1 beëindigd, 0 gebleven." in printed


def test_import_dry_run_says_that_nothing_changed(file):
    assert "Proef: er is niets gewijzigd." in run(file, "--dry-run", "--from", "2199-01-01")
    assert not PostcodeRule.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["--from", "morgen"], "geen datum"),
        (["--from", "2020-01-01"], "voorbij"),
    ],
)
def test_import_with_a_wrong_day_is_refused(file, arguments, text):
    with pytest.raises(CommandError, match=text):
        run(file, *arguments)


def test_import_with_faults_prints_each_and_changes_nothing(file):
    file.write_text(file.read_text() + "9,,,,wijk\n1313,,,,weg\n")

    with pytest.raises(CommandError) as refused:
        run(file)

    lines = str(refused.value).splitlines()
    assert [line[:8] for line in lines] == ["Regel 3:", "Regel 4:", "Het best"]
    assert not PostcodeRule.objects.exists()


def test_import_of_a_file_that_is_not_there_or_no_text_is_refused(tmp_path):
    picture = tmp_path / "kaart.png"
    picture.write_bytes(b"\x89PNG\xff\xfe")

    for path, text in ((tmp_path / "weg.csv", "kan niet worden gelezen"), (picture, "UTF-8")):
        with pytest.raises(CommandError, match=text):
            run(path)
