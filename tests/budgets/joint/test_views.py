"""The joint budget on screen and as a file."""

import csv
import io
import uuid

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from budgets.joint.models import JointBudget, PlannedLine
from tests.budgets.joint.test_services import change, drop
from tests.factories.joint import TODAY, a_budget, a_line, a_partner, adopt, kinds, line_wish

pytestmark = pytest.mark.django_db


def told(**own):
    facts = {"submission_key": str(uuid.uuid4()), "partner": a_partner("mee").pk}
    facts |= {"kind": "personeel", "support": "formal", "amount": "80.000", "fte": "1"}
    return facts | {"source": "begroting", "decided_on": TODAY.isoformat(), "note": ""} | own


def test_it_is_begun_filled_adopted_and_changed(cast, monday, as_user):
    kinds()
    client = as_user(cast.general_manager)
    page = client.get(reverse("joint-budget")).content.decode()
    assert "nog geen gezamenlijke begroting" in page
    begin = {"submission_key": str(uuid.uuid4()), "year": "2026"}
    for _ in range(2):
        assert client.post(reverse("joint-new"), begin).url.endswith("?jaar=2026")
    again = client.post(reverse("joint-new"), begin | {"submission_key": str(uuid.uuid4())})
    assert "is er al" in again.content.decode()
    budget = JointBudget.objects.get()
    line = told()
    for _ in range(2):
        page = client.post(reverse("joint-line-new", args=[budget.pk]), line, follow=True)
    assert "80.000,00" in page.content.decode()
    row = PlannedLine.objects.get()
    decision = {"decision": "stuurgroep", "decided_on": TODAY.isoformat()}
    page = client.post(reverse("joint-adopt", args=[budget.pk]), decision, follow=True)
    assert "Vastgesteld op 23-11-2026: stuurgroep" in page.content.decode()
    url = reverse("joint-line-change", args=[row.pk])
    assert "kort op waarom" in client.post(url, told(amount="70.000")).content.decode()
    page = client.post(url, told(amount="70.000", reason="minder"), follow=True).content.decode()
    assert "was €\xa080.000,00" in page
    assert "€\xa010.000,00 minder dan bij het vaststellen" in page
    page = client.post(url, told(amount="60.000", reason="x")).content.decode()
    assert "intussen gewijzigd" in page
    assert 'value="60.000"' in page
    assert reverse("joint-line", args=[row.pk]) in page
    last = PlannedLine.objects.newest().get()
    gone = {"submission_key": str(uuid.uuid4()), "reason": "vervalt"}
    page = client.post(reverse("joint-line-drop", args=[last.pk]), gone, follow=True)
    assert "Vervallen:" in page.content.decode()
    page = client.get(reverse("joint-line", args=[row.pk])).content.decode()
    for words in ("80.000,00", "70.000,00", "minder", "vervalt", "General Manager"):
        assert words in page
    assert "Wijzigen" not in page


def test_who_reads_has_no_way_to_write(plan, as_user):
    row = a_line(plan.budget, plan.by)
    for name in ("team_manager", "controller"):
        client = as_user(getattr(plan.cast, name))
        for url in (reverse("joint-budget"), reverse("joint-line", args=[row.pk])):
            page = client.get(url).content.decode()
            assert "wijzigen/" not in page
            assert "regels/nieuw/" not in page
            assert "vaststellen/" not in page


def test_a_year_is_chosen_by_its_tab(plan, as_user):
    a_line(a_budget(plan.by, 2027), plan.by, "ict", 700)
    client, url = as_user(plan.cast.controller), reverse("joint-budget")
    assert "Gezamenlijke begroting 2026" in client.get(url).content.decode()
    page = client.get(f"{url}?jaar=2027").content.decode()
    assert "Gezamenlijke begroting 2027" in page
    assert "als het jaar is begonnen" in page
    for year in ("x", "9" * 40, "2031", "' OR 1"):
        assert "begroting 2026" in client.get(url, {"jaar": year}).content.decode()


def test_the_file_has_every_version_and_no_formula(plan, as_user):
    first = a_line(plan.budget, plan.by, note="=HYPERLINK(1)", source="+bron")
    drop(change(first, plan.by), plan.by)
    a_line(plan.budget, plan.by, "ict", 50)
    client = as_user(plan.cast.controller)
    response = client.get(reverse("joint-export", args=[plan.budget.pk]))
    assert "gezamenlijke-begroting-2026.csv" in response["Content-Disposition"]
    text = response.content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [(row["versie"], row["geldt_nu"], row["vervallen"]) for row in rows] == [
        ("1", "nee", "nee"),
        ("2", "nee", "nee"),
        ("3", "nee", "ja"),
        ("1", "ja", "nee"),
    ]
    assert (rows[0]["toelichting"], rows[0]["bron"]) == ("'=HYPERLINK(1)", "'+bron")
    assert rows[3]["bedrag"] == "0,50"
    assert AuditEvent.objects.filter(code="joint.exported").count() == 1


@pytest.mark.parametrize("count", [1, 5])
def test_the_pages_cost_the_same_for_one_and_for_five(
    plan, as_user, count, django_assert_num_queries
):
    for number in range(count):
        row = a_line(plan.budget, plan.by, partner=f"p{number}")
        for cents in range(1, count + 1):
            row = change(row, plan.by, line_wish(cents=cents, partner=f"p{number}"))
    a_line(plan.budget, plan.by, "maatwerkbudget", 5)
    adopt(plan.budget, plan.by)
    client = as_user(plan.cast.controller)
    for url, queries in (
        (reverse("joint-budget"), PLAN),
        (reverse("joint-line", args=[row.pk]), LINE),
        (reverse("joint-export", args=[plan.budget.pk]), EXPORT),
    ):
        client.get(url)
        with django_assert_num_queries(queries):
            client.get(url)


PLAN, LINE, EXPORT = 12, 9, 11
