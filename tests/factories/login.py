"""Sessions and second factors, without going through the login pages."""

import re
import time

import factory
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import Client
from django_otp.oath import totp

from clusters.login import sessions
from clusters.models import Authenticator, OpenSession, User
from tests.factories.clusters import UserFactory

SECRET = b"twenty bytes of key!"
PASSWORD = "een lang en goed wachtwoord"


class AuthenticatorFactory(factory.django.DjangoModelFactory):
    """An app in use; its codes come from ``code_now``."""

    class Meta:
        model = Authenticator

    user = factory.SubFactory(UserFactory)
    name = "app"
    confirmed = True
    secret = SECRET


def code_now(*, steps: int = 0) -> str:
    """The six digits the app shows now, or some steps of half a minute earlier or later."""
    return f"{totp(SECRET, drift=steps):06d}"


def sign_in(client: Client, user: User, *, role: str = "", demo: bool = False) -> Client:
    """Give ``client`` an open session of ``user``; no signal is sent, so no line is written."""
    session = client.session
    moment = int(time.time())
    session.update(
        {
            SESSION_KEY: str(user.pk),
            BACKEND_SESSION_KEY: sessions.BACKEND,
            HASH_SESSION_KEY: user.get_session_auth_hash(),
            sessions.OPENED: moment,
            sessions.SEEN: moment,
            sessions.ROLE: role,
            sessions.DEMO: demo,
        }
    )
    session.save()
    return client


class OpenSessionFactory(factory.django.DjangoModelFactory):
    """A session in the list of an employee, without a session behind it."""

    class Meta:
        model = OpenSession

    user = factory.SubFactory(UserFactory)
    session_key = factory.Sequence(lambda n: f"key-{n}")
    form_mark = factory.Sequence(lambda n: f"mark-{n}")


def parts_of_link(text: str) -> tuple[str, str]:
    """The two parts of the link of an invitation in a mail, on a screen or by itself."""
    uid, token = re.findall(r"/account/welkom/([^/\s]+)/([^/\s]+)/", text)[-1]
    return uid, token
