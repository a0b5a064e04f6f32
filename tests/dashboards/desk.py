"""Questions and promises of a desk, made in a line; and how many rows a list has."""

import re
from datetime import timedelta
from html import unescape

from django.urls import reverse

from cases.models import QuestionResult
from tests.factories.cases import MONDAY, CallbackFactory, SubjectFactory
from tests.factories.contacts import ContactFactory, ContactQuestionFactory

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WEEK = 7 * DAY
R = QuestionResult
LINES = {"contact-list": r"KC-\d{6}", "callback-registered-list": r"TB-\d{6}"}


def asked(desk, at=MONDAY, result=R.ANSWERED, **own):
    """One question of a contact that ended at this moment."""
    if result == R.CALLBACK:
        own.setdefault("callback", CallbackFactory(registered_in=desk, registered_at=at))
    if result == R.WRONG_NUMBER:
        own.setdefault("subject", None)
    if result == R.REFERRED:
        own.setdefault("referred_to", "De huisarts")
    resident = own["callback"].resident if "callback" in own else None
    contact = ContactFactory(
        desk=desk, opened_at=at - timedelta(minutes=3), ended_at=at, resident=resident
    )
    return ContactQuestionFactory(contact=contact, result=result, **own)


def several(desk, count, **own):
    """The same question so many times."""
    subject = SubjectFactory()
    return [asked(desk, subject=subject, **own) for _ in range(count)]


def counted(client, url):
    """How many rows a list has, through all its pages."""
    name = next(name for name in LINES if url.startswith(reverse(name)))
    total, path = 0, url.partition("?")[0]
    while url:
        page = client.get(url)
        assert page.status_code == 200
        _, _, table = page.content.decode().partition("<tbody>")
        total += len(re.findall(rf'<th scope="row"[^>]*><a[^>]*>{LINES[name]}', table))
        link = re.search(r'rel="next" href="([^"]+)"', page.content.decode())
        url = path + unescape(link[1]) if link else ""
    return total


def figures_of(page):
    """Every number on the page of the desk with the list it opens."""
    shown = page.context["page"]
    rows = [*shown.subjects(), *shown.weeks()]
    rows += [side for effect in shown.effects() for side in (effect.on, effect.off)]
    figures = [*shown.tiles(), *shown.promises(), *shown.knowledge()]
    return figures + [figure for row in rows for figure in (row.asked, row.solved)]
