"""How rules decide: in order, the first that matches wins; only computes (TRI-1)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import Protocol

from cases.intakes.models.triage import FACTS, Advice

Facts = tuple[str, ...]


class Rule(Protocol):
    """A rule, saved or just typed."""

    @property
    def facts(self) -> Facts: ...

    @property
    def advice(self) -> str: ...

    @property
    def outcome(self) -> tuple[str, str, str]: ...


@dataclass(frozen=True)
class RuleText:
    """One rule as the administrator wrote it; an empty fact is "whatever"."""

    facts: Facts
    advice: str
    complexity: str
    involvement: str
    reason: str

    @property
    def outcome(self) -> tuple[str, str, str]:
        """Where, how complex and in which way."""
        return self.advice, self.complexity, self.involvement

    @property
    def content(self) -> tuple[str, ...]:
        """Everything that was written."""
        return (*self.facts, *self.outcome, self.reason)


@dataclass
class Trial:
    """What rules would do with what was triaged before."""

    total: int = 0
    changed: int = 0
    unadvised: int = 0
    moves: Counter[tuple[str, str]] = field(default_factory=Counter)


def decide(rules: Sequence[Rule], facts: Facts) -> int | None:
    """The place of the first rule that matches; None when none does."""
    for place, rule in enumerate(rules):
        if all(want in ("", have) for want, have in zip(rule.facts, facts, strict=True)):
            return place
    return None


@cache
def every_case() -> tuple[Facts, ...]:
    """Every set of answers there can be; a few hundred."""
    return tuple(product(*(choices.values for _, choices in FACTS.values())))


def findings(rules: Sequence[Rule]) -> list[str]:
    """What is odd about these rules, in Dutch: one that never wins, one that always does, gaps."""
    won = Counter(decide(rules, facts) for facts in every_case())
    found = []
    for place, rule in enumerate(rules):
        number, is_last = place + 1, place == len(rules) - 1
        if not won[place]:
            found.append(f"Regel {number} wint nooit: een eerdere regel past altijd al.")
        elif won[place] == len(every_case()):
            found.append(f"Regel {number} past op alles: elke aanmelding krijgt dit advies.")
        elif not any(rule.facts) and not is_last:
            found.append(f"Regel {number} past altijd. Wat daarna komt, wordt nooit bereikt.")
    if won[None]:
        total = len(every_case())
        found.append(f"{won[None]} van de {total} mogelijke aanmeldingen krijgen geen advies.")
    return found


def try_on(rules: Sequence[Rule], past: Iterable[tuple[Facts, str, int]]) -> Trial:
    """How often the advice would have been another; ``past`` is answers, advice then, how many."""
    trial = Trial()
    for facts, before, count in past:
        place = decide(rules, facts)
        after = "" if place is None else rules[place].advice
        trial.total += count
        trial.unadvised += count if place is None else 0
        if after != before:
            trial.changed += count
            trial.moves[before, after] += count
    return trial


def advice_word(code: str) -> str:
    """An advice as the screen says it."""
    return Advice(code).label if code else "geen advies"


def _rule(outcome: str, reason: str, **wanted: str) -> RuleText:
    facts = tuple(wanted.get(name, "") for name in FACTS)
    advice, complexity, involvement = outcome.split()
    return RuleText(facts, advice, complexity, involvement, reason)


PROPOSAL = (
    _rule(
        "nothing single advice",
        "De inwoner wil nu geen hulp en er is geen gevaar.",
        wants_help="no",
        is_heavy="no",
    ),
    _rule(
        "sst complex direction",
        "Bij gevaar, of als gewone hulp steeds niet lukt, denkt het SST mee.",
        is_heavy="yes",
    ),
    _rule(
        "team single advice",
        "Een enkele vraag om uitleg beantwoordt het wijkteam zelf.",
        request_kind="information",
        domain_count="one",
    ),
    _rule(
        "informal single referral",
        "Netwerk of vrijwilligers gaan voor hulp van de gemeente.",
        network="yes",
        domain_count="one",
    ),
    _rule(
        "general single referral",
        "Een voorliggende of algemene voorziening gaat voor maatwerk.",
        general_offer="yes",
        domain_count="one",
    ),
    _rule(
        "city_hall single help",
        "Een enkele vraag om een Wmo-voorziening waarbij een breed gesprek niets toevoegt.",
        request_kind="provision",
        domain_count="one",
        broad_talk="no",
    ),
    _rule(
        "team complex direction",
        "Bij veel leefgebieden houdt het wijkteam de regie en doen anderen het werk.",
        domain_count="many",
    ),
    _rule(
        "team multiple help",
        "Vragen die samenhangen horen in een breed gesprek.",
        domain_count="few",
    ),
    _rule("team single help", "In alle andere gevallen helpt het wijkteam."),
)
"""What a municipality can begin with; it is data from the moment it is saved (TRI-1 … TRI-5)."""
