"""One round of the worker: the papers that wait, one after the other.

Not a service: a paper is taken and kept in small transactions, and has none while it is made.
"""

import logging
import time
import uuid
from datetime import datetime

from django.utils import timezone

from cases.papers.bell import call_worker
from cases.papers.making import maker_of
from cases.papers.models import Paper
from cases.papers.pdf import pdf_of
from cases.papers.services import (
    begin_paper,
    give_up_paper,
    give_up_stale,
    keep_paper,
    release_paper,
)

ROUND_SECONDS = 20.0
"""After this the round ends and rings again, so that reminders do not wait for a pile of paper."""
NO_LIBRARIES = "Op deze server kan geen PDF gemaakt worden. Druk de brief zelf af."
CHANGED = "Dit stuk is intussen veranderd. Maak de PDF opnieuw."
log = logging.getLogger(__name__)


def make_papers(*, at: datetime) -> int:
    """Everything that waits, each at most once in a round (PP-4). How many were tried."""
    give_up_stale(at=at)
    began, tried = time.monotonic(), set[uuid.UUID]()
    while (paper := begin_paper(at=at, tried=tried)) is not None:
        tried.add(paper.pk)
        make(paper)
        if time.monotonic() - began > ROUND_SECONDS:
            call_worker()
            break
    return len(tried)


def make(paper: Paper) -> None:
    """Make it and keep it; of an error the log gets the kind and never the words (PP-6)."""
    try:
        document = maker_of(paper.kind)(paper.source)
        is_same = document.mark == paper.mark
        made = pdf_of(document.html, document.css) if is_same else None
    except Exception as error:
        log.error("paper %s: %s", paper.pk, type(error).__name__)
        release_paper(begun=paper)
        return
    if made is None:
        give_up_paper(begun=paper, why=NO_LIBRARIES if is_same else CHANGED)
        return
    keep_paper(begun=paper, made=made, name=document.name, at=timezone.now())
