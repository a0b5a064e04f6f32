"""Acts on aanvragen and decisions."""

from cases.decisions.services.deciding import (
    countersign,
    decide,
    offer_decision,
    reopen_decision,
    return_decision,
)
from cases.decisions.services.delivering import note_delivery
from cases.decisions.services.desks import (
    claim_application,
    pass_application,
    withdraw_application,
)
from cases.decisions.services.drafting import (
    Draft,
    Granted,
    add_provision,
    remove_provision,
    save_draft,
)
from cases.decisions.services.filing import file_application
from cases.decisions.services.keeping import end_pause, name_delay, note_default, pause_term
from cases.decisions.services.objecting import (
    Received,
    decide_objection,
    postpone_objection,
    register_objection,
)
from cases.decisions.services.reminding import remind_of_decisions
from cases.decisions.services.reviewing import note_review
from cases.decisions.services.revising import revise_decision
from cases.decisions.services.sending import send_decision
from cases.decisions.services.telling import send_delay_letter, send_pause_letter

__all__ = [
    "Draft",
    "Granted",
    "Received",
    "add_provision",
    "claim_application",
    "countersign",
    "decide",
    "decide_objection",
    "end_pause",
    "file_application",
    "name_delay",
    "note_default",
    "note_delivery",
    "note_review",
    "offer_decision",
    "pass_application",
    "pause_term",
    "postpone_objection",
    "register_objection",
    "remind_of_decisions",
    "remove_provision",
    "reopen_decision",
    "return_decision",
    "revise_decision",
    "save_draft",
    "send_decision",
    "send_delay_letter",
    "send_pause_letter",
    "withdraw_application",
]
