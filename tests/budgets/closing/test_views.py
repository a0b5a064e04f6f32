"""The pages of years: the list, closing with its progress, and the jaarrekening."""

import uuid

import pytest
from django.urls import reverse

from budgets.closing import worker
from budgets.closing.models import YearClosing
from budgets.closing.possible import prospect_of
from budgets.closing.progress import Progress
from budgets.ledger.models import Entry
from cases.papers.tasks import make_papers
from tests.factories.budgets import a_pot, grant, lists
from tests.factories.closing import LAST_YEAR, NEW_YEAR, asked, requested

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("january")]
CLOSING = reverse("year-closing", args=[LAST_YEAR, "inwoners"])
STATEMENT = reverse("year-statement", args=[LAST_YEAR])
PDF = reverse("year-statement-pdf", args=[LAST_YEAR])


def told(**own):
    shown = prospect_of(LAST_YEAR, "help", NEW_YEAR.date()).shown
    facts = {"submission_key": uuid.uuid4(), "shown": shown, "remainder": "carry"}
    return facts | {"reason": "Besluit van de stuurgroep.", "agreed": "on"} | own


def text(answer):
    return answer.content.decode()


def test_a_year_is_closed_followed_and_read(year, as_user):
    client = as_user(year.cast.general_manager)
    page = text(client.get(reverse("budget-years")))
    assert "Kan worden afgesloten" in page
    page = text(client.get(CLOSING))
    assert "€\xa07.200,00" in page
    form = told()
    for _ in range(2):
        assert client.post(CLOSING, form).status_code == 302
    page = text(client.get(CLOSING))
    assert "Het afsluiten is gevraagd" in page
    assert 'name="remainder"' not in page
    progress = Progress(YearClosing.objects.get())
    progress.tell(1, 4)
    assert "Wordt afgesloten: 25 %" in text(client.get(CLOSING))
    assert worker.close_years(at=NEW_YEAR) == 1
    page = text(client.get(CLOSING))
    assert "Afgesloten op" in page
    assert "Jaarrekening bekijken" in page
    page = text(client.get(STATEMENT))
    assert "veranderen niet meer" in page
    assert "Controle: wat erin kwam is gelijk" in page
    assert Entry.objects.filter(kind="carry_out").count() == 4


def test_htmx_hears_only_of_what_changed(year, as_user):
    client = as_user(year.cast.general_manager)
    asked(year.cast.general_manager)
    poll = {"HTTP_HX_REQUEST": "true"}
    answer = client.get(CLOSING, **poll)
    assert "<h1" not in text(answer)
    assert 'hx-trigger="every 2s"' in text(answer)
    assert client.get(f"{CLOSING}?shown=asked-0-00", **poll).status_code == 204
    worker.close_years(at=NEW_YEAR)
    answer = client.get(f"{CLOSING}?shown=asked-0-00", **poll)
    assert "every 2s" not in text(answer)


def test_what_is_wrong_with_the_form_stays_on_the_page(year, as_user):
    client = as_user(year.cast.general_manager)
    page = text(client.post(CLOSING, told(remainder="", agreed="")))
    assert "Kies wat er gebeurt" in page
    assert "Besluit van de stuurgroep." in page
    form = told()
    grant(year.pot, 5)
    page = text(client.post(CLOSING, form))
    assert "veranderd sinds u deze pagina opende" in page
    assert f'name="shown" value="{form["shown"] + 1}"' in page
    assert not YearClosing.objects.exists()
    assert client.post(CLOSING, form | {"shown": form["shown"] + 1}).status_code == 302


def test_what_stands_in_the_way_is_said_and_can_be_mended(cast, noord, as_user, monday):
    lists()
    a_pot(5)
    page = text(as_user(cast.general_manager).get(CLOSING))
    assert "nog geen pot open" in page
    assert reverse("pot-new") in page
    assert "Jaar afsluiten</" not in page
    page = text(as_user(cast.controller).get(CLOSING))
    assert "algemeen manager sluit" in page
    assert reverse("pot-new") not in page


def test_what_failed_says_why_and_can_be_asked_again(year, as_user):
    asked(year.cast.general_manager)
    YearClosing.objects.update(state="failed", refusal="Het grootboek klopt niet.")
    client = as_user(year.cast.general_manager)
    assert "Niet gelukt. Het grootboek klopt niet." in text(client.get(CLOSING))
    assert client.post(CLOSING, told()).status_code == 302


def test_the_controller_looks_and_does_not_close(year, as_user):
    client = as_user(year.cast.controller)
    assert client.get(CLOSING).status_code == 200
    assert client.post(CLOSING, told()).status_code == 403
    assert not YearClosing.objects.exists()


@pytest.mark.parametrize(
    "address",
    [
        reverse("year-closing", args=[LAST_YEAR, "iets"]),
        reverse("year-closing", args=[LAST_YEAR - 3, "inwoners"]),
        reverse("year-statement", args=[LAST_YEAR - 3]),
        PDF,
    ],
)
def test_what_is_not_there_is_not_found(year, as_user, address):
    assert as_user(year.cast.controller).get(address).status_code == 404


def test_the_jaarrekening_becomes_a_pdf_without_a_name(year, as_user):
    asked(year.cast.general_manager)
    worker.close_years(at=NEW_YEAR)
    client = as_user(year.cast.controller)
    page = text(client.get(STATEMENT))
    assert "csrfmiddlewaretoken" in page[: page.index("PDF maken")].rsplit("<form", 1)[1]
    assert client.post(PDF).status_code == 302
    assert make_papers() == 1
    answer = client.get(PDF)
    assert answer["Content-Type"] == "application/pdf"
    assert f"jaarrekening-maatwerkbudget-{LAST_YEAR}.pdf" in answer["Content-Disposition"]
    page = text(client.get(STATEMENT))
    for name in (year.open.resident.name, str(year.open), str(year.open.uuid)):
        assert name not in page


def test_a_running_year_is_a_provisional_statement(year, as_user):
    page = text(as_user(year.cast.controller).get(STATEMENT))
    assert "Dit is een tussenstand" in page
    assert "PDF maken" not in page


@pytest.mark.parametrize("count", [1, 5])
@pytest.mark.parametrize(("address", "queries"), [(CLOSING, 12), (STATEMENT, 11)])
def test_the_pages_cost_the_same_for_one_request_and_for_five(
    year, as_user, address, queries, count, django_assert_num_queries
):
    for _ in range(count - 1):
        requested(year, "open")
    client = as_user(year.cast.general_manager)
    client.get(address)
    with django_assert_num_queries(queries):
        client.get(address)


@pytest.mark.parametrize("count", [1, 5])
def test_the_list_costs_the_same_for_one_year_and_for_five(
    cast, as_user, count, django_assert_num_queries
):
    for number in range(count):
        a_pot(5, year=LAST_YEAR - number)
    client, url = as_user(cast.controller), reverse("budget-years")
    client.get(url)
    with django_assert_num_queries(9):
        client.get(url)
