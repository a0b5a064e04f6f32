"""What people type, press twice, keep open too long or should not have been able to send."""

import uuid
from functools import partial

import pytest
from django.test import Client
from django.urls import reverse

from budgets.ledger.checking import faults
from budgets.ledger.models import Entry, Pot
from budgets.requests import services
from budgets.requests.checking import EVERYTHING
from budgets.requests.models import BudgetRequest, Method
from cases.dossiers.models import ResidentFile
from clusters.models import Role
from common.errors import RuleViolation
from tests.factories import MembershipFactory
from tests.factories.budgets import a_pot, ask, in_state
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory
from tests.factories.login import sign_in

pytestmark = pytest.mark.django_db
WRONG = ("0", "0,00", "-5", "1,005", "1,000.50", "1e9", "1000000000", "NaN", "1 000", "٣", "€", "")
LONG = "a" * 10_000
SCRIPT = '"><script>alert(1)</script>'
ASKED = {
    "purpose": "huisraad", "amount": "100", "why": "De koelkast is stuk.", "form": "gift",
    "method": "invoice", "payee": "Witgoed Almere", "iban": "NL91ABNA0417164300",
}  # fmt: skip


def _to(name, row):
    return reverse(name, args=[row.pk])


def _key():
    return str(uuid.uuid4())


def _words(response):
    return response.content.decode()


@pytest.fixture
def rows(budget):
    """A request in every state in which money can move."""
    return {name: in_state(budget, name) for name in ("waiting", "approved", "open", "denied")}


def test_no_page_books_an_amount_that_cannot_be(budget, rows, as_user):
    other = a_pot(100, cluster=budget.noord.cluster)
    pots = {"source": budget.pot.pk, "target": other.pk}
    pages = (
        ("controller", _to("budget-pay", rows["approved"]), {}),
        ("controller", _to("budget-repay", rows["open"]), {}),
        ("general_manager", reverse("pot-move"), pots),
        ("general_manager", reverse("pot-new"), {"year": "2027", "purpose": "help"}),
    )
    before = Entry.objects.count()
    for person, url, more in pages:
        client = as_user(getattr(budget.cast, person))
        for amount in WRONG:
            told = {"amount": amount, "submission_key": _key(), **more}
            assert client.post(url, told).status_code == 200, (url, amount)
    assert (Entry.objects.count(), Pot.objects.filter(year=2027).count()) == (before, 0)


def test_both_ways_of_writing_a_thousand(budget, rows, as_user):
    client, url = as_user(budget.cast.controller), _to("budget-repay", rows["open"])
    told = {"submission_key": _key()}
    assert "zoals 1.000,50" in _words(client.post(url, told | {"amount": "1,000.50"}))
    assert "nog €\xa01.000,00 open" in _words(client.post(url, told | {"amount": "1.000,50"}))
    assert client.post(url, told | {"amount": "€ 1.000,00"}).status_code == 302
    assert BudgetRequest.objects.get(pk=rows["open"].pk).advance == "repaid"


def test_a_receipt_books_nothing_else_under_its_key(budget, rows):
    key, other = uuid.uuid4(), in_state(budget, "open")
    by = {"by": budget.cast.controller, "submission_key": key, "at": MONDAY}
    repay = partial(services.register_repayment, **by)
    repay(request_id=rows["open"].pk, amount=500)
    for request, amount in ((rows["open"], 600), (other, 500)):
        with pytest.raises(RuleViolation, match="al iets anders"):
            repay(request_id=request.pk, amount=amount)
    assert repay(request_id=rows["open"].pk, amount=500).owed_cents == 99_500


def test_what_comes_back_fills_its_own_pot_when_the_cluster_has_one_by_then(budget):
    row = in_state(budget, "open")
    later = a_pot(5_000, cluster=budget.noord.cluster)
    about = {"request_id": row.pk, "submission_key": uuid.uuid4(), "at": MONDAY}
    services.register_repayment(amount=500, by=budget.cast.controller, **about)
    assert Entry.objects.get(kind="repay").pot_id == budget.pot.pk != later.pk


def test_no_reason_is_lost_on_the_way(budget):
    cast, row = budget.cast, in_state(budget, "waiting")
    about = {"request_id": row.pk, "at": MONDAY}
    manager, general = {"by": cast.team_manager}, {"by": cast.general_manager}
    services.decide_request(outcome="pass_up", words="Ik ken haar.", **manager, **about)
    row = services.decide_request(outcome="approve", words="", **general, **about)
    assert row.decision_words == "Ik ken haar."
    denied = in_state(budget, "denied")
    about = {"request_id": denied.pk, "at": MONDAY}
    row = services.propose_write_off(words="Zij is verhuisd.", **manager, **about)
    assert row.notes_words == "Kanarie: te hoog inkomen.\n\nZij is verhuisd."


def test_who_decides_last_is_offered_nobody_above(budget, as_user):
    row = in_state(budget, "waiting")
    about = {"request_id": row.pk, "outcome": "pass_up", "words": "Ik ken de winkel."}
    services.decide_request(by=budget.cast.team_manager, at=MONDAY, **about)
    client = as_user(budget.cast.general_manager)
    page = _words(client.get(_to("budget-decide", row)))
    assert "Ik ken de winkel." in page
    assert 'value="pass_up"' not in page
    told = {"outcome": "pass_up", "words": "x"}
    assert client.post(_to("budget-decide", row), told).status_code == 200


def test_the_second_signer_reads_why(budget, as_user):
    row, general = in_state(budget, "proposed"), budget.cast.general_manager
    assert "Kanarie: onvindbaar" in _words(as_user(general).get(_to("budget-sign", row)))


def test_a_pot_that_ran_dry_refuses_and_the_request_waits(budget, as_user):
    row = in_state(budget, "waiting")
    general = budget.cast.general_manager
    empty = a_pot(0, cluster=budget.cast.elsewhere.cluster)
    told = {"source": budget.pot.pk, "target": empty.pk, "amount": "104.000,01"}
    client = as_user(general)
    assert client.post(reverse("pot-move"), told | {"submission_key": _key()}).status_code == 302
    client = as_user(budget.cast.team_manager)
    assert "te weinig" in _words(client.get(_to("budget-decide", row)))
    page = _words(client.post(_to("budget-decide", row), {"outcome": "approve", "words": "Ja"}))
    assert "Er is €\xa0999,99; gevraagd is €\xa01.000,00." in page
    row.refresh_from_db()
    assert (row.state, row.decided_by) == ("waiting", None)


def test_a_form_that_was_open_too_long_changes_nothing(budget, as_user):
    cast = budget.cast
    card = ask(budget.file, cast.handler, 5_000, method=Method.CARD)
    row = in_state(budget, "waiting")
    client = as_user(cast.handler)
    for each in (card, row):
        services.withdraw_request(request_id=each.pk, by=cast.handler, at=MONDAY)
    page = client.post(_to("budget-pay", card), {"amount": "50", "version": "1"})
    assert "kan niet meer" in _words(page)
    client = as_user(cast.team_manager)
    page = client.post(_to("budget-decide", row), {"outcome": "approve"})
    assert "kan niet meer" in _words(page)
    assert as_user(cast.controller).get(_to("budget-pay", row)).status_code == 404
    assert faults(EVERYTHING) == []


def test_a_page_from_before_the_money_came_back_pays_nothing(budget, rows, as_user):
    client, row = as_user(budget.cast.controller), rows["approved"]
    page = client.get(_to("budget-pay", row))
    told = {"amount": "1.000", "version": page.context["form"]["version"].value()}
    assert client.post(_to("budget-pay", row), told).status_code == 302
    services.bounce_payment(request_id=row.pk, by=budget.cast.controller)
    again = client.post(_to("budget-pay", row), told)
    assert "intussen veranderd" in _words(again)
    row.refresh_from_db()
    assert (row.state, row.paid_cents) == ("approved", 0)
    assert "verouderd" in _words(client.post(_to("budget-pay", row), {"amount": "1.000"}))
    told["version"] = client.get(_to("budget-pay", row)).context["form"]["version"].value()
    assert client.post(_to("budget-pay", row), told).status_code == 302
    assert faults(EVERYTHING) == []


def test_pressing_twice_books_once_on_every_page(budget, rows, as_user):
    cast, sign = budget.cast, in_state(budget, "proposed")
    presses = (
        ("team_manager", "budget-decide", rows["waiting"], {"outcome": "approve"}),
        ("controller", "budget-pay", rows["waiting"], {"amount": "1.000", "version": "2"}),
        ("controller", "budget-bounce", rows["waiting"], {}),
        ("controller", "budget-repay", rows["open"], {"amount": "1", "submission_key": _key()}),
        ("team_manager", "budget-settle", rows["denied"], {"outcome": "gift"}),
        ("general_manager", "budget-sign", sign, {"agrees": "ja"}),
        ("handler", "budget-withdraw", rows["approved"], {}),
    )
    for person, name, row, told in presses:
        client, count = as_user(getattr(cast, person)), Entry.objects.count()
        answers = [client.post(_to(name, row), told).status_code for _ in range(2)]
        assert answers[0] == 302, name
        assert answers[1] in (200, 302), name
        assert Entry.objects.count() == count + 1, name
    assert faults(EVERYTHING) == []


def test_nobody_of_another_cluster_gets_in(budget, rows, as_user):
    told = {"amount": "1", "outcome": "approve", "words": "x", "submission_key": _key()}
    names = ("budget-request", "budget-decide", "budget-pay", "budget-repay", "budget-settle")
    before = Entry.objects.count()
    for person in ("outsider_worker", "outsider_manager", "contact_centre", "privacy_officer"):
        client = as_user(getattr(budget.cast, person))
        for row in rows.values():
            for name in names:
                assert client.post(_to(name, row), told).status_code in (404, 405), (person, name)
    assert Entry.objects.count() == before


def test_another_role_between_the_form_and_the_button(budget, rows):
    """Somebody with two roles opens the page as the manager and presses as a wijkwerker."""
    both = MembershipFactory(role=Role.TEAM_MANAGER, team=budget.noord).user
    MembershipFactory(user=both, role=Role.TEAM_WORKER, team=budget.noord)
    client, url = Client(), _to("budget-decide", rows["waiting"])
    sign_in(client, both, role=Role.TEAM_MANAGER)
    assert client.get(url).status_code == 200
    sign_in(client, both, role=Role.TEAM_WORKER)
    assert client.post(url, {"outcome": "approve"}).status_code == 404
    rows["waiting"].refresh_from_db()
    assert rows["waiting"].state == "waiting"


def test_who_asked_does_not_decide_in_another_role(budget):
    """The requester leads the team now, and left the dossier: still the same person (M7)."""
    file = FileFactory(team=budget.noord, director=budget.cast.handler)
    row = ask(file, budget.cast.handler, 100_000)
    ResidentFile.objects.filter(pk=file.pk).update(director=budget.cast.team_worker)
    MembershipFactory(user=budget.cast.handler, role=Role.TEAM_MANAGER, team=budget.noord)
    client = sign_in(Client(), budget.cast.handler, role=Role.TEAM_MANAGER)
    assert client.get(_to("budget-request", row)).status_code == 200
    assert client.post(_to("budget-decide", row), {"outcome": "approve"}).status_code == 403
    row.refresh_from_db()
    assert row.state == "waiting"


def test_a_form_of_another_site_is_refused(budget, rows):
    client = sign_in(Client(enforce_csrf_checks=True), budget.cast.controller)
    answer = client.post(_to("budget-pay", rows["approved"]), {"amount": "1.000"})
    assert answer.status_code == 403
    assert BudgetRequest.objects.get(pk=rows["approved"].pk).state == "approved"


@pytest.mark.parametrize("name", ["why", "payee", "debtor_name", "iban", "amount"])
def test_what_is_far_too_long_comes_back_and_is_not_kept(budget, as_user, name):
    client, url = as_user(budget.cast.handler), _to("budget-new", budget.file)
    page = client.post(url, ASKED | {"submission_key": _key(), name: LONG})
    assert page.status_code == 200
    assert LONG in _words(page)
    assert BudgetRequest.objects.count() == 0


def test_tags_are_words(budget, as_user):
    client, url = as_user(budget.cast.handler), _to("budget-new", budget.file)
    back = {"form": "advance", "debtor": "organisation", "expected_on": "2026-12-20"}
    told = ASKED | back | {"submission_key": _key(), "amount": "300"}
    told |= dict.fromkeys(("why", "payee", "debtor_name"), SCRIPT)
    page = _words(client.post(url, told, follow=True))
    row = BudgetRequest.objects.get()
    about = {"request_id": row.pk, "words": SCRIPT, "outcome": "pass_up"}
    services.decide_request(by=budget.cast.team_manager, at=MONDAY, **about)
    pages = [page, _words(client.get(_to("budget-request", row)))]
    client = as_user(budget.cast.general_manager)
    pages.append(_words(client.get(_to("budget-decide", row))))
    for each in pages:
        assert "<script>alert" not in each
        assert "&lt;script&gt;alert" in each


@pytest.mark.parametrize("value", ["\x00", "%", "9" * 30, "-1", "a" * 500, "' OR 1=1 --"])
def test_an_address_somebody_made_up_is_an_ordinary_list(budget, as_user, value):
    client = as_user(budget.cast.handler)
    for name in ("selectie", "pot", "jaar", "doel", "cluster", "van", "ouderdom", "na"):
        assert client.get(reverse("budget-list"), {name: value}).status_code == 200, name


def test_no_null_byte_reaches_the_database(budget, as_user):
    client, url = as_user(budget.cast.handler), _to("budget-new", budget.file)
    for name in ("why", "payee", "iban", "purpose", "submission_key", "fund", "tried"):
        told = ASKED | {"submission_key": _key()} | from_form(name)
        assert client.post(url, told).status_code == 200, name


def from_form(name):
    """A field with a null byte in it."""
    return {name: "a\x00b"}


def test_the_day_it_comes_back_must_be_a_day(budget, as_user):
    client, url = as_user(budget.cast.handler), _to("budget-new", budget.file)
    told = ASKED | {"form": "advance", "debtor": "resident", "submission_key": _key()}
    for day in ("", "2026-11-23", "2020-01-01", "2031-01-01", "0000-00-00", "gisteren"):
        assert client.post(url, told | {"expected_on": day}).status_code == 200, day
    assert client.post(url, told | {"expected_on": "2026-12-01"}).status_code == 302
