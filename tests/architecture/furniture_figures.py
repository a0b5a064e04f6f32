"""What the rooms of ``budgets`` and ``dashboards`` hold beside the fixed furniture, and why."""

FIGURES = {
    "dashboards/flow": {
        "asking",  # what the address asks for: team and period; only reads
        "spans",  # weeks, months and quarters; pure functions
        "parts",  # what a part of the dashboard consists of; pure
        "streams",  # what came, ended and was open; one definition for number and list
        "streams_part",  # how that reads
        "leads",  # how long it took, and whether in time; idem
        "leads_part",
        "triages",  # where questions went, and where the advice was left; idem
        "triages_part",
        "shares_part",  # the figures of ``dashboards.shares`` as charts
        "lists",  # the views of the lists behind the numbers
    },
    "dashboards/saved": {"addresses"},  # which pages and filters can be kept (VM-3)
    "budgets/bank": {
        "accepting",  # a loop over transactions, so not itself a service (BI-8)
        "amounts",  # amounts and days as banks write them; pure functions (BI-2)
        "checking",  # whether lines, matches and ledger agree, in plain SQL; only reads
        "camt",  # an XML statement as lines, or why it is refused; only reads (BI-3)
        "locking",  # a line under a lock, inside a transaction
        "proposing",  # which request a line may belong to, and why; only reads (BI-6)
        "reading",  # a file as lines, whatever kind it is; only reads
        "selecting",  # which lines a list is about; only Q objects
        "statements",  # one line of a file, and by what it is known; pure functions (BI-4)
        "tables",  # a CSV file as lines, or why it is refused; only reads (BI-1)
        "uploading",  # what a file of the bank is as an upload
    },
    "budgets/ledger": {
        "append_only",  # the lock on the entries in the database itself (M1)
        "balances",  # what is in a pot and which pot pays; only reads
        "checking",  # whether the ledger is whole, in plain SQL; only reads (M9)
        "journal",  # the entries as lines of a file; only reads
        "totals",  # what a pot counts along with every entry, under its lock
    },
    "budgets/closing": {
        "bell",  # rings the worker
        "checking",  # whether closed years agree with the ledger, in plain SQL; only reads
        "figures",  # the lines of the jaarrekening; only reads
        "following",  # requests under a lock, and their new pot, inside the act (GB-23)
        "possible",  # what can be closed and what that comes to; only reads (GB-21, GB-22)
        "progress",  # how far the worker is
        "telling",  # who hears of it, inside an act
        "worker",  # a loop over transactions, so not itself a service (design 6)
        "years",  # which years there are and how they stand; only reads
    },
    "budgets/requests": {
        "asking_for",  # for whom money is asked, locked inside the act (MB-1, MB-25)
        "terms",  # until when somebody decides; only reads (MB-24)
        "lines",  # which acts leave a line in a dossier, for the room below (MB-28)
        "approving",  # the hands of approving, inside two acts (MB-4, MB-6)
        "possible",  # what can be asked and when it can come back; only compares
        "checking",  # whether requests agree with the ledger, in plain SQL; only reads
        "lights",  # how a request stands, in a word and a colour
        "locking",  # a request under a lock and its movements, inside a transaction
        "mandate",  # who decides and what one must know for it; only reads (MB-4, MB-5)
        "selecting",  # which requests a list or a figure is about; only Q objects
        "steps",  # which acts a page offers; only reads
        "telling",  # who hears of a request, inside an act
        "unfinished",  # what keeps a dossier open; only reads (MB-16)
    },
    "budgets/overview": {
        "figures",  # pots and what runs, each number with its list; only reads (BUD-6)
        "ageing",  # how old open advances are and what came back; only reads (MB-29)
        "spending",  # where the money went, how quickly and for whom again; only reads
        "classing",  # in which class a request is, as the lists choose them; only reads
        "exporting",  # the same figures and the journal as sheets; only reads
        "differentiation",  # the spending of teams, and the time of the waakvlam; only reads
        "quarters",  # the quarters of a year that are over; pure functions
        "small_cells",  # which numbers are too small to show; pure functions (GJ-9)
        "summary",  # sums per quarter for who sees totals only; only reads (GJ-10)
    },
    "budgets/joint": {
        "append_only",  # the lock on the versions of lines in the database itself (GJ-6)
        "comparing",  # lines beside what is known, in figures and words; pure (GJ-11)
        "known",  # what the system knows of a year; only reads (GJ-8)
        "listing",  # the lines as lines of a file; only reads
        "totals",  # sums for who sees totals only; only reads (GJ-9)
    },
}
