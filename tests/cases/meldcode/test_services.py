"""Opening, the five steps, Veilig Thuis and the end: each rule, and a line for every act."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.meldcode.models import SafetyCode
from common.errors import RuleViolation
from tests.cases.meldcode.acting import (
    CONSULT,
    HELP,
    NOTHING,
    REPORT,
    SAFE,
    TALK,
    UNSAFE,
    opened,
    step,
    to_decision,
)
from tests.factories.dossiers import FileColleagueFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.meldcode import DAY, TODAY, SafetyCodeFactory


def codes():
    rows = AuditEvent.objects.filter(code__startswith="safety.").order_by("pk")
    return list(rows.values_list("code", flat=True))


def reread(code):
    return SafetyCode.objects.get(pk=code.pk)


# --- opening


def test_who_works_with_the_resident_opens_it(file, cast, noord, sst):
    FileColleagueFactory(file=file, employee=cast.team_worker)
    for person in (cast.handler, cast.team_worker):
        code = opened(file.resident, person)
        assert (code.holder, code.team, code.resident) == (person, noord, file.resident)
    assert (code.state, code.next_on, code.touched_on) == ("running", TODAY + 2 * DAY, TODAY)
    assert code.persons == ["Kind van acht"]
    assert code.steps.get().told["words"] == "Blauwe plekken."
    assert codes() == ["safety.opened"] * 2
    line = AuditEvent.objects.get(code="safety.opened", object_id=str(code.pk))
    assert line.rule == "team_worker:open_safety_code"
    assert "Blauwe" not in str(vars(line))
    file.team, file.director = sst.team, sst.ada
    file.save()
    assert opened(file.resident, sst.ada).team == sst.team


def test_somebody_with_a_melding_and_no_dossier_opens_it(resident, cast, noord):
    NotificationFactory(resident=resident, team=noord, handler=cast.team_worker)
    assert opened(resident, cast.team_worker).team == noord
    with pytest.raises(PermissionDenied):
        opened(resident, cast.handler)  # has a callback of this resident, and no more


@pytest.mark.parametrize(
    "who", ["team_worker", "team_manager", "city_hall_team", "outsider_worker", "general_manager"]
)
def test_nobody_else_opens_it(file, cast, who):
    if who == "city_hall_team":
        FileColleagueFactory(file=file, employee=cast.city_hall_team, role="adviser")
    if who == "team_worker":
        FileColleagueFactory(file=file, employee=cast.team_worker, role="former")
    with pytest.raises(PermissionDenied):
        opened(file.resident, getattr(cast, who))
    assert not SafetyCode.objects.exists()


def test_a_second_one_of_a_colleague_is_not_refused(code, file, cast):
    FileColleagueFactory(file=file, employee=cast.team_worker)
    other = opened(file.resident, cast.team_worker)
    assert set(SafetyCode.objects.visible_to(cast.team_worker)) == {other}
    assert set(SafetyCode.objects.visible_to(cast.handler)) == {code}


def test_two_clicks_make_one_and_a_key_of_another_is_no_key(file, cast):
    key = uuid.uuid4()
    first = opened(file.resident, cast.handler, submission_key=key)
    assert opened(file.resident, cast.handler, submission_key=key, words="Anders.") == first
    FileColleagueFactory(file=file, employee=cast.team_worker)
    with pytest.raises(RuleViolation, match="verouderd"):
        opened(file.resident, cast.team_worker, submission_key=key)
    assert SafetyCode.objects.count() == 1


@pytest.mark.parametrize(
    ("own", "field"),
    [
        ({"words": ""}, "words"),
        ({"done_on": TODAY + DAY}, "done_on"),
        ({"done_on": TODAY - 366 * DAY}, "done_on"),
        ({"days": -1}, "next_on"),
        ({"days": 93}, "next_on"),
    ],
)
def test_it_begins_with_words_and_days_that_can_be(file, cast, own, field):
    with pytest.raises(RuleViolation) as refused:
        opened(file.resident, cast.handler, **own)
    assert refused.value.field == field
    assert not SafetyCode.objects.exists()


# --- the steps


def test_the_five_steps_in_order(code, cast):
    made = to_decision(code, cast.handler)
    code = reread(code)
    assert (code.state, code.version) == ("decided", 5)
    assert made.answers == REPORT
    assert code.next_on == TODAY + 5 * DAY
    assert codes() == ["safety.noted"] * 3 + ["safety.decided"]


@pytest.mark.parametrize(
    ("number", "answers", "words", "field"),
    [
        (1, {}, "", "words"),
        (2, {"colleague": "", "asked": "no"}, "Ja.", "colleague"),
        (2, {"colleague": "", "asked": "anonymous", "asked_on": ""}, "Ja.", "asked_on"),
        (2, CONSULT, "", "words"),
        (3, {"held": "yes"}, "", "words"),
        (3, {"held": "no", "why_not": ""}, "Ja.", "why_not"),
        (4, {}, "Ja.", "suspicion"),
        (4, {"suspicion": "yes"}, "Ja.", "unsafe"),
        (4, {**SAFE, "in_time": ""}, "Ja.", "in_time"),
        (4, UNSAFE, "", "words"),
        (5, {"reports": "no", "helps": "no"}, "", "reason"),
    ],
)
def test_a_step_is_whole(code, cast, number, answers, words, field):
    with pytest.raises(RuleViolation) as refused:
        step(code, cast.handler, number, answers, words=words, early="Acuut gevaar.")
    assert refused.value.field == field
    assert code.steps.count() == 1


@pytest.mark.parametrize(
    ("number", "answers"),
    [
        (2, {"colleague": "", "asked": "named", "asked_on": "2026-11-20"}),
        (3, {"held": "no", "why_not": "Te gevaarlijk voor het kind."}),
    ],
)
def test_veilig_thuis_counts_as_consulting_and_safety_as_a_reason(code, cast, number, answers):
    if number == 3:
        step(code, cast.handler, 2, CONSULT)
    words = "" if number == 3 else "Advies."
    assert step(code, cast.handler, number, answers, words=words).answers == answers


def test_a_step_is_skipped_with_a_reason_only(code, cast):
    for early, wanted in (("", False), ("Acuut gevaar.", True)):
        if not wanted:
            with pytest.raises(RuleViolation) as refused:
                step(code, cast.handler, 5, REPORT, early=early)
            assert refused.value.field == "early"
        else:
            assert step(code, cast.handler, 5, REPORT, early=early).told["early"] == early
    assert reread(code).state == "decided"


@pytest.mark.parametrize(
    ("weighing", "decision", "deviates"),
    [
        (UNSAFE, REPORT, False),
        (UNSAFE, HELP, True),
        (SAFE, HELP, False),
        (SAFE, REPORT, True),
        ({**SAFE, "accepted": "no"}, HELP, True),
        (NOTHING, HELP, False),
        (NOTHING, {"reports": "no", "helps": "no"}, True),
    ],
)
def test_the_norm_is_told_and_a_human_decides(code, cast, weighing, decision, deviates):
    if not deviates:
        assert to_decision(code, cast.handler, decision, weighing).answers == decision
        return
    with pytest.raises(RuleViolation) as refused:
        to_decision(code, cast.handler, decision, weighing)
    assert refused.value.field == "reason"
    assert reread(code).state == "running"
    reasoned = {**decision, "reason": "Veilig Thuis raadt het af."}
    assert step(code, cast.handler, 5, reasoned).answers == reasoned


def test_after_new_signals_or_a_new_weighing_one_decides_again(code, cast):
    to_decision(code, cast.handler)
    step(code, cast.handler, 2, CONSULT)
    assert reread(code).state == "decided"
    for number, answers in ((1, {}), (4, SAFE)):
        step(code, cast.handler, number, answers)
        assert reread(code).state == "running"
        step(code, cast.handler, 5, {**REPORT, "reason": "Toch."})
        assert reread(code).state == "decided"
    with pytest.raises(RuleViolation):  # the newest weighing counts
        step(code, cast.handler, 5, REPORT)


def test_a_step_twice_is_once_and_never_from_an_old_page(code, cast, olga):
    key, other = uuid.uuid4(), SafetyCodeFactory(team=code.team, holder=cast.handler)
    first = step(code, cast.handler, 2, CONSULT, submission_key=key, version=1)
    assert step(code, cast.handler, 2, CONSULT, submission_key=key, version=1) == first
    with pytest.raises(RuleViolation, match="was u voor"):
        step(code, olga, 3, TALK, version=1)
    with pytest.raises(RuleViolation, match="verouderd"):
        step(other, cast.handler, 2, CONSULT, submission_key=key)
    assert code.steps.count() == 2
