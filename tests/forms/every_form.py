"""Every form of the site, shown to somebody who may fill it in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils import timezone

from clusters.login.sessions import mark_of_secret
from clusters.models import User
from tests.factories.login import OpenSessionFactory, sign_in
from tests.forms.reading import Form, posted_forms
from tests.journeys.city import City
from tests.journeys.page_case import PageCase
from tests.journeys.pages import PAGES

SAME = {"Sec-Fetch-Site": "same-origin"}
SAMPLES = {"styleguide"}
"""Pages whose forms only show what a form looks like."""


@dataclass
class Shown:
    """One form on a page; ``address`` is where it is posted."""

    name: str
    page: str
    address: str
    form: Form
    client: Client
    person: User | None

    def post(self, answers: dict[str, list[str]]) -> Any:
        """Send it with its only button, as a browser does."""
        return self.client.post(self.address, {**answers, **self._button()}, headers=SAME)

    def again(self) -> str:
        """The page as it is now."""
        return self.client.get(self.page, follow=True).content.decode()

    def in_another_tab(self) -> Form:
        """The same form, opened once more."""
        names = {each.name for each in self.form.controls}
        forms = posted_forms(self.again())
        return next(form for form in forms if {each.name for each in form.controls} == names)

    def end_session(self) -> None:
        """Let the session end while the form is on the screen."""
        OpenSessionFactory(
            user=self.person,
            opened_at=timezone.now(),
            form_mark=mark_of_secret(self.client.cookies[settings.CSRF_COOKIE_NAME].value),
        )
        self.client.cookies.pop(settings.SESSION_COOKIE_NAME, None)

    def _button(self) -> dict[str, list[str]]:
        only_one = len(self.form.buttons) == 1
        return {name: [value] for name, value in self.form.buttons} if only_one else {}


def every_form(city: City) -> Iterator[Shown]:
    """Each form with something to fill in, once; the pages of Beheer are Django's own."""
    seen = set()
    for case in PAGES:
        if not _is_plain(case):
            continue
        client, person = Client(enforce_csrf_checks=True), city.people.get(case.person)
        if person is not None:
            sign_in(client, person, role=case.role)
        address = case.address(city)
        page = client.get(address, follow=True)
        for form in posted_forms(page.content.decode()):
            kind = (case.url_name, form.action and form.action.rstrip("/").rpartition("/")[2])
            names = tuple(each.name for each in form.typed)
            if names and (*kind, names) not in seen:
                seen.add((*kind, names))
                yield Shown(case.name, address, form.action or address, form, client, person)


@contextmanager
def undone() -> Iterator[None]:
    """Take back whatever a form did, so that the next one finds the same city."""
    begin = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(begin)


def _is_plain(case: PageCase) -> bool:
    """A page that opens at once, of our own making."""
    is_admin = case.url_name.startswith("admin:")
    is_other = case.then or case.demo or is_admin or case.url_name in SAMPLES
    return not is_other and bool(case.url_name) and case.status == 200
