"""Two cards that were of one person: which stayed, and for a day what is needed to go back."""

import json
from datetime import datetime
from typing import Any, Self

from cryptography.exceptions import InvalidTag
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

from audit.guard import SubjectModel
from cases.permissions import MERGER
from cases.residents.models.people import Resident
from cases.residents.models.sealed import CannotOpenError
from clusters.models import User
from common.sealing import seal, unseal


class ResidentMergeQuerySet(models.QuerySet["ResidentMerge"]):
    """Merges."""

    def visible_to(self, user: User) -> Self:
        """Scope: those of a card that this employee may open."""
        return self.filter(winner__in=Resident.objects.openable_by(user))

    def undoable(self, at: datetime) -> Self:
        """Those that can still be put apart (SV-6), the newest first."""
        return self.filter(undone_at=None, undo_until__gt=at).order_by("-at", "pk")


class ResidentMerge(SubjectModel):
    """Two residents who were one (SV-1): ``loser`` went into ``winner``.

    The key is that of the form, so that a form sent twice merges once. ``content`` is how both
    cards were and which rows moved: sealed, bound to this row, and empty after the day (SV-7).
    ``winner_version`` tells whether the card changed since.
    """

    audit_resident_field = "winner"

    id = models.UUIDField(primary_key=True, editable=False)
    winner = models.ForeignKey(Resident, models.PROTECT, related_name="merges")
    loser = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField("samengevoegd op")
    undo_until = models.DateTimeField("ongedaan te maken tot")
    winner_version = models.PositiveIntegerField()
    content = models.BinaryField("hoe het was", default=bytes, editable=False)
    undone_at = models.DateTimeField("ongedaan gemaakt op", null=True)

    objects = ResidentMergeQuerySet.as_manager()

    class Meta:
        verbose_name = "samenvoeging van inwoners"
        verbose_name_plural = "samenvoegingen van inwoners"
        constraints = [
            models.CheckConstraint(condition=~Q(winner=F("loser")), name="merge_of_two"),
            models.UniqueConstraint(
                fields=["loser"], condition=Q(undone_at=None), name="merge_loser_once"
            ),
        ]
        indexes = [
            models.Index(fields=["undo_until"], condition=~Q(content=b""), name="merge_to_forget")
        ]

    class Privacy:
        personal = ("winner", "loser", "content", "by")
        purpose = "Een vergissing bij het samenvoegen kunnen herstellen"
        retention = "de inhoud een dag; wie waarin opging zolang de inwoner bewaard wordt"

    def __str__(self) -> str:
        return f"samenvoeging van {self.at:%d-%m-%Y %H:%M}"

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee to this: they did it."""
        return frozenset({MERGER}) if self.by_id == user.pk else frozenset()

    @property
    def _place(self) -> str:
        return f"{self._meta.db_table}|content|{self.pk}"

    def keep(self, before: dict[str, Any]) -> None:
        """Seal how it was; the caller saves the row."""
        plain = json.dumps(before, cls=DjangoJSONEncoder).encode()
        self.content = seal(plain, bound_to=self._place)

    def before(self) -> dict[str, Any]:
        """How it was; raises CannotOpenError."""
        try:
            opened: dict[str, Any] = json.loads(unseal(bytes(self.content), bound_to=self._place))
        except (InvalidTag, ValueError) as error:
            raise CannotOpenError from error
        return opened
