"""Hand-overs to the Sociaal Stedelijk Team: what a number counts and its list shows (SD-2, SD-3).

Numbers of now and numbers of the last twelve months are asked with the same conditions as the list
they open. A month is the month of the offer, so what became of it adds up to what was offered.
"""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncMonth
from django.urls import reverse

from cases.handovers.figures import to_and_fro
from cases.handovers.lifecycle import WAITING, HandoverState
from cases.handovers.lights import SOON
from cases.handovers.models import Expertise, Handover, Refusal, Urgency
from common.deadlines import AMSTERDAM, local_day
from common.dutch_dates import MONTHS
from common.weeks import midnight

S = HandoverState
MONTHS_BACK = 12
TO_AND_FRO = "heen-en-weer"
NOW = {
    "wacht": "Overdrachten wachten op antwoord",
    "te-laat": "Overdrachten te laat",
    "bijna": "Overdrachten bijna te laat",
    "toelichting": "Wachten op toelichting",
}
STANDS: dict[str, tuple[str, frozenset[HandoverState]]] = {
    "aangeboden": ("Aangeboden", frozenset(S) - {S.DRAFT}),
    "aanvaard": ("Aanvaard", frozenset({S.ACCEPTED})),
    "teruggegeven": ("Teruggegeven", frozenset({S.RETURNED})),
    "geweigerd": ("Geweigerd", frozenset({S.REFUSED})),
    "verlopen": ("Verlopen", frozenset({S.EXPIRED})),
    "ingetrokken": ("Ingetrokken", frozenset({S.WITHDRAWN})),
    "loopt": ("Loopt nog", frozenset(WAITING)),
    "beantwoord": ("Beantwoord", frozenset({S.ACCEPTED, S.RETURNED, S.REFUSED})),
}
LABELS = {
    **NOW,
    **{code: label for code, (label, _) in STANDS.items()},
    TO_AND_FRO: "Heen en weer",
}
NONE = "geen"
FACTS = ("reason", "expertise", "urgency")
MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Choice:
    """Which hand-overs: one stand, and when given one month, reason, expertise or urgency."""

    selectie: str = "wacht"
    maand: str = ""
    reden: str = ""
    expertise: str = ""
    snelheid: str = ""

    @classmethod
    def of(cls, params: Any) -> "Choice":
        """As the address says it; what is not known there is no choice."""
        code, month = params.get("selectie", ""), params.get("maand", "")
        found = {
            "reden": params.get("reden", ""),
            "expertise": params.get("expertise", ""),
            "snelheid": params.get("snelheid", ""),
        }
        known = {"reden": Refusal, "expertise": Expertise, "snelheid": Urgency}
        chosen = {
            name: value
            for name, value in found.items()
            if value in known[name].values or (name == "expertise" and value == NONE)
        }
        code = code if code in LABELS else "wacht"
        return cls(code, month if MONTH.fullmatch(month) else "", **chosen)

    @property
    def url(self) -> str:
        """The list that shows these."""
        asked = {name: value for name, value in asdict(self).items() if value}
        return f"{reverse('sst-offers')}?{urlencode(asked)}"

    @property
    def label(self) -> str:
        """What the list is called: "Geweigerd, Schulden, november 2026"."""
        parts = [LABELS[self.selectie]]
        if self.reden:
            parts.append(str(Refusal(self.reden).label))
        if self.expertise:
            named = self.expertise != NONE
            parts.append(str(Expertise(self.expertise).label) if named else "zonder expertise")
        if self.snelheid:
            parts.append(str(Urgency(self.snelheid).label))
        if self.maand:
            parts.append(month_name(self.first_day))
        return ", ".join(parts)

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date.fromisoformat(f"{self.maand}-01")


@dataclass(frozen=True)
class Group:
    """So many hand-overs of one month with the same stand, reason, expertise and urgency."""

    month: date
    state: str
    reason: str
    expertise: str
    urgency: str
    n: int


class Offers:
    """The hand-overs to these teams at a moment."""

    def __init__(self, teams: Iterable[int], at: datetime) -> None:
        self.teams, self.at = sorted(teams), at
        self.first = months_before(local_day(at), MONTHS_BACK - 1)

    def rows(self, choice: Choice) -> QuerySet[Handover]:
        """The hand-overs of a choice."""
        if choice.selectie in NOW:
            return self._waiting().filter(self._now(choice.selectie))
        if choice.selectie == TO_AND_FRO:
            return self.to_and_fro()
        rows = self._offered().filter(state__in=STANDS[choice.selectie][1])
        if choice.maand:
            begin = choice.first_day
            end = midnight(months_before(begin, -1))
            rows = rows.filter(offered_at__gte=midnight(begin), offered_at__lt=end)
        return rows.filter(**_facts(choice))

    def now(self) -> dict[str, int]:
        """How many each list of ``NOW`` holds; one query."""
        asked = {code.replace("-", "_"): Count("pk", filter=self._now(code)) for code in NOW}
        found = self._waiting().order_by().aggregate(**asked)
        return {code: found[code.replace("-", "_")] for code in NOW}

    def to_and_fro(self) -> QuerySet[Handover]:
        """Dossiers that went over more than once in twelve months, each at its last move (SD-6)."""
        between = Q(to_team_id__in=self.teams) | Q(from_team_id__in=self.teams)
        rows = Handover.objects.filter(between, offered_at__gte=midnight(self.first))
        return Handover.objects.filter(to_and_fro(rows))

    @cached_property
    def groups(self) -> list[Group]:
        """Everything that was offered in twelve months, counted together; one query."""
        rows = self._offered().annotate(month=TruncMonth("offered_at", tzinfo=AMSTERDAM))
        names = ("month", "state", *FACTS)
        counted: Any = rows.order_by().values_list(*names).annotate(n=Count("pk"))
        return [Group(local_day(month), *rest) for month, *rest in counted]

    def count(self, choice: Choice) -> int:
        """How many the list of a choice of twelve months holds, from the counts together."""
        states, facts = STANDS[choice.selectie][1], _facts(choice)
        return sum(
            group.n
            for group in self.groups
            if group.state in states
            and (not choice.maand or group.month == choice.first_day)
            and all(getattr(group, name) == value for name, value in facts.items())
        )

    def answers(self) -> list[tuple[date, str, datetime, datetime]]:
        """Month, urgency, offer and answer of everything that was answered; one query."""
        rows = self._offered().filter(state__in=STANDS["beantwoord"][1]).order_by()
        found: Any = rows.values_list("urgency", "offered_at", "ended_at")
        return [(local_day(start).replace(day=1), how, start, end) for how, start, end in found]

    def months(self) -> list[date]:
        """The months with something in them and those between, up to this one, oldest first."""
        filled = min((group.month for group in self.groups), default=None)
        every = [months_before(self.first, -number) for number in range(MONTHS_BACK)]
        return [month for month in every if filled is not None and month >= filled]

    def _offered(self) -> QuerySet[Handover]:
        rows = Handover.objects.filter(to_team_id__in=self.teams)
        return rows.filter(offered_at__gte=midnight(self.first)).exclude(state=S.DRAFT)

    def _waiting(self) -> QuerySet[Handover]:
        """What the SST can answer: not once the resident no longer agrees (OD-11)."""
        rows = Handover.objects.filter(to_team_id__in=self.teams, state__in=sorted(WAITING))
        return rows.filter(unagreed_at__isnull=True)

    def _now(self, code: str) -> Q:
        if code == "te-laat":
            return Q(answer_by__lt=self.at)
        if code == "bijna":
            return Q(answer_by__gte=self.at, answer_by__lte=self.at + SOON)
        return Q(state=S.ASKED) if code == "toelichting" else Q(state__in=sorted(WAITING))


def _facts(choice: Choice) -> dict[str, str]:
    """The columns that a choice narrows, with their value."""
    asked = {"reason": choice.reden, "expertise": choice.expertise, "urgency": choice.snelheid}
    return {name: "" if value == NONE else value for name, value in asked.items() if value}


def months_before(day: date, months: int) -> date:
    """The first day of the month so many months before; negative is after."""
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)


def month_name(day: date) -> str:
    """As a sentence has it: november 2026."""
    return f"{MONTHS[day.month - 1]} {day.year}"
