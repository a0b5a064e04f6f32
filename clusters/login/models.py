"""The second factor of an employee, and the sessions an employee has open."""

import uuid
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django_otp.models import Device, ThrottlingMixin
from django_otp.oath import TOTP

from common.sealing import seal, unseal

STEP_SECONDS = 30
TOLERANCE_STEPS = 1


class Authenticator(ThrottlingMixin, Device):
    """An authenticator app (TOTP, RFC 6238); its secret is stored encrypted (security 5)."""

    row_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sealed_secret = models.BinaryField("versleuteld geheim")
    last_step = models.BigIntegerField("laatst gebruikte stap", default=-1)

    objects: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        verbose_name = "authenticator"
        verbose_name_plural = "authenticators"
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(confirmed=True),
                name="authenticator_one_confirmed",
            ),
        ]

    class Privacy:
        personal = ("user", "sealed_secret")
        purpose = "Tweede factor bij het inloggen"
        retention = "tot het account eindigt"

    @property
    def secret(self) -> bytes:
        """The shared secret, decrypted."""
        return unseal(bytes(self.sealed_secret), bound_to=self._binding())

    @secret.setter
    def secret(self, value: bytes) -> None:
        self.sealed_secret = seal(value, bound_to=self._binding())

    def _binding(self) -> str:
        return f"clusters_authenticator|sealed_secret|{self.row_key}"

    def verify_token(self, token: str) -> bool:
        """Whether the six digits are right and were not used before; counts failures."""
        allowed, _ = self.verify_is_allowed()
        if not allowed or not token.isdigit():
            return False
        totp = TOTP(self.secret, STEP_SECONDS)
        if not totp.verify(int(token), TOLERANCE_STEPS, self.last_step + 1):
            self.throttle_increment()
            return False
        self.last_step = totp.t()
        self.throttle_reset(commit=False)
        self.save()
        return True

    def get_throttle_factor(self) -> int:
        """Seconds of waiting after the first wrong code; doubles with every next one."""
        return 1


class RecoveryCode(models.Model):
    """A code for one sign-in without the app, kept as a hash (security 5)."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="recovery_codes"
    )
    code_hash = models.CharField(max_length=200)
    used_at = models.DateTimeField("gebruikt op", null=True, blank=True)

    class Meta:
        verbose_name = "herstelcode"
        verbose_name_plural = "herstelcodes"

    class Privacy:
        personal = ("user", "code_hash")
        purpose = "Inloggen zonder authenticator-app"
        retention = "tot het account eindigt of er nieuwe codes zijn"

    def __str__(self) -> str:
        return f"herstelcode van {self.user}"


class Invitation(models.Model):
    """Somebody may choose a password with a link; ``mark`` makes only the last link work."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="invitation")
    mark = models.UUIDField(default=uuid.uuid4, editable=False)
    sent_at = models.DateTimeField("gemaakt op")

    class Meta:
        verbose_name = "uitnodiging"
        verbose_name_plural = "uitnodigingen"

    class Privacy:
        personal = ("user",)
        purpose = "Een wachtwoord kiezen zonder dat een ander het kent"
        retention = "tot het wachtwoord is gekozen of er een nieuwe uitnodiging is"

    def __str__(self) -> str:
        return f"uitnodiging van {self.user}"


class OpenSession(models.Model):
    """One sign-in of one employee; kept a while after its end, to know who typed a stale form.

    ``form_mark`` is a keyed hash of the secret behind the form tokens of this sign-in. Django
    makes a new secret at every sign-in, so the token in a form says whose form it was (S31).
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="open_sessions")
    session_key = models.CharField(max_length=40, unique=True)
    form_mark = models.CharField(max_length=64, db_index=True)
    opened_at = models.DateTimeField("begonnen op")
    ended_at = models.DateTimeField("geëindigd op", null=True, blank=True)

    class Meta:
        verbose_name = "sessie"
        verbose_name_plural = "sessies"
        ordering = ["opened_at", "pk"]

    class Privacy:
        personal = ("user",)
        purpose = (
            "Hoogstens twee sessies per medewerker; getypte tekst bij de juiste persoon houden"
        )
        retention = "dertig dagen na het begin"

    def __str__(self) -> str:
        return f"sessie van {self.user}"
