"""The pages: who reads what, nothing lost, the same number of queries for many rows."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from cases.matching.models import MatchRequest
from cases.models import Consent
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.factories.cases import MONDAY
from tests.factories.community import OfferFactory
from tests.factories.dossiers import HelpRequestFactory
from tests.factories.matching import MatchFactory

CANARY = "Kanarieindevraag"


def url(name, *args):
    return reverse(f"match-{name}", args=args)


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


def asking(question, offer=None):
    query = f"?aanbod={offer.pk}" if offer else ""
    return url("ask", question.file_id, question.pk) + query


def test_from_the_dossier_to_a_match_and_back(as_user, cast, question, mate):
    client = as_user(cast.handler)
    page = client.get(reverse("file-detail", args=[question.file_id]))
    assert asking(question) in page.content.decode()
    form = client.get(asking(question))
    sent = answers_in(form) | {"asked_of": str(mate.pk), "words": "Een maatje.", "urgency": "soon"}
    for _ in range(2):
        client.post(asking(question), sent)
    match = MatchRequest.objects.get()
    panel = client.get(url("panel", question.file_id)).content.decode()
    assert url("detail", match.pk) in panel

    client = as_user(mate)
    assert "Een maatje." in text_of(client.get(url("detail", match.pk)))
    assert client.get(reverse("file-question-new", args=[question.file_id])).status_code == 403
    client.post(url("take", match.pk))
    found = {"matched_with": "De Schoor", "first_contact_on": "23-11-2026", "words": ""}
    answered = client.post(url("found", match.pk), found, follow=True)
    assert "De Schoor" in text_of(answered)

    client = as_user(cast.handler)
    client.post(url("arrival", match.pk), {"came": "yes", "words": ""})
    assert MatchRequest.objects.get().state == "arrived"


def test_without_consent_nothing_is_lost(worker, question, near):
    words = "Een maatje <script>alert(1)</script>"
    sent = answers_in(worker.get(asking(question)))
    sent |= {"asked_of": str(near.pk), "words": words, "urgency": "soon"}
    answer = worker.post(asking(question), sent)

    assert "geen toestemming" in text_of(answer)
    assert errors_of(answer)
    html = answer.content.decode()
    assert "<script>alert" not in html
    assert "Een maatje &lt;script&gt;" in html
    assert not MatchRequest.objects.exists()


def test_scripts_in_a_request_are_text(as_user, cast, question, mate):
    match = MatchFactory(
        question=question, coordinator=mate, words="<script>alert(1)</script>", matched=True
    )
    match.keep_answer("<script>alert(2)</script>")
    match.save()

    for person in (mate, cast.handler):
        page = as_user(person).get(url("detail", match.pk)).content.decode()
        assert "<script>alert" not in page


def test_ten_thousand_characters_come_back(worker, question, mate):
    words = "x" * 10_000
    sent = answers_in(worker.get(asking(question)))
    answer = worker.post(asking(question), sent | {"asked_of": str(mate.pk), "words": words})

    assert {"words", "urgency"} <= set(errors_of(answer))
    assert words in answer.content.decode()


def test_a_question_of_another_dossier_is_not_found_here(worker, file):
    other = HelpRequestFactory()
    assert worker.get(url("ask", file.pk, other.pk)).status_code == 404
    assert worker.post(url("ask", file.pk, other.pk), {}).status_code == 404


def test_the_coordinator_sees_the_request_and_not_the_dossier(
    as_user, cast, question, far, consent
):
    question.keep(CANARY)
    question.save()
    match = MatchFactory(question=question, coordinator=far, consent=consent)
    client = as_user(far)

    page = client.get(url("detail", match.pk))
    assert "Een maatje." in text_of(page)
    assert CANARY not in page.content.decode()
    assert client.get(reverse("file-detail", args=[question.file_id])).status_code == 404
    assert client.get(url("panel", question.file_id)).status_code == 404
    assert client.get(reverse("resident-detail", args=[match.resident_id])).status_code == 404
    assert AuditEvent.objects.filter(code="match.read").count() == 1


def test_a_consent_that_was_taken_back_closes_it_and_tells_who_asked(
    as_user, cast, question, far, consent
):
    match = MatchFactory(question=question, coordinator=far, consent=consent)
    gone = {"withdrawn_on": MONDAY.date(), "withdrawn_by": "resident", "withdrawn_at": MONDAY}
    Consent.objects.update(**gone, withdrawn_noted_by=cast.handler)

    client = as_user(far)
    assert client.get(url("detail", match.pk)).status_code == 404
    assert client.post(url("take", match.pk)).status_code == 404
    assert str(match) not in text_of(client.get(url("list")))
    assert "geldt niet meer" in text_of(as_user(cast.handler).get(url("detail", match.pk)))


def test_who_is_late_reads_who_was_first(as_user, question, near, mate, consent):
    match = MatchFactory(question=question, coordinator=None, of_everybody=True, consent=consent)
    as_user(near).post(url("take", match.pk))

    answer = as_user(mate).post(url("take", match.pk), follow=True)
    assert f"{near} pakte deze vraag al op" in text_of(answer)
    assert as_user(mate).get(url("detail", match.pk)).status_code == 403


def test_the_lists(as_user, cast, question, mate):
    mine = MatchFactory(question=question, coordinator=mate)
    done = MatchFactory(question=question, coordinator=mate, refused=True)
    client = as_user(mate)

    assert str(mine) in text_of(client.get(url("list")))
    assert str(done) not in text_of(client.get(url("list")))
    answered = text_of(client.get(url("list") + "?selectie=beantwoord"))
    assert str(done) in answered
    assert str(mine) not in answered
    page = text_of(as_user(cast.handler).get(url("list") + "?selectie=dossiers"))
    assert str(mine) in page
    assert str(done) in page
    assert "wacht geen vraag" in text_of(as_user(cast.handler).get(url("list")))


def test_from_an_offer_to_the_question_it_is_for(worker, question, mate):
    offer = OfferFactory(name="Maatjesproject")
    assert (
        url("offer", offer.pk)
        in worker.get(reverse("offer-detail", args=[offer.pk])).content.decode()
    )
    page = worker.get(url("offer", offer.pk)).content.decode()
    assert asking(question, offer) in page

    form = worker.get(asking(question, offer))
    assert "Maatjesproject" in text_of(form)
    sent = answers_in(form) | {"asked_of": str(mate.pk), "words": "x", "urgency": "soon"}
    worker.post(asking(question, offer), sent)
    assert MatchRequest.objects.get().offer == offer
    for number in ("x", "9" * 30, OfferFactory(stopped=True).pk):
        page = worker.get(asking(question) + f"?aanbod={number}")
        assert "Aanbod van de sociale kaart" not in text_of(page)


def test_an_offer_without_a_question_says_so(as_user, cast):
    offer = OfferFactory()
    assert "loopt nu geen hulpvraag" in text_of(as_user(cast.handler).get(url("offer", offer.pk)))


@pytest.mark.parametrize("count", [1, 5])
def test_a_list_costs_the_same_for_many_rows(
    as_user, question, mate, count, django_assert_num_queries
):
    for _ in range(count):
        MatchFactory(question=HelpRequestFactory(file=question.file), coordinator=mate)
    client = as_user(mate)

    with django_assert_num_queries(9):
        client.get(url("list"))


@pytest.mark.parametrize("count", [1, 5])
def test_a_panel_costs_the_same_for_many_rows(
    worker, question, mate, count, django_assert_num_queries
):
    for _ in range(count):
        MatchFactory(question=question, coordinator=mate)

    with django_assert_num_queries(10):
        worker.get(url("panel", question.file_id))


def test_a_request_costs_few_queries(as_user, question, mate, django_assert_num_queries):
    match = MatchFactory(question=question, coordinator=mate)
    client = as_user(mate)

    with django_assert_num_queries(10):
        client.get(url("detail", match.pk))
