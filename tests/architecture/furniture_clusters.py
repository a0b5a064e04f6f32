"""What the rooms of ``clusters`` hold beside the fixed furniture, and why."""

CLUSTERS = {
    "clusters/organisation": {"routing"},  # address to team: only reads, used by two rooms (CLU-8)
    "clusters/login": {
        "sessions",  # what a session of the browser holds; the one place that signs in
        "expired",  # a form that came too late comes back; used by middleware and view (S31)
        "throttle",  # guessing seen from a distance, in the tables of axes (S18)
        "invitations",  # makes and reads the link of an invitation (security 5)
        "enrolment",  # the QR code of a new app
        "demo",  # demo persons and the clean database; also used by seed_demo (design 10)
        "checks",  # Django's start-up checks of the keys (security 5)
    },
    "clusters/notices": {
        "following",  # who hears it too, as a room above knows it (WN-10)
        "mail_round",  # a loop over transactions, so not itself a service (design 6)
    },
    "clusters/operations": {
        "health",  # asks database, worker and broker; no table, no act
        "heartbeat",  # listens to Celery, for the tasks of every app
    },
    "clusters/people": {
        "availability",  # where a room above says who is there (AF-12)
        "leaving",  # where a room above says what stops a role from ending (UD-6)
        "load",  # where a room above says how much work somebody has (WL-7)
        "reaching",  # where a room above says whose desk somebody minds (WN-7)
    },
    "clusters/cover": {
        "along",  # what goes along, as rooms above tell it; counts only (WN-1)
        "chain",  # who ends up with the work when a deputy has a deputy; only reads (WN-6)
        "checking",  # what must hold before a cover is kept; only reads (WN-3…WN-6)
        "missing",  # whose work nobody does; only reads (WN-12)
        "overlap",  # the rules that the database itself keeps (WN-3, WN-4)
        "people",  # for whom one may arrange cover, and who can do it; only reads (WN-2, WN-5)
        "reach",  # whose desk a deputy minds; only reads (WN-7)
        "standing",  # what the pages of cover show; only reads
    },
    "clusters/profile": {
        "board",  # wished beside actual, inhabitants beside fte; only reads (TP-5…TP-8)
        "checking",  # what must hold before a wish is kept; only reads (TP-1, TP-3)
        "fte",  # how much of a week somebody works, and where it counts; only reads (TP-5)
        "overlap",  # the rule that the database itself keeps (TP-3)
        "people",  # whose profile one sees; only reads (TP-2)
    },
    "clusters/absence": {
        "checking",  # what must hold before an absence is kept; only reads (AF-3…AF-6)
        "choosing",  # a colleague to choose, with until when they are away (AF-11)
        "gaps",  # days without a specialism; only reads (AF-15)
        "grid",  # the calendar as a table; only reads (AF-13)
        "overlap",  # the rule that the database itself keeps (AF-3)
        "people",  # whose absence one keeps and whose calendar one sees; only reads (AF-2)
        "presence",  # who is there on which day; only reads (AF-11)
        "standing",  # what the page of one employee shows; only reads
        "telling",  # tells Wie is wie, a room below, who is there (AF-12)
    },
}
