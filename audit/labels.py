"""How an event reads on the screen: one line per code, with a name for lists and a phrase.

A phrase goes after the name of the employee; ``{0}`` is what it was about ("terugbelverzoek
123"). A code that is missing here is shown as it is; a test asks for a line per code.
"""

from django.apps import apps

from audit.absence_codes import CODES as ABSENCE_CODES
from audit.advice_codes import CODES as ADVICE_CODES
from audit.budget_codes import CODES as BUDGET_CODES
from audit.collective_codes import CODES as COLLECTIVE_CODES
from audit.conference_codes import CODES as CONFERENCE_CODES
from audit.cover_codes import CODES as COVER_CODES
from audit.dashboard_codes import CODES as DASHBOARD_CODES
from audit.decision_codes import CODES as DECISION_CODES
from audit.document_codes import CODES as DOCUMENT_CODES
from audit.feedback_codes import CODES as FEEDBACK_CODES
from audit.file_codes import CODES as FILE_CODES
from audit.handover_codes import CODES as HANDOVER_CODES
from audit.liaison_codes import CODES as LIAISON_CODES
from audit.login_codes import CODES as LOGIN_CODES
from audit.mandate_codes import CODES as MANDATE_CODES
from audit.match_codes import CODES as MATCH_CODES
from audit.organisation_codes import CODES as ORGANISATION_CODES
from audit.paper_codes import CODES as PAPER_CODES
from audit.plan_codes import CODES as PLAN_CODES
from audit.referral_codes import CODES as REFERRAL_CODES
from audit.resident_codes import CODES as RESIDENT_CODES
from audit.safety_codes import CODES as SAFETY_CODES
from audit.signal_codes import CODES as SIGNAL_CODES
from audit.todo_codes import CODES as TODO_CODES
from audit.waakvlam_codes import CODES as WAAKVLAM_CODES
from audit.who import RELATIONS, ROLES
from audit.workload_codes import CODES as WORKLOAD_CODES

CODES: dict[str, tuple[str, str]] = {
    **ABSENCE_CODES,
    **COVER_CODES,
    **ORGANISATION_CODES,
    **DECISION_CODES,
    **FILE_CODES,
    **HANDOVER_CODES,
    **LOGIN_CODES,
    **MANDATE_CODES,
    **PAPER_CODES,
    **PLAN_CODES,
    **TODO_CODES,
    **RESIDENT_CODES,
    **DOCUMENT_CODES,
    **MATCH_CODES,
    **WAAKVLAM_CODES,
    **WORKLOAD_CODES,
    **DASHBOARD_CODES,
    **FEEDBACK_CODES,
    **SIGNAL_CODES,
    **ADVICE_CODES,
    **COLLECTIVE_CODES,
    **CONFERENCE_CODES,
    **BUDGET_CODES,
    **LIAISON_CODES,
    **REFERRAL_CODES,
    **SAFETY_CODES,
    "access.denied": ("Toegang geweigerd", "werd geweigerd bij {0}"),
    "access.not_found": ("Bestaat niet of mag niet", "vroeg om {0}, dat er voor hen niet is"),
    "request.refused": ("Verzoek geweigerd", "deed een verzoek dat is geweigerd bij {0}"),
    "request.failed": ("Fout in het systeem", "deed een verzoek dat misging bij {0}"),
    "audit.closed_read": (
        "Logboek van afgeschermde delen gelezen",
        "las ook de regels van afgeschermde delen",
    ),
    "audit.read": ("Logboek gelezen", "las het logboek"),
    "list.created": ("Regel in lijst gemaakt", "maakte {0}"),
    "list.changed": ("Regel in lijst gewijzigd", "wijzigde {0}"),
    "list.deleted": ("Regel in lijst verwijderd", "verwijderde {0}"),
    "residents.imported": ("BRP-uittreksel ingelezen", "las een BRP-uittreksel in"),
    "extract.added": ("BRP-uittreksel geüpload", "uploadde {0}"),
    "extract.checked": ("BRP-uittreksel gecontroleerd", "controleerde {0}"),
    "extract.started": ("BRP-uittreksel laten inlezen", "begon met het inlezen van {0}"),
    "extract.restarted": ("BRP-uittreksel opnieuw gestart", "startte {0} opnieuw"),
    "extract.finished": ("BRP-uittreksel klaar", "las {0} helemaal in"),
    "extract.failed": ("BRP-uittreksel mislukt", "kon {0} niet inlezen"),
    "extract.cancelled": ("BRP-uittreksel afgebroken", "brak {0} af"),
    "extract.expired": ("BRP-uittreksel weggegooid", "gooide {0} na een dag weg"),
    "extract.listed": ("BRP-uittreksels gelezen", "las de lijst met BRP-uittreksels"),
    "extract.read": ("Rapport van BRP-uittreksel gelezen", "las het rapport van {0}"),
    "extract.exported": ("Foute regels opgehaald", "haalde de foute regels van {0} op"),
    "party.created": ("Persoon rond een inwoner vastgelegd", "legde {0} vast"),
    "party.changed": ("Persoon rond een inwoner gewijzigd", "wijzigde {0}"),
    "party.removed": ("Persoon rond een inwoner verwijderd", "verwijderde {0}"),
    "professional.created": ("Betrokken professional vastgelegd", "legde {0} vast"),
    "professional.changed": ("Betrokken professional gewijzigd", "wijzigde {0}"),
    "consent.given": ("Toestemming vastgelegd", "legde {0} vast"),
    "consent.withdrawn": ("Toestemming ingetrokken", "trok {0} in"),
    "callback.registered": ("Terugbelverzoek vastgelegd", "legde {0} vast"),
    "callback.read": ("Terugbelverzoek gelezen", "las {0}"),
    "callback.listed": ("Lijst met terugbelverzoeken gelezen", "las een lijst terugbelverzoeken"),
    "callback.mine_listed": ("Eigen terugbelverzoeken gelezen", "las de eigen terugbelverzoeken"),
    "callback.overdue_listed": (
        "Lijst ver over de termijn gelezen",
        "las de terugbelverzoeken die ver over de termijn zijn",
    ),
    "callback.status_listed": (
        "Stand van terugbelverzoeken gelezen",
        "las de stand van een lijst terugbelverzoeken",
    ),
    "callback.status_read": ("Stand van terugbelverzoek gelezen", "las de stand van {0}"),
    "callback.claimed": ("Terugbelverzoek opgepakt", "pakte {0} op"),
    "callback.released": ("Terugbelverzoek teruggegeven", "gaf {0} terug aan het team"),
    "callback.forwarded": ("Terugbelverzoek doorgestuurd", "stuurde {0} door naar een ander team"),
    "callback.assigned": ("Terugbelverzoek gegeven aan collega", "gaf {0} aan een collega"),
    "callback.attempted": ("Gebeld", "belde voor {0}"),
    "callback.chosen": ("Vervolg gekozen", "koos een vervolg voor {0}"),
    "callback.paused": ("Wacht op inwoner", "zette {0} op wachten"),
    "callback.resumed": ("Terugbelverzoek hervat", "hervatte {0}"),
    "callback.closed": ("Terugbelverzoek afgesloten", "sloot {0} af"),
    "callback.cancelled": ("Terugbelverzoek ingetrokken", "trok {0} in"),
    "callback.reminded.before": (
        "Herinnerd vóór de termijn",
        "herinnerde de behandelaar of het team aan {0}",
    ),
    "callback.reminded.term": (
        "Gemeld op de termijn",
        "meldde {0} aan de wijkteammanager: de termijn is voorbij",
    ),
    "callback.reminded.twice": (
        "Gemeld ver over de termijn",
        "meldde {0} aan de algemeen manager: twee keer de termijn is voorbij",
    ),
    "callback.reminded.pause": ("Pauze voorbij", "meldde dat de pauze van {0} voorbij is"),
    "callback.demo_term_moved": ("Termijn verzet (demo)", "verzette de termijn van {0}"),
    "callback.reopened": ("Terugbelverzoek heropend", "heropende {0}"),
    "callback.extended": ("Vraag toegevoegd", "voegde een vraag toe aan {0}"),
    "callback.card_changed": (
        "Veilig bellen aangepast",
        "paste de kaart veilig bellen aan bij {0}",
    ),
    "callback.number_shown": ("Nummer getoond", "las de kaart en opende het nummer bij {0}"),
    "article.created": ("Artikel geschreven", "schreef {0}"),
    "article.changed": ("Artikel gewijzigd", "wijzigde {0}"),
    "article.reviewed": ("Artikel bekeken", "zei dat {0} nog klopt"),
    "suggestion.created": ("Artikel gevraagd", "vroeg een artikel aan"),
    "suggestion.settled": ("Gevraagd artikel afgehandeld", "handelde {0} af"),
    "news.created": ("Bericht geschreven", "schreef {0}"),
    "news.changed": ("Bericht gewijzigd", "wijzigde {0}"),
    "duty.created": ("Op het rooster gezet", "zette {0} op het rooster"),
    "duty.deleted": ("Van het rooster gehaald", "haalde {0} van het rooster"),
    "notification.registered": ("Melding vastgelegd", "legde {0} vast"),
    "notification.prepared": (
        "Melding voorbereid",
        "bereidde een melding voor bij {0}",
    ),
    "notification.read": ("Melding gelezen", "las {0}"),
    "notification.letter_read": ("Bevestiging gelezen", "las de bevestiging van {0}"),
    "notification.listed": ("Lijst met meldingen gelezen", "las een lijst meldingen"),
    "notification.claimed": ("Melding opgepakt", "pakte {0} op"),
    "notification.released": ("Melding teruggegeven", "gaf {0} terug aan het team"),
    "notification.assigned": ("Melding gegeven aan collega", "gaf {0} aan een collega"),
    "notification.confirmed": ("Melding bevestigd", "verstuurde de bevestiging van {0}"),
    "triage_rules.changed": ("Triageregels gewijzigd", "schreef {0}"),
    "triage_rules.published": ("Triageregels in gebruik", "nam {0} in gebruik"),
    "advice.registered": ("Informatie en advies vastgelegd", "legde een kort contact vast"),
    "notification.triaged": ("Triage vastgelegd", "legde de triage van {0} vast"),
    "notification.support": (
        "Cliëntondersteuning aangeboden",
        "legde bij {0} het aanbod van cliëntondersteuning vast",
    ),
    "notification.oco_asked": (
        "Cliëntondersteuning gevraagd",
        "vroeg bij {0} om cliëntondersteuning",
    ),
    "notification.support_read": (
        "Cliëntondersteuning gelezen",
        "las de cliëntondersteuning bij {0}",
    ),
    "notification.started": ("Onderzoek gestart", "startte het onderzoek van {0}"),
    "notification.completed": ("Onderzoek afgerond", "rondde het onderzoek van {0} af"),
    "notification.withdrawn": ("Melding ingetrokken", "trok {0} in"),
    "notification.dropped": ("Melding zonder vervolg", "sloot {0} af zonder vervolg"),
    "notification.reminded.urgent": (
        "Gemeld: spoednorm voorbij",
        "meldde dat de spoednorm van {0} voorbij is",
    ),
    "notification.reminded.confirm": (
        "Herinnerd aan de bevestiging",
        "herinnerde aan de bevestiging van {0}",
    ),
    "notification.reminded.before": (
        "Herinnerd vóór het einde van de zes weken",
        "herinnerde de behandelaar of het team aan {0}",
    ),
    "notification.reminded.end": (
        "Gemeld: zes weken voorbij",
        "meldde dat de zes weken van {0} voorbij zijn",
    ),
    "help.asked": ("Vraag aan de vraagbaak", "stelde {0}"),
    "help.changed": ("Vraag aan de vraagbaak gewijzigd", "wijzigde {0}"),
    "help.taken": ("Vraag opgepakt door de vraagbaak", "pakte {0} op"),
    "help.answered": ("Vraag beantwoord door de vraagbaak", "beantwoordde {0}"),
    "help.withdrawn": ("Vraag aan de vraagbaak ingetrokken", "trok {0} in"),
    "help.read": ("Vraag aan de vraagbaak gelezen", "las {0}"),
    "help.listed": ("Vragen aan de vraagbaak gelezen", "las de vragen aan de vraagbaak"),
    "call.started": ("Gesprek begonnen", "begon een gesprek"),
    "call.dropped": ("Gesprek gestopt", "stopte een gesprek zonder iets te bewaren"),
    "call.expired": ("Gesprekken verlopen", "gooide gesprekken weg waar niemand op terugkwam"),
    "contact.ended": ("Gesprek afgerond", "rondde {0} af"),
    "contact.listed": ("Lijst met gesprekken gelezen", "las een lijst met gesprekken"),
    "contact.imported": ("Gesprek ingelezen", "las {0} in uit een bestand"),
    "contacts.imported": ("Klantcontacten ingelezen", "las een bestand met klantcontacten in"),
    "contacts.exported": ("Klantcontacten uitgevoerd", "schreef klantcontacten naar een bestand"),
    "contact.read": ("Gesprek gelezen", "las {0}"),
    "contact.caller_looked_up": (
        "Beller opgezocht",
        "zocht de eigen verzoeken van een beller op",
    ),
    "agenda.read": ("Agenda van het overleg gelezen", "las de agenda van het overleg"),
    "agenda.ticked": ("Punten afgevinkt", "vinkte punten af in {0}"),
    "agenda.unticked": ("Punt teruggezet", "zette {0} terug op de agenda"),
    "agenda.kept": ("Afspraak nagekomen", "kwam de afspraak bij {0} na"),
    "agenda.agreement_read": ("Afspraak gelezen", "las de afspraak bij {0}"),
    "meeting.opened": ("Overleg begonnen", "begon {0}"),
    "meeting.changed": ("Aanwezigen van het overleg", "wijzigde wie er was bij {0}"),
    "meeting.read": ("Overleg gelezen", "las {0}"),
    "callback.answers_added": ("Antwoorden vastgelegd", "legde antwoorden vast bij {0}"),
    "talk.listed": ("Lijst met gesprekken gelezen", "las een lijst keukentafelgesprekken"),
    "talk.planning": ("Gesprek plannen", "opende het plannen van een gesprek bij {0}"),
    "talk.planned": ("Gesprek gepland", "plande {0}"),
    "talk.changed": ("Afspraak gewijzigd", "wijzigde de afspraak van {0}"),
    "talk.cancelled": ("Gesprek afgezegd", "zegde {0} af"),
    "talk.held": ("Gesprek begonnen", "begon {0}"),
    "talk.read": ("Keukentafelgesprek gelezen", "las {0}"),
    "talk.scores_read": ("ZRM-scores gelezen", "las de ZRM-scores van {0}"),
    "procedure.prepared": (
        "Verkorte procedure voorbereid",
        "opende {0} om een verkorte procedure vast te leggen",
    ),
    "procedure.registered": ("Verkorte procedure vastgelegd", "legde {0} vast"),
    "procedure.summary_read": ("Kern van verkorte procedure gelezen", "las de kern van {0}"),
    "procedure.read": ("Verkorte procedure gelezen", "las wat is aangeleverd bij {0}"),
    "procedure.mark_lifted": ("Toch besproken", "besprak {0} toch"),
    "talk.noted": ("Leefgebied opgeschreven", "schreef in {0}"),
    "talk.domain_switched_on": ("Leefgebied aangezet", "zette een leefgebied aan met een reden"),
    "talk.agreed": ("Afspraak aan tafel", "schreef {0} op"),
    "talk.agreement_dropped": ("Afspraak weggehaald", "haalde {0} weg"),
    "talk.concluded": ("Gesprek afgerond", "rondde {0} af"),
    "report.created": ("Verslag gemaakt", "maakte {0}"),
    "report.changed": ("Verslag gewijzigd", "wijzigde {0}"),
    "report.read": ("Onderzoeksverslag gelezen", "las het onderzoeksverslag bij {0}"),
    "report.sent": ("Verslag verstuurd", "legde {0} vast als verstuurd"),
    "report.reacted": ("Reactie op verslag", "legde de reactie op {0} vast"),
    "report.signed": ("Handtekening onder verslag", "legde de handtekening onder {0} vast"),
    "question_set.created": ("Vragenset gemaakt", "maakte {0}"),
    "question_set.changed": ("Vragenset gewijzigd", "wijzigde het concept van {0}"),
    "question_set.published": ("Vragenset in gebruik genomen", "nam een versie van {0} in gebruik"),
    "question_set.retired": ("Vragenset gestopt", "stopte met {0}"),
    "question_set.restored": ("Vragenset hervat", "nam {0} weer in gebruik"),
}
SYSTEM = "Het systeem"
UNKNOWN = "Iemand"
WITHOUT_ACCOUNT = ("login.failed", "login.locked")


def code_label(code: str) -> str:
    """The name of an event in lists."""
    return CODES[code][0] if code in CODES else code


def object_label(object_type: str) -> str:
    """The screen word for a kind of object, from the model itself when it still exists."""
    try:
        return str(apps.get_model(object_type)._meta.verbose_name)
    except (LookupError, ValueError):
        return object_type


def sentence(code: str, actor: str, about: str) -> str:
    """What happened, as one sentence without the reason."""
    phrase = CODES[code][1] if code in CODES else f"{code} {{0}}"
    nobody = UNKNOWN if code in WITHOUT_ACCOUNT else SYSTEM
    return f"{actor or nobody} {phrase.replace('{0}', about).strip()}".rstrip()


def ground(rule: str, relation: str) -> str:
    """Why it was allowed: the line of the grant table and the tie to the record."""
    if not rule:
        return ""
    who, _colon, act = rule.partition(":")
    tie = f", {RELATIONS.get(relation, relation)}" if relation and relation != who else ""
    return f"regel “{ROLES.get(who) or RELATIONS.get(who, who)}: {act}”{tie}"
