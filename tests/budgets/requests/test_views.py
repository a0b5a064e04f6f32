"""The pages of requests: what is shown, what comes back, and what it costs."""

import uuid

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from budgets.requests.models import BudgetRequest
from clusters.models import Notice
from tests.factories.budgets import ask, in_state

pytestmark = pytest.mark.django_db
ASKED = {
    "purpose": "huisraad",
    "amount": "1.000,50",
    "why": "De koelkast is stuk <script>alert(1)</script>",
    "form": "gift",
    "method": "invoice",
    "payee": "Witgoed Almere",
    "iban": "NL91 ABNA 0417 1643 00",
    "tried": ["leergeld"],
}


def post(client, name, number, **told):
    return client.post(reverse(name, args=[number]), told)


def test_asking_in_one_screen_and_every_bad_amount_comes_back(budget, as_user):
    client, url = as_user(budget.cast.handler), reverse("budget-new", args=[budget.file.pk])
    assert client.get(url).status_code == 200
    key = str(uuid.uuid4())
    for amount in ("0", "-5", "1,005", "1,000.50", "1000000000", "1.5", "€", "١٢", ""):
        page = client.post(url, ASKED | {"submission_key": key, "amount": amount})
        assert page.status_code == 200, amount
        assert "koelkast" in page.content.decode()
    page = client.post(url, ASKED | {"submission_key": key, "iban": "NL91ABNA0417164301"})
    assert "geen geldig rekeningnummer" in page.content.decode()
    assert BudgetRequest.objects.count() == 0

    for _ in range(2):
        page = client.post(url, ASKED | {"submission_key": key}, follow=True)
    made = BudgetRequest.objects.get()
    text = page.content.decode()
    assert (made.amount_cents, made.level, made.tried.get().code) == (
        100_050,
        "manager",
        "leergeld",
    )
    assert "€\xa01.000,50" in text
    assert "<script>alert" not in text
    assert "NL•• •••• 4300" in text
    assert "0417164300" not in text


def test_an_advance_says_from_whom(budget, as_user):
    client, url = as_user(budget.cast.handler), reverse("budget-new", args=[budget.file.pk])
    told = ASKED | {"submission_key": str(uuid.uuid4()), "form": "advance"}
    assert "Kies wie het voorschot" in client.post(url, told).content.decode()
    told |= {"debtor": "fund", "fund": "leergeld", "expected_on": "2026-12-20"}
    assert client.post(url, told).status_code == 302
    assert BudgetRequest.objects.get().fund.code == "leergeld"


def test_from_the_question_to_the_last_cent(budget, as_user):
    cast = budget.cast
    number = in_state(budget, "waiting").pk
    client = as_user(cast.team_manager)
    page = client.get(reverse("budget-decide", args=[number])).content.decode()
    assert "€\xa0105.000,00" in page
    assert "koelkast" in page
    assert (
        "Schrijf kort op"
        in post(client, "budget-decide", number, outcome="refuse").content.decode()
    )
    assert post(client, "budget-decide", number, outcome="approve").status_code == 302
    client = as_user(cast.controller)
    page = client.get(reverse("budget-request", args=[number])).content.decode()
    assert "koelkast" not in page
    assert "Witgoed" not in page
    assert (
        "NL91 ABNA 0417 1643 00"
        in client.get(reverse("budget-pay", args=[number])).content.decode()
    )
    page = post(client, "budget-pay", number, amount="1.000,01", version="2").content.decode()
    assert "gereserveerd" in page
    assert post(client, "budget-pay", number, amount="900", version="2").status_code == 302
    assert post(client, "budget-bounce", number).status_code == 302
    assert BudgetRequest.objects.get(pk=number).state == "approved"
    client = as_user(cast.handler)
    assert post(client, "budget-withdraw", number).status_code == 302
    assert (
        "kan niet meer"
        in client.post(reverse("budget-withdraw", args=[number]), follow=True).content.decode()
    )


def test_the_steps_of_an_advance(budget, as_user):
    cast = budget.cast
    denied, open_, lost = (in_state(budget, name).pk for name in ("denied", "open", "proposed"))
    client = as_user(cast.controller)
    for amount, status in (("1000,01", 200), ("400", 302), ("600", 302)):
        key = str(uuid.uuid4())
        page = post(client, "budget-repay", open_, amount=amount, submission_key=key)
        assert page.status_code == status
    client = as_user(cast.team_manager)
    assert post(client, "budget-settle", denied, outcome="gift").status_code == 302
    assert post(client, "budget-write-off", lost, words="x").status_code == 200
    client = as_user(cast.general_manager)
    assert "koelkast" not in client.get(reverse("budget-request", args=[lost])).content.decode()
    assert post(client, "budget-sign", lost, agrees="ja").status_code == 302
    rows = dict(BudgetRequest.objects.values_list("pk", "advance"))
    assert rows == {denied: "gift", open_: "repaid", lost: "written_off"}


def test_a_team_asks_without_a_resident(budget, as_user):
    client, url = as_user(budget.cast.handler), reverse("budget-new-team")
    told = ASKED | {"purpose": "ggz-team", "team": budget.noord.pk}
    told |= {"submission_key": str(uuid.uuid4())}
    assert "nog geen pot" in client.post(url, told).content.decode()


@pytest.mark.parametrize("count", [1, 49])
def test_the_pages_cost_the_same_for_one_and_for_fifty(
    budget, as_user, count, django_assert_num_queries
):
    for _ in range(count):
        last = ask(budget.file, budget.cast.handler, 30_000)
    client = as_user(budget.cast.handler)
    pages = (
        (reverse("budget-list"), LIST),
        (reverse("budget-panel", args=[budget.file.pk]), PANEL),
        (reverse("budget-request", args=[last.pk]), DETAIL),
    )
    for url, queries in pages:
        client.get(url)
        with django_assert_num_queries(queries):
            assert client.get(url).status_code == 200
    client = as_user(budget.cast.team_manager)
    for name, queries in (("budget-request", CARD), ("budget-decide", CARD)):
        client.get(reverse(name, args=[last.pk]))
        with django_assert_num_queries(queries):
            client.get(reverse(name, args=[last.pk]))


LIST, PANEL, DETAIL, CARD = 9, 10, 11, 12


def test_a_list_is_in_the_trail_and_no_word_of_it_in_a_notice(budget, as_user):
    in_state(budget, "waiting")
    as_user(budget.cast.team_manager).get(reverse("budget-list"))
    assert AuditEvent.objects.filter(code="budget.listed", result_count=1).count() == 1
    assert not any("koelkast" in row.text for row in Notice.objects.all())
