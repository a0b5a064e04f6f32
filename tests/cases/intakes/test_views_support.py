"""The pages of cliëntondersteuning, and what the melding shows of it."""

import pytest
from django.urls import reverse

from cases.models import ClientSupport, Paper
from cases.papers.tasks import make_papers
from tests.cases.callbacks.pages import TOO_LONG, answers_in, errors_of, text_of
from tests.cases.intakes.test_services_supporting import TODAY, consent_of, mee, mine, offer
from tests.factories.intakes import SupportFactory

__all__ = ["mee", "mine"]

pytestmark = pytest.mark.usefixtures("monday")


def url_of(notification, name="notification-support"):
    return reverse(name, args=[notification.pk])


def test_offer_ask_and_read_back(mine, cast, as_user):
    client = as_user(cast.handler)
    assert "Nog niet aangeboden" in text_of(client.get(url_of(mine, "notification-detail")))
    sent = answers_in(client.get(url_of(mine))) | {"choice": "yes", "kind": "volunteer"}
    shown = text_of(client.post(url_of(mine), sent, follow=True))
    assert "Ja, Vrijwilliger (OCO Almere) (aangeboden op 23-11-2026)" in shown
    ask = url_of(mine, "notification-support-request")
    assert client.get(url_of(mine, "notification-support-pdf")).status_code == 404
    form = answers_in(client.get(ask)) | {"way": "post"}
    assert "geen toestemming" in text_of(client.post(ask, form))
    consent_of(mine)

    after = client.post(ask, form, follow=True)

    assert "Verstuurd op" in text_of(after)
    make_papers()
    assert client.get(url_of(mine, "notification-support-pdf")).content == (
        Paper.objects.get(kind="support_request").open()
    )
    assert "Verzoek verstuurd op" in text_of(client.get(url_of(mine, "notification-detail")))


def test_later_is_shown_when_it_is_due(mine, cast, as_user):
    SupportFactory(notification=mine, choice="later", kind="", ask_again_on=TODAY)

    shown = text_of(as_user(cast.handler).get(url_of(mine, "notification-detail")))

    assert "Vraag het nu opnieuw" in shown


def test_a_conflict_is_shown_when_it_came_about_elsewhere(mine, cast, mee, as_user):
    SupportFactory(notification=mine, kind="professional", supporter=cast.handler)

    shown = text_of(as_user(cast.handler).get(url_of(mine, "notification-detail")))

    assert "De behandelaar kan hier geen cliëntondersteuner zijn" in shown


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"choice": ""}, "choice"),
        ({"choice": "<script>"}, "choice"),
        ({"offered_on": TOO_LONG}, "offered_on"),
        ({"choice": "later"}, "ask_again_on"),
        ({"choice": "yes"}, "kind"),
        ({"supporter": "999999"}, "supporter"),
    ],
)
def test_a_fault_is_told_and_everything_stays(mine, cast, as_user, typed, field):
    client = as_user(cast.handler)
    sent = answers_in(client.get(url_of(mine))) | {"choice": "no"} | typed

    answer = client.post(url_of(mine), sent)

    assert field in errors_of(answer)
    assert b"<script>alert" not in answer.content
    assert not ClientSupport.objects.exists()


def test_two_colleagues_at_once_see_both(mine, cast, as_user):
    client = as_user(cast.handler)
    sent = answers_in(client.get(url_of(mine))) | {"choice": "no"}
    offer(mine, cast.handler)

    answer = client.post(url_of(mine), sent)

    assert "Bewaard door een collega: Ja, Vrijwilliger" in text_of(answer)
    client.post(url_of(mine), answers_in(answer))
    assert ClientSupport.objects.get().choice == "no"


@pytest.mark.parametrize("person", ["outsider_worker", "contact_centre", "client_support"])
def test_nobody_else_comes_in(mine, cast, as_user, person):
    SupportFactory(notification=mine)
    client = as_user(getattr(cast, person))

    for name in ("notification-support", "notification-support-request"):
        assert client.get(url_of(mine, name)).status_code == 404
