"""Who may do what in the work process: the grant table of ``cases`` (security 3.3).

A role or a relation to the record → acts. The engine is ``common.access``.
"""

from enum import StrEnum

from clusters.models import Role
from common.access import Grants

HANDLER = "handler"  # a relation: the request is on this employee's desk
OWN_RESIDENT = "own_resident"  # a relation: open work of this resident is on their desk (E)
TALKER = "talker"  # a relation: at the table, as worker of the melding or as colleague
REPORT_READER = "report_reader"  # a relation: the same for the Wmo-team, which reads the report
MERGER = "merger"  # a relation: this employee merged the two cards
CASE_DIRECTOR = "case_director"  # a relation: directs the dossier
FILE_COLLEAGUE = "file_colleague"  # a relation: works along in the dossier today
DECIDER = "decider"  # a relation: the aanvraag is on this employee's desk
SECOND = "second"  # a relation: was asked to look at the decision with four eyes
APPLICATION_READER = "application_reader"  # a relation: works in the dossier or the melding
FILE_READER = "file_reader"  # a relation: may read the dossier before taking it over
FORMER_DIRECTOR = "former_director"  # a relation: directed it until some weeks ago
HANDOVER_SENDER = "handover_sender"  # a relation: directs the dossier that is offered
HANDOVER_RECEIVER = "handover_receiver"  # a relation: works in the team it is offered to
HANDOVER_WITNESS = "handover_witness"  # a relation: manager of either team; facts, no words
MATCH_COORDINATOR = "match_coordinator"  # a relation: asked to find a volunteer, or took it up
WAAKVLAM_OWNER = "waakvlam_owner"  # a relation: keeps in touch with the resident
WAAKVLAM_DEPUTY = "waakvlam_deputy"  # a relation: does so when the owner does not
ADVISER = "adviser"  # a relation: is asked for advice, in the team of the role in effect
LIAISON_KEEPER = "liaison_keeper"  # a relation: keeps the linking pins of this team right
OWNER = "owner"  # a relation: the agreement is this employee's to keep
UNCLAIMED = "unclaimed"  # a relation: nobody of the team has it yet, so any of them may read it


class Action(StrEnum):
    """Acts and pages of the work process."""

    REGISTER_CALLBACK = "register_callback"
    SEE_CALLBACK_STATUS = "see_callback_status"
    CANCEL_CALLBACK = "cancel_callback"
    SEE_WORKLIST = "see_worklist"
    SEE_CALLBACK = "see_callback"
    CLAIM_CALLBACK = "claim_callback"
    RELEASE_CALLBACK = "release_callback"
    FORWARD_CALLBACK = "forward_callback"
    ASSIGN_CALLBACK = "assign_callback"
    LOG_ATTEMPT = "log_attempt"
    CHOOSE_NEXT_STEP = "choose_next_step"
    PAUSE_CALLBACK = "pause_callback"
    RESUME_CALLBACK = "resume_callback"
    CLOSE_CALLBACK = "close_callback"
    REOPEN_CALLBACK = "reopen_callback"
    SEE_OVERDUE = "see_overdue"
    ADD_QUESTION = "add_question"
    SHOW_NUMBER = "show_number"
    EDIT_SAFE_CONTACT = "edit_safe_contact"
    MAINTAIN_QUESTION_SETS = "maintain_question_sets"
    TAKE_CALL = "take_call"
    SEE_CONTACTS = "see_contacts"
    LOOK_UP_CALLER = "look_up_caller"
    ASK_HELP_DESK = "ask_help_desk"
    ANSWER_HELP_QUESTION = "answer_help_question"
    SEE_ROSTER = "see_roster"
    PLAN_ROSTER = "plan_roster"
    READ_ARTICLES = "read_articles"
    SUGGEST_ARTICLE = "suggest_article"
    EDIT_ARTICLES = "edit_articles"
    WRITE_NEWS = "write_news"
    SEE_AGENDA = "see_agenda"
    TICK_AGENDA = "tick_agenda"
    SEE_RESIDENT = "see_resident"
    CHANGE_RESIDENT = "change_resident"
    GIVE_CONSENT = "give_consent"
    WITHDRAW_CONSENT = "withdraw_consent"
    SEARCH_RESIDENT = "search_resident"
    MERGE_RESIDENTS = "merge_residents"
    UNDO_MERGE = "undo_merge"
    SHOW_BSN = "show_bsn"
    CHANGE_BSN = "change_bsn"
    SHOW_HIDDEN_ADDRESS = "show_hidden_address"
    CHANGE_HIDDEN_ADDRESS = "change_hidden_address"
    SEE_NOTIFICATIONS = "see_notifications"
    REGISTER_NOTIFICATION = "register_notification"
    SEE_NOTIFICATION = "see_notification"
    CLAIM_NOTIFICATION = "claim_notification"
    RELEASE_NOTIFICATION = "release_notification"
    ASSIGN_NOTIFICATION = "assign_notification"
    MOVE_NOTIFICATION = "move_notification"
    CONFIRM_NOTIFICATION = "confirm_notification"
    TRIAGE_NOTIFICATION = "triage_notification"
    OFFER_SUPPORT = "offer_support"
    MAINTAIN_TRIAGE = "maintain_triage"
    REGISTER_ADVICE = "register_advice"
    SEE_SHORT_PROCEDURE = "see_short_procedure"
    SEE_PILOT_FIGURES = "see_pilot_figures"
    SEE_TALKS = "see_talks"
    PLAN_TALK = "plan_talk"
    SEE_TALK = "see_talk"
    WRITE_TALK = "write_talk"
    CONCLUDE_TALK = "conclude_talk"
    READ_REPORT = "read_report"
    WRITE_REPORT = "write_report"
    IMPORT_EXTRACT = "import_extract"
    SEE_FILES = "see_files"
    OPEN_FILE = "open_file"
    SEE_FILE = "see_file"
    READ_FILE = "read_file"
    WRITE_FILE = "write_file"
    STEER_FILE = "steer_file"
    CLOSE_FILE = "close_file"
    SEE_APPLICATIONS = "see_applications"
    FILE_APPLICATION = "file_application"
    SEE_APPLICATION = "see_application"
    CLAIM_APPLICATION = "claim_application"
    PASS_APPLICATION = "pass_application"  # noqa: S105 - an act, not a secret
    READ_DECISION = "read_decision"
    KEEP_TERM = "keep_term"
    WRITE_DECISION = "write_decision"
    COUNTERSIGN = "countersign"
    KEEP_OBJECTION = "keep_objection"
    REVISE_DECISION = "revise_decision"
    KEEP_DELIVERY = "keep_delivery"
    EXPORT_PROVISIONS = "export_provisions"
    READ_WITHDRAWN = "read_withdrawn"
    ADD_LATE_NOTE = "add_late_note"
    SEE_HANDOVERS = "see_handovers"
    SEE_HANDOVER = "see_handover"
    READ_HANDOVER = "read_handover"
    OFFER_HANDOVER = "offer_handover"
    ANSWER_HANDOVER = "answer_handover"
    SEE_MATCHES = "see_matches"
    SEE_MATCH = "see_match"
    ASK_MATCH = "ask_match"
    ANSWER_MATCH = "answer_match"
    SEE_WAAKVLAMMEN = "see_waakvlammen"
    SEE_WAAKVLAM = "see_waakvlam"
    READ_WAAKVLAM = "read_waakvlam"
    START_WAAKVLAM = "start_waakvlam"
    KEEP_WAAKVLAM = "keep_waakvlam"
    STEER_WAAKVLAM = "steer_waakvlam"
    SEE_ADVICES = "see_advices"
    SEE_ADVICE = "see_advice"
    ASK_ADVICE = "ask_advice"
    ANSWER_ADVICE = "answer_advice"
    SEE_ADVICE_FIGURES = "see_advice_figures"
    SEE_REFERRAL = "see_referral"
    MAKE_REFERRAL = "make_referral"
    SEE_LIAISONS = "see_liaisons"
    KEEP_LIAISONS = "keep_liaisons"
    CHANGE_LIAISON = "change_liaison"
    READ_OFFERS = "read_offers"
    WRITE_OFFERS = "write_offers"
    SEE_MANDATES = "see_mandates"
    KEEP_MANDATES = "keep_mandates"


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
    | {A.SEE_LIAISONS, A.KEEP_LIAISONS}
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
"""Rows 5 and 6: who works in a dossier; the team only knows that it is there."""

KNOWN_WAAKVLAM = frozenset({A.SEE_WAAKVLAMMEN, A.SEE_WAAKVLAM})
"""Row 5: the team knows that it is there; who keeps it reads on."""
MY_WAAKVLAM = frozenset({A.READ_WAAKVLAM, A.KEEP_WAAKVLAM})

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

GRANTS = Grants(
    {
        Role.CONTACT_CENTRE: DESK,
        Role.HELP_DESK: HELP_DESK,
        Role.TEAM_WORKER: WORKER
        | MAP_WRITER
        | RESIDENT
        | INTAKE
        | {A.SEARCH_RESIDENT, A.SEE_TALKS, A.PLAN_TALK}
        | {A.SEE_FILES, A.OPEN_FILE, A.SEE_FILE, A.SEE_MATCHES, A.SEE_HANDOVERS}
        | KNOWN_WAAKVLAM
        | {A.START_WAAKVLAM}
        | {A.SEE_ADVICES}
        | APPLICATIONS
        | {A.FILE_APPLICATION},
        Role.CITY_SOCIAL_TEAM: WORKER
        | INTAKE_READER
        | {A.SEARCH_RESIDENT, A.SEE_FILES, A.SEE_FILE, A.SEE_HANDOVERS, A.SEE_ADVICES},
        Role.CITY_HALL_TEAM: WORKER
        | INTAKE
        | {A.SEARCH_RESIDENT, A.SEE_TALKS, A.IMPORT_EXTRACT}
        | {A.SEE_FILES, A.SEE_FILE, A.SEE_HANDOVERS, A.SEE_ADVICES}
        | APPLICATIONS
        | {A.FILE_APPLICATION, A.KEEP_DELIVERY, A.EXPORT_PROVISIONS},
        Role.TEAM_MANAGER: WORKER
        | MAP_WRITER
        | (ON_MY_DESK - {A.LOG_ATTEMPT})
        | STEERED_INTAKE
        | {A.SEE_PILOT_FIGURES, A.SEE_FILES, A.SEE_FILE, A.STEER_FILE, A.SEE_HANDOVERS}
        | {A.SEE_APPLICATIONS, A.SEE_APPLICATION, A.PASS_APPLICATION}
        | KNOWN_WAAKVLAM
        | {A.STEER_WAAKVLAM, A.SEE_ADVICE_FIGURES, A.KEEP_LIAISONS},
        Role.GENERAL_MANAGER: MAP_READER
        | MANDATE_READER
        | {A.SEE_OVERDUE, A.SEE_PILOT_FIGURES}
        | {A.SEE_ADVICE_FIGURES, A.SEE_LIAISONS},
        Role.LIAISON: MAP_READER,
        Role.APPLICATION_MANAGER: MAINTAINER,
        HANDLER: ON_MY_DESK | MY_INTAKE | {A.SEE_SHORT_PROCEDURE},
        OWN_RESIDENT: RESIDENT | SEALED,
        MERGER: frozenset({A.UNDO_MERGE}),
        UNCLAIMED: frozenset({A.SEE_NOTIFICATION}),
        TALKER: AT_THE_TABLE,
        REPORT_READER: frozenset({A.SEE_TALK, A.READ_REPORT}),
        CASE_DIRECTOR: IN_THE_FILE
        | {A.STEER_FILE, A.CLOSE_FILE, A.READ_WITHDRAWN, A.OFFER_HANDOVER},
        FILE_COLLEAGUE: IN_THE_FILE,
        FILE_READER: READS_THE_FILE,
        FORMER_DIRECTOR: READS_THE_FILE | {A.ADD_LATE_NOTE},
        HANDOVER_SENDER: HANDOVER_WORDS | {A.OFFER_HANDOVER},
        HANDOVER_RECEIVER: HANDOVER_WORDS | {A.ANSWER_HANDOVER},
        HANDOVER_WITNESS: HANDOVER_FACTS,
        DECIDER: ON_MY_APPLICATION,
        SECOND: frozenset({A.READ_DECISION, A.COUNTERSIGN}),
        APPLICATION_READER: frozenset({A.READ_DECISION, A.REVISE_DECISION}),
        MATCH_COORDINATOR: frozenset({A.SEE_MATCH, A.ANSWER_MATCH}),
        WAAKVLAM_OWNER: MY_WAAKVLAM | {A.STEER_WAAKVLAM},
        WAAKVLAM_DEPUTY: MY_WAAKVLAM,
        ADVISER: frozenset({A.SEE_ADVICE, A.ANSWER_ADVICE}),
        LIAISON_KEEPER: frozenset({A.CHANGE_LIAISON}),
        OWNER: frozenset({A.SEE_AGENDA, A.TICK_AGENDA}),
    }
)
