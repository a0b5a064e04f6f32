"""The pages: from a referrer to a sentence, who reads what, the same number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.models import Feedback
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.factories.advice import consent_for
from tests.factories.feedback import FeedbackFactory


def url(name, *args):
    return reverse(f"feedback-{name}", args=args)


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


def test_from_a_referrer_to_a_sentence(worker, file, resident):
    assert url("new", file.pk) in worker.get(url("panel", file.pk)).content.decode()
    page = worker.get(url("new", file.pk))
    told = {"referrer": "buiten", "kind_of_recipient": "huisarts", "organisation": "Praktijk Haven"}
    for _ in range(2):
        worker.post(url("new", file.pk), answers_in(page) | told)
    row = Feedback.objects.get()
    detail = worker.get(url("detail", row.pk))
    assert "Er is geen toestemming" in text_of(detail)
    assert url("send", row.pk) not in detail.content.decode()
    page = worker.get(url("send", row.pk))
    sent = answers_in(page) | {"phrase": "working", "way": "letter"}
    answer = worker.post(url("send", row.pk), sent)
    assert "geen toestemming" in str(errors_of(answer))

    consent_for(resident, "huisarts")
    assert url("send", row.pk) in worker.get(url("detail", row.pk)).content.decode()
    for _ in range(2):
        answer = worker.post(url("send", row.pk), sent)
    assert answer.url == url("detail", row.pk)
    assert "Wij zijn met de inwoner aan de slag." in text_of(worker.get(answer.url))
    timeline = text_of(worker.get(reverse("file-detail", args=[file.pk])))
    assert "Teruggekoppeld aan de verwijzer" in timeline


def test_why_not_is_kept(worker, feedback):
    page = worker.get(url("drop", feedback.pk))
    worker.post(url("drop", feedback.pk), answers_in(page) | {"why_not": "needless"})
    detail = worker.get(url("detail", feedback.pk))
    assert "hoeft niets te horen" in text_of(detail)
    assert url("drop", feedback.pk) not in detail.content.decode()


def test_nothing_typed_is_lost(worker, file):
    page = worker.get(url("new", file.pk))
    text = "Praktijk <script>alert(1)</script>"
    told = {"referrer": "buiten", "kind_of_recipient": "huisarts", "organisation": text}
    answer = worker.post(url("new", file.pk), answers_in(page) | told | {"due_on": "2020-01-01"})
    assert set(errors_of(answer)) == {"due_on"}
    assert "<script>alert" not in answer.content.decode()
    assert "Praktijk &lt;script&gt;" in answer.content.decode()


def test_mijn_werk_says_when_the_referrer_hears(worker, as_user, cast, feedback):
    found = worker.get(reverse("home")).context["lines"]
    shown = [(line.label, line.light.text) for line in found if line.label == "Terugkoppelen"]
    assert shown == [("Terugkoppelen", "Nog terugkoppelen")]
    assert "Haven" not in worker.get(reverse("home")).content.decode()
    assert as_user(cast.team_worker).get(reverse("home")).context["lines"] == []


@pytest.mark.parametrize("count", [1, 5])
def test_pages_cost_the_same_for_many_rows(worker, file, count):
    rows = [FeedbackFactory(file=file) for _ in range(count)]
    worker.get(url("panel", file.pk))
    found = []
    for address in (url("panel", file.pk), url("detail", rows[0].pk), url("new", file.pk)):
        with CaptureQueriesContext(connection) as seen:
            assert worker.get(address).status_code == 200
        found.append(len(seen))
    assert found == [10, 11, 11]
