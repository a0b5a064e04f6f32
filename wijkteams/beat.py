"""When the worker looks for what is due."""

from typing import Any


def schedule(sweep: int) -> dict[str, dict[str, Any]]:
    """Every periodic task with its seconds; ``sweep`` is how often due reminders are looked for.

    A ring that nobody heard expires before the next one.
    """
    beat = {
        "deliver-callback-reminders": ("cases.callbacks.tasks.deliver_reminders", sweep),
        "deliver-notification-reminders": (
            "cases.intakes.tasks.deliver_notification_reminders",
            sweep,
        ),
        "drop-expired-calls": ("cases.contacts.tasks.drop_expired_calls", sweep),
        "drop-forgotten-questions": ("cases.helpdesk.tasks.drop_forgotten_questions", sweep),
        "work-on-extracts": ("cases.brp.tasks.work_on_extracts", sweep),
        "make-papers": ("cases.papers.tasks.make_papers", sweep),
        "tidy-merges": ("cases.residents.tasks.tidy_merges", sweep),
        "remind-of-reviews": ("cases.knowledge.tasks.remind_of_reviews", 3600),
        "remind-of-agreements": ("cases.agenda.tasks.remind_of_agreements", 3600),
        "remind-of-left-files": ("cases.dossiers.tasks.remind_of_left_files", 3600),
        "remind-of-talks": ("cases.talks.tasks.remind_of_talks", 300),
        "remind-of-decisions": ("cases.decisions.tasks.remind_of_decisions", 300),
        "remind-of-waakvlammen": ("cases.waakvlam.tasks.remind_of_waakvlammen", 300),
        "look-after-tasks": ("cases.todos.tasks.look_after_tasks", 300),
        "look-after-handovers": ("cases.handovers.tasks.look_after_handovers", 300),
        "remind-of-advices": ("cases.advice.tasks.remind_of_advices", 300),
        "scan-documents": ("cases.documents.tasks.scan_documents", sweep),
        "tidy-documents": ("cases.documents.tasks.tidy_documents", 3600),
        "send-notice-mail": ("clusters.notices.tasks.send_notice_mail", sweep),
        "seal-audit-trail": ("audit.tasks.seal_trail", 60),
        "refresh-figures": ("dashboards.tasks.refresh_figures", 300),
    }
    return {
        name: {"task": task, "schedule": seconds, "options": {"expires": seconds}}
        for name, (task, seconds) in beat.items()
    }
