"""The pages of bank lines: from the file to the repayment, what comes back and what it costs."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from budgets.bank.models import BankFile, BankLine, BankMatch
from budgets.requests.services import register_repayment
from tests.factories.bank import IBAN, a_line, csv_file, csv_line
from tests.factories.budgets import in_state

pytestmark = pytest.mark.django_db
LIST, DETAIL, PREVIEW, MATCHED = 12, 12, 10, 11


@pytest.fixture
def browser(bank, as_user):
    return as_user(bank.controller)


def text_of(answer):
    return answer.content.decode()


def send(browser, body, name="Jansen.csv", **own):
    file = SimpleUploadedFile(name, body)
    told = {"bank_file": file, "submission_key": str(uuid.uuid4())} | own
    return browser.post(reverse("bank-import"), told, follow=True)


def codes(page):
    return [row.proposals[0].code for row in page.context["rows"] if row.proposals]


def test_from_a_file_to_what_came_back(bank, browser, upload_dir):
    lines = [csv_line(60_000, words=f"Deel {bank.advance}"), csv_line(4_321, name="Onbekend")]
    page = send(browser, csv_file(lines))
    text = text_of(page)
    assert "Ingelezen: 2 nieuwe regels, 0 al bekend." in text
    assert "Zonder koppeling (2)" in text
    assert "NL•• •••• 4567" in text
    assert IBAN not in text
    assert "Geen voorstel" in text
    assert list(upload_dir.iterdir()) == []

    ticked = codes(page)
    preview = browser.get(reverse("bank-preview"), {"paar": ticked})
    assert "U koppelt 1 regel. Samen komt er €\xa0600,00 terug." in text_of(preview)
    assert "€\xa0400,00" in text_of(preview)
    for words in ("1 bankregel is gekoppeld", "1 bankregel is gekoppeld"):
        page = browser.post(reverse("bank-accept"), {"paar": ticked}, follow=True)
        assert words in text_of(page)
    bank.advance.refresh_from_db()
    assert (bank.advance.owed_cents, BankMatch.objects.count()) == (40_000, 1)
    assert "Zonder koppeling (1)" in text_of(page)
    page = text_of(browser.get(reverse("bank-lines"), {"selectie": "gekoppeld"}))
    assert str(bank.advance) in page

    assert "was al ingelezen" in text_of(send(browser, csv_file(lines)))
    assert BankFile.objects.count() == 1


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"PK\x03\x04zip", "zip- of Excel-bestand"),
        ("Datum;Bedrag\n".encode("utf-16"), "UTF-16"),
        ("Datum;Bedrag;Naam\n2026-11-20;1,00;Café\n".encode("cp1252"), "Windows-1252"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><Document/>", "niet veilig"),
        (b"Datum;Bedrag\n2026-11-20;<script>\n", "het bedrag is niet te lezen"),
        (b"x" * 5_000_001, "groter dan 5 MB"),
        (b"", "leeg"),
    ],
    ids=range(7),
)
def test_a_bad_file_says_why_and_keeps_nothing(browser, upload_dir, body, why):
    page = send(browser, body)
    assert page.status_code == 200
    assert why in text_of(page)
    assert "<script>\n" not in text_of(page)
    assert BankFile.objects.count() == 0
    assert list(upload_dir.iterdir()) == []


def test_who_may_not_import_leaves_nothing(bank, as_user, upload_dir):
    browser = as_user(bank.cast.handler)
    file = SimpleUploadedFile("a.csv", csv_file([csv_line(1)]))
    assert browser.post(reverse("bank-import"), {"bank_file": file}).status_code == 403
    assert list(upload_dir.iterdir()) == []


def test_words_of_a_file_are_words_on_the_page(browser, bank):
    line = a_line(bank.controller, 100, name="<script>alert(1)</script>", words="=1+1 {{ x }}")
    for name, args in (("bank-lines", []), ("bank-line", [line.pk]), ("bank-match", [line.pk])):
        page = text_of(browser.get(reverse(name, args=args)))
        assert "&lt;script&gt;alert(1)" in page
        assert "<script>alert" not in page


def test_a_line_is_split_by_hand_undone_set_aside_and_taken_back(browser, bank):
    line, other = a_line(bank.controller, 100_000), in_state(bank, "open")
    url = reverse("bank-match", args=[line.pk])
    told = {"request_id": str(bank.advance), "amount": "400,00", "version": 1}
    for wrong, why in (
        ({"amount": "1.000,01"}, "te koppelen"),
        ({"amount": "0"}, "meer dan nul"),
        ({"request_id": "x"}, "geen aanvraag"),
        ({"version": 7}, "intussen veranderd"),
    ):
        page = text_of(browser.post(url, told | wrong))
        assert why in page
        assert 'value="' in page
    assert browser.post(url, told).status_code == 302
    told |= {"request_id": str(other), "amount": "600,00", "version": 2}
    page = text_of(browser.post(url, told, follow=True))
    assert "Vastgelegd." in page
    first = BankMatch.objects.get(request=bank.advance)
    page = browser.post(reverse("bank-undo", args=[first.pk]), follow=True)
    assert "De koppeling is teruggedraaid." in text_of(page)
    assert "Teruggedraaid 2" in text_of(page)
    url = reverse("bank-aside", args=[line.pk])
    assert "Schrijf kort op waarom." in text_of(browser.post(url, {"words": "", "version": 4}))
    assert browser.post(url, {"words": "Rente", "version": 4}).status_code == 302
    assert "Rente" in text_of(browser.get(reverse("bank-lines"), {"selectie": "opzij"}))
    page = browser.post(reverse("bank-back", args=[line.pk]), follow=True)
    assert "staat weer bij zonder koppeling" in text_of(page)
    page = browser.post(reverse("bank-back", args=[line.pk]), follow=True)
    assert "kan niet meer" in text_of(page)


def test_what_changed_meanwhile_is_skipped_and_said(browser, bank):
    other = in_state(bank, "open")
    lines = [a_line(bank.controller, 70_000, words=str(bank.advance)) for _ in range(2)]
    lines.append(a_line(bank.controller, 5_000, words=str(other)))
    ticked = codes(browser.get(reverse("bank-lines")))
    preview = text_of(browser.get(reverse("bank-preview"), {"paar": ticked}))
    assert "Past niet meer" in preview
    assert "U koppelt 2 regels. Samen komt er €\xa0750,00 terug." in preview

    page = text_of(
        browser.post(reverse("bank-accept"), {"paar": [*ticked, "x", "9-9-9-9"]}, follow=True)
    )
    assert "2 bankregels zijn gekoppeld." in page
    assert "Niet gekoppeld: Er staat nog €\xa0300,00 open." in page
    assert "is er niet meer" in page
    assert {row.state for row in BankLine.objects.filter(pk__in=[line.pk for line in lines])} == {
        "matched",
        "open",
    }


def test_a_number_of_which_nothing_is_open_is_said(browser, bank):
    told = {"request_id": bank.advance.pk, "amount": 100_000, "by": bank.controller}
    register_repayment(submission_key=uuid.uuid4(), **told)
    line = a_line(bank.controller, 100_000, words=f"{bank.advance}")
    words = f"{bank.advance} staat erbij, maar niet meer open."
    for url in (reverse("bank-lines"), reverse("bank-line", args=[line.pk])):
        assert words in text_of(browser.get(url))


def test_nothing_ticked_goes_back_to_the_list(browser):
    for told in ({}, {"paar": "x"}, {"paar": "1-1-1-1"}, {"paar": "9" * 40}):
        assert browser.get(reverse("bank-preview"), told).status_code == 302
        assert browser.post(reverse("bank-accept"), told).status_code == 302


def test_a_list_that_is_not_there_is_the_first(browser):
    for query in ("?selectie=x", "?na=x", "?na=2026-01-01T00:00:00Z_1"):
        assert browser.get(reverse("bank-lines") + query).status_code == 200


def test_a_line_that_is_not_there(browser):
    for name in ("bank-line", "bank-match", "bank-aside"):
        assert browser.get(reverse(name, args=[999_999])).status_code == 404
    assert browser.post(reverse("bank-undo", args=[999_999])).status_code == 404


def test_whose_requests_are_named_is_in_the_trail(browser, bank):
    in_state(bank, "open", 50_000)
    line = a_line(bank.controller, 100_000, words=str(bank.advance))
    browser.get(reverse("bank-lines"))
    browser.get(reverse("bank-line", args=[line.pk]))
    for code in ("bank.listed", "bank.read"):
        seen = AuditSubject.objects.filter(event__code=code)
        assert set(seen.values_list("resident_id", flat=True)) == {bank.advance.resident_id}
    assert AuditEvent.objects.filter(code="bank.read", object_id=str(line.pk)).exists()


@pytest.mark.parametrize("count", [1, 5])
def test_the_pages_cost_the_same_for_one_and_for_five(
    browser, bank, count, django_assert_num_queries
):
    lines = [a_line(bank.controller, 100_000, words=str(bank.advance)) for _ in range(count)]
    paid = [a_line(bank.controller, -100, words=str(bank.advance)) for _ in range(count)]
    pages = [
        (reverse("bank-lines"), {}, LIST),
        (reverse("bank-lines"), {"selectie": "af"}, LIST - 1),
        (reverse("bank-line", args=[lines[0].pk]), {}, DETAIL),
    ]
    ticked = codes(browser.get(reverse("bank-lines")))
    pages.append((reverse("bank-preview"), {"paar": ticked}, PREVIEW))
    assert len(ticked) == len(paid) == count
    for url, told, queries in pages:
        browser.get(url, told)
        with django_assert_num_queries(queries):
            assert browser.get(url, told).status_code == 200
    for row in lines:
        told = {"request_id": bank.advance.pk, "amount": "1,00", "version": 1}
        browser.post(reverse("bank-match", args=[row.pk]), told)
        browser.post(reverse("bank-aside", args=[row.pk]), {"words": "x", "version": 2})
    told = {"selectie": "opzij"}
    browser.get(reverse("bank-lines"), told)
    with django_assert_num_queries(MATCHED):
        browser.get(reverse("bank-lines"), told)
