"""Every rule of docs/beleid/waarneming.md stands in the code and in a test, and the other way."""

import re

from tests.architecture.house import ROOT

RULE = re.compile(r"\bWN[-_](\d+)\b", re.IGNORECASE)


def found(*folders):
    text = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
        if path.name != "test_rules.py"
    )
    text = re.sub(r"(?<=[a-z0-9])_(?=wn_\d)", " ", text)
    return {int(number) for number in RULE.findall(text)}


def test_the_rules_on_paper_are_those_of_code_and_tests():
    page = (ROOT / "docs/beleid/waarneming.md").read_text(encoding="utf-8")
    written = {int(number) for number in re.findall(r"^\| WN-(\d+) \|", page, re.MULTILINE)}

    assert written == set(range(1, len(written) + 1))
    assert (
        found("clusters/cover", "clusters/people", "clusters/notices", "cases", "dashboards")
        == written
    )
    assert found("tests/clusters/cover", "tests/concurrency", "tests/dashboards") >= written
