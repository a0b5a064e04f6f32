"""The pages: who reads what, nothing lost, the same number of queries for many rows."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from cases.decisions.models import Application, Decision, Objection, Provision
from clusters.models import Role
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.cases.decisions.acting import DAY, TODAY, decide, revise, send, written
from tests.factories.clusters import MembershipFactory, TeamFactory
from tests.factories.decisions import (
    ApplicationFactory,
    DecisionFactory,
    ObjectionFactory,
    PauseFactory,
    ProvisionFactory,
    version_of,
)
from tests.factories.mandates import MandateFactory, ProviderFactory

CANARY = "Kanariebesluit"


def url(name, *args):
    return reverse(name, args=args)


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


def test_from_the_melding_to_a_letter_that_was_sent(worker, melding, cast, product, mandate):
    version_of(melding)
    provider = ProviderFactory()
    panel = worker.get(url("application-panel", melding.pk)).content.decode()
    assert url("application-new", melding.pk) in panel
    page = worker.get(url("application-new", melding.pk))
    worker.post(url("application-new", melding.pk), answers_in(page) | {"ground": "form"})
    made = Application.objects.get()
    edit = url("decision-edit", made.pk)
    sent = answers_in(worker.get(edit)) | {"outcome": "granted", "motivation": "U redt het niet."}
    worker.post(edit, sent)
    add = url("provision-new", made.pk)
    line = answers_in(worker.get(add)) | {
        "is_granted": "ja",
        "product": product.pk,
        "volume": "2,5",
        "frequency": "week",
        "since": "2026-11-23",
        "until": "2027-11-22",
        "provider": provider.pk,
    }
    worker.post(add, line)
    page = worker.get(url("application-detail", made.pk))
    assert "Besluit nemen" in page.content.decode()
    assert mandate.reference in text_of(page)

    version = Decision.objects.get().version
    letter = worker.post(url("decision-take", made.pk), {"version": version}, follow=True)
    assert "2,5 minuten per week" in text_of(letter)
    assert "maandag 4 januari 2027" in text_of(letter)
    worker.post(url("decision-letter", made.pk), answers_in(letter) | {"way": "post"})

    assert Application.objects.get().state == "sent"
    panel = worker.get(url("application-panel", melding.pk))
    assert "besluit verstuurd" in text_of(panel)


def test_outside_the_mandate_the_page_says_which_is_lacking(worker, application, cast, product):
    MandateFactory(holder=cast.handler, products=[product], until=TODAY - DAY)
    written(application, cast.handler, product)

    page = worker.get(url("application-detail", application.pk))

    assert "U mag dit niet zelf besluiten" in text_of(page)
    assert "eindigde op 22-11-2026" in text_of(page)
    assert "Besluit nemen" not in page.content.decode()
    number = Decision.objects.get().version
    refused = worker.post(url("decision-take", application.pk), {"version": number}, follow=True)
    assert "buiten het mandaat" in text_of(refused)
    assert Application.objects.get().state == "open"


@pytest.mark.parametrize("person", ["team_worker", "team_manager"])
def test_the_team_sees_the_term_and_not_a_word_of_it(as_user, cast, application, person):
    PauseFactory(application=application, words=CANARY, asked_on=TODAY - DAY)
    DecisionFactory(application=application, motivation=CANARY)

    page = as_user(getattr(cast, person)).get(url("application-detail", application.pk))

    assert "Stil tot en met" in text_of(page) or "stil tot en met" in text_of(page)
    assert CANARY not in page.content.decode()


def test_the_stadhuis_reads_the_report_it_must_decide_on(as_user, application):
    hall = TeamFactory(code="stadhuis", kind="city_hall_team")
    person = MembershipFactory(role=Role.CITY_HALL_TEAM, team=hall).user
    Application.objects.update(desk=hall, handler=person)

    client = as_user(person)

    page = client.get(url("application-detail", application.pk)).content.decode()
    assert url("application-report", application.pk) in page
    assert url("notification-detail", application.notification_id) not in page
    assert client.get(url("application-report", application.pk)).status_code == 200
    assert AuditEvent.objects.filter(code="application.report_read").count() == 1
    assert "Doorgeven" in page


def test_a_colleague_who_was_first_stands_beside_what_was_typed(worker, application):
    edit = url("decision-edit", application.pk)
    first, second = answers_in(worker.get(edit)), answers_in(worker.get(edit))
    mine = {"outcome": "granted", "motivation": "Van mij."}
    worker.post(edit, first | {"outcome": "granted", "motivation": "Van de collega."})

    answer = worker.post(edit, second | mine)

    html = answer.content.decode()
    assert "Van de collega." in html
    assert "Van mij." in html
    worker.post(edit, answers_in(answer) | {"outcome": "granted"})
    kept = Decision.objects.select_related("application").get()
    assert kept.motivation == "Van mij."


def test_a_second_person_agrees_on_the_page(as_user, application, cast, product):
    MandateFactory(holder=cast.handler, products=[product], needs_second=True)
    MandateFactory(holder=cast.team_worker, products=[product])
    written(application, cast.handler, product)
    client = as_user(cast.handler)
    page = client.get(url("application-detail", application.pk))
    assert "Besluit nemen" not in page.content.decode()
    offer = url("decision-offer", application.pk)
    sent = answers_in(client.get(offer)) | {"second": cast.team_worker.pk}
    client.post(offer, sent)

    second = as_user(cast.team_worker)
    page = second.get(url("application-detail", application.pk))
    assert "Akkoord: dit is het besluit" in page.content.decode()
    assert (
        application.resident.name
        in second.get(url("application-list") + "?selectie=beoordelen").content.decode()
    )
    second.post(url("decision-agree", application.pk), answers_in(page))

    assert Application.objects.get().state == "decided"


def test_a_page_without_a_version_decides_nothing(worker, application, cast, product, mandate):
    written(application, cast.handler, product)

    for version in ("", "x", "9" * 30, "-1"):
        answer = worker.post(
            url("decision-take", application.pk), {"version": version}, follow=True
        )
        assert "Open de pagina opnieuw" in text_of(answer)
    assert Application.objects.get().state == "open"


def test_scripts_and_long_words_are_text(worker, application):
    words = "<script>alert(1)</script>" + "x" * 5000
    DecisionFactory(application=application, motivation=words)

    assert (
        "<script>alert"
        not in worker.get(url("application-detail", application.pk)).content.decode()
    )


def test_a_form_that_is_refused_keeps_what_was_typed(worker, application):
    address = url("application-pause", application.pk)
    sent = answers_in(worker.get(address)) | {
        "ground": "incomplete",
        "until_on": "2026-11-01",
        "words": "Uw polis en uw huurcontract.",
    }

    answer = worker.post(address, sent)

    assert "until_on" in errors_of(answer)
    assert "Uw polis en uw huurcontract." in answer.content.decode()


def test_a_part_of_another_aanvraag_is_not_found(worker, application, cast, noord):
    other = ApplicationFactory()
    pause = PauseFactory(application=other)
    objection = ObjectionFactory()
    line = ProvisionFactory(decision__application=other)

    for name, part in (
        ("application-resume", pause),
        ("objection-decide", objection),
        ("objection-postpone", objection),
        ("provision-delivery", line),
    ):
        assert worker.get(url(name, application.pk, part.pk)).status_code == 404
    worker.post(url("provision-remove", application.pk, line.pk))
    assert Provision.objects.filter(pk=line.pk).exists()


def test_before_there_is_a_decision_there_is_no_letter(worker, application):
    assert worker.get(url("decision-letter", application.pk)).status_code == 404
    DecisionFactory(application=application)
    assert worker.get(url("decision-letter", application.pk)).status_code == 404


def test_changed_from_the_page_and_both_pages_say_so(worker, application, cast, product, mandate):
    written(application, cast.handler, product)
    decide(application, cast.handler)
    send(application, cast.handler)
    first = url("application-detail", application.pk)
    address = url("decision-revise", application.pk)
    assert address in worker.get(first).content.decode()

    page = worker.get(address)
    worker.post(address, answers_in(page) | {"ground": "no_need"})
    made = Application.objects.get(ground="revision")
    page = worker.get(first)
    assert url("application-detail", made.pk) in page.content.decode()
    assert address not in page.content.decode()
    typed = {
        "outcome": "withdrawn",
        "hearing": "declined",
        "effective_on": "2026-11-30",
        "motivation": CANARY,
    }
    edit = url("decision-edit", made.pk)
    worker.post(edit, answers_in(worker.get(edit)) | typed)
    page = worker.get(url("application-detail", made.pk))
    assert "Wat eerder is toegekend" in text_of(page)
    assert "onze eigen norm" in text_of(page)
    version = Decision.objects.get(application=made).version
    letter = worker.post(url("decision-take", made.pk), {"version": version}, follow=True)
    assert "de laatste dag is zondag 29 november 2026" in text_of(letter)
    worker.post(url("decision-letter", made.pk), answers_in(letter) | {"way": "post"})

    page = worker.get(first)
    assert "Eerder besluit ingetrokken vanaf ma 30 november" in text_of(page)
    assert "Laatste dag door het nieuwe besluit: zo 29 november" in text_of(page)
    assert address not in page.content.decode()


def test_a_change_is_stopped_with_a_reason(worker, application, cast, product, mandate):
    written(application, cast.handler, product)
    decide(application, cast.handler)
    send(application, cast.handler)
    made = revise(application, cast.handler)
    address = url("application-withdraw", made.pk)
    page = worker.get(address)
    assert "Besluit niet wijzigen" in text_of(page)

    worker.post(address, answers_in(page) | {"reason": "Toch nodig."})

    assert Application.objects.get(pk=made.pk).state == "withdrawn"
    assert Decision.objects.get().replaced_by is None


def test_an_objection_on_the_page(worker, application, cast, product, mandate):
    written(application, cast.handler, product)
    decide(application, cast.handler)
    send(application, cast.handler)
    address = url("objection-new", application.pk)
    worker.post(address, answers_in(worker.get(address)) | {"words": CANARY})

    page = worker.get(url("application-detail", application.pk))

    assert CANARY in text_of(page)
    assert "Beslissen uiterlijk ma 15 februari 2027" in text_of(page)
    made = Objection.objects.get()
    listed = worker.get(url("application-list") + "?selectie=bezwaar")
    assert application.resident.name in listed.content.decode()
    address = url("objection-decide", application.pk, made.pk)
    worker.post(address, {"outcome": "rejected", "decided_on": "2026-11-23"})
    assert Objection.objects.get().outcome == "rejected"
