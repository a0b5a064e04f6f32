"""The kinds of lines in a dossier, and the groups by which somebody looks for them."""

from django.db import models


class LineKind(models.TextChoices):
    """What a line is about."""

    OPENED = "opened", "Dossier geopend"
    NOTE = "note", "Notitie"
    QUESTION = "question", "Hulpvraag toegevoegd"
    OUTCOME = "outcome", "Hulpvraag afgesloten"
    DIRECTION = "direction", "Casusregie overgedragen"
    JOINED = "joined", "Collega werkt mee"
    LEFT = "left", "Collega werkt niet meer mee"
    SAFETY = "safety", "“Let op” gewijzigd"
    CHARACTER = "character", "Complexiteit of inzet gewijzigd"
    CLOSED = "closed", "Dossier afgesloten"
    APPLIED = "applied", "Aanvraag ontvangen"
    TERM = "term", "Termijn van de aanvraag"
    DECIDED = "decided", "Besluit verstuurd"
    REVISION = "revision", "Wijziging van een besluit begonnen"
    OBJECTED = "objected", "Bezwaar"
    PLAN = "plan", "Plan begonnen"
    HOUSEHOLD = "household", "Voor wie het plan is gewijzigd"
    AGREED = "agreed", "Akkoord met het plan"
    GOAL = "goal", "Doel toegevoegd"
    GOAL_CHANGED = "goal_new", "Doel gewijzigd"
    GOAL_ENDED = "goal_end", "Doel beëindigd"
    ACTION = "act", "Actie toegevoegd"
    ACTION_CHANGED = "act_new", "Actie gewijzigd"
    ACTION_MOVED = "act_state", "Stand van een actie"
    EVALUATION = "eval_plan", "Evaluatie gepland"
    EVALUATED = "eval_held", "Evaluatie gehouden"
    NOT_EVALUATED = "eval_off", "Evaluatie ging niet door"
    MATCH_ASKED = "match_ask", "Vrijwilliger gevraagd"
    MATCH_TAKEN = "match_got", "Vraag om een vrijwilliger opgepakt"
    MATCHED = "matched", "Vrijwilliger gevonden"
    NO_MATCH = "no_match", "Geen vrijwilliger gevonden"
    MATCH_WITHDRAWN = "match_off", "Vraag om een vrijwilliger ingetrokken"
    ARRIVED = "arrived", "De vrijwilliger is gekomen"
    NOT_ARRIVED = "no_show", "De vrijwilliger is niet gekomen"
    ADVICE_ASKED = "adv_ask", "Advies gevraagd"
    ADVICE_GIVEN = "adv_got", "Advies gekregen"
    ADVICE_WITHDRAWN = "adv_off", "Adviesvraag ingetrokken"
    ITEM_BROUGHT = "conf_put", "Ingebracht in een overleg"
    ITEM_MOVED = "conf_move", "Bespreekpunt naar een ander overleg"
    ITEM_GUESTS = "conf_join", "Uitgenodigd voor een bespreekpunt"
    ITEM_GUEST_OFF = "conf_left", "Deelnemer aan een bespreekpunt afgezegd"
    ITEM_DISCUSSED = "conf_got", "Besproken in een overleg"
    ITEM_AGREED = "conf_agr", "Afspraak uit een overleg"
    ITEM_AGREED_ENDED = "conf_done", "Afspraak uit een overleg afgerond"
    ITEM_WITHDRAWN = "conf_off", "Bespreekpunt ingetrokken"
    REFERRED = "ref_sent", "Verwezen"
    REFERRAL_ARRIVED = "ref_came", "Verwijzing aangekomen"
    REFERRAL_FAILED = "ref_fail", "Verwijzing niet aangekomen"
    REFERRAL_LATER = "ref_later", "Verwijzing later nagaan"
    REFERRAL_GIVEN_UP = "ref_off", "Verwijzing losgelaten"
    REFERRER = "fb_who", "Verwijzer vastgelegd"
    FEEDBACK = "fb_sent", "Teruggekoppeld aan de verwijzer"
    NO_FEEDBACK = "fb_off", "Niet teruggekoppeld aan de verwijzer"
    TASK = "task", "Taak toegevoegd"
    TASK_DONE = "task_done", "Taak gedaan"
    TASK_DROP = "task_drop", "Taak vervallen"
    TASK_HAND = "task_hand", "Taak overgedragen"
    TASK_DAY = "task_day", "Taak naar een andere dag"
    DOCUMENT = "document", "Document toegevoegd"
    DOC_GONE = "doc_gone", "Document ingetrokken"
    RELATED = "related", "Ander dossier gekoppeld"
    UNRELATED = "unrelated", "Ander dossier losgekoppeld"
    OFFERED = "ho_offer", "Overdracht aangeboden"
    HANDOVER_ASKED = "ho_ask", "Toelichting op de overdracht gevraagd"
    HANDOVER_TOLD = "ho_told", "Toelichting op de overdracht gegeven"
    ACCEPTED = "ho_yes", "Overdracht aanvaard"
    HANDOVER_NO = "ho_no", "Overdracht geweigerd"
    HANDOVER_OFF = "ho_off", "Overdracht ingetrokken"
    HANDOVER_LATE = "ho_late", "Overdracht verlopen"
    EARLY = "ho_early", "Dossier gelezen vóór de overdracht"
    UNAGREED = "ho_unagr", "Inwoner trok het akkoord met de overdracht in"
    LATE_NOTE = "ho_note", "Aanvulling van de vorige casusregisseur"
    CALLBACK = "callback", "Terugbelverzoek"
    CONTACT = "contact", "Contact"
    MELDING = "melding", "Melding"
    TALK = "talk", "Keukentafelgesprek"
    REPORT = "report", "Onderzoeksverslag"
    MONEY = "money", "Maatwerkbudget"


K = LineKind
ELSEWHERE = (K.CALLBACK, K.CONTACT, K.MELDING, K.TALK, K.REPORT, K.MONEY)
"""Lines of another room: what, when and who, and never a word of it (DS-12)."""
OF_PLAN = (
    K.PLAN,
    K.HOUSEHOLD,
    K.AGREED,
    K.GOAL,
    K.GOAL_CHANGED,
    K.GOAL_ENDED,
    K.ACTION,
    K.ACTION_CHANGED,
    K.ACTION_MOVED,
    K.EVALUATION,
    K.EVALUATED,
    K.NOT_EVALUATED,
)
"""The lines that the plan leaves."""
OF_MATCHING = (
    K.MATCH_ASKED,
    K.MATCH_TAKEN,
    K.MATCHED,
    K.NO_MATCH,
    K.MATCH_WITHDRAWN,
    K.ARRIVED,
    K.NOT_ARRIVED,
)
"""The lines that a search for a volunteer leaves."""
OF_HANDOVERS = (
    K.OFFERED,
    K.HANDOVER_ASKED,
    K.HANDOVER_TOLD,
    K.ACCEPTED,
    K.HANDOVER_NO,
    K.HANDOVER_OFF,
    K.HANDOVER_LATE,
    K.EARLY,
    K.UNAGREED,
    K.LATE_NOTE,
)
"""The lines that a hand-over leaves."""
OF_REFERRALS = (
    K.REFERRED,
    K.REFERRAL_ARRIVED,
    K.REFERRAL_FAILED,
    K.REFERRAL_LATER,
    K.REFERRAL_GIVEN_UP,
    K.REFERRER,
    K.FEEDBACK,
    K.NO_FEEDBACK,
)
"""The lines that a referral leaves, and what who referred to us heard."""
OF_CONFERENCES = (
    K.ITEM_BROUGHT,
    K.ITEM_MOVED,
    K.ITEM_GUESTS,
    K.ITEM_GUEST_OFF,
    K.ITEM_DISCUSSED,
    K.ITEM_AGREED,
    K.ITEM_AGREED_ENDED,
    K.ITEM_WITHDRAWN,
)
"""The lines that a point in a meeting leaves."""
GROUPS: dict[str, tuple[str, tuple[LineKind, ...]]] = {
    "notities": ("Notities", (K.NOTE,)),
    "vragen": ("Hulpvragen", (K.QUESTION, K.OUTCOME, K.CHARACTER)),
    "plan": ("Plan", OF_PLAN),
    "taken": ("Taken", (K.TASK, K.TASK_DONE, K.TASK_DROP, K.TASK_HAND, K.TASK_DAY)),
    "documenten": ("Documenten", (K.DOCUMENT, K.DOC_GONE)),
    "besluiten": ("Aanvragen en besluiten", (K.APPLIED, K.REVISION, K.TERM, K.DECIDED, K.OBJECTED)),
    "vrijwilligers": ("Vrijwilligers", OF_MATCHING),
    "overdrachten": ("Overdrachten", OF_HANDOVERS),
    "advies": ("Adviesvragen", (K.ADVICE_ASKED, K.ADVICE_GIVEN, K.ADVICE_WITHDRAWN)),
    "overleggen": ("Casusoverleg en casustafel", OF_CONFERENCES),
    "verwijzingen": ("Verwijzingen", OF_REFERRALS),
    "contacten": ("Terugbelverzoeken en contacten", (K.CALLBACK, K.CONTACT)),
    "meldingen": ("Meldingen", (K.MELDING,)),
    "gesprekken": ("Gesprekken en verslagen", (K.TALK, K.REPORT)),
    "geld": ("Maatwerkbudget", (K.MONEY,)),
    "mensen": ("Regie en collega's", (K.OPENED, K.DIRECTION, K.JOINED, K.LEFT, K.CLOSED)),
    "dossiers": ("Andere dossiers", (K.RELATED, K.UNRELATED)),
    "let-op": ("“Let op”", (K.SAFETY,)),
}
"""What one can look for in a dossier: the word in the address, its label and the kinds (DS-13)."""
