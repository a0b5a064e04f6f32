"""The pages: who reads what, nothing lost, the same number of queries for many rows."""

import pytest
from django.urls import reverse

from cases.models import Consent
from cases.referrals.models import Referral
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.factories.cases import MONDAY
from tests.factories.dossiers import HelpRequestFactory
from tests.factories.referrals import ReferralFactory


def url(name, *args):
    return reverse(f"referral-{name}", args=args)


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


def test_from_the_question_to_the_answer(worker, question, consent):
    new = url("new", question.file_id, question.pk)
    page = worker.get(reverse("file-detail", args=[question.file_id])).content.decode()
    assert new in page
    sent = answers_in(worker.get(new))
    sent |= {"asked_of": "buiten", "kind_of_recipient": "schuldhulp"}
    sent |= {"organisation": "Schuldhulp <script>", "words": "Te veel schuld."}
    for _ in range(2):
        worker.post(new, sent)
    referral = Referral.objects.get()
    panel = worker.get(url("panel", question.file_id)).content.decode()
    assert url("detail", referral.pk) in panel
    assert "Schuldhulp &lt;script&gt;" in panel

    assert f"Is het aangekomen? {referral}" in text_of(worker.get("/"))
    wrong = worker.post(url("follow-up", referral.pk), {"came": "later"})
    assert errors_of(wrong)
    worker.post(url("follow-up", referral.pk), {"came": "later", "again_on": "01-12-2026"})
    answer = {"came": "yes", "words": "Gesprek gehad."}
    done = worker.post(url("follow-up", referral.pk), answer, follow=True)
    assert "Gesprek gehad." in text_of(done)
    assert str(referral) not in text_of(worker.get("/"))


def test_without_consent_nothing_is_lost(worker, question):
    new = url("new", question.file_id, question.pk)
    sent = answers_in(worker.get(new)) | {"asked_of": "buiten", "kind_of_recipient": "oco"}
    answer = worker.post(new, sent | {"organisation": "MEE", "words": "Wat ik typte."})

    assert "geen toestemming" in text_of(answer)
    assert "Wat ik typte." in answer.content.decode()
    assert not Referral.objects.exists()


def test_a_consent_that_was_taken_back_is_said(worker, cast, question):
    """VW-2."""
    referral = ReferralFactory(question=question)
    gone = {"withdrawn_on": MONDAY.date(), "withdrawn_by": "resident", "withdrawn_at": MONDAY}
    assert "Deel niets nieuws" not in text_of(worker.get(url("detail", referral.pk)))
    Consent.objects.update(**gone, withdrawn_noted_by=cast.handler)
    assert "Deel niets nieuws" in text_of(worker.get(url("detail", referral.pk)))


def test_it_is_given_up_with_a_reason(worker, question):
    referral = ReferralFactory(question=question)
    assert errors_of(worker.post(url("give-up", referral.pk), {"words": ""}))
    done = worker.post(url("give-up", referral.pk), {"words": "Verhuisd."}, follow=True)
    assert "Losgelaten" in text_of(done)


def test_a_question_of_another_dossier_is_not_found_here(worker, file):
    other = HelpRequestFactory()
    assert worker.get(url("new", file.pk, other.pk)).status_code == 404


@pytest.mark.parametrize("count", [1, 5])
def test_a_panel_costs_the_same_for_many_rows(worker, question, count, django_assert_num_queries):
    for _ in range(count):
        ReferralFactory(question=question)

    with django_assert_num_queries(10):
        worker.get(url("panel", question.file_id))


def test_a_referral_costs_few_queries(worker, question, django_assert_num_queries):
    referral = ReferralFactory(question=question)

    with django_assert_num_queries(10):
        worker.get(url("detail", referral.pk))
