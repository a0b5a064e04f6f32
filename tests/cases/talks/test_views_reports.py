"""The report on the screen: the draft, a version, a reaction; and nothing in clear in a dump."""

import re
import uuid

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse

from audit.models import AuditEvent
from cases.models import InvestigationReport, KitchenTableTalk, ReportVersion
from cases.papers.tasks import make_papers
from tests.factories.talks import ReportFactory, TalkColleagueFactory, VersionFactory

CANARY = "Kanarievogel"


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


@pytest.fixture
def report(concluded):
    return ReportFactory(talk=concluded, texts={"step1": "<b>Hulp</b>"})


def url(name, *args):
    return reverse(name, args=args)


def form(**texts):
    return {"version": "1", "window": "w1", "number": "0", **texts}


def paper(client, sent):
    """Ask for the PDF of a version, let the worker make it, open it."""
    address = url("report-pdf", sent.talk_id, sent.pk)
    client.post(address)
    make_papers()
    return client.get(address)


def test_the_draft_is_shown_escaped_and_saved_by_its_button(worker, report):
    address = url("report-detail", report.talk_id)
    assert "&lt;b&gt;Hulp&lt;/b&gt;</textarea>" in worker.get(address).content.decode()

    worker.post(address, form(step1="Een trap."))
    assert InvestigationReport.objects.get().texts == {"step1": "Een trap."}


def test_another_window_shows_both_reports(worker, report):
    address = url("report-detail", report.talk_id)
    worker.post(url("report-save", report.talk_id), form(step1="Hun tekst"))

    response = worker.post(address, {**form(step1="Mijn tekst"), "window": "w2"})

    assert response.status_code == 409
    page = response.content.decode()
    assert "Hun tekst" in page
    assert "Mijn tekst</textarea>" in page
    saved = worker.post(url("report-save", report.talk_id), {**form(), "window": "w2"})
    assert "In een ander venster gewijzigd" in saved.content.decode()


def test_send_makes_a_version_that_reads_as_it_was(worker, report):
    page = worker.get(url("report-detail", report.talk_id)).content.decode()
    form_of_page = page[page.index(f'action="{url("report-send", report.talk_id)}"') :]
    sent = dict(re.findall(r'name="(submission_key|version)" value="([^"]+)"', form_of_page))
    for _ in range(2):
        worker.post(url("report-send", report.talk_id), sent)

    version = ReportVersion.objects.get()
    page = worker.get(url("report-version", report.talk_id, version.pk)).content.decode()
    assert "&lt;b&gt;Hulp&lt;/b&gt;" in page
    assert "Afdrukken" in page
    assert AuditEvent.objects.filter(code="report.read").exists()


def test_a_version_of_another_talk_is_not_found_here(worker, report):
    other = VersionFactory()

    assert worker.get(url("report-version", report.talk_id, other.pk)).status_code == 404
    assert worker.get(url("report-reaction", report.talk_id, other.pk)).status_code == 404


def test_a_version_is_a_tagged_pdf_that_holds_the_frozen_text(worker, report):
    sent = VersionFactory(report=report, texts={"step1": "Een lange trap.", "to": "Mw. Bakker"})

    response = paper(worker, sent)

    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")
    assert len(response.content) > 5_000
    assert "Bakker" not in response["Content-Disposition"]


def test_a_report_of_sixty_pages_is_a_pdf_too(worker, report):
    long = {f"step{number}": "Een regel over de trap.\n" * 600 for number in range(1, 6)}
    sent = VersionFactory(report=report, texts=long)

    assert paper(worker, sent).content.startswith(b"%PDF-")


def test_before_the_end_there_is_no_report_page(worker, held):
    assert worker.get(url("report-detail", held.pk)).status_code == 404


def test_a_reaction_is_noted_and_errors_keep_the_words(worker, report):
    sent = VersionFactory(report=report)
    address = url("report-reaction", report.talk_id, sent.pk)
    told = {"reaction": "remarks", "reacted_on": "2026-11-23", "signature": "paper", "words": ""}

    assert "eigen woorden" in worker.post(address, told).content.decode()
    worker.post(address, {**told, "words": "De naam klopt niet."})

    page = worker.get(url("report-detail", report.talk_id)).content.decode()
    assert "De naam klopt niet." in page
    assert "Telt als aanvraag vanaf" in page


def test_a_signature_on_the_screen_is_on_the_page_and_in_the_pdf(worker, report):
    sent = VersionFactory(report=report)
    address = url("report-reaction", report.talk_id, sent.pk)
    told = {"reaction": "agreed", "reacted_on": "2026-11-23", "signature": "screen", "words": ""}
    told |= {"signed_name": "<b>Bakker</b>", "drawing": ""}

    refused = worker.post(address, told).content.decode()
    assert "Laat de inwoner tekenen" in refused
    assert "&lt;b&gt;Bakker" in refused
    worker.post(address, {**told, "drawing": "30,100 90,40 150,160"})

    page = worker.get(url("report-version", report.talk_id, sent.pk)).content.decode()
    assert '<path d="M30 100 L90 40 L150 160"' in page
    assert "op het scherm ondertekend op 23-11-2026" in page
    assert "Datum en handtekening" not in page
    made = paper(worker, sent)
    assert made.content.startswith(b"%PDF-")
    assert (
        "door &lt;b&gt;Bakker" in worker.get(url("report-detail", report.talk_id)).content.decode()
    )


def test_who_reacted_may_sign_later_and_what_was_typed_stays(worker, report):
    sent = VersionFactory(report=report)
    told = {"reaction": "agreed", "reacted_on": "2026-11-23", "signature": "none", "words": ""}
    worker.post(url("report-reaction", report.talk_id, sent.pk), told)
    address = url("report-signature", report.talk_id, sent.pk)
    assert address in worker.get(url("report-detail", report.talk_id)).content.decode()

    page = worker.post(address, {"signature": "paper", "signed_on": "2026-11-30"})
    assert "na vandaag" in page.content.decode()
    assert 'value="2026-11-30"' in page.content.decode()
    worker.post(address, {"signature": "paper", "signed_on": "2026-11-23"})

    page = worker.get(url("report-detail", report.talk_id)).content.decode()
    assert "op papier ondertekend op ma 23 november" in page
    assert address not in page


def test_a_signature_under_another_text_says_so(worker, report):
    sent = VersionFactory(report=report)
    told = {"reaction": "agreed", "reacted_on": "2026-11-23", "signature": "screen", "words": ""}
    told |= {"signed_name": "A. Bakker", "drawing": "30,100 90,40 150,160"}
    worker.post(url("report-reaction", report.talk_id, sent.pk), told)
    kept = ReportVersion.objects.get()
    kept.freeze({"step1": "Een andere tekst."} | kept.texts)
    kept.save()

    page = worker.get(url("report-version", report.talk_id, sent.pk)).content.decode()
    assert "hoort niet bij deze tekst" in page
    assert "M30 100" not in page


def test_the_wmo_team_reads_what_was_sent_and_not_the_draft(as_user, cast, report):
    VersionFactory(report=report, texts={"step1": "Verstuurde tekst"})
    TalkColleagueFactory(talk=report.talk, employee=cast.city_hall_team)
    client = as_user(cast.city_hall_team)

    page = client.get(url("report-detail", report.talk_id)).content.decode()
    assert "Versie 1" in page
    assert "textarea" not in page
    version = ReportVersion.objects.get()
    reading = client.get(url("report-version", report.talk_id, version.pk)).content.decode()
    assert "Verstuurde tekst" in reading
    denied = client.post(url("report-save", report.talk_id), form(step1="x"))
    assert denied.status_code == 403


@pytest.mark.parametrize("rows", [1, 5])
def test_the_report_costs_the_same_queries(worker, report, rows, django_assert_num_queries):
    for number in range(rows):
        VersionFactory(report=report, number=number + 1)

    # session 2, person, roles, notices; talk, audit 3; report, versions
    with django_assert_num_queries(11):
        worker.get(url("report-detail", report.talk_id))


def test_no_word_of_a_talk_stands_in_clear_in_any_table(worker, melding, cast):
    """The canary: through every form of the room, then every table is read (security 5)."""
    plan = {
        "submission_key": str(uuid.uuid4()),
        "day": "2026-11-24",
        "start": "10:00",
        "until": "11:00",
        "place": "elsewhere",
        "place_note": CANARY,
        "kind_0": "carer",
        "name_0": CANARY,
    }
    worker.post(url("talk-plan", melding.pk), plan)
    talk = KitchenTableTalk.objects.get()
    worker.post(url("talk-hold", talk.pk))
    words = dict.fromkeys(("question", "words", "well", "hard", "helpers", "wish"), CANARY)
    worker.post(url("talk-card", talk.pk, "geld"), {**form(), "state": "discussed", **words})
    worker.post(url("talk-switch-on", talk.pk, "justitie"), {"reason": CANARY})
    agreed = {"submission_key": str(uuid.uuid4()), "what": CANARY, "owner_name": CANARY}
    worker.post(url("talk-agree", talk.pk), agreed | {"owner": "other", "due_on": "2026-12-01"})
    worker.post(url("talk-conclude", talk.pk))
    worker.post(url("report-detail", talk.pk), form(step1=CANARY, d=CANARY))
    send = {"submission_key": str(uuid.uuid4()), "version": "2"}
    worker.post(url("report-send", talk.pk), send)
    sent = ReportVersion.objects.get()
    told = {"reaction": "disagreed", "words": CANARY, "reacted_on": "2026-11-23"}
    told |= {"signature": "screen", "signed_name": CANARY, "drawing": "30,100 90,40 150,160"}
    worker.post(url("report-reaction", talk.pk, sent.pk), told)

    sent.refresh_from_db()
    assert (sent.reaction, talk.agreements.count()) == ("disagreed", 1)  # it all went through
    assert CANARY in sent.words
    assert sent.signer.name == CANARY
    assert tables_with(CANARY) == []
    melding.question = CANARY  # a word that stands in clear is found: the search can fail
    melding.save()
    assert tables_with(CANARY) == ["cases_wmonotification"]


def tables_with(word):
    """Every table of the database in which the word stands, whatever the column."""
    found = []
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            cursor.execute(f'SELECT * FROM "{table}"')
            if any(word.encode() in as_bytes(value) for row in cursor.fetchall() for value in row):
                found.append(table)
    return found


def as_bytes(value):
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
