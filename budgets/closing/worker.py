"""One round of the worker: the years that wait, one after the other.

Not a service: a closing is taken in a small transaction, and done in one of its own.
"""

import logging
from datetime import datetime

from budgets.closing.models import YearClosing
from budgets.closing.progress import Progress, forget
from budgets.closing.services import (
    begin_closing,
    close_year,
    give_up_closing,
    give_up_stale,
    release_closing,
)
from common.errors import RuleViolation

log = logging.getLogger(__name__)


def close_years(*, at: datetime) -> int:
    """Everything that waits, each at most once in a round (GB-27). How many were tried."""
    give_up_stale(at=at)
    tried = set[int]()
    while (closing := begin_closing(at=at, tried=tried)) is not None:
        tried.add(closing.pk)
        work_on(closing, at)
    return len(tried)


def work_on(closing: YearClosing, at: datetime) -> None:
    """Close it, or say why not; of an error the log gets the kind and never the words."""
    progress = Progress(closing)
    try:
        close_year(begun=closing, at=at, tell_done=progress.tell)
    except RuleViolation as broken:
        give_up_closing(begun=closing, why=str(broken))
    except Exception as error:
        log.error("closing %s: %s", closing.pk, type(error).__name__)
        release_closing(begun=closing)
    finally:
        forget(closing)
