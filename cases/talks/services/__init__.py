"""Index of the acts on talks and reports."""

from cases.talks.services.concluding import conclude_talk
from cases.talks.services.marking import lift_mark
from cases.talks.services.planning import Appointment, cancel_talk, change_talk, plan_talk
from cases.talks.services.reminding import remind_of_talks
from cases.talks.services.reporting import create_report, save_report, send_report
from cases.talks.services.signing import record_reaction, sign_report
from cases.talks.services.talking import (
    agree_on,
    drop_agreement,
    hold_talk,
    save_card,
    switch_on_domain,
)

__all__ = [
    "Appointment",
    "agree_on",
    "cancel_talk",
    "change_talk",
    "conclude_talk",
    "create_report",
    "drop_agreement",
    "hold_talk",
    "lift_mark",
    "plan_talk",
    "record_reaction",
    "remind_of_talks",
    "save_card",
    "save_report",
    "send_report",
    "sign_report",
    "switch_on_domain",
]
