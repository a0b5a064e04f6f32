"""Whether somebody may take a decision, and if not, which mandate is lacking; only reads.

One mandate covers a line of a decision whole, or not at all; two limits are never added up (MD-2).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cases.mandates.models import Mandate, Product
from clusters.models import User
from common.templatetags.screen import euro


@dataclass(frozen=True)
class Wanted:
    """One product that a decision grants.

    ``months`` is how long, in whole months rounded up; None is without an end. ``yearly_cents`` is
    what it costs a year; None is not known, and then only a mandate without such a limit covers it.
    """

    product: Product
    months: int | None
    yearly_cents: int | None


@dataclass(frozen=True)
class Answer:
    """On which mandates a decision rests, or what is lacking for it."""

    mandates: tuple[Mandate, ...]
    lacking: tuple[str, ...]
    needs_second: bool

    @property
    def allowed(self) -> bool:
        """Whether nothing is lacking; a second signature can still be needed."""
        return not self.lacking


def answer_for(user: User, wanted: Sequence[Wanted], *, refuses: bool, day: date) -> Answer:
    """What the register says about this decision by ``user`` on ``day``; two queries (MD-1).

    ``wanted`` is what the decision grants. With ``refuses`` it also refuses, or does not consider,
    something; then every line needs a mandate with which one may refuse (MD-3). A decision that
    grants nothing needs any mandate of that day.
    """
    held = list(Mandate.objects.filter(holder=user).order_by("pk").prefetch_related("products"))
    resting: list[Mandate] = []
    lacking: list[str] = []
    lines: Sequence[Wanted | None] = wanted or [None]
    for line in lines:
        covering = [each for each in held if not _faults(each, line, refuses=refuses, day=day)]
        if covering:
            resting.append(min(covering, key=lambda each: (each.needs_second, each.pk)))
        else:
            lacking.append(_lacking(held, line, refuses=refuses, day=day))
    mandates = tuple(sorted(set(resting), key=lambda each: each.pk))
    return Answer(
        mandates=mandates,
        lacking=tuple(dict.fromkeys(lacking)),
        needs_second=any(each.needs_second for each in mandates),
    )


def may_countersign(user: User, wanted: Sequence[Wanted], refuses: bool, day: date) -> bool:
    """Whether ``user`` can be the second to sign: their own mandates cover all of it (MD-6)."""
    return answer_for(user, wanted, refuses=refuses, day=day).allowed


def _names(mandate: Mandate, line: Wanted | None) -> bool:
    """Whether a mandate is about the product of this line; no line is about no product."""
    return line is None or any(each.pk == line.product.pk for each in mandate.products.all())


def _faults(mandate: Mandate, line: Wanted | None, *, refuses: bool, day: date) -> list[str]:
    """Why a mandate does not cover a line, in the words that follow "Geen mandaat voor …"."""
    if not (mandate.runs_on(day) and _names(mandate, line)):
        return [f"op {day:%d-%m-%Y}"]
    faults = ["om te weigeren"] if refuses and not mandate.may_refuse else []
    return faults if line is None else [*faults, *_too_much(mandate, line)]


def _too_much(mandate: Mandate, line: Wanted) -> list[str]:
    """Which limits of a mandate a line goes beyond."""
    faults = []
    months, cents = mandate.longest_months, mandate.yearly_cents
    if months is not None and line.months is None:
        faults.append(f"zonder einddatum (hoogstens {_months(months)})")
    elif months is not None and line.months is not None and line.months > months:
        faults.append(f"langer dan {_months(months)}")
    if cents is not None and line.yearly_cents is None:
        faults.append(f"zonder bekende kosten (hoogstens {euro(cents)} per jaar)")
    elif cents is not None and line.yearly_cents is not None and line.yearly_cents > cents:
        faults.append(f"boven {euro(cents)} per jaar")
    return faults


def _months(count: int) -> str:
    return "1 maand" if count == 1 else f"{count} maanden"


def _lacking(held: Sequence[Mandate], line: Wanted | None, *, refuses: bool, day: date) -> str:
    """Which mandate is lacking: what the nearest one misses, or when it ended or begins."""
    subject = "Geen mandaat" if line is None else f"Geen mandaat voor {line.product.named}"
    about = [each for each in held if _names(each, line)]
    running = [each for each in about if each.runs_on(day)]
    if not running:
        ground = " om te weigeren" if refuses and line is None else ""
        return f"{subject}{ground} op {day:%d-%m-%Y}{_other_days(about, day)}."
    faults = {each: _faults(each, line, refuses=refuses, day=day) for each in running}
    nearest = min(running, key=lambda each: (len(faults[each]), each.pk))
    return f"{subject} {' en '.join(faults[nearest])} (mandaat {nearest.reference})."


def _other_days(about: Iterable[Mandate], day: date) -> str:
    """When a mandate for this ended or begins, in words to add; "" when there never was one."""
    began = [each for each in about if each.last_day is not None and each.last_day >= each.since]
    over = [(each.last_day, each) for each in began if each.last_day and each.last_day < day]
    if over:
        last, mandate = max(over, key=lambda pair: (pair[0], pair[1].pk))
        return f": het mandaat {mandate.reference} eindigde op {last:%d-%m-%Y}"
    coming = [each for each in about if each.since > day and each.ended_from is None]
    if coming:
        first = min(coming, key=lambda each: (each.since, each.pk))
        return f": het mandaat {first.reference} begint op {first.since:%d-%m-%Y}"
    return ""
