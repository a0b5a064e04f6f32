"""What the vraagbaak has on the screen: its addresses, what a page says it shows, a row of mine."""

from types import SimpleNamespace
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from audit.models import AuditEvent
from cases.models import HelpQuestion
from tests.cases.callbacks.pages import answers_in
from tests.factories.cases import MONDAY
from tests.factories.helpdesk import HelpQuestionFactory

QUEUE, FRAGMENT = "/vraagbaak/", "/vraagbaak/wachtenden/"


def url_of(asked: HelpQuestion) -> str:
    """The page of one question."""
    return reverse("help-question", args=[asked.pk])


def shown_on(response: Any) -> str:
    """What the page says it shows."""
    return answers_in(response)["shown"]


def audited(code: str) -> QuerySet[AuditEvent]:
    """The lines of one kind in the log."""
    return AuditEvent.objects.filter(code=code)


def mine(cast: SimpleNamespace, **own: Any) -> Any:
    """A question the vraagbaak of the cast looks at."""
    facts = {"state": "taken", "taken_by": cast.help_desk, "taken_at": MONDAY}
    return HelpQuestionFactory(**{**facts, "asked_by": cast.contact_centre, **own})
