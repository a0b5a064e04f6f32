"""The onderzoeksverslag: drafted from the talk, edited, and sent as a frozen version."""

import uuid
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from audit.services import record
from cases.permissions import GRANTS, Action
from cases.talks.drafting import draft_of, facts_of
from cases.talks.lifecycle import TalkState
from cases.talks.models import InvestigationReport, KitchenTableTalk, ReportVersion
from cases.talks.services.talking import SITTING
from clusters.models import User
from common.access import Decision
from common.autosave import Stamp, Typed
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def create_report(*, talk_id: int, by: User, at: datetime) -> InvestigationReport:
    """Draft the report from what was said, in the five steps and the subjects of the law.

    Rules: WMO 2.3.2 lid 4 and 8; one report per talk.
    Raises: RuleViolation before the talk is concluded; PermissionDenied.
    Effects: a draft; audit line.
    """
    talk, decision = _locked(talk_id, by)
    there = InvestigationReport.objects.filter(talk=talk).first()
    if there is not None:
        return there
    report = InvestigationReport(talk=talk, resident_id=talk.resident_id)
    report.saved_by, report.saved_at = by, at
    report.keep({name: [text] for name, text in draft_of(talk).items()})
    report.save(force_insert=True)
    record("report.created", report, by=by, decision=decision)
    return report


@transaction.atomic
def save_report(
    *, talk_id: int, typed: Typed, stamp: Stamp, by: User, at: datetime | None = None
) -> InvestigationReport:
    """Keep what stands in the draft; what was sent already stays as it was sent.

    Rules: KT-6 (two windows do not overwrite each other unseen), KT-8 (a sending is frozen).
    Raises: SaveConflict; RuleViolation when there is too much text; PermissionDenied.
    Effects: the draft, one version on; an audit line for the first save of a sitting.
    """
    at = at or timezone.now()
    talk, decision = _locked(talk_id, by)
    report = _report_of(talk)
    is_first = report.saved_by_id != by.pk or at - report.saved_at > SITTING
    if not report.accept(typed, stamp, at=at):
        return report
    report.saved_by = by
    report.save(update_fields=["content", "version", "saved_at", "saved_by"])
    if is_first or report.version == 2:
        record("report.changed", report, by=by, decision=decision, fields=["content"])
    return report


@transaction.atomic
def send_report(
    *, submission_key: uuid.UUID, talk_id: int, version: int, by: User, at: datetime | None = None
) -> ReportVersion:
    """Freeze the report as it is sent or handed over (WMO 2.3.2 lid 8).

    Rules: KT-8 (frozen, numbered; a form sent twice is one sending), KT-6 (what is sent is what the
        page showed).
    Raises: RuleViolation when the draft changed since the page was opened; PermissionDenied.
    Effects: a version; audit line.
    """
    at = at or timezone.now()
    talk, decision = _locked(talk_id, by)
    report = _report_of(talk)
    earlier = report.versions.filter(pk=submission_key).first()
    if earlier is not None:
        return earlier
    if version != report.version:
        raise RuleViolation("Het verslag is net nog gewijzigd. Lees het opnieuw en verstuur dan.")
    last = report.versions.aggregate(last=Max("number"))["last"] or 0
    sent = ReportVersion(id=submission_key, report=report, talk=talk, number=last + 1)
    sent.resident_id, sent.sent_on, sent.sent_by = talk.resident_id, local_day(at), by
    sent.freeze(report.texts | facts_of(talk))
    sent.save(force_insert=True)
    record("report.sent", sent, by=by, decision=decision)
    return sent


def _locked(talk_id: int, by: User) -> tuple[KitchenTableTalk, Decision]:
    """The concluded talk in scope, locked, and why this employee may write its report."""
    scope = KitchenTableTalk.objects.visible_to(by).select_related(
        "notification__handler", "resident"
    )
    talk = scope.select_for_update(of=("self",)).get(pk=talk_id)
    decision = GRANTS.require(by, Action.WRITE_REPORT, talk)
    if talk.state != TalkState.CONCLUDED:
        raise RuleViolation("Rond eerst het gesprek af. Daarna is er een verslag.")
    return talk, decision


def _report_of(talk: KitchenTableTalk) -> InvestigationReport:
    report = InvestigationReport.objects.get(talk=talk)
    report.talk = talk
    return report
