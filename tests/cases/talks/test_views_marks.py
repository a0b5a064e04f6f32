"""At the table: known already, not asked again, until somebody says why it is (GES-10)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from cases.models import Consent, KitchenTableTalk, ProfessionalAssessment
from cases.talks.drafting import draft_of
from cases.talks.services import lift_mark
from common.errors import RuleViolation
from tests.factories.cases import MONDAY
from tests.factories.procedures import AssessmentFactory, ProcedureFactory
from tests.factories.talks import CardFactory, domain

KNOWN, WHY = "Kan de <b>trap</b> niet op.", "De inwoner begon er zelf over."
MARK = "Bekend van wijkverpleegkundige Van Loon (Zorggroep), 3 november 2026"


@pytest.fixture
def marked(held):
    """The talk, of which a wijkverpleegkundige knows about living and about money."""
    procedure = ProcedureFactory(notification=held.notification)
    for code in ("wonen", "geld"):
        AssessmentFactory(procedure=procedure, domain=domain(code), known=KNOWN)
    return KitchenTableTalk.objects.select_related("notification").get(pk=held.pk)


@pytest.fixture
def lift(marked, cast):
    def lifted(reason=WHY, **own):
        facts = {"talk_id": marked.pk, "domain_code": "wonen", "by": cast.handler}
        return lift_mark(reason=reason, **facts | own)

    return lifted


def cards(talk):
    return reverse("talk-cards", args=[talk.pk])


def address(talk, code="wonen"):
    return reverse("talk-lift-mark", args=[talk.pk, code])


def test_the_card_says_from_whom_and_when_and_what(marked, cast, as_user):
    page = as_user(cast.handler).get(cards(marked)).content.decode()

    assert page.count(f"{MARK} – niet opnieuw vragen") == 2
    assert "Kan de &lt;b&gt;trap&lt;/b&gt; niet op." in page
    assert address(marked) in page


def test_lifted_with_a_reason_it_stays_readable(marked, cast, as_user):
    client = as_user(cast.handler)
    assert WHY not in client.get(address(marked)).content.decode()

    done = client.post(address(marked), {"reason": WHY})

    assert done.url == cards(marked) + "#wonen"
    page = client.get(cards(marked)).content.decode()
    assert f"{MARK} – toch besproken" in page
    assert WHY in page
    assert page.count("Kan de &lt;b&gt;trap") == 2
    row = ProfessionalAssessment.objects.get(domain__code="wonen")
    assert WHY.encode() not in bytes(row.lift_reason)
    assert WHY not in str(vars(AuditEvent.objects.get(code="procedure.mark_lifted")))


def test_without_a_reason_nothing_happens(marked, cast, as_user):
    page = as_user(cast.handler).post(address(marked), {"reason": "  "})

    assert "Schrijf op waarom u dit toch bespreekt." in page.content.decode()
    assert not ProfessionalAssessment.objects.filter(lifted_at__isnull=False).exists()


def test_too_long_a_reason_comes_back(marked, cast, as_user):
    long = "x" * 10_000

    assert long in as_user(cast.handler).post(address(marked), {"reason": long}).content.decode()


def test_twice_is_once_and_another_reason_is_said(lift):
    assert lift() == lift()
    assert AuditEvent.objects.filter(code="procedure.mark_lifted").count() == 1

    with pytest.raises(RuleViolation, match="schreef al op"):
        lift("Een andere reden.")


def test_the_service_wants_a_reason_too(lift):
    with pytest.raises(RuleViolation, match="waarom"):
        lift(" ")


def test_not_after_the_end(lift, marked):
    KitchenTableTalk.objects.update(state="concluded", ended_at=marked.held_at)

    with pytest.raises(RuleViolation):
        lift()


def test_who_is_not_at_the_table_finds_no_talk(lift, marked, cast, as_user):
    for person in (cast.team_worker, cast.team_manager, cast.outsider_worker):
        assert as_user(person).get(address(marked)).status_code == 404
        with pytest.raises(KitchenTableTalk.DoesNotExist):
            lift(by=person)


@pytest.mark.parametrize("code", ["lichaam", "bestaat-niet"])
def test_what_nobody_knew_has_no_mark(marked, cast, as_user, code):
    assert as_user(cast.handler).get(address(marked, code)).status_code == 404


def test_what_has_no_card_is_shown_all_the_same(marked, cast, as_user):
    AssessmentFactory(
        procedure=marked.notification.short_procedure, domain=domain("lichaam"), known="Wond."
    )

    assert "Wond." in as_user(cast.handler).get(cards(marked)).content.decode()


def test_after_the_end_it_is_read_back(marked, cast, as_user):
    KitchenTableTalk.objects.update(state="concluded", ended_at=marked.held_at)

    page = as_user(cast.handler).get(cards(marked)).content.decode()

    assert page.count("Kan de &lt;b&gt;trap") == 2
    assert address(marked) not in page


@pytest.mark.parametrize("codes", [["geest"], ["geest", "zelfzorg", "netwerk", "meedoen"]])
def test_marks_cost_one_query(held, cast, as_user, codes, django_assert_num_queries):
    procedure = ProcedureFactory(notification=held.notification)
    for code in codes:
        CardFactory(talk=held, domain=domain(code))
        AssessmentFactory(procedure=procedure, domain=domain(code))
    client = as_user(cast.handler)

    # the cards of an ordinary melding (12), and the marks
    with django_assert_num_queries(13):
        client.get(cards(held))


def test_the_report_names_the_source_and_leaves_out_what_was_lifted(marked, lift):
    lift()

    draft = draft_of(marked)

    assert draft["step2"] == f"Geld en administratie\n{MARK}:\n{KNOWN}"
    assert "3 november 2026" in draft["f"]
    assert "toestemming" in draft["f"]


def test_the_report_of_an_ordinary_melding_says_nothing_of_it(held):
    assert (draft_of(held)["step2"], draft_of(held)["f"]) == ("", "")


@pytest.mark.parametrize("days", [0, 1])
def test_from_the_day_of_withdrawal_the_text_is_hidden(marked, cast, as_user, days):
    day = MONDAY.date() + timedelta(days=days)
    who = {"withdrawn_by": "resident", "withdrawn_at": MONDAY, "withdrawn_noted_by": cast.handler}
    Consent.objects.update(withdrawn_on=day, **who)
    client = as_user(cast.handler)

    pages = [client.get(where).content.decode() for where in (cards(marked), address(marked))]

    for page in pages:
        assert ("&lt;b&gt;trap" in page) == bool(days)
        assert ("toestemming ingetrokken op 23 november 2026" in page) != bool(days)
        assert ("niet opnieuw vragen" in page) == bool(days)
    assert bool(draft_of(marked)["step2"]) == bool(draft_of(marked)["f"]) == bool(days)
