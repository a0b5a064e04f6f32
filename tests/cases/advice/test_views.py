"""The pages: who reads what, nothing lost, the same number of queries for many rows."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from cases.advice.models import AdviceRequest
from cases.models import Consent
from tests.cases.advice.conftest import seat
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.factories.advice import AdviceFactory
from tests.factories.cases import MONDAY
from tests.factories.dossiers import HelpRequestFactory

CANARY = "Kanarieindevraag"


def url(name, *args):
    return reverse(f"advice-{name}", args=args)


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


def asked(file, person, **own):
    return AdviceFactory(file=file, adviser=person, adviser_team=seat(person).team, **own)


def test_from_the_dossier_to_the_answer_and_back(as_user, cast, file, mate):
    client = as_user(cast.handler)
    panel = client.get(url("panel", file.pk)).content.decode()
    assert url("ask", file.pk) in panel
    sent = answers_in(client.get(url("ask", file.pk)))
    sent |= {"asked_of": f"collega-{seat(mate).pk}", "kind": "consult", "words": "Wat nu?"}
    for _ in range(2):
        client.post(url("ask", file.pk), sent)
    advice = AdviceRequest.objects.get()
    assert url("detail", advice.pk) in client.get(url("panel", file.pk)).content.decode()

    client = as_user(mate)
    assert f"Advies geven {advice}" in text_of(client.get("/"))
    assert "Wat nu?" in text_of(client.get(url("detail", advice.pk)))
    answered = client.post(url("answer", advice.pk), {"words": "Bel ze."}, follow=True)
    assert "Bel ze." in text_of(answered)

    client = as_user(cast.handler)
    assert f"Advies lezen {advice}" in text_of(client.get("/"))
    read = client.post(url("read", advice.pk), follow=True)
    assert "Antwoord gelezen" in text_of(read)
    assert str(advice) not in text_of(client.get("/"))


def test_without_consent_nothing_is_lost(worker, file, sst):
    words = "Wat nu? <script>alert(1)</script>"
    sent = answers_in(worker.get(url("ask", file.pk)))
    sent |= {"asked_of": f"collega-{seat(sst).pk}", "kind": "visit", "words": words}
    answer = worker.post(url("ask", file.pk), sent)

    assert "geen toestemming" in text_of(answer)
    assert errors_of(answer)
    html = answer.content.decode()
    assert "<script>alert" not in html
    assert "Wat nu? &lt;script&gt;" in html
    assert not AdviceRequest.objects.exists()


def test_scripts_in_a_question_are_text(as_user, cast, file, mate):
    advice = asked(file, mate, words="<script>alert(1)</script>", answered=True)

    for person in (mate, cast.handler):
        page = as_user(person).get(url("detail", advice.pk)).content.decode()
        assert "<script>alert" not in page


def test_who_is_asked_sees_the_question_and_not_the_dossier(as_user, file, sst, consent):
    HelpRequestFactory(file=file, words=CANARY)
    advice = asked(file, sst, consent=consent)
    client = as_user(sst)

    page = client.get(url("detail", advice.pk))
    assert "Wat raad je aan?" in text_of(page)
    assert file.resident.name in text_of(page)
    assert CANARY not in page.content.decode()
    for name in ("file-detail", "advice-panel", "advice-ask"):
        assert client.get(reverse(name, args=[file.pk])).status_code == 404
    assert client.get(reverse("resident-detail", args=[file.resident_id])).status_code == 404
    assert client.get(url("withdraw", advice.pk)).status_code == 403
    assert AuditEvent.objects.filter(code="advice.read").count() == 1


def test_an_anonymous_question_says_nothing_of_whom_it_is(as_user, cast, file, sst):
    """AV-5: no name, number of the dossier, telephone number or card, on no page."""
    type(file.resident).objects.update(name="Kanarienaam", phone="+31612340099")
    advice = asked(file, sst, shared_by="anonymous")
    client = as_user(sst)

    secrets = (
        "Kanarienaam",
        "12340099",
        str(file),
        reverse("resident-detail", args=[file.resident_id]),
    )
    pages = [url("detail", advice.pk), url("answer", advice.pk), url("list"), "/"]
    for path in pages:
        html = client.get(path).content.decode()
        assert str(advice) in html
        assert [secret for secret in secrets if secret in html] == []
    assert "Kanarienaam" in text_of(as_user(cast.handler).get(url("detail", advice.pk)))


def test_a_consent_that_was_taken_back_closes_it_and_tells_who_asked(
    as_user, cast, file, sst, consent
):
    """AV-4: at the next request."""
    advice = asked(file, sst, consent=consent)
    gone = {"withdrawn_on": MONDAY.date(), "withdrawn_by": "resident", "withdrawn_at": MONDAY}
    Consent.objects.update(**gone, withdrawn_noted_by=cast.handler)

    client = as_user(sst)
    assert client.get(url("detail", advice.pk)).status_code == 404
    assert client.post(url("answer", advice.pk), {"words": "x"}).status_code == 404
    assert str(advice) not in text_of(client.get(url("list")))
    assert str(advice) not in text_of(client.get("/"))
    page = text_of(as_user(cast.handler).get(url("detail", advice.pk)))
    assert "kan deze vraag niet meer lezen" in page


def test_of_somebody_outside_the_answer_is_noted(worker, file, consent):
    advice = AdviceFactory(file=file, consent=consent)
    page = worker.get(url("detail", advice.pk))
    assert "Antwoord noteren" in text_of(page)
    assert f"Antwoord vragen {advice}" in text_of(worker.get("/"))
    Consent.objects.update(valid_from=MONDAY.date().replace(day=1), given_on="2026-11-01")
    Consent.objects.update(valid_until="2026-11-02")
    assert "Deel niets nieuws" in text_of(worker.get(url("detail", advice.pk)))
    worker.post(url("answer", advice.pk), {"words": "Praktijk belt zelf."})
    assert AdviceRequest.objects.get().answer_words == "Praktijk belt zelf."


def test_the_lists(as_user, cast, file, mate):
    mine, done = asked(file, mate), asked(file, mate, answered=True)
    client = as_user(mate)

    assert str(mine) in text_of(client.get(url("list")))
    assert str(done) not in text_of(client.get(url("list")))
    answered = text_of(client.get(url("list") + "?selectie=beantwoord"))
    assert str(done) in answered
    assert str(mine) not in answered
    page = text_of(as_user(cast.handler).get(url("list") + "?selectie=dossiers"))
    assert str(mine) in page
    assert str(done) in page
    assert "Er wacht geen adviesvraag" in text_of(as_user(cast.handler).get(url("list")))


def test_the_figures_of_a_year(as_user, cast, file, mate):
    asked(file, mate, kind="training")
    client = as_user(cast.team_manager)

    assert "In 2026 is 1 keer advies gevraagd." in text_of(client.get(url("figures")))
    empty = text_of(client.get(url("figures") + "?jaar=2024"))
    assert "In 2024 is geen advies gevraagd." in empty
    assert "In 2026" in text_of(client.get(url("figures") + "?jaar=x"))
    assert file.resident.name not in text_of(client.get(url("figures")))


@pytest.mark.parametrize("count", [1, 5])
def test_a_list_costs_the_same_for_many_rows(as_user, file, mate, count, django_assert_num_queries):
    for _ in range(count):
        asked(file, mate)
    client = as_user(mate)

    with django_assert_num_queries(9):
        client.get(url("list"))


@pytest.mark.parametrize("count", [1, 5])
def test_a_panel_costs_the_same_for_many_rows(worker, file, mate, count, django_assert_num_queries):
    for _ in range(count):
        asked(file, mate)

    with django_assert_num_queries(10):
        worker.get(url("panel", file.pk))


@pytest.mark.parametrize("count", [1, 5])
def test_home_costs_the_same_for_many_rows(as_user, file, mate, count, django_assert_num_queries):
    for _ in range(count):
        asked(file, mate)
    client = as_user(mate)
    client.get("/")

    with django_assert_num_queries(11):
        client.get("/")


@pytest.mark.parametrize(("name", "queries"), [("detail", 11), ("ask", 15)])
def test_a_page_costs_few_queries(
    as_user, cast, file, mate, name, queries, django_assert_num_queries
):
    advice = asked(file, mate)
    client = as_user(mate if name == "detail" else cast.handler)

    with django_assert_num_queries(queries):
        client.get(url(name, advice.pk if name == "detail" else file.pk))
