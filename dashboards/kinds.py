"""Every kind of work on Mijn werk: the one place where a new kind is written down (ADR 47).

Add a line with the rows that wait for somebody, the moment they stand by, the columns their row
shows and how it reads; ``Kind`` says what each must hold. Nothing else has to know of it: order,
limit, audit trail and the number of queries are those of ``dashboards.mine``.
"""

from django.db.models import F
from django.db.models.functions import Coalesce

from cases.plans.due import evaluations_due
from dashboards import mine_advice, mine_decisions, mine_files, mine_handovers, mine_intakes
from dashboards import mine_budgets as budgets
from dashboards import mine_conferences as conferences
from dashboards import mine_signals as signals
from dashboards import mine_waakvlam as waakvlam
from dashboards.mine_bank import BANK_LINE, bank_items, bank_lines_of
from dashboards.mine_cover import COVER, OVER_AT, cover_items, covers_of
from dashboards.mine_safety import SAFETY, safety_items, safety_of
from dashboards.shapes import Midnight
from dashboards.work import DUE, Kind

HANDLER, DIRECTOR = ("handler",), ("file__director",)
DECIDER, KEEPERS = ("application__handler",), ("owner", "deputy")
ANSWER, BEGINS = F("answer_by"), F("conference__begins_at")

KINDS = {
    "terugbellen": Kind(
        mine_intakes.callbacks_of, DUE, mine_intakes.CALLBACK, mine_intakes.callback_items, HANDLER
    ),
    "meldingen": Kind(
        mine_intakes.notifications_of,
        mine_intakes.SOONEST,
        mine_intakes.NOTIFICATION,
        mine_intakes.notification_items,
        HANDLER,
    ),
    "gesprekken": Kind(
        mine_intakes.talks_of,
        mine_intakes.TALK_OR_REPORT,
        mine_intakes.TALK,
        mine_intakes.talk_items,
        ("notification__handler",),
    ),
    "aanvragen": Kind(
        mine_decisions.applications_of,
        DUE,
        mine_decisions.ASKED,
        mine_decisions.application_items,
        HANDLER,
    ),
    "bezwaren": Kind(
        mine_decisions.objections_of,
        DUE,
        mine_decisions.OBJECTION,
        mine_decisions.objection_items,
        DECIDER,
    ),
    "heronderzoek": Kind(
        mine_decisions.reviews_of,
        Midnight("review_on", later=1),
        mine_decisions.REVIEW,
        mine_decisions.review_items,
        DECIDER,
    ),
    "evaluaties": Kind(
        evaluations_due,
        Midnight("planned_on", later=1),
        mine_files.EVALUATION,
        mine_files.evaluation_items,
        DIRECTOR,
    ),
    "taken": Kind(mine_files.tasks_of, DUE, mine_files.TASK, mine_files.task_items, ("owner",)),
    "zonder_eigenaar": Kind(
        mine_files.unowned_of,
        DUE,
        (*mine_files.TASK, *mine_files.OWNER),
        mine_files.unowned_items,
    ),
    "nagaan": Kind(
        mine_files.follow_ups_of,
        Coalesce(Midnight("follow_up_on"), ANSWER),
        mine_files.MATCH,
        mine_files.match_items,
        DIRECTOR,
    ),
    "zoeken": Kind(
        mine_files.searches_of,
        Coalesce(Midnight("follow_up_on"), ANSWER),
        mine_files.MATCH,
        mine_files.match_items,
        ("coordinator",),
    ),
    "overdrachten": Kind(
        mine_handovers.offers_of,
        ANSWER,
        mine_handovers.HANDOVER,
        mine_handovers.handover_items,
    ),
    "toelichten": Kind(
        mine_handovers.questions_of,
        ANSWER,
        mine_handovers.HANDOVER,
        mine_handovers.handover_items,
    ),
    "teruggekomen": Kind(
        mine_handovers.returns_of,
        F("ended_at"),
        mine_handovers.HANDOVER,
        mine_handovers.handover_items,
    ),
    "waakvlammen": Kind(
        waakvlam.contacts_of, DUE, waakvlam.WAAKVLAM, waakvlam.contact_items, KEEPERS
    ),
    "waakvlam-bekijken": Kind(
        waakvlam.waakvlam_reviews_of,
        Midnight("review_on", later=1),
        waakvlam.WAAKVLAM,
        waakvlam.waakvlam_review_items,
        KEEPERS,
    ),
    "adviezen": Kind(mine_advice.advices_of, ANSWER, mine_advice.ADVICE, mine_advice.advice_items),
    "antwoorden": Kind(
        mine_advice.answers_of,
        ANSWER,
        mine_advice.ADVICE,
        mine_advice.answer_items,
        ("asked_by", "file__director"),
    ),
    "bespreken": Kind(
        conferences.discussions_of, BEGINS, conferences.ITEM, conferences.discussion_items
    ),
    "ander-overleg": Kind(
        conferences.left_over_of, BEGINS, conferences.ITEM, conferences.left_over_items, DIRECTOR
    ),
    "afspraken": Kind(
        conferences.agreements_of,
        Midnight("due_on", later=1),
        conferences.AGREEMENT,
        conferences.agreement_items,
    ),
    "signalen": Kind(signals.signals_of, DUE, signals.SIGNAL, signals.signal_items, HANDLER),
    "terugkoppelen": Kind(
        mine_advice.feedbacks_of,
        Midnight("due_on", later=1),
        mine_advice.FEEDBACK,
        mine_advice.feedback_items,
        DIRECTOR,
    ),
    "meldcode": Kind(safety_of, Midnight("next_on"), SAFETY, safety_items),
    "verwijzingen": Kind(
        mine_advice.referrals_of,
        Midnight("follow_up_on"),
        mine_advice.REFERRAL,
        mine_advice.referral_items,
        DIRECTOR,
    ),
    "maatwerk-beslissen": Kind(
        budgets.decisions_of, budgets.DECIDE_BY, budgets.DECIDE, budgets.decision_items
    ),
    "maatwerk-betalen": Kind(
        budgets.payments_of, Midnight("lapses_on", later=1), budgets.PAY, budgets.payment_items
    ),
    "voorschot-navragen": Kind(
        budgets.advances_of,
        Midnight("expected_on", later=1),
        budgets.ADVANCE,
        budgets.advance_items,
    ),
    "voorschot-in-dossier": Kind(
        budgets.advances_in_files_of,
        Midnight("expected_on", later=1),
        budgets.ADVANCE,
        budgets.advance_items,
    ),
    "voorschot-geweigerd": Kind(
        budgets.refusals_of,
        Midnight("expected_on", later=1),
        budgets.ADVANCE,
        budgets.refusal_items,
    ),
    "afboeken-tekenen": Kind(
        budgets.signatures_of,
        Midnight("expected_on", later=1),
        budgets.ADVANCE,
        budgets.signature_items,
    ),
    "waargenomen": Kind(covers_of, OVER_AT, COVER, cover_items),
    "bankregels": Kind(bank_lines_of, ANSWER, BANK_LINE, bank_items),
}
