"""A signal: what somebody noticed about somebody who did not ask."""

import json
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from cases.callbacks.models import CallbackRequest
from cases.dossiers.models import ResidentFile
from cases.intakes.models import WmoNotification
from cases.permissions import SIGNAL_DEPUTY, SIGNAL_HANDLER, SIGNAL_OPEN
from cases.signals.lifecycle import RUNNING, SignalState
from cases.signals.models.choices import (
    ATTEMPTS_NEEDED,
    CARRIED,
    PASSED_ON,
    WAITS,
    Ground,
    Outcome,
    Rung,
    Source,
    Told,
    Urgency,
    Worry,
)
from cases.signals.models.selections import SignalQuerySet
from clusters.models import Neighbourhood, Role, Team, User, working_calendar
from common.deadlines import AMSTERDAM, ONE_DAY, local_day
from common.sealed import SealedModel
from common.sealing import Envelope, new_data_key
from common.weeks import midnight

LAST_MOMENT = timedelta(microseconds=1)
MORNING = time(8)
MONTHS_PER_QUARTER = 3


def _link(model: type[models.Model]) -> Any:
    """What it went on as; cut when the words are emptied (SG-11)."""
    return models.ForeignKey(model, models.PROTECT, null=True, related_name="+")


class Signal(SealedModel):
    """What was noticed, where, and who goes (SG-1); about no resident until there may be one.

    ``data_key`` is the key of everything written in it, wrapped by the master key; ``content`` is
    what, about whom, where and who told it; ``clearing`` why the team may go on; ``ending`` why it
    ended. ``due_at`` is the end of the day of the next attempt. ``empty_at`` is when the key and
    the words are destroyed; the codes stay for the trend.
    """

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    neighbourhood = models.ForeignKey(
        Neighbourhood, models.PROTECT, related_name="+", verbose_name="wijk"
    )
    source = models.CharField("van wie", max_length=9, choices=Source.choices)
    worry = models.CharField("zorg", max_length=9, choices=Worry.choices)
    urgency = models.CharField("hoe snel", max_length=5, choices=Urgency.choices)
    with_children = models.BooleanField("er zijn kinderen", default=False)
    stays_anonymous = models.BooleanField("melder blijft anoniem", default=False)
    content = models.BinaryField("wat")
    data_key = models.BinaryField("sleutel van het signaal")
    registered_at = models.DateTimeField("vastgelegd op")
    registered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    quarter = models.CharField("kwartaal", max_length=6)
    handler = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="wie"
    )
    state = models.CharField(
        "status", max_length=7, choices=SignalState.choices, default=SignalState.OPEN
    )
    due_at = models.DateTimeField("einde van de dag waarop iemand gaat")
    remind_at = models.DateTimeField("herinneren op", null=True)
    told = models.PositiveSmallIntegerField("wie is herinnerd", choices=Rung.choices, default=0)
    unreached = models.PositiveSmallIntegerField("keer niet bereikt op rij", default=0)
    ground = models.CharField("grond", max_length=7, choices=Ground.choices, blank=True)
    cleared_at = models.DateTimeField("mag verder sinds", null=True)
    clearing = models.BinaryField("waarom mag het", default=bytes)
    outcome = models.CharField("uitkomst", max_length=9, choices=Outcome.choices, blank=True)
    ending = models.BinaryField("toelichting", default=bytes)
    ended_at = models.DateTimeField("afgesloten op", null=True)
    notification = _link(WmoNotification)
    file = _link(ResidentFile)
    callback = _link(CallbackRequest)
    empty_at = models.DateTimeField("legen op", null=True)
    emptied_at = models.DateTimeField("geleegd op", null=True)
    version = models.PositiveIntegerField(default=1)

    objects = SignalQuerySet.as_manager()

    class Meta:
        verbose_name = "signaal"
        verbose_name_plural = "signalen"
        ordering = ["due_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=SignalState.OPEN, handler__isnull=True)
                | Q(state__in=[SignalState.TAKEN, SignalState.CLEARED], handler__isnull=False)
                | Q(state=SignalState.ENDED),
                name="signal_has_somebody_when_taken",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[SignalState.OPEN, SignalState.TAKEN], ground="")
                | Q(state=SignalState.CLEARED, ground__in=Ground.values, cleared_at__isnull=False)
                | Q(state=SignalState.ENDED),
                name="signal_cleared_on_a_ground",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=RUNNING, outcome="", ended_at__isnull=True, empty_at__isnull=True
                )
                | Q(
                    state=SignalState.ENDED,
                    outcome__in=Outcome.values,
                    ended_at__isnull=False,
                    empty_at__isnull=False,
                    remind_at__isnull=True,
                ),
                name="signal_ended_with_an_outcome",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=[*CARRIED, *PASSED_ON]) | Q(ground__in=Ground.values),
                name="signal_goes_on_with_a_ground",
            ),
            models.CheckConstraint(
                condition=Q(emptied_at__isnull=True) & ~Q(content=b"") & ~Q(data_key=b"")
                | Q(
                    emptied_at__isnull=False,
                    content=b"",
                    data_key=b"",
                    clearing=b"",
                    ending=b"",
                    handler__isnull=True,
                    registered_by__isnull=True,
                    notification__isnull=True,
                    file__isnull=True,
                    callback__isnull=True,
                ),
                name="signal_emptied_wholly",
            ),
        ]
        indexes = [
            models.Index(fields=["team", "state", "due_at", "id"], name="signal_of_team"),
            models.Index(fields=["team", "ended_at", "id"], name="signal_over_of_team"),
            models.Index(fields=["handler", "state", "due_at"], name="signal_of_handler"),
            models.Index(fields=["registered_by", "due_at", "id"], name="signal_of_writer"),
            models.Index(fields=["quarter", "neighbourhood", "team"], name="signal_trend"),
            models.Index(
                fields=["remind_at", "id"],
                condition=Q(remind_at__isnull=False),
                name="signal_to_remind",
            ),
            models.Index(
                fields=["empty_at", "id"],
                condition=Q(empty_at__isnull=False, emptied_at__isnull=True),
                name="signal_to_empty",
            ),
        ]

    class Privacy:
        personal = (
            "content",
            "data_key",
            "clearing",
            "ending",
            "registered_by",
            "handler",
            "notification",
            "file",
            "callback",
        )
        purpose = "Iemand bereiken die zelf geen hulp vraagt (COL-4, COL-5)"
        retention = "SIGNAL_RETENTION_DAYS na het afsluiten; daarna alleen codes voor de trend"

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """The number by which people speak of it."""
        return f"SI-{self.pk:06d}" if self.pk else "signaal"

    @cached_property
    def key(self) -> Envelope:
        """The opened key of this signal."""
        return Envelope(bytes(self.data_key), bound_to=self.place(self.uuid, "data_key"))

    def keep_told(self, told: Told) -> None:
        """Take over what was told, under a key of its own; the caller saves the row."""
        for name in ("source", "worry", "urgency", "stays_anonymous", "with_children"):
            setattr(self, name, getattr(told, name))
        self.data_key = new_data_key(bound_to=self.place(self.uuid, "data_key"))
        self.content = self.shut("content", json.dumps(told.words))

    @cached_property
    def words(self) -> dict[str, str]:
        """What was noticed, about whom, where, and who told it; empty when it was emptied."""
        said: dict[str, str] = json.loads(self.opened("content") or "{}")
        return said

    @cached_property
    def clearing_words(self) -> str:
        """Why the team may go on."""
        return self.opened("clearing")

    @cached_property
    def ending_words(self) -> str:
        """Why it ended."""
        return self.opened("ending")

    def plan(self, day: date) -> None:
        """Somebody goes on this day; nobody was told anything about it yet."""
        self.due_at = midnight(day + ONE_DAY)
        self.climb(Rung.NOBODY)

    def climb(self, rung: Rung) -> None:
        """Who was told, and when the next one is; the caller saves the row."""
        self.told = rung
        following = [each for each in WAITS if each > rung]
        morning = working_day(self.next_on, WAITS[following[0]]) if following else None
        self.remind_at = datetime.combine(morning, MORNING, AMSTERDAM) if morning else None

    def finish(self, outcome: Outcome, at: datetime) -> None:
        """It is over: nobody is reminded, and the words go when their time comes (SG-11)."""
        self.outcome, self.ended_at, self.remind_at = outcome, at, None
        self.empty_at = at + timedelta(days=settings.SIGNAL_RETENTION_DAYS)

    @property
    def next_on(self) -> date:
        """The day of the next attempt."""
        return local_day(self.due_at - LAST_MOMENT)

    @property
    def is_running(self) -> bool:
        """Whether it did not end."""
        return self.state in RUNNING

    @property
    def may_stop(self) -> bool:
        """Whether they were not reached so often that the team may stop (SG-10)."""
        return self.unreached >= ATTEMPTS_NEEDED

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee in scope to this signal; scope was checked before."""
        if user.acting_role != Role.TEAM_WORKER:
            return frozenset()
        if self.handler_id in user.minded_ids:
            return frozenset({SIGNAL_DEPUTY})
        if self.team_id not in user.team_ids:
            return frozenset()
        if self.state == SignalState.OPEN:
            return frozenset({SIGNAL_OPEN})
        return frozenset({SIGNAL_HANDLER}) if self.handler_id == user.pk else frozenset()


def working_day(day: date, count: int) -> date:
    """The so many-th working day after a day; the day itself for none."""
    calendar = working_calendar()
    for _ in range(count):
        day = calendar.next_working_day(day)
    return day


def quarter_of(day: date) -> str:
    """The quarter of a day, as "2026-4"."""
    return f"{day.year}-{(day.month - 1) // MONTHS_PER_QUARTER + 1}"
