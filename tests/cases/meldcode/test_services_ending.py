"""Persons, days, Veilig Thuis and the end; and what ended changes no more (MC-12, MC-15)."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.meldcode import services
from cases.meldcode.models import SafetyCode, SafetyCodeReport, SafetyCodeStep
from cases.models import Resident
from common.errors import RuleViolation
from tests.cases.meldcode.acting import (
    CONSULT,
    end,
    opened,
    report,
    step,
    to_decision,
    version_of,
)
from tests.factories.dossiers import FileColleagueFactory
from tests.factories.meldcode import DAY, TODAY, SafetyCodeFactory


def codes():
    rows = AuditEvent.objects.filter(code__startswith="safety.").order_by("pk")
    return list(rows.values_list("code", flat=True))


def reread(code):
    return SafetyCode.objects.get(pk=code.pk)


# --- persons, day, Veilig Thuis


def test_persons_and_day_change(code, cast):
    for _ in range(2):
        services.change_persons(
            code_id=code.pk, version=version_of(code), persons=["A", "B"], by=cast.handler
        )
        services.plan_code(code_id=code.pk, next_on=TODAY + 9 * DAY, by=cast.handler)
    found = reread(code)
    assert (found.persons, found.next_on) == (["A", "B"], TODAY + 9 * DAY)
    assert codes() == ["safety.persons_changed", "safety.planned"]
    with pytest.raises(RuleViolation):
        services.plan_code(code_id=code.pk, next_on=TODAY - DAY, by=cast.handler)
    with pytest.raises(RuleViolation, match="was u voor"):
        services.change_persons(code_id=code.pk, version=1, persons=[], by=cast.handler)


def test_a_report_waits_for_no_step_and_gets_feedback_once(code, cast):
    key = uuid.uuid4()
    made = report(code, cast.handler, submission_key=key)
    assert report(code, cast.handler, submission_key=key) == made
    assert made.told == {"reference": "VT-12", "words": "Gemeld."}
    other = SafetyCodeFactory(team=code.team, holder=cast.handler)
    for own, match in (
        ({"words": ""}, "wat u meldde"),
        ({"reported_on": TODAY + DAY}, "Kies vandaag"),
    ):
        with pytest.raises(RuleViolation, match=match):
            report(code, cast.handler, **own)
    with pytest.raises(RuleViolation, match="verouderd"):
        report(other, cast.handler, submission_key=key)

    def hear(**own):
        told = {"heard_on": TODAY, "words": "Zij gaan langs."} | own
        return services.note_feedback(code_id=code.pk, report_id=made.uuid, by=cast.handler, **told)

    for own in ({"heard_on": TODAY - DAY}, {"heard_on": TODAY + DAY}, {"words": ""}):
        with pytest.raises(RuleViolation):
            hear(**own)
    assert hear().heard == "Zij gaan langs."
    with pytest.raises(RuleViolation, match="intussen vastgelegd"):
        hear()
    assert codes() == ["safety.reported", "safety.heard"]


# --- the end


def test_it_ends_after_a_decision_with_an_outcome(code, cast):
    with pytest.raises(RuleViolation, match="eerst een beslissing"):
        end(code, cast.handler)
    to_decision(code, cast.handler)
    with pytest.raises(RuleViolation, match="besloot te melden"):
        end(code, cast.handler)
    with pytest.raises(RuleViolation, match="eerst de melding"):
        end(code, cast.handler, "reported")
    report(code, cast.handler)
    with pytest.raises(RuleViolation, match="tot deze uitkomst"):
        end(code, cast.handler, words="")
    with pytest.raises(RuleViolation, match="was u voor"):
        end(code, cast.handler, version=1)
    for _ in range(2):
        end(code, cast.handler, "reported")
    found = reread(code)
    assert (found.state, found.outcome, found.next_on) == ("ended", "reported", None)
    assert (found.ending_words, found.ended_by) == ("Het is veilig.", cast.handler)
    assert codes()[-1] == "safety.ended"


@pytest.mark.parametrize("outcome", ["unfounded", "mistake"])
def test_it_ends_without_a_decision_when_there_is_nothing_to_decide(code, cast, outcome):
    assert end(code, cast.handler, outcome).state == "ended"


def test_what_ended_changes_no_more(code, cast, olga):
    made = report(code, cast.handler)
    end(code, cast.handler, "mistake")
    day = {"heard_on": TODAY, "words": "Ja."}
    acts = [
        lambda: step(code, cast.handler, 2, CONSULT),
        lambda: report(code, cast.handler),
        lambda: services.plan_code(code_id=code.pk, next_on=TODAY, by=cast.handler),
        lambda: services.change_persons(code_id=code.pk, version=9, persons=[], by=cast.handler),
        lambda: services.note_feedback(
            code_id=code.pk, report_id=made.uuid, by=cast.handler, **day
        ),
        lambda: end(code, cast.handler, "unfounded"),
        lambda: services.admit_colleague(code_id=code.pk, employee=olga, by=cast.handler),
        lambda: services.pass_code(code_id=code.pk, version=9, employee=olga, by=cast.handler),
    ]
    before = SafetyCode.objects.values().get(pk=code.pk)
    for act in acts:
        with pytest.raises(RuleViolation):
            act()
    assert SafetyCode.objects.values().get(pk=code.pk) == before
    assert (SafetyCodeStep.objects.count(), SafetyCodeReport.objects.count()) == (1, 1)


def test_nobody_outside_acts_and_a_colleague_does_not_steer(code, file, cast):
    for person in (cast.team_worker, cast.team_manager, cast.outsider_worker):
        with pytest.raises(SafetyCode.DoesNotExist):
            step(code, person, 2, CONSULT)
    FileColleagueFactory(file=file, employee=cast.team_worker)
    services.admit_colleague(code_id=code.pk, employee=cast.team_worker, by=cast.handler)
    step(code, cast.team_worker, 2, CONSULT)
    with pytest.raises(PermissionDenied):
        end(code, cast.team_worker, "mistake")


def test_words_of_any_length_and_kind_come_back_as_they_were(file, cast):
    words = "<script>alert('x')</script> \u202e" + "é" * 3_900
    code = opened(file.resident, cast.handler, words=words)
    assert code.steps.get().told["words"] == words
    assert Resident.objects.get(pk=file.resident_id).version == file.resident.version
