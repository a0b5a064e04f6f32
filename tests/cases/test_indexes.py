"""The indexes name what the rooms have: Celery and the apps above look there only."""

from cases import models, tasks
from cases.callbacks.tasks import deliver_reminders


def test_celery_finds_the_tasks_of_the_rooms():
    assert tasks.__all__ == [
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
    assert tasks.deliver_reminders is deliver_reminders


def test_every_name_of_the_index_is_there():
    assert [name for name in models.__all__ if not hasattr(models, name)] == []
