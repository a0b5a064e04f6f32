"""The report: drafted from what was said, and frozen when sent."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied

from cases.models import InvestigationReport, KitchenTableTalk, ReportVersion
from cases.talks.services import conclude_talk, save_report, send_report
from common.autosave import SaveConflict, Stamp
from common.errors import RuleViolation
from tests.factories.talks import (
    AgreementFactory,
    ReportFactory,
    TalkColleagueFactory,
    VersionFactory,
)


@pytest.fixture
def report(concluded):
    return ReportFactory(talk=concluded)


@pytest.fixture
def sent(report):
    return VersionFactory(report=report)


def send(report, by, *, version=1, key=None):
    return send_report(
        submission_key=key or uuid.uuid4(), talk_id=report.talk_id, version=version, by=by
    )


def test_the_draft_has_the_five_steps_and_the_subjects_of_the_law(write, held, cast):
    write(
        "wonen",
        state="discussed",
        question="Kan ik blijven wonen?",
        words="Ik wil hier oud worden.",
        hard="De trap lukt niet.",
        helpers="Dochter Ans",
        wish="Boven slapen",
        own="Beneden slapen",
        own_short="geen kamer",
        network_short="dochter werkt",
        volunteer_short="geen",
        general_short="geen",
        custom="Traplift",
    )
    AgreementFactory(talk=held)
    conclude_talk(talk_id=held.pk, by=cast.handler)

    texts = InvestigationReport.objects.get(talk=held).texts
    assert texts["step1"] == ("Wonen en huishouden\nKan ik blijven wonen?\nIk wil hier oud worden.")
    assert texts["step2"] == "Wonen en huishouden\nDe trap lukt niet."
    assert (
        "Eigen kracht: Beneden slapen\nWaarom eigen kracht niet genoeg is: geen" in texts["step4"]
    )
    assert texts["step5"] == "Wonen en huishouden\nTraplift"
    assert texts["c"] == "Wonen en huishouden\nDochter Ans"
    assert texts["agreements"] == "- Belt de bank. (De wijkwerker, uiterlijk 30-11-2026)"
    assert [name for name in "abcg" if name not in texts] == []  # the rest is asked, not known


def test_what_was_not_used_is_not_in_the_report(held, cast):
    conclude_talk(talk_id=held.pk, by=cast.handler)

    texts = InvestigationReport.objects.get(talk=held).texts
    assert {name for name, text in texts.items() if text} == {"g", "pgb"}


def test_two_windows_of_a_report_are_a_conflict(report, cast):
    save = {"talk_id": report.talk_id, "by": cast.handler}
    save_report(typed={"a": ["een"]}, stamp=Stamp(1, "w1"), **save)

    with pytest.raises(SaveConflict) as conflict:
        save_report(typed={"a": ["twee"]}, stamp=Stamp(1, "w2"), **save)
    assert conflict.value.theirs["a"] == "een"


def test_what_was_sent_stays_as_it_was_sent(report, cast):
    first = send(report, cast.handler)
    save_report(
        talk_id=report.talk_id,
        typed={"step1": ["Anders."]},
        stamp=Stamp(1, "w1"),
        by=cast.handler,
    )
    second = send(report, cast.handler, version=2)

    assert (first.number, second.number) == (1, 2)
    assert ReportVersion.objects.get(pk=first.pk).texts["step1"] == "Hulp."
    assert ReportVersion.objects.get(pk=second.pk).texts["step1"] == "Anders."


def test_the_head_of_a_version_stays_as_it_was_sent_too(report, melding, cast):
    sent = send(report, cast.handler)
    before = dict(sent.texts)
    melding.resident.name = "Een andere naam"
    melding.resident.save()
    melding.handler = cast.team_worker
    melding.save()

    texts = ReportVersion.objects.get(pk=sent.pk).texts
    assert texts == before
    assert str(cast.handler) in texts["present"]
    assert "cliëntondersteuner" in texts["support"]


def test_a_double_click_is_one_sending(report, cast):
    key = uuid.uuid4()

    assert send(report, cast.handler, key=key) == send(report, cast.handler, key=key)
    assert ReportVersion.objects.count() == 1


def test_what_is_sent_is_what_the_page_showed(report, cast):
    save_report(talk_id=report.talk_id, typed={}, stamp=Stamp(1, "w1"), by=cast.handler)

    with pytest.raises(RuleViolation, match="net nog gewijzigd"):
        send(report, cast.handler, version=1)


def test_before_the_end_of_the_talk_there_is_no_report(held, cast):
    with pytest.raises(RuleViolation, match="Rond eerst"):
        save_report(talk_id=held.pk, typed={}, stamp=Stamp(1, "w"), by=cast.handler)


def test_the_wmo_team_reads_and_does_not_write(report, cast):
    TalkColleagueFactory(talk=report.talk, employee=cast.city_hall_team)
    with pytest.raises(PermissionDenied):
        send(report, cast.city_hall_team)


@pytest.mark.parametrize("person", ["team_worker", "team_manager", "contact_centre"])
def test_for_others_there_is_no_report(report, cast, person):
    with pytest.raises(KitchenTableTalk.DoesNotExist):
        send(report, getattr(cast, person))
