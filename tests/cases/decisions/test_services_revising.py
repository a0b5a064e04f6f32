"""A decision that was sent is changed or withdrawn by another (AB-22, AB-23; WMO 2.3.9, 2.3.10)."""

import uuid
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from audit.models import AuditEvent
from cases.decisions import services
from cases.decisions.exporting import granted_rows
from cases.decisions.models import Application, Decision, Provision
from cases.dossiers.models import FileLine
from cases.dossiers.unfinished import unfinished
from common.errors import RuleViolation
from tests.cases.decisions.acting import (
    DAY,
    TODAY,
    change,
    decide,
    granted_before,
    object_to,
    revise,
    send,
    withdrawal,
    written,
)
from tests.factories.dossiers import FileFactory

END = TODAY + 364 * DAY


def frozen(sent):
    """Everything that stands in the rows of the earlier decision but who replaced it."""
    found = Decision.objects.filter(application=sent).values().get()
    del found["replaced_by_id"]
    return found, Provision.objects.filter(decision__application=sent).values().get()


def test_withdrawn_it_ends_on_the_day_before_and_nothing_of_it_is_rewritten(sent, cast, begun):
    before = frozen(sent)
    withdrawal(begun, cast.handler, TODAY + 7 * DAY)
    decide(begun, cast.handler)
    assert granted_before(sent).last_day == END  # decided and not yet announced (AWB 3:40)

    send(begun, cast.handler)

    assert frozen(sent) == before
    line = granted_before(sent)
    assert (line.until, line.last_day, line.is_cut_short) == (END, TODAY + 6 * DAY, True)
    new = Decision.objects.get(application=begun)
    assert line.decision.replaced_by == new
    assert (new.sent_on, new.objection_until) == (TODAY, date(2027, 1, 4))
    assert AuditEvent.objects.filter(code="decision.replaced").count() == 1


def test_changed_the_new_products_stand_beside_the_old(sent, cast, begun, product, mandate):
    change(begun, cast.handler, product, TODAY + 7 * DAY)
    decide(begun, cast.handler)
    send(begun, cast.handler)

    rows = [row for _, row in granted_rows(cast.handler, TODAY)]
    told = ("besluit", "einddatum", "laatste_dag", "vervangen_door", "wijzigt")
    assert [tuple(row[name] for name in told) for row in rows] == [
        (str(sent), str(END), str(TODAY + 6 * DAY), str(begun), ""),
        (str(begun), str(TODAY + 107 * DAY), str(TODAY + 107 * DAY), "", str(sent)),
    ]


def test_what_was_sent_long_ago_and_ends_now_is_in_the_export(sent, cast, begun):
    withdrawal(begun, cast.handler)
    decide(begun, cast.handler)
    send(begun, cast.handler)
    ago = {"sent_on": TODAY - 900 * DAY, "decided_on": TODAY - 900 * DAY}
    Decision.objects.filter(application=sent).update(**ago)

    assert [row["besluit"] for _, row in granted_rows(cast.handler, TODAY)] == [str(sent)]
    Decision.objects.update(replaced_by=None)
    assert list(granted_rows(cast.handler, TODAY)) == []


def test_the_export_is_of_my_desk_only(sent, cast):
    assert [row["besluit"] for _, row in granted_rows(cast.handler, TODAY)] == [str(sent)]

    assert list(granted_rows(cast.outsider_worker, TODAY)) == []
    Application.objects.update(desk=cast.elsewhere)
    assert list(granted_rows(cast.handler, TODAY)) == []


def test_what_had_yet_to_begin_does_not_begin(sent, cast, begun):
    Provision.objects.update(since=TODAY + 30 * DAY)
    withdrawal(begun, cast.handler, TODAY + 29 * DAY)
    with pytest.raises(RuleViolation, match="niet eerder ingaan dan 23-12-2026"):
        decide(begun, cast.handler)
    Decision.objects.filter(application=begun).update(effective_on=TODAY + 30 * DAY)
    decide(begun, cast.handler)
    send(begun, cast.handler)

    assert granted_before(sent).last_day == TODAY + 29 * DAY
    letter = str(Decision.objects.select_related("application").get(application=begun).frozen)
    assert "dit begint niet" in letter


def test_the_letter_says_what_ends_on_which_ground_and_how_to_object(sent, cast, begun):
    withdrawal(begun, cast.handler, TODAY + 7 * DAY)
    decide(begun, cast.handler)
    send(begun, cast.handler)

    letter = Decision.objects.select_related("application").get(application=begun).frozen
    text = str(letter)
    assert letter["subject"] == "Uw ondersteuning stopt"
    assert f"het besluit van maandag 23 november 2026 (nummer {sent})" in text
    assert "Begeleiding individueel: de laatste dag is zondag 29 november 2026." in text
    assert "artikel 2.3.10, eerste lid, onder b" in text
    assert "tot en met maandag 4 januari 2027" in text


def test_who_may_begin_and_who_may_not(sent, cast, noord):
    with pytest.raises(PermissionDenied):
        revise(sent, cast.team_worker)
    with pytest.raises(Application.DoesNotExist):
        revise(sent, cast.outsider_worker)
    file = FileFactory(resident=sent.resident, team=noord, director=cast.team_worker)
    Application.objects.update(file=file)

    made = revise(sent, cast.team_worker)  # directs the dossier

    assert (made.handler, made.desk, made.team) == (cast.team_worker, sent.desk, sent.team)
    assert made.relations_to(cast.team_worker) >= {"decider"}
    assert f"aanvraag {made}" in unfinished(file)
    told = FileLine.objects.get(file=file, kind="revision")
    assert str(made) in told.words


def test_sent_twice_is_one_and_a_second_is_told(sent, cast):
    key = uuid.uuid4()
    made = revise(sent, cast.handler, submission_key=key)

    assert revise(sent, cast.handler, submission_key=key).pk == made.pk
    with pytest.raises(RuleViolation, match=f"loopt al een wijziging van dit besluit: {made}"):
        revise(sent, cast.handler)
    services.withdraw_application(application_id=made.pk, reason="Toch niet.", by=cast.handler)
    assert revise(sent, cast.handler).pk != made.pk


@pytest.mark.parametrize("day", [TODAY - DAY, TODAY + DAY])
def test_not_before_the_decision_or_in_the_future(sent, cast, day):
    with pytest.raises(RuleViolation) as broken:
        revise(sent, cast.handler, day=day)

    assert broken.value.field == "received_on"


def test_of_what_was_refused_there_is_nothing_to_change(sent, cast):
    Provision.objects.update(is_granted=False)

    with pytest.raises(RuleViolation, match="niets toegekend"):
        revise(sent, cast.handler)


def test_before_it_was_sent_one_reopens_it(application, cast, product, mandate):
    written(application, cast.handler, product)
    decide(application, cast.handler)

    with pytest.raises(RuleViolation, match="nog geen besluit verstuurd"):
        revise(application, cast.handler)


def test_what_was_replaced_is_changed_no_more_and_the_new_one_is(sent, cast, begun, product):
    change(begun, cast.handler, product)
    decide(begun, cast.handler)
    send(begun, cast.handler)

    with pytest.raises(RuleViolation, match=f"al vervangen door het besluit op {begun}"):
        revise(sent, cast.handler)
    again = services.note_review
    with pytest.raises(RuleViolation, match="is vervangen"):
        again(application_id=sent.pk, words="Past.", next_on=None, by=cast.handler)
    later = revise(begun, cast.handler)
    withdrawal(later, cast.handler, TODAY + 6 * DAY)
    with pytest.raises(RuleViolation, match="niet eerder ingaan dan 30-11-2026"):
        decide(later, cast.handler)


def test_an_objection_against_the_new_one_has_its_own_term(sent, cast, begun):
    withdrawal(begun, cast.handler)
    decide(begun, cast.handler)
    send(begun, cast.handler)

    assert object_to(begun, cast.handler).due_on == date(2027, 2, 15)
    assert object_to(sent, cast.handler).due_on == date(2027, 2, 15)  # AWB 6:19


def test_the_stadhuis_gets_it_where_the_decision_lay(sent, cast, noord):
    other = cast.city_hall_team.memberships.get().team
    Application.objects.update(desk=other)

    assert revise(sent, cast.handler).desk == noord  # who began is of the team of the melding


@pytest.mark.parametrize(
    "wrong",
    [{"revises": None}, {"revision_ground": ""}, {"ground": "urgent"}],
)
def test_a_revision_that_cannot_be_is_refused(begun, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.filter(pk=begun.pk).update(**wrong)


@pytest.mark.parametrize("wrong", [{"effective_on": None}, {"outcome": "granted"}])
def test_a_replacement_that_cannot_be_is_refused(begun, cast, wrong):
    withdrawal(begun, cast.handler)

    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.filter(application=begun).update(**wrong)


def test_a_draft_is_replaced_by_nothing_and_one_replaces_one(sent, begun, cast):
    withdrawal(begun, cast.handler)
    first, second = Decision.objects.order_by("application_id")
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.filter(pk=second.pk).update(replaced_by=first)
    decide(begun, cast.handler)
    send(begun, cast.handler)
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.update(replaced_by=second)


def test_filed_at_a_melding_a_revision_is_refused(melding, cast):
    own = {"submission_key": uuid.uuid4(), "ground": "revision", "received_on": TODAY}
    with pytest.raises(RuleViolation, match="begint bij het besluit"):
        services.file_application(notification_id=melding.pk, by=cast.handler, **own)
