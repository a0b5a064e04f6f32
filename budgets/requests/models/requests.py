"""A request of maatwerkbudget, from the question to the last cent that came back."""

from datetime import date
from typing import Any
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

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
)
from budgets.requests.models.groups import ASKING, DECIDED
from budgets.requests.models.indexing import SOME_ROWS
from budgets.requests.models.querying import RequestQuerySet
from budgets.requests.models.told import ToldRequest
from cases.dossiers.models import ResidentFile
from cases.residents.models import Resident
from cases.waakvlam.models import Waakvlam
from clusters.models import Role, Team, User
from common.deadlines import local_day


class BudgetRequest(ToldRequest):
    """Money that somebody needs now: for a dossier, a waakvlam or a team (BUD-2, BUD-3, BUD-7).

    ``content`` is why, ``payment`` who gets it, ``decision`` what was decided and ``notes`` why
    an advance was refused or written off; all sealed with the key of the dossier or the waakvlam,
    or with the master key when it is of a team. ``uuid`` is the reference in the ledger.
    ``paid_cents`` and ``owed_cents`` follow the ledger; ``check_ledger`` compares them.
    ``decide_by`` is until when somebody decides, and ``escalated_at`` when an urgent one also went
    to the next level.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    file = models.ForeignKey(ResidentFile, models.PROTECT, null=True, related_name="budgets")
    waakvlam = models.ForeignKey(Waakvlam, models.PROTECT, null=True, related_name="budgets")
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
    decide_by = models.DateTimeField("beslissen voor", null=True)
    escalated_at = models.DateTimeField("ook naar het volgende niveau op", null=True)
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
                condition=Q(file=None, waakvlam=None, resident=None)
                | Q(file__isnull=False, waakvlam=None, resident__isnull=False)
                | Q(file=None, waakvlam__isnull=False, resident__isnull=False),
                name="budget_of_dossier_waakvlam_or_team",
            ),
            models.CheckConstraint(
                condition=~Q(state=RequestState.WAITING) | Q(decide_by__isnull=False),
                name="budget_waiting_has_a_term",
            ),
        ]
        indexes = [
            models.Index(fields=["team", "state", "requested_at"], name="budget_of_team"),
            models.Index(fields=["state", "requested_at", "id"], name="budget_in_state"),
            models.Index(fields=["advance", "expected_on"], name="budget_advances"),
            models.Index(fields=["requested_by", "state"], name="budget_of_requester"),
            *SOME_ROWS,
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
        held = {BUDGET_DECIDER} if self._is_decided_by(role) else set()
        signs = role == Role.GENERAL_MANAGER and self.proposed_by_id != user.pk
        return frozenset(held | ({SECOND_SIGNER} if signs else set()))

    def _is_decided_by(self, role: str) -> bool:
        """Whether this role decides about it; what waited too long also the level above (MB-24)."""
        if role == Role.TEAM_MANAGER:
            return self.level != Level.GENERAL
        return self.level == Level.GENERAL or self.is_escalated

    @property
    def is_escalated(self) -> bool:
        """Whether it waits for the next level too."""
        return self.state == RequestState.WAITING and self.escalated_at is not None

    def is_own_case(self, user: User) -> bool:
        """Whether this employee asked for it, or looks after the resident in another role (M7)."""
        if user.pk == self.requested_by_id:
            return True
        if self.waakvlam is not None:
            return user.pk in (self.waakvlam.owner_id, self.waakvlam.deputy_id)
        if self.file is None:
            return False
        return self.file.workers(local_day(timezone.now())).filter(pk=user.pk).exists()
