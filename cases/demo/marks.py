"""How a made-up record is known for ever: its submission key begins with a fixed half."""

import uuid
from uuid import UUID

from django.db.models import QuerySet

from cases.models import CallbackRequest

DEMO_HALF = 0xDE30_0000_0000_4000  # the version digit makes it a valid UUID 4
LOW_BITS = 64


def demo_key(number: int) -> UUID:
    """The submission key of made-up request or attempt ``number``."""
    return uuid.UUID(int=(DEMO_HALF << LOW_BITS) | (1 << 63) | number)


def demo_requests() -> QuerySet[CallbackRequest]:
    """The requests that the demo made itself; what people enter is never among them."""
    first, last = demo_key(0), uuid.UUID(int=((DEMO_HALF + 1) << LOW_BITS) - 1)
    return CallbackRequest.objects.filter(submission_key__gte=first, submission_key__lte=last)


def next_demo_number() -> int:
    """A number that no made-up request has yet."""
    last = demo_requests().order_by("-submission_key").first()
    return 1 if last is None else (last.submission_key.int & ((1 << 62) - 1)) + 1
