"""Which acts and pages belong together in one cell of the matrix (security 3.3).

``cases.permissions`` says to whom each cell is given.
"""

from cases.acts import Action

A = Action
READER = frozenset({A.READ_ARTICLES})
MAP_READER = frozenset({A.READ_OFFERS})
MANDATE_READER = frozenset({A.SEE_MANDATES})
MAP_WRITER = MAP_READER | {A.WRITE_OFFERS}
DESK = (
    READER
    | MAP_READER
    | {
        A.REGISTER_CALLBACK,
        A.SEE_CALLBACK_STATUS,
        A.CANCEL_CALLBACK,
        A.ADD_QUESTION,
        A.TAKE_CALL,
        A.SEE_CONTACTS,
        A.LOOK_UP_CALLER,
        A.ASK_HELP_DESK,
        A.SEE_ROSTER,
        A.SUGGEST_ARTICLE,
        A.SEE_AGENDA,
        A.TICK_AGENDA,
    }
)
EDITOR = READER | {A.EDIT_ARTICLES, A.WRITE_NEWS, A.PLAN_ROSTER, A.SEE_ROSTER}
HELP_DESK = DESK | EDITOR | MAP_WRITER | {A.ANSWER_HELP_QUESTION}
MAINTAINER = (
    EDITOR
    | MANDATE_READER
    | {A.MAINTAIN_QUESTION_SETS, A.MAINTAIN_TRIAGE, A.KEEP_MANDATES}
    | {A.SEE_LIAISONS, A.KEEP_LIAISONS, A.SEE_OFFICERS, A.KEEP_OFFICERS}
)
WORKER = (
    READER
    | MAP_READER
    | MANDATE_READER
    | {
        A.SEE_WORKLIST,
        A.SEE_CALLBACK,
        A.CLAIM_CALLBACK,
        A.FORWARD_CALLBACK,
        A.ASSIGN_CALLBACK,
        A.REOPEN_CALLBACK,
        A.SEE_LIAISONS,
        A.SEE_OFFICERS,
    }
)
RESIDENT = frozenset(
    {
        A.SEE_RESIDENT,
        A.CHANGE_RESIDENT,
        A.MERGE_RESIDENTS,
        A.GIVE_CONSENT,
        A.WITHDRAW_CONSENT,
    }
)
SEALED = frozenset({A.SHOW_BSN, A.CHANGE_BSN, A.SHOW_HIDDEN_ADDRESS, A.CHANGE_HIDDEN_ADDRESS})
ON_MY_DESK = frozenset(
    {
        A.RELEASE_CALLBACK,
        A.LOG_ATTEMPT,
        A.CHOOSE_NEXT_STEP,
        A.PAUSE_CALLBACK,
        A.RESUME_CALLBACK,
        A.CLOSE_CALLBACK,
        A.SHOW_NUMBER,
        A.EDIT_SAFE_CONTACT,
    }
)
INTAKE_READER = frozenset({A.SEE_NOTIFICATIONS, A.CLAIM_NOTIFICATION, A.REGISTER_ADVICE})
INTAKE = INTAKE_READER | {A.REGISTER_NOTIFICATION}
MY_INTAKE = frozenset(
    {
        A.SEE_NOTIFICATION,
        A.RELEASE_NOTIFICATION,
        A.ASSIGN_NOTIFICATION,
        A.MOVE_NOTIFICATION,
        A.CONFIRM_NOTIFICATION,
        A.TRIAGE_NOTIFICATION,
        A.OFFER_SUPPORT,
    }
)
STEERED_INTAKE = frozenset({A.SEE_NOTIFICATIONS, A.REGISTER_ADVICE}) | MY_INTAKE
AT_THE_TABLE = frozenset(
    {
        A.SEE_TALK,
        A.WRITE_TALK,
        A.CONCLUDE_TALK,
        A.READ_REPORT,
        A.WRITE_REPORT,
    }
)
"""Row 6: who is assigned reads and writes what was said; a manager does not."""

HANDOVER_FACTS = frozenset({A.SEE_HANDOVER})
HANDOVER_WORDS = HANDOVER_FACTS | {A.READ_HANDOVER}
READS_THE_FILE = HANDOVER_WORDS | {A.SEE_FILE, A.READ_FILE}
IN_THE_FILE = READS_THE_FILE | {A.WRITE_FILE, A.SEE_MATCH, A.ASK_MATCH}
IN_THE_FILE |= {A.SEE_ADVICE, A.ASK_ADVICE, A.SEE_REFERRAL, A.MAKE_REFERRAL}
IN_THE_FILE |= {A.SEE_ITEM, A.BRING_ITEM, A.WRITE_MINUTES, A.END_AGREEMENT}
IN_THE_FILE |= {A.SEE_FEEDBACK, A.GIVE_FEEDBACK}
"""Rows 5 and 6: who works in a dossier; the team only knows that it is there."""
IN_THE_FILE_FOR = IN_THE_FILE | {A.STEER_FILE, A.CLOSE_FILE, A.READ_WITHDRAWN}
"""W of row 5 and 6: all that the casusregisseur does, but a hand-over (row 9: E only)."""

CONFERENCES = frozenset({A.SEE_CONFERENCES, A.SEE_AGENDA_OF_CONFERENCE})
"""Row 10: who may bring a point knows when there is a meeting."""
AT_CONFERENCES = CONFERENCES | {A.SEE_ITEMS}

KNOWN_WAAKVLAM = frozenset({A.SEE_WAAKVLAMMEN, A.SEE_WAAKVLAM})
"""Row 5: the team knows that it is there; who keeps it reads on."""
MY_WAAKVLAM = frozenset({A.READ_WAAKVLAM, A.KEEP_WAAKVLAM})

KNOWN_SIGNAL = frozenset({A.SEE_SIGNALS, A.SEE_SIGNAL})
"""The same for a signal (SG-3); who goes, or could go, reads on."""
COLLECTIVE = frozenset({A.SEE_COLLECTIVE, A.REGISTER_COLLECTIVE})
"""Work for the neighbourhood: who works in the cluster; of the own team one changes it (CW-8)."""
SIGNAL_TREND = frozenset({A.SEE_SIGNAL_TREND})
CARING = frozenset({A.SEE_SAFETY_CODES, A.OPEN_SAFETY_CODE})
"""Row 7: a wijkwerker and the SST; which one they may see depends on the meldcode."""
IN_THE_CODE = frozenset({A.SEE_SAFETY_CODE, A.WRITE_SAFETY_CODE})

APPLICATIONS = frozenset({A.SEE_APPLICATIONS, A.SEE_APPLICATION, A.CLAIM_APPLICATION})
ON_MY_APPLICATION = frozenset(
    {
        A.PASS_APPLICATION,
        A.READ_DECISION,
        A.KEEP_TERM,
        A.WRITE_DECISION,
        A.KEEP_OBJECTION,
        A.KEEP_DELIVERY,
        A.REVISE_DECISION,
    }
)
"""Row 6: whoever must decide reads and writes it; the team knows that it is there (row 5)."""
