"""A request of maatwerkbudget, from the question to the last cent that came back."""

import json
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any, Self
from uuid import UUID, uuid4

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.functional import cached_property

from budgets.ledger.models import Pot
from budgets.permissions import (
    BUDGET_DECIDER,
    BUDGET_REQUESTER,
    BUDGET_WORKER,
    CARD_HOLDER,
    SECOND_SIGNER,
)
from budgets.requests.lifecycle import UNSETTLED, AdvanceState, RequestState
from budgets.requests.models.choices import (
    BudgetPurpose,
    Debtor,
    Fund,
    HelpForm,
    Level,
    Method,
    Payee,
)
from budgets.requests.models.groups import ASKING, DECIDED, LIVE, REMINDED_AFTER, TO_PAY
from cases.dossiers.models import FileColleague, ResidentFile, SealedByFile
from cases.dossiers.models.colleagues import ONLY_READING
from cases.residents.models import Resident
from clusters.models import Role, Team, User
from common import sealing
from common.deadlines import local_day


class RequestQuerySet(models.QuerySet["BudgetRequest"]):
    """Requests of maatwerkbudget."""

    def visible_to(self, user: User) -> Self:
        """Scope (row 11): who asked or works in the dossier; who decides; who pays."""
        role = user.acting_role
        if role in ASKING:
            return self.filter(Q(requested_by=user) | self._worked_by(user))
        if role == Role.TEAM_MANAGER:
            return self.filter(team_id__in=user.team_ids)
        if role == Role.CONTROLLER:
            return self.filter(state__in=TO_PAY)
        return self.all() if role == Role.GENERAL_MANAGER else self.none()

    def _worked_by(self, user: User) -> Q:
        running = FileColleague.objects.running(timezone.localdate()).filter(employee=user)
        working = running.exclude(role__in=ONLY_READING)
        return Q(file__director=user) | Q(Exists(working.filter(file=OuterRef("file"))))

    def waiting(self) -> Self:
        """Those that nobody decided."""
        return self.filter(state=RequestState.WAITING)

    def for_decider(self, user: User) -> Self:
        """Those that wait for this manager, urgent ones first (MB-5)."""
        rows = self.waiting().exclude(requested_by=user).order_by("-is_urgent", "requested_at")
        if user.acting_role == Role.TEAM_MANAGER:
            return rows.filter(level=Level.MANAGER, team_id__in=user.team_ids)
        is_general = user.acting_role == Role.GENERAL_MANAGER
        return rows.filter(level=Level.GENERAL) if is_general else rows.none()

    def unsettled(self) -> Self:
        """Advances of which not everything came back."""
        return self.filter(advance__in=UNSETTLED)

    def live(self) -> Self:
        """What keeps a dossier open: asked, reserved, or still to come back (MB-16)."""
        return self.filter(Q(state__in=LIVE) | Q(advance__in=UNSETTLED))

    def to_remind(self, day: date) -> Self:
        """Advances that are late and of which nobody was told yet that they are so late (MB-15)."""
        late = Q()
        for days in REMINDED_AFTER:
            late |= Q(expected_on__lte=day - timedelta(days=days), reminded__lt=days)
        return self.unsettled().filter(late).order_by("pk")

    def lapsed(self, day: date) -> Self:
        """Reservations that nobody paid in time (MB-10)."""
        return self.filter(state=RequestState.APPROVED, lapses_on__lt=day).order_by("pk")

    def for_list(self) -> Self:
        """Everything a row shows, in one query."""
        return self.select_related("purpose", "requested_by", "team", "pot__cluster", "fund")


class BudgetRequest(SealedByFile):
    """Money that somebody needs now, for one dossier or for a team (BUD-2, BUD-3, BUD-7).

    ``content`` is why, ``payment`` who gets it, ``decision`` what was decided and ``notes`` why
    an advance was refused or written off; all sealed with the key of the dossier, or with the
    master key when it is of a team. ``uuid`` is the reference in the ledger. ``paid_cents`` and
    ``owed_cents`` follow the ledger; ``check_ledger`` compares them.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    file = models.ForeignKey(ResidentFile, models.PROTECT, null=True, related_name="budgets")  # type: ignore[assignment]
    resident = models.ForeignKey(Resident, models.PROTECT, null=True, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    pot = models.ForeignKey(Pot, models.PROTECT, related_name="requests")
    purpose = models.ForeignKey(BudgetPurpose, models.PROTECT, related_name="+")
    form = models.CharField("vorm", max_length=7, choices=HelpForm.choices)
    method = models.CharField("wijze", max_length=7, choices=Method.choices)
    amount_cents = models.BigIntegerField("bedrag in centen")
    is_urgent = models.BooleanField("spoed", default=False)
    has_conflict = models.BooleanField("kent de ontvanger", default=False)
    tried: Any = models.ManyToManyField(Fund, related_name="+", verbose_name="geprobeerd")
    content = models.BinaryField("waarom")
    payment = models.BinaryField("ontvanger")
    debtor = models.CharField("van wie", max_length=12, choices=Debtor.choices, default=Debtor.NONE)
    fund = models.ForeignKey(Fund, models.PROTECT, null=True, related_name="advances")
    expected_on = models.DateField("terug verwacht op", null=True)
    requested_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    requested_at = models.DateTimeField("gevraagd op")
    level = models.CharField("wie beslist", max_length=7, choices=Level.choices)
    state = models.CharField(
        "status", max_length=9, choices=RequestState.choices, default=RequestState.WAITING
    )
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField("beslist op", null=True)
    decision = models.BinaryField("besluit", default=bytes)
    lapses_on = models.DateField("vervalt op", null=True)
    paid_cents = models.BigIntegerField("betaald in centen", default=0)
    paid_at = models.DateTimeField("betaald op", null=True)
    paid_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    advance = models.CharField(
        "voorschot", max_length=11, choices=AdvanceState.choices, default=AdvanceState.NONE
    )
    owed_cents = models.BigIntegerField("open in centen", default=0)
    notes = models.BinaryField("bij het voorschot", default=bytes)
    reminded = models.PositiveSmallIntegerField("herinnerd na dagen", default=0)
    proposed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    signed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = RequestQuerySet.as_manager()

    class Meta:
        verbose_name = "aanvraag maatwerkbudget"
        verbose_name_plural = "aanvragen maatwerkbudget"
        ordering = ["-requested_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount_cents__gt=0), name="budget_amount_positive"),
            models.CheckConstraint(
                condition=Q(decided_by=None)
                | ~Q(decided_by=F("requested_by"))
                | Q(level=Level.WORKER),
                name="budget_somebody_else_decides",
            ),
            models.CheckConstraint(
                condition=Q(state__in=DECIDED, decided_by__isnull=False, decided_at__isnull=False)
                | ~Q(state__in=DECIDED),
                name="budget_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state=RequestState.PAID, paid_at__isnull=False, paid_cents__gt=0)
                | ~Q(state=RequestState.PAID) & Q(paid_cents=0, paid_at=None),
                name="budget_paid_has_amount",
            ),
            models.CheckConstraint(
                condition=Q(paid_cents__lte=F("amount_cents"))
                & Q(owed_cents__gte=0, owed_cents__lte=F("paid_cents")),
                name="budget_no_more_than_asked",
            ),
            models.CheckConstraint(
                condition=Q(form=HelpForm.GIFT, debtor=Debtor.NONE, expected_on=None)
                | Q(form=HelpForm.ADVANCE, expected_on__isnull=False) & ~Q(debtor=Debtor.NONE),
                name="budget_advance_comes_back",
            ),
            models.CheckConstraint(
                condition=Q(debtor=Debtor.FUND, fund__isnull=False)
                | Q(fund=None) & ~Q(debtor=Debtor.FUND),
                name="budget_fund_is_named",
            ),
            models.CheckConstraint(
                condition=Q(advance__in=UNSETTLED, owed_cents__gt=0, form=HelpForm.ADVANCE)
                | Q(owed_cents=0) & ~Q(advance__in=UNSETTLED),
                name="budget_open_advance_is_owed",
            ),
            models.CheckConstraint(
                condition=Q(signed_by=None)
                | Q(proposed_by__isnull=False) & ~Q(signed_by=F("proposed_by")),
                name="budget_second_signature",
            ),
            models.CheckConstraint(
                condition=Q(file=None, resident=None)
                | Q(file__isnull=False, resident__isnull=False),
                name="budget_of_dossier_or_team",
            ),
        ]
        indexes = [
            models.Index(fields=["team", "state", "requested_at"], name="budget_of_team"),
            models.Index(fields=["state", "requested_at", "id"], name="budget_in_state"),
            models.Index(fields=["advance", "expected_on"], name="budget_advances"),
            models.Index(fields=["requested_by", "state"], name="budget_of_requester"),
        ]

    class Privacy:
        personal = (
            "resident",
            "content",
            "payment",
            "decision",
            "notes",
            "requested_by",
            "decided_by",
            "paid_by",
            "proposed_by",
            "signed_by",
        )
        purpose = "Snel en creatief helpen, en weten wat terugkomt (BUD-2, BUD-3)"
        retention = "7 jaar na het boekjaar; de tekst zo lang als het dossier"

    def __str__(self) -> str:
        return f"MB-{self.pk:07d}" if self.pk else "aanvraag"

    @property
    def seal_id(self) -> UUID:
        """The row gets its number only when it is saved."""
        return self.uuid

    def shut(self, column: str, words: str) -> bytes:
        """With the key of the dossier; without one with the master key, bound to this place."""
        if self.file_id:
            return super().shut(column, words)
        return sealing.seal(words.encode(), bound_to=self._place(column))

    def opened(self, column: str) -> str:
        """The words of a column; empty when nothing was kept."""
        if self.file_id or not getattr(self, column):
            return super().opened(column) if self.file_id else ""
        return sealing.unseal(bytes(getattr(self, column)), bound_to=self._place(column)).decode()

    def keep_told(self, why: str, payee: Payee, debtor_name: str) -> None:
        """Seal why, and who gets the money; the caller saves the row."""
        self.content = self.shut("content", json.dumps({"why": why, "debtor": debtor_name}))
        self.payment = self.shut("payment", json.dumps(asdict(payee)))

    @cached_property
    def told(self) -> dict[str, str]:
        """Why, and the name of the organisation that pays back."""
        words: dict[str, str] = json.loads(self.opened("content"))
        return words

    @cached_property
    def payee(self) -> Payee:
        """Who gets the money."""
        return Payee(**json.loads(self.opened("payment")))

    @property
    def decision_words(self) -> str:
        """Why it was decided so."""
        return self.opened("decision")

    @property
    def notes_words(self) -> str:
        """Why the fund refused, or why it is written off."""
        return self.opened("notes")

    is_unsettled = property(lambda self: self.advance in UNSETTLED)

    def days_late(self, day: date) -> int:
        """How many days ago the advance should have come back; zero when it is not late."""
        late = self.advance in UNSETTLED and self.expected_on is not None and self.expected_on < day
        return (day - self.expected_on).days if late and self.expected_on else 0

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee in scope to this request; scope was checked before."""
        role = user.acting_role
        if role in ASKING:
            mine = user.pk == self.requested_by_id
            held = {BUDGET_REQUESTER} if mine else {BUDGET_WORKER}
            return frozenset(held | ({CARD_HOLDER} if self.method == Method.CARD else set()))
        if role not in (Role.TEAM_MANAGER, Role.GENERAL_MANAGER) or self.is_own_case(user):
            return frozenset()
        deciding = {Role.TEAM_MANAGER: (Level.WORKER, Level.MANAGER)}.get(
            Role(role), (Level.GENERAL,)
        )
        held = {BUDGET_DECIDER} if self.level in deciding else set()
        signs = role == Role.GENERAL_MANAGER and self.proposed_by_id != user.pk
        return frozenset(held | ({SECOND_SIGNER} if signs else set()))

    def is_own_case(self, user: User) -> bool:
        """Whether this employee asked for it, or works in the dossier in another role (M7)."""
        if user.pk == self.requested_by_id:
            return True
        if self.file is None:
            return False
        return self.file.workers(local_day(timezone.now())).filter(pk=user.pk).exists()
