"""Index of the rooms' tasks: Celery looks here."""

from cases.advice.tasks import remind_of_advices
from cases.agenda.tasks import remind_of_agreements
from cases.brp.tasks import work_on_extracts
from cases.callbacks.tasks import deliver_reminders
from cases.conferences.tasks import plan_conferences
from cases.contacts.tasks import drop_expired_calls
from cases.decisions.tasks import remind_of_decisions
from cases.documents.tasks import scan_documents, tidy_documents
from cases.dossiers.tasks import remind_of_left_files
from cases.handout.tasks import empty_old_hand_outs
from cases.handovers.tasks import look_after_handovers
from cases.helpdesk.tasks import drop_forgotten_questions
from cases.intakes.tasks import deliver_notification_reminders
from cases.knowledge.tasks import remind_of_reviews
from cases.meldcode.tasks import look_after_safety
from cases.papers.tasks import make_papers
from cases.residents.tasks import tidy_merges
from cases.signals.tasks import empty_old_signals, remind_of_signals
from cases.talks.tasks import remind_of_talks
from cases.todos.tasks import look_after_tasks
from cases.waakvlam.tasks import remind_of_waakvlammen

__all__ = [
    "deliver_notification_reminders",
    "deliver_reminders",
    "drop_expired_calls",
    "drop_forgotten_questions",
    "empty_old_hand_outs",
    "empty_old_signals",
    "look_after_handovers",
    "look_after_safety",
    "look_after_tasks",
    "make_papers",
    "plan_conferences",
    "remind_of_advices",
    "remind_of_agreements",
    "remind_of_decisions",
    "remind_of_left_files",
    "remind_of_reviews",
    "remind_of_signals",
    "remind_of_talks",
    "remind_of_waakvlammen",
    "scan_documents",
    "tidy_documents",
    "tidy_merges",
    "work_on_extracts",
]
