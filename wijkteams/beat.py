"""When the worker looks for what is due."""

from typing import Any

SWEEPING = {
    "deliver-callback-reminders": "cases.callbacks.tasks.deliver_reminders",
    "deliver-notification-reminders": "cases.intakes.tasks.deliver_notification_reminders",
    "drop-expired-calls": "cases.contacts.tasks.drop_expired_calls",
    "drop-forgotten-questions": "cases.helpdesk.tasks.drop_forgotten_questions",
    "work-on-extracts": "cases.brp.tasks.work_on_extracts",
    "make-papers": "cases.papers.tasks.make_papers",
    "close-years": "budgets.closing.tasks.close_years",
    "tidy-merges": "cases.residents.tasks.tidy_merges",
    "scan-documents": "cases.documents.tasks.scan_documents",
    "send-notice-mail": "clusters.notices.tasks.send_notice_mail",
}
"""Tasks that look for what is due, as often as a municipality sets (``SWEEP_SECONDS``)."""
TIMED = {
    "remind-of-reviews": ("cases.knowledge.tasks.remind_of_reviews", 3600),
    "remind-of-agreements": ("cases.agenda.tasks.remind_of_agreements", 3600),
    "remind-of-left-files": ("cases.dossiers.tasks.remind_of_left_files", 3600),
    "remind-of-talks": ("cases.talks.tasks.remind_of_talks", 300),
    "remind-of-decisions": ("cases.decisions.tasks.remind_of_decisions", 300),
    "remind-of-waakvlammen": ("cases.waakvlam.tasks.remind_of_waakvlammen", 300),
    "remind-of-signals": ("cases.signals.tasks.remind_of_signals", 300),
    "empty-old-signals": ("cases.signals.tasks.empty_old_signals", 3600),
    "empty-old-hand-outs": ("cases.handout.tasks.empty_old_hand_outs", 3600),
    "empty-old-absences": ("clusters.absence.tasks.empty_old_absences", 3600),
    "signal-missing-covers": ("clusters.cover.tasks.signal_missing_covers", 900),
    "empty-old-covers": ("clusters.cover.tasks.empty_old_covers", 3600),
    "look-after-safety": ("cases.meldcode.tasks.look_after_safety", 300),
    "look-after-tasks": ("cases.todos.tasks.look_after_tasks", 300),
    "look-after-handovers": ("cases.handovers.tasks.look_after_handovers", 300),
    "plan-conferences": ("cases.conferences.tasks.plan_conferences", 3600),
    "remind-of-advices": ("cases.advice.tasks.remind_of_advices", 300),
    "look-after-budgets": ("budgets.requests.tasks.look_after_budgets", 300),
    "empty-old-bank-lines": ("budgets.bank.tasks.empty_old_lines", 3600),
    "tidy-documents": ("cases.documents.tasks.tidy_documents", 3600),
    "seal-audit-trail": ("audit.tasks.seal_trail", 60),
    "queue-weekly-mails": ("dashboards.weekly.tasks.queue_weekly_mails", 900),
    "refresh-figures": ("dashboards.tasks.refresh_figures", 300),
}
"""Tasks with seconds of their own."""


def schedule(sweep: int) -> dict[str, dict[str, Any]]:
    """Every periodic task; ``sweep`` is in seconds.

    A ring that nobody heard expires before the next one.
    """
    beat = {name: (task, sweep) for name, task in SWEEPING.items()} | TIMED
    return {
        name: {"task": task, "schedule": seconds, "options": {"expires": seconds}}
        for name, (task, seconds) in beat.items()
    }
