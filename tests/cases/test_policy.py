"""The rules on paper and the rules in the code have the same numbers."""

import re

import pytest

from tests.architecture.house import APPS, ROOT, python_files

POLICY = ROOT / "docs" / "beleid"
PAGES = {
    "TB": "terugbelverzoeken",
    "INW": "terugbelverzoeken",
    "VS": "vragensets",
    "VB": "vraagbaak",
    "OV": "overleg",
    "KB": "kennisbank",
    "KC": "gesprekken",
    "IK": "inwoners",
    "ML": "meldingen",
    "TR": "triage",
    "IA": "triage",
    "KT": "keukentafelgesprekken",
    "TS": "toestemmingen",
    "CLO": "clientondersteuning",
    "UT": "uittreksels",
    "SV": "samenvoegen",
    "VP": "verkorte-procedures",
    "AB": "aanvragen",
    "PP": "brieven-en-pdf",
    "DS": "dossiers",
    "MV": "vrijwilligers",
    "OD": "overdrachten",
    "AV": "adviesvragen",
    "LP": "linking-pins",
    "VW": "verwijzingen",
    "IN": "aandeel-informeel",
    "SK": "sociale-kaart",
    "MD": "mandaten",
    "PL": "plannen",
    "TK": "taken",
    "DC": "documenten",
    "WK": "waakvlam",
    "SG": "signalen",
    "CT": "casusoverleg",
    "TG": "terugkoppelen",
    "MC": "meldcode",
    "GB": "grootboek",
    "MB": "maatwerkbudget",
    "BI": "bankregels",
    "GJ": "gezamenlijke-begroting",
}


@pytest.mark.parametrize("letters", PAGES)
def test_every_rule_on_paper_is_in_the_code_and_the_other_way_round(letters):
    number = re.compile(rf"\b{letters}-\d{{1,2}}\b")  # TB-000123 is a request
    source = "\n".join(path.read_text(encoding="utf-8") for path in python_files(*APPS))
    source = re.sub(r'f?"TB-\{[^"]*"|"TB-0\d+"|removeprefix\("TB-"\)', "", source)

    page = (POLICY / f"{PAGES[letters]}.md").read_text(encoding="utf-8")
    on_paper = set(re.findall(rf"^\| ({letters}-\d+) \|", page, re.MULTILINE))

    assert set(number.findall(source)) == on_paper
