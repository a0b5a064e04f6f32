"""What the resident says about a report, and the signature under it (GES-9, KT-9 … KT-11)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.models import KitchenTableTalk, ReportVersion
from cases.talks.drawing import Drawing
from cases.talks.models import Signer
from cases.talks.services import record_reaction, sign_report
from common.errors import RuleViolation
from tests.factories.cases import MONDAY
from tests.factories.talks import ReportFactory, TalkColleagueFactory, VersionFactory

TODAY, DAY = MONDAY.date(), timedelta(days=1)
SIGNER = Signer("A. Bakker", Drawing.read("30,100 90,40 150,160"))


@pytest.fixture
def sent(concluded):
    return VersionFactory(report=ReportFactory(talk=concluded))


def react(sent, by, **own):
    answers = {"reaction": "agreed", "words": "", "reacted_on": TODAY, "signature": "none"} | own
    return record_reaction(version_id=sent.pk, talk_id=sent.talk_id, by=by, **answers)


def sign(sent, by, **own):
    answers = {"signature": "paper", "signed_on": TODAY} | own
    return sign_report(version_id=sent.pk, talk_id=sent.talk_id, by=by, **answers)


@pytest.mark.parametrize(
    ("reaction", "signature", "counts", "application"),
    [
        ("agreed", "paper", True, TODAY),
        ("remarks", "paper", True, TODAY),
        ("disagreed", "paper", True, None),
        ("agreed", "none", True, None),
        ("agreed", "paper", False, None),
    ],
)
def test_a_signed_agreement_counts_as_aanvraag_when_the_city_chose_so(
    sent, cast, settings, reaction, signature, counts, application
):
    settings.SIGNED_REPORT_IS_APPLICATION = counts

    react(sent, cast.handler, reaction=reaction, signature=signature, words="Omdat.")

    sent.refresh_from_db()
    assert (sent.reaction, sent.reacted_on) == (reaction, TODAY)
    assert sent.application_on == application


@pytest.mark.parametrize("reaction", ["remarks", "disagreed"])
def test_remarks_and_disagreement_are_in_own_words(sent, cast, reaction):
    with pytest.raises(RuleViolation) as broken:
        react(sent, cast.handler, reaction=reaction, words="  ")
    assert broken.value.field == "words"


@pytest.mark.parametrize("day", [TODAY - DAY, TODAY + DAY, date(1, 1, 1)])
def test_a_reaction_is_of_a_day_after_sending_and_before_tomorrow(sent, cast, day):
    with pytest.raises(RuleViolation) as broken:
        react(sent, cast.handler, reacted_on=day)
    assert broken.value.field == "reacted_on"


def test_one_reaction_per_version_and_the_same_again_is_fine(sent, cast):
    react(sent, cast.handler, reaction="remarks", words="De datum klopt niet.")
    react(sent, cast.handler, reaction="remarks", words="De datum klopt niet.")

    with pytest.raises(RuleViolation, match="al een reactie"):
        react(sent, cast.handler)
    line = AuditEvent.objects.get(code="report.reacted")
    assert "datum klopt" not in str(line.__dict__)


def test_who_signs_on_the_screen_is_kept_with_the_reaction(sent, cast, settings):
    settings.SIGNED_REPORT_IS_APPLICATION = True
    react(sent, cast.handler, signature="screen", signer=SIGNER)

    kept = ReportVersion.objects.get(pk=sent.pk)
    assert (kept.signature, kept.signed_on, kept.application_on) == ("screen", TODAY, TODAY)
    assert kept.signer == SIGNER


def test_the_screen_is_signed_today_also_when_the_reaction_came_earlier(sent, cast, settings):
    settings.SIGNED_REPORT_IS_APPLICATION = True
    ReportVersion.objects.update(sent_on=TODAY - DAY)

    react(sent, cast.handler, reacted_on=TODAY - DAY, signature="screen", signer=SIGNER)

    kept = ReportVersion.objects.get(pk=sent.pk)
    assert (kept.reacted_on, kept.signed_on) == (TODAY - DAY, TODAY)
    assert kept.application_on == TODAY


def test_the_screen_without_a_signature_is_no_signature(sent, cast):
    with pytest.raises(RuleViolation) as broken:
        react(sent, cast.handler, signature="screen")
    assert broken.value.field == "drawing"
    sent.refresh_from_db()
    assert sent.reaction == ""


def test_the_same_reaction_with_a_signature_is_another_one(sent, cast):
    """A signature that came second is never thanked for and forgotten."""
    react(sent, cast.handler)

    with pytest.raises(RuleViolation, match="al een reactie"):
        react(sent, cast.handler, signature="screen", signer=SIGNER)
    react(sent, cast.handler)


def test_the_signature_may_come_later_and_counts_from_then(sent, cast, settings):
    settings.SIGNED_REPORT_IS_APPLICATION = True
    ReportVersion.objects.update(sent_on=TODAY - 2 * DAY)
    react(sent, cast.handler, reacted_on=TODAY - 2 * DAY)
    sign(sent, cast.handler, signed_on=TODAY - DAY)
    sign(sent, cast.handler, signed_on=TODAY - DAY)  # a double click

    kept = ReportVersion.objects.get(pk=sent.pk)
    assert (kept.reacted_on, kept.signed_on) == (TODAY - 2 * DAY, TODAY - DAY)
    assert kept.application_on == TODAY - DAY
    assert AuditEvent.objects.filter(code="report.signed").count() == 1


def test_a_later_signature_on_the_screen_is_of_today(sent, cast):
    react(sent, cast.handler, reaction="disagreed", words="Nee.")
    sign(sent, cast.handler, signature="screen", signed_on=None, signer=SIGNER)

    kept = ReportVersion.objects.get(pk=sent.pk)
    assert (kept.signed_on, kept.signer, kept.application_on) == (TODAY, SIGNER, None)
    line = AuditEvent.objects.get(code="report.signed")
    assert "Bakker" not in str(line.__dict__)


@pytest.mark.parametrize("day", [None, TODAY - DAY, TODAY + DAY])
def test_a_later_signature_on_paper_is_of_a_day_that_can_be(sent, cast, day):
    react(sent, cast.handler)

    with pytest.raises(RuleViolation) as broken:
        sign(sent, cast.handler, signed_on=day)
    assert broken.value.field == "signed_on"


def test_before_the_reaction_there_is_nothing_to_sign(sent, cast):
    with pytest.raises(RuleViolation, match="eerst vast"):
        sign(sent, cast.handler)


def test_a_version_is_signed_once(sent, cast):
    react(sent, cast.handler, signature="paper")

    with pytest.raises(RuleViolation, match="al ondertekend"):
        sign(sent, cast.handler, signature="screen", signer=SIGNER)


@pytest.mark.parametrize("act", [react, sign])
def test_only_who_may_write_the_report_writes_under_it(sent, cast, act):
    TalkColleagueFactory(talk=sent.talk, employee=cast.city_hall_team)
    with pytest.raises(PermissionDenied):
        act(sent, cast.city_hall_team)
    for person in (cast.team_worker, cast.team_manager, cast.contact_centre):
        with pytest.raises(ReportVersion.DoesNotExist):
            act(sent, person)


def test_a_version_of_another_talk_is_not_signed_here(sent, cast, held):
    with pytest.raises((ReportVersion.DoesNotExist, KitchenTableTalk.DoesNotExist)):
        record_reaction(
            version_id=sent.pk,
            talk_id=VersionFactory().talk_id,
            reaction="agreed",
            words="",
            reacted_on=TODAY,
            signature="none",
            by=cast.handler,
        )
