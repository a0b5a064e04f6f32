"""Index of the acts on a running call and on what it becomes."""

from cases.contacts.services.drafts import (
    drop_call,
    drop_expired_calls,
    open_call,
    save_call,
)
from cases.contacts.services.finishing import Asked, finish_call, register_status_contact

__all__ = [
    "Asked",
    "drop_call",
    "drop_expired_calls",
    "finish_call",
    "open_call",
    "register_status_contact",
    "save_call",
]
