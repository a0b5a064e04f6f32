"""Made-up residents: names, addresses the postcode table knows, numbers that reach nobody.

Telephone numbers are 036-0xxxxxx. Inside an area the first digit of a subscriber number is never
0 (that begins a call outside the area), so no such number is given out; they do pass the form.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from django.db.models import Q
from faker import Faker

from cases.callbacks.services import Caller
from clusters.models import Neighbourhood, NeighbourhoodAssignment, PostcodeRule

LETTERS = "ABCDEGHJKLMNPRSTVWXZ"
NEVER_ISSUED = {"SA", "SD", "SS"}
ANONYMOUS, NO_ADDRESS, KNOWN_BIRTH_DATE = 0.04, 0.03, 0.6
OFTEN_TOO = [
    "Ramdin",
    "Jhagroe",
    "Kromosoeto",
    "Pinas",
    "Wijngaarde",
    "Sewnarain",
    "Martina",
    "Croes",
    "Maduro",
    "Bouzid",
    "El-Idrissi",
    "Amrani",
    "Chahid",
    "Ouali",
    "Yılmaz",
    "Kaya",
    "Demir",
    "Şahin",
    "Öztürk",
    "Kowalski",
    "Nowak",
    "Tesfay",
    "Haile",
    "Hassan",
    "Abdi",
    "Nguyen",
    "Chen",
    "Mensah",
    "Owusu",
    "Shevchenko",
    "Al-Masri",
]
OFTEN_TOO_SHARE = 0.3


@dataclass(frozen=True)
class Place:
    """A wijk, its weight in the city and the postcode digits that lead to it."""

    neighbourhood: Neighbourhood
    cluster_id: int
    pc4s: tuple[str, ...]


def find_places(day: date) -> list[Place]:
    """Every wijk that has a cluster on ``day``, with the postcodes that need no house number."""
    rules = PostcodeRule.objects.valid_on(day).filter(letters="", from_number__isnull=True)
    codes: dict[int, list[str]] = {}
    for rule in rules.order_by("pc4"):
        codes.setdefault(rule.neighbourhood_id, []).append(rule.pc4)
    rows = (
        NeighbourhoodAssignment.objects.valid_on(day)
        .filter(Q(cluster__valid_until__isnull=True) | Q(cluster__valid_until__gte=day))
        .select_related("neighbourhood")
        .order_by("neighbourhood__code")
    )
    return [
        Place(row.neighbourhood, row.cluster_id, tuple(codes.get(row.neighbourhood_id, ())))
        for row in rows
    ]


class Residents:
    """Makes callers, one after the other; the same seed makes the same people."""

    def __init__(self, rng: Random, today: date) -> None:
        self.rng, self.today = rng, today
        self.fake = Faker("nl_NL")
        self.fake.seed_instance(rng.getrandbits(32))
        self.numbers = 0

    def caller(self, places: Sequence[Place]) -> tuple[Caller, Place]:
        """Somebody who lives in one of these places, by the number of their inhabitants."""
        rng = self.rng
        weights = [place.neighbourhood.inhabitants or 1 for place in places]
        place = rng.choices(places, weights)[0]
        anonymous = rng.random() < ANONYMOUS
        has_address = bool(place.pc4s) and rng.random() >= NO_ADDRESS
        caller = Caller(
            name="" if anonymous else self.name(),
            is_anonymous=anonymous,
            phone=self.phone(),
            postcode=rng.choice(place.pc4s) + self._letters() if has_address else "",
            house_number=rng.randint(1, 180) if has_address else None,
            house_suffix=rng.choice(("", "", "", "", "A", "B")) if has_address else "",
            birth_date=None if anonymous else self._birth_date(),
        )
        return caller, place

    def name(self) -> str:
        """A first and a last name as they are heard in the city."""
        last = (
            self.rng.choice(OFTEN_TOO)
            if self.rng.random() < OFTEN_TOO_SHARE
            else self.fake.last_name()
        )
        return f"{self.fake.first_name()} {last.replace('El-', 'El ')}"

    def phone(self) -> str:
        """The next number that nobody has."""
        self.numbers += 1
        return f"+31360{self.numbers + 100_000:06d}"

    def _letters(self) -> str:
        pair = self.rng.choice(LETTERS) + self.rng.choice(LETTERS)
        return "AB" if pair in NEVER_ISSUED else pair

    def _birth_date(self) -> date | None:
        if self.rng.random() > KNOWN_BIRTH_DATE:
            return None
        age = min(max(self.rng.gauss(56, 19), 18), 98)
        return self.today - timedelta(days=int(age * 365.25) + self.rng.randint(0, 364))
