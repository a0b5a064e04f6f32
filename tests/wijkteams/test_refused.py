"""A form that is refused (403, 404) gives back what was written in it, escaped, and no secrets."""

import pytest
from django.urls import reverse

from tests.factories import TeamFactory
from tests.factories.cases import CallbackFactory

pytestmark = pytest.mark.django_db
SENT = {"note": "De dochter belt <b>morgen</b>.", "bsn": "999990019", "wachtwoord": "geheim!"}


def test_what_was_written_comes_back(cast, as_user):
    gone = CallbackFactory(team=TeamFactory(), claimed=True)

    page = as_user(cast.handler).post(reverse("callback-forward", args=[gone.pk]), SENT)

    html = page.content.decode()
    assert page.status_code == 404
    assert "De dochter belt &lt;b&gt;morgen&lt;/b&gt;." in html
    assert "999990019" not in html
    assert "geheim!" not in html


def test_a_role_that_may_not_gets_it_back_as_well(cast, as_user):
    page = as_user(cast.controller).post(reverse("notification-new"), SENT)

    assert page.status_code == 403
    assert "De dochter belt" in page.content.decode()


def test_a_page_that_was_only_asked_for_says_nothing_of_it(cast, as_user):
    page = as_user(cast.controller).get(reverse("notification-new"), SENT)

    assert "niet bewaard" not in page.content.decode()
