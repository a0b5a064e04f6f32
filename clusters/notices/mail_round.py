"""One round of the mail: what waits is announced, what is announced leaves.

Not a service: every mail has a transaction of its own, so that one slow or failing mail holds
nothing else back.
"""

from datetime import datetime

from clusters.notices.services import queue_notice_mail, send_next_mail

MOST_PER_ROUND = 500


def run_mail_round(*, at: datetime) -> int:
    """Announce and send; returns how many mails left. Safe to run twice at once."""
    queue_notice_mail(at=at)
    return send_outbox(at=at)


def send_outbox(*, at: datetime) -> int:
    """Send what waits, one transaction per mail; what fails waits longer and is never lost."""
    sent = 0
    for _ in range(MOST_PER_ROUND):
        outcome = send_next_mail(at=at)
        if outcome is None:
            break
        sent += outcome
    return sent
