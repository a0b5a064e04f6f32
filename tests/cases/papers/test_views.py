"""Ask, wait, open: on the page of a report, through the address of its own room (PP-1 … PP-7)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from cases.models import Paper
from cases.papers.services import begin_paper
from cases.papers.tasks import make_papers
from cases.talks.papers import order_of
from cases.talks.services import record_reaction, sign_report
from tests.cases.callbacks.pages import text_of
from tests.cases.talks.conftest import concluded, melding
from tests.factories.cases import MONDAY
from tests.factories.talks import ReportFactory, TalkColleagueFactory, VersionFactory

__all__ = ["concluded", "melding"]
HTMX = {"HTTP_HX_REQUEST": "true"}
TRIGGER = 'hx-trigger="every 2s"'


@pytest.fixture
def sent(concluded):
    return VersionFactory(report=ReportFactory(talk=concluded))


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


def url(sent, name="report-pdf"):
    return reverse(name, args=[sent.talk_id, sent.pk])


def lines(code):
    return AuditEvent.objects.filter(code=code).count()


def page(client, sent):
    return client.get(url(sent, "report-version")).content.decode()


def test_ask_wait_and_open_without_script(worker, sent):
    assert "PDF maken" in page(worker, sent)

    asked = worker.post(url(sent), follow=True)
    assert asked.redirect_chain == [(url(sent, "report-version") + "#pdf", 302)]
    waiting = asked.content.decode()
    assert "De PDF wordt gemaakt…" in waiting
    assert "Wacht op de werker." in waiting
    assert f'<a href="{url(sent, "report-version")}">Vernieuwen</a>' in waiting

    make_papers()

    made = page(worker, sent)
    pages = Paper.objects.get().pages
    assert f"PDF openen ({pages} pagina" in made
    assert TRIGGER not in made
    file = worker.get(url(sent))
    assert file.content == Paper.objects.get().open()
    assert file["Content-Type"] == "application/pdf"
    assert file["X-Content-Type-Options"] == "nosniff"
    assert file["Cache-Control"] == "no-store"
    assert file["Content-Disposition"].startswith('attachment; filename="onderzoeksverslag-WM-')
    assert (lines("paper.asked"), lines("paper.opened"), lines("paper.made")) == (1, 1, 1)


def test_ten_clicks_are_one_paper(worker, sent):
    answers = [worker.post(url(sent), **HTMX) for _ in range(10)]

    assert {each.status_code for each in answers} == {200}
    assert Paper.objects.count() == lines("paper.asked") == 1


def test_a_poll_hears_only_of_what_changed_and_leaves_no_line_otherwise(worker, sent):
    asked = worker.post(url(sent), **HTMX).content.decode()
    assert TRIGGER in asked
    poll = f"{url(sent)}?shown=asked0"
    assert poll in asked
    before = lines("paper.awaited")

    assert worker.get(poll, **HTMX).status_code == 204
    assert lines("paper.awaited") == before

    begin_paper(at=MONDAY, tried=())
    making = worker.get(poll, **HTMX)
    assert "Nog even." in making.content.decode()
    assert lines("paper.awaited") == before + 1


def test_a_page_that_waits_long_stops_asking_and_says_so(worker, sent, time_machine):
    worker.post(url(sent))
    time_machine.move_to(MONDAY + timedelta(minutes=2, seconds=1))

    waiting = page(worker, sent)

    assert "duurt langer dan anders" in waiting
    assert TRIGGER not in waiting
    poll = worker.get(f"{url(sent)}?shown=asked0", **HTMX)
    assert TRIGGER not in poll.content.decode()


def test_before_it_is_there_the_address_leads_back(worker, sent):
    for _ in range(2):  # not asked, and waiting
        answer = worker.get(url(sent), follow=True)
        assert "De PDF is nog niet klaar" in text_of(answer)
        worker.post(url(sent))
    assert lines("paper.opened") == 0


def test_what_failed_says_why_and_can_be_asked_again(worker, sent, monkeypatch):
    monkeypatch.setattr("cases.papers.worker.pdf_of", lambda html, css: None)
    worker.post(url(sent))
    make_papers()
    assert "Druk de brief zelf af." in page(worker, sent)
    assert "PDF opnieuw maken" in page(worker, sent)
    monkeypatch.undo()

    worker.post(url(sent))
    make_papers()

    assert "PDF openen" in page(worker, sent)


def test_a_paper_of_before_a_signature_is_not_given_after_it(worker, sent, cast):
    """Nor after a reaction: each is another paper (PP-3)."""
    own = {"version_id": sent.pk, "talk_id": sent.talk_id, "by": cast.handler}
    opened = []
    for act in (None, _reaction, _signature):
        if act:
            act(own)
            assert "PDF maken" in page(worker, sent)
            assert worker.get(url(sent)).status_code == 302
        worker.post(url(sent))
        make_papers()
        opened.append(worker.get(url(sent)).content)

    assert len(set(opened)) == 3
    assert Paper.objects.filter(state="made").count() == 3


def test_a_signature_between_the_click_and_the_worker(worker, sent, cast):
    worker.post(url(sent))
    _reaction({"version_id": sent.pk, "talk_id": sent.talk_id, "by": cast.handler})

    make_papers()

    assert not Paper.objects.filter(state="made").exists()
    assert "PDF maken" in page(worker, sent)


def _reaction(own):
    record_reaction(reaction="agreed", words="", reacted_on=MONDAY.date(), signature="none", **own)


def _signature(own):
    sign_report(signature="paper", signed_on=MONDAY.date(), **own)


@pytest.mark.parametrize(
    ("person", "status"),
    [("city_hall_team", 404), ("team_manager", 404), ("contact_centre", 404), ("outsider", 404)],
)
def test_who_may_not_read_the_report_gets_no_paper_in_any_way(as_user, cast, sent, person, status):
    _made(sent, cast)
    client = as_user(getattr(cast, person))

    assert client.get(url(sent)).status_code == status
    assert client.get(url(sent), **HTMX).status_code == status
    assert client.post(url(sent)).status_code == status
    assert lines("paper.opened") == 0


def test_a_reader_of_the_report_reads_its_paper(as_user, cast, sent):
    TalkColleagueFactory(talk=sent.talk, employee=cast.city_hall_team)
    client = as_user(cast.city_hall_team)

    client.post(url(sent))
    make_papers()

    assert client.get(url(sent)).content.startswith(b"%PDF-")


def test_a_paper_on_another_card_is_not_shown(worker, sent, cast):
    """A merge was undone in between: it is asked for again, and then it is right."""
    _made(sent, cast)
    other = VersionFactory().resident
    Paper.objects.update(resident=other)

    assert "PDF maken" in page(worker, sent)
    assert worker.get(url(sent)).status_code == 302
    assert "PDF openen" in worker.post(url(sent), **HTMX).content.decode()


def _made(sent, cast):
    from cases.papers.services import ask_paper

    ask_paper(order=order_of(sent), by=cast.handler)
    make_papers()


@pytest.mark.parametrize("papers", [1, 5])
def test_the_page_costs_one_query_for_its_paper(
    worker, sent, cast, papers, django_assert_num_queries
):
    for number in range(papers):
        _made(VersionFactory(report=sent.report, number=number + 2), cast)
    _made(sent, cast)

    # session 2, person, roles, notices; talk, audit 3; version, paper
    with django_assert_num_queries(11):
        worker.get(url(sent, "report-version"))
