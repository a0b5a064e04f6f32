"""The pages of the letters about the term (AB-24)."""

import pytest
from django.urls import reverse

from cases.decisions import services
from cases.decisions.models import TermLetter
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.cases.decisions.acting import DAY, TODAY, pause
from tests.factories.decisions import ApplicationFactory, PauseFactory


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


def url(name, *args):
    return reverse(name, args=args)


def test_from_the_term_to_the_letter_and_its_pdf(worker, application, cast):
    made = pause(application, cast.handler)
    address = url("pause-letter", application.pk, made.pk)
    assert address in worker.get(url("application-detail", application.pk)).content.decode()

    page = worker.get(address)
    assert "Uw polis." in text_of(page)
    answer = worker.post(address, answers_in(page) | {"way": "post"}, follow=True)

    assert "Verstuurd op ma 23 november" in text_of(answer)
    sent = TermLetter.objects.get()
    file = url("term-letter-pdf", application.pk, sent.pk)
    assert file in answer.content.decode()
    assert worker.post(file).url == f"{address}#pdf"
    assert url("term-letter-pdf", application.pk, made.pk) != file
    assert worker.get(url("term-letter-pdf", application.pk, made.pk)).status_code == 404


def test_the_letter_about_a_delay(worker, application, cast):
    address = url("delay-letter", application.pk)
    assert worker.get(address).status_code == 404
    services.name_delay(
        application_id=application.pk, promised_on=TODAY + 20 * DAY, told_on=TODAY, by=cast.handler
    )
    assert address in worker.get(url("application-detail", application.pk)).content.decode()

    answer = worker.post(address, answers_in(worker.get(address)) | {"way": "handed"}, follow=True)

    sent = TermLetter.objects.get()
    assert "persoonlijk gegeven" in text_of(answer)
    asked = worker.post(url("term-letter-pdf", application.pk, sent.pk))
    assert asked.url == f"{address}#pdf"


def test_without_a_way_the_letter_stays(worker, application, cast):
    made = pause(application, cast.handler)
    address = url("pause-letter", application.pk, made.pk)

    answer = worker.post(address, answers_in(worker.get(address)))

    assert "way" in errors_of(answer)
    assert not TermLetter.objects.exists()


def test_a_letter_that_was_never_sent_has_no_button_once_the_term_runs(worker, application):
    made = PauseFactory(application=application, asked_on=TODAY - DAY, ended_on=TODAY)

    page = worker.get(url("pause-letter", application.pk, made.pk))

    assert "Deze brief is niet verstuurd" in text_of(page)
    assert "Vastleggen als verstuurd" not in text_of(page)


def test_a_pause_of_another_aanvraag_is_not_found(worker, application):
    other = PauseFactory(application=ApplicationFactory())

    assert worker.get(url("pause-letter", application.pk, other.pk)).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same(worker, application, cast, django_assert_num_queries, number):
    rows = [
        pause(application, cast.handler, asked=TODAY, until=TODAY + DAY)
        if not day
        else PauseFactory(
            application=application, asked_on=TODAY + day * DAY, until_on=TODAY + (day + 1) * DAY
        )
        for day in range(number)
    ]
    address = url("pause-letter", application.pk, rows[0].pk)
    worker.get(address)

    with django_assert_num_queries(12):
        worker.get(address)
