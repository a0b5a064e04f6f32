"""What a room may hold: the fixed furniture, and per room what it has beside it and why."""

from tests.architecture.furniture_clusters import CLUSTERS
from tests.architecture.furniture_figures import FIGURES

FURNITURE = {"__init__", "lifecycle", "models", "services", "messages", "tasks", "forms", "views"}
FURNITURE |= {"urls", "admin", "context", "middleware", "permissions"}
FURNITURE |= {"papers"}  # what stands on the letters and reports of the room (cases/makers.py)
EXTRA = CLUSTERS | FIGURES
EXTRA |= {
    "cases/callbacks": {
        "routing",  # caller to team to people; only reads, used by three acts
        "inheriting",  # goes along with a dossier, inside that act (OD-6)
    },
    "cases/residents": {
        "recognition",  # whether two callers are one person; only compares (H6)
        "names",  # how the BRP writes a name and greets somebody; pure functions
        "searching",  # finds a card one may open; only reads (H6)
        "throttle",  # how often one searches, counted in the trail (T1)
        "sounds",  # how a name sounds; pure functions
        "asking",  # whether somebody is known already, asked by two forms before they save
        "twins",  # who may be the same person, among whom one may open; only reads
        "signing",  # who signs for whom; pure functions (IK-8)
        "relations",  # what hangs on a resident and what a merge does with it; only reads
        "moving",  # the hands of merging and undoing, inside their transaction
        "comparing",  # two cards field by field; pure functions
        "consenting",  # who gives a consent; pure functions (TS-2)
        "birthdays",  # a date of birth of which a part can be unknown; pure functions
    },
    "cases/brp": {
        "lines",  # a file as lines, with its own limits
        "columns",  # a line as a person or its faults; pure functions
        "checking",  # a whole file before anything is written; only reads
        "uploading",  # what an extract is as an upload (UT-6)
        "progress",  # how far the worker is, and who the only worker is (UT-7)
        "worker",  # a loop over transactions, so not itself a service (design 6)
        "merging",  # what a resident becomes by a line; only compares
    },
    "cases/knowledge": {
        "searching",  # finds articles by words; used by the kennisbank and by the call (TEL-9)
        "news",  # the messages of today; read by the first page and by the call
        "figures",  # counts for one page; only reads
    },
    "cases/papers": {
        "pdf",  # a page as tagged PDF, or None where the libraries are missing
        "making",  # orders, documents and who makes which kind
        "bell",  # rings the worker; from the act and at the end of a long round
        "worker",  # a loop over transactions, so not itself a service (design 6)
    },
    "cases/collective": {
        "wording",  # whether a number of a resident stands in a text; pure functions (CW-1)
        "places",  # which neighbourhoods one works in or reads about; only reads (CW-8)
        "presence",  # counts per neighbourhood; only reads (CLU-10)
    },
    "cases/community": {"searching"},  # finds offers by words; only reads (SK-7)
    "cases/helpdesk": {"duty"},  # who is vraagbaak now; read by the call and by the figures (TEL-6)
    "cases/intakes": {
        "inheriting",  # goes along with a dossier, inside that act (OD-6)
        "support_letter",  # the words of a request to the OCO; pure
        "status",  # how it stands in one phrase, for the desk and the letter; pure (STA-1)
        "terms",  # every date that follows from a melding; only computes (WMO 2.3.2)
        "letter",  # the words of the confirmation, as data that can be frozen; only reads
        "deciding",  # which rule wins, for advice and for trial; only computes (TRI-1)
        "figures",  # counts of advice and deviations; only reads
    },
    "cases/mandates": {"deciding"},  # who may decide, and what is lacking; only reads (MD-1)
    "cases/contacts": {
        "selections",  # the words and conditions of lists and figures; only Q objects (TEL-7)
        "calls",  # the running calls of an employee; read by the first page and by the call
        "throttle",  # how many callers one looks up, counted in the trail (T5)
    },
    "cases/agenda": {
        "sources",  # which questions, articles and requests are points; only reads (TEL-8)
        "points",  # the page of the agenda in four queries; only reads
        "lines",  # one point in words, as far as one may know it; only reads
    },
    "cases/exchange": {
        "standard",  # fields, lengths and choices of the API Klantinteracties, as data
        "metadata",  # what the standard has no field for, there and back
        "lines",  # a file as lines, with its own limits
        "checking",  # whether an object has the form of the standard
        "outgoing",  # rows as objects; only reads
        "incoming",  # objects as rows, or every fault by line; only reads
    },
    "cases/talks": {
        "drawing",  # a signature as lines of points; pure functions
        "drafting",  # the report out of what was said; only composes (WMO 2.3.2)
        "lights",  # what must still be done with a talk, in a word and a colour
        "hearing",  # which rooms above hear of a report that counts as aanvraag (AB-2)
        "comparing",  # the ZRM of several talks side by side; pure functions
    },
    "cases/decisions": {
        "inheriting",  # goes along with a dossier, inside that act (OD-6)
        "replacing",  # what a decision does to the one it changes; only reads (AB-23)
        "revision_letter",  # the words of the letter about the earlier decision
        "term_letter",  # the words of the letters about the term (AB-24)
        "starting",  # the hands of an aanvraag that begins, inside the act (AB-1, AB-2)
        "terms",  # every day that follows from an aanvraag or a decision; only computes
        "tracing",  # an aanvraag under a lock, and the line an act leaves in the dossier
        "checking",  # what a draft lacks and which mandate covers it; only reads
        "letter",  # the words of the letter, as data that can be frozen; only reads
        "lights",  # how an aanvraag stands against its term; pure functions
        "exporting",  # provisions as lines for the backoffice; only reads
        "status",  # what a caller may hear, in five phrases; only reads (STA-1)
        "unfinished",  # what keeps a dossier open; only reads (DS-6)
    },
    "cases/dossiers": {
        "tracing",  # the line every act leaves, inside its transaction
        "unfinished",  # what keeps a dossier open; only reads (DS-6)
        "listening",  # hears the acts of the rooms below; calls a service (DS-11)
        "earlier",  # what happened before the opening; only reads (DS-11)
        "choosing",  # which lines somebody asked for; only reads (DS-13)
        "searching",  # words in the lines of one dossier; only reads (DS-14)
        "leaving",  # who left a team and still directs; only reads (DS-18)
        "parting",  # what rooms above do with the work of who leaves, inside that act (TK-5)
    },
    "cases/todos": {
        "lights",  # how a task stands against its day, in a word and a colour
        "unfinished",  # open tasks keep a dossier open; only reads (TK-7)
        "adding",  # a new task, inside the act of this room or of one above (TK-1)
        "inheriting",  # the hands of somebody's leaving, inside that act (TK-5, TK-9)
    },
    "cases/documents": {
        "naming",  # the name of a file without what misleads; pure functions
        "checking",  # what a file is by what is in it; only reads (DC-2)
        "packages",  # whether a zip is a text without danger; only reads (DC-3)
        "pictures",  # a photo without where it was made; pure functions (DC-8)
        "storing",  # where the bytes are, closed; the only one that writes there (DC-4)
        "uploading",  # what a document is as an upload
        "scanning",  # the seam for a virus scanner, and clamd (DC-7)
        "worker",  # loops over transactions, so not itself a service (design 6)
    },
    "cases/plans": {
        "editions",  # the plan inside an act: one edition further, one planned evaluation
        "fitting",  # days, and who gives which sort of help; only compares (PL-6, PL-8)
        "due",  # which evaluations are work, and how they stand; only reads
        "comparing",  # scores before and after; only compares (PL-5)
        "plainly",  # the plan as the resident reads it; only composes (PL-13)
        "unfinished",  # what of a plan keeps its dossier open; only reads (PL-12)
    },
    "cases/matching": {
        "coordinators",  # who looks for volunteers today; only reads (ORG-4)
        "locking",  # the dossier and then the request, in one order, inside a transaction
        "lights",  # a request against its term, in a word and a colour
        "unfinished",  # what keeps a dossier open; only reads (MV-9)
    },
    "cases/handovers": {
        "receiving",  # to which teams, and who answers there; only reads (SST-1)
        "terms",  # how long an answer may take; only counts (OD-5)
        "manifest",  # what is open and with whom, and how each thing goes along (OD-6)
        "locking",  # the dossier and then the hand-over, in one order, inside a transaction
        "lights",  # a hand-over against its term, in a word and a colour
        "readers",  # who reads a dossier because of it, inside an act (OD-2, OD-7)
        "worker",  # loops over transactions, so not itself a service (design 6)
        "figures",  # how often dossiers went to and fro; only reads
        "unfinished",  # what keeps a dossier open; only reads (OD-12)
    },
    "cases/waakvlam": {
        "agreeing",  # what may be agreed and who may keep it; only reads (WK-2 to WK-5)
        "locking",  # a waakvlam under a lock, inside a transaction
        "lights",  # a waakvlam against its days, in a word and a colour
        "figures",  # who keeps how many and how long it took; only reads (BUD-7)
    },
    "cases/handout": {
        "board",  # the page of handing out: pieces, colleagues and afterwards; only reads
        "crew",  # whose work it is and who might have it, in one query; only reads (UD-2)
        "locking",  # rows of work under a lock in one order (OD-6)
        "movers",  # how a piece of each kind goes over, by the act of its room (UD-3)
        "pieces",  # what lies with one employee at one team; only reads (UD-1)
        "proposing",  # who gets what; pure (UD-2)
    },
    "cases/workload": {
        "items",  # what somebody has to do, row by row; only reads (WL-6)
        "kinds",  # what counts as work and what it weighs (WL-2, WL-3)
        "load",  # how much work somebody has, as an expression (WL-2)
        "page",  # the table of the load; only reads (WL-4)
        "people",  # whose load one sees; only reads (WL-8)
        "terms",  # what is late and nearly late, by kind; only reads (WL-9)
        "remaining",  # tells who ends a role what work is left behind (UD-6)
    },
    "cases/signals": {
        "reaching",  # which team goes, which day can be, who works there; only reads (SG-2, SG-6)
        "candidates",  # what a signal can have become; only reads (SG-9)
        "telling",  # who hears of a signal that came to their team, inside an act
        "locking",  # a signal under a lock, inside a transaction
        "lights",  # a signal against its day, in a word and a colour
        "figures",  # counts per wijk and quarter for one page; only reads (SG-12)
    },
    "cases/advice": {
        "advisers",  # which colleagues can be asked; only reads (AV-1)
        "anonymity",  # whether words give away who it is; pure functions (AV-5)
        "sharing",  # which consent or ground covers it; only reads (AV-3)
        "locking",  # the dossier and then the question, in one order, inside a transaction
        "lights",  # a question against its term, in a word and a colour
        "figures",  # counts per goal for one page; only reads (DIF-3)
        "unfinished",  # what keeps a dossier open; only reads (AV-10)
    },
    "cases/conferences": {
        "planning",  # days of a rhythm and the next meeting, inside an act (CT-2, CT-3)
        "carrying",  # what was not reached goes to the next meeting, inside an act (CT-16)
        "telling",  # who hears of it, inside an act
        "guests",  # who can be invited; only reads (CT-11)
        "bringable",  # at which meetings a dossier can be discussed; only reads (CT-5)
        "naming",  # words of an anonymous point; only checks (CT-9)
        "agenda",  # the agenda as one employee may see it; only reads (CT-19)
        "locking",  # dossier, meeting and point, in one order, inside a transaction
        "lights",  # how a point and an agreement stand, in a word and a colour
        "unfinished",  # what keeps a dossier open; only reads (CT-18)
    },
    "cases/meldcode": {
        "norm",  # what the norm says about a weighing; pure functions (MC-11)
        "involved",  # who works with a resident, who can be let in; only reads (MC-1, MC-3)
        "checking",  # whether a step is whole; only compares (MC-7 to MC-11)
        "locking",  # a meldcode under a lock, inside a transaction
        "listening",  # hears that a dossier closes or changes hands, inside that act (MC-14)
        "lights",  # a meldcode against its day, in a word and a colour
    },
    "cases/liaisons": {"covering"},  # for which ages there is nobody; only reads (KET-6)
    "cases/feedback": {
        "lights",  # feedback against its day, in a word and a colour
        "unfinished",  # what keeps a dossier open; only reads (TG-5)
    },
    "cases/referrals": {
        "lights",  # a referral against its day, in a word and a colour
        "unfinished",  # what keeps a dossier open; only reads (VW-5)
    },
}
