"""Index of the acts on a meldcode."""

from cases.meldcode.services.ending import end_code
from cases.meldcode.services.keeping import change_persons, note_step, plan_code
from cases.meldcode.services.officers import change_officer, create_officer
from cases.meldcode.services.opening import open_code
from cases.meldcode.services.reminding import remind_of_codes
from cases.meldcode.services.reporting import note_feedback, report_code
from cases.meldcode.services.steering import (
    admit_colleague,
    bar_employee,
    dismiss_colleague,
    lift_bar,
    pass_code,
)

__all__ = [
    "admit_colleague",
    "bar_employee",
    "change_officer",
    "change_persons",
    "create_officer",
    "dismiss_colleague",
    "end_code",
    "lift_bar",
    "note_feedback",
    "note_step",
    "open_code",
    "pass_code",
    "plan_code",
    "remind_of_codes",
    "report_code",
]
