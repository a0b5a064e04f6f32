"""The running calls of an employee, each with the words it is told apart by."""

from collections.abc import Iterable

from cryptography.exceptions import InvalidTag

from cases.contacts.models import CallDraft
from clusters.models import User

NAMELESS, UNREADABLE = "nog geen naam", "niet meer te lezen"


def my_drafts(user: User) -> list[CallDraft]:
    """My running calls, oldest first; one query."""
    return list(CallDraft.objects.visible_to(user))


def named(calls: Iterable[CallDraft]) -> list[tuple[CallDraft, str]]:
    """Each call with the name of the caller, as far as it was typed."""
    return [(call, _label(call)) for call in calls]


def _label(call: CallDraft) -> str:
    try:
        return call.typed().get("name", "").strip()[:40] or NAMELESS
    except InvalidTag:
        return UNREADABLE
