"""A file of the bank, its lines, and which request each part of a line belongs to."""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self
from uuid import UUID, uuid4, uuid5

from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property

from budgets.bank.lifecycle import SETTLED, LineState
from budgets.requests.models import BudgetRequest, Payee
from clusters.models import Role, User
from common import sealing
from common.blind_index import MARK_LENGTH

REASON_LENGTH = 200
WORDS_KEPT = timedelta(days=365)
"""So long after a line was settled its words stay readable (BI-5)."""
ANSWERED_WITHIN = timedelta(days=14)
"""So long after its day an incoming line may wait; ``answer_by`` is the midnight after (BI-11)."""


class BankFile(models.Model):
    """A file of the bank that was read in; the file itself and its name are not kept (BI-5).

    ``mark`` is by what the same file is known a second time (BI-4); ``submission_key`` only tells
    a double click on one form from a second time.
    """

    submission_key = models.UUIDField(editable=False)
    mark = models.CharField("kenmerk van de inhoud", max_length=MARK_LENGTH, unique=True)
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField("ingelezen op")
    line_count = models.PositiveIntegerField("regels")
    fresh_count = models.PositiveIntegerField("nieuw", default=0)

    class Meta:
        verbose_name = "bankbestand"
        verbose_name_plural = "bankbestanden"
        ordering = ["-uploaded_at", "-pk"]

    class Privacy:
        personal = ("uploaded_by",)
        purpose = "Weten wie bankregels inlas (BUD-4)"
        retention = "7 jaar na het boekjaar"

    def __str__(self) -> str:
        return f"bankbestand {self.pk}"

    known_count = property(lambda self: self.line_count - self.fresh_count)


@dataclass(frozen=True)
class Counterparty:
    """Who paid or was paid, and what they wrote; whole here and nowhere else."""

    name: str = ""
    account: str = ""
    description: str = ""

    @property
    def masked(self) -> str:
        """The account number with only its country and its last four signs."""
        return Payee(self.name, self.account).masked


class BankLineQuerySet(models.QuerySet["BankLine"]):
    """Lines of the bank."""

    def visible_to(self, user: User) -> Self:
        """Scope: only the controller, who keeps the account."""
        return self.all() if user.acting_role == Role.CONTROLLER else self.none()

    def unmatched(self) -> Self:
        """Money that came in and of which a part belongs nowhere yet (BI-11)."""
        return self.filter(state=LineState.OPEN, is_incoming=True)

    def to_empty(self, day: date, at: datetime) -> Self:
        """Whose words nobody needs any more: settled long ago, or paid long ago (BI-5)."""
        settled = Q(state__in=SETTLED, settled_at__lte=at - WORDS_KEPT)
        paid = Q(is_incoming=False, booked_on__lte=day - WORDS_KEPT)
        return self.filter(settled | paid, emptied_at=None).order_by("pk")


class BankLine(models.Model):
    """Money that came in or went out. ``content`` is who and why, sealed; ``mark`` is by what the
    line is known in another file; ``account_mark`` by what the counter account is known.

    ``matched_cents`` is the sum of its matches; what is left stays visible.
    """

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    file = models.ForeignKey(BankFile, models.PROTECT, related_name="lines")
    mark = models.CharField("kenmerk", max_length=MARK_LENGTH, unique=True)
    account_mark = models.CharField("kenmerk tegenrekening", max_length=MARK_LENGTH, blank=True)
    booked_on = models.DateField("boekdatum")
    answer_by = models.DateTimeField("afhandelen voor")
    is_incoming = models.BooleanField("bijgeschreven")
    amount_cents = models.BigIntegerField("bedrag in centen")
    matched_cents = models.BigIntegerField("gekoppeld in centen", default=0)
    content = models.BinaryField("van wie en waarvoor")
    state = models.CharField(
        "status", max_length=9, choices=LineState.choices, default=LineState.OPEN
    )
    settled_at = models.DateTimeField("afgehandeld op", null=True)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reason = models.BinaryField("waarom opzij", default=bytes)
    emptied_at = models.DateTimeField("leeggemaakt op", null=True)
    version = models.PositiveIntegerField(default=1)

    objects = BankLineQuerySet.as_manager()

    class Meta:
        verbose_name = "bankregel"
        verbose_name_plural = "bankregels"
        ordering = ["-answer_by", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount_cents__gt=0), name="bank_line_has_amount"),
            models.CheckConstraint(
                condition=Q(matched_cents__gte=0, matched_cents__lte=F("amount_cents")),
                name="bank_line_no_more_than_it_is",
            ),
            models.CheckConstraint(
                condition=Q(state=LineState.MATCHED, matched_cents=F("amount_cents"))
                | ~Q(state=LineState.MATCHED) & Q(matched_cents__lt=F("amount_cents")),
                name="bank_line_matched_is_all_of_it",
            ),
            models.CheckConstraint(
                condition=Q(state__in=SETTLED, settled_at__isnull=False)
                | ~Q(state__in=SETTLED) & Q(settled_at=None),
                name="bank_line_settled_at_a_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["is_incoming", "state", "answer_by"], name="bank_line_in_state"),
            models.Index(fields=["account_mark"], name="bank_line_of_account"),
        ]

    class Privacy:
        personal = ("content", "reason", "settled_by", "account_mark", "mark")
        purpose = "Zien welk voorschot is terugbetaald (BUD-3, BUD-4)"
        retention = "de tekst een jaar na het afhandelen; bedrag en datum 7 jaar na het boekjaar"

    def __str__(self) -> str:
        return f"BR-{self.pk:07d}" if self.pk else "bankregel"

    @property
    def rest_cents(self) -> int:
        """What belongs nowhere yet."""
        return self.amount_cents - self.matched_cents

    @property
    def is_open(self) -> bool:
        """Whether somebody can still match it."""
        return self.state == LineState.OPEN

    @property
    def is_part(self) -> bool:
        """Whether a part of it is matched and the rest waits."""
        return self.is_open and self.matched_cents > 0

    def keep(self, column: str, words: str) -> None:
        """Seal the words of a column, bound to this line; the caller saves the row."""
        setattr(self, column, sealing.seal(words.encode(), bound_to=self._place(column)))
        self.__dict__.pop("told", None)

    def keep_told(self, told: Counterparty) -> None:
        """Seal who and why; the caller saves the row."""
        self.keep("content", json.dumps([told.name, told.account, told.description]))

    @cached_property
    def told(self) -> Counterparty:
        """Who and why; empty when its words were destroyed."""
        words = self._opened("content")
        return Counterparty(*json.loads(words)) if words else Counterparty()

    @property
    def reason_words(self) -> str:
        """Why it was set aside."""
        return self._opened("reason")

    def match_key(self, request_id: int, version: int) -> UUID:
        """Which act it is: the same line, request and version a second time is the same match."""
        return uuid5(self.uuid, f"match:{request_id}:{version}")

    def relations_to(self, user: User) -> frozenset[str]:
        """Nothing ties an employee to a line but the role."""
        return frozenset()

    def _opened(self, column: str) -> str:
        kept = getattr(self, column)
        return sealing.unseal(bytes(kept), bound_to=self._place(column)).decode() if kept else ""

    def _place(self, column: str) -> str:
        return f"{self._meta.db_table}|{column}|{self.uuid}"


class BankMatchQuerySet(models.QuerySet["BankMatch"]):
    """Matches of lines with requests."""

    def live(self) -> Self:
        """Those that were not undone."""
        return self.filter(undone_at=None)


class BankMatch(models.Model):
    """A part of a line that belongs to a request: what came back of it, or that it was paid.

    ``key`` is the act, and of an incoming line also of its entry in the ledger (BI-7). A match is
    never removed: undoing it says who and when, and the entry gets an opposite (BI-10).
    """

    key = models.UUIDField(unique=True, editable=False)
    line = models.ForeignKey(BankLine, models.PROTECT, related_name="matches")
    request = models.ForeignKey(BudgetRequest, models.PROTECT, related_name="bank_matches")
    amount_cents = models.BigIntegerField("bedrag in centen")
    matched_at = models.DateTimeField("gekoppeld op")
    matched_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    undone_at = models.DateTimeField("teruggedraaid op", null=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = BankMatchQuerySet.as_manager()

    class Meta:
        verbose_name = "koppeling van een bankregel"
        verbose_name_plural = "koppelingen van bankregels"
        ordering = ["matched_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount_cents__gt=0), name="bank_match_has_amount"),
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="bank_match_undone_by_somebody",
            ),
        ]

    class Privacy:
        personal = ("matched_by", "undone_by")
        purpose = "Weten welk geld bij welk voorschot hoort (BUD-4)"
        retention = "7 jaar na het boekjaar"

    def __str__(self) -> str:
        return f"koppeling {self.pk}" if self.pk else "koppeling"

    @property
    def request_number(self) -> str:
        """The number of the request, without reading its row."""
        return str(BudgetRequest(pk=self.request_id))
