"""The rules on paper and the rules in the code have the same numbers."""

import re

import pytest

from tests.architecture.house import ROOT, python_files

PAGE = ROOT / "docs" / "beleid" / "terugbelverzoeken.md"


@pytest.mark.parametrize("letters", ["TB", "INW"])
def test_every_rule_on_paper_is_in_the_code_and_the_other_way_round(letters):
    number = re.compile(rf"\b{letters}-\d+\b")
    source = "\n".join(path.read_text(encoding="utf-8") for path in python_files("cases"))
    source = re.sub(r'f?"TB-\{[^"]*"|"TB-0\d+"|removeprefix\("TB-"\)', "", source)

    on_paper = set(re.findall(rf"^\| ({letters}-\d+) \|", PAGE.read_text(), re.MULTILINE))

    assert set(number.findall(source)) == on_paper
