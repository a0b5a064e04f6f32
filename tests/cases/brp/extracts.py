"""Extracts to read in: a line with only what a test is about, and as many lines as one likes."""

import csv
import io
from collections.abc import Iterable, Iterator

from cases.brp.columns import OPTIONAL, REQUIRED

COLUMNS = (*REQUIRED, *OPTIONAL)
ANJA = {
    "bsn": "999990019",
    "voornamen": "Anja Cornelia",
    "voorvoegsel": "van den",
    "geslachtsnaam": "Berg",
    "naamgebruik": "E",
    "geslacht": "V",
    "geboortedatum": "19500300",
    "straat": "Kerkpad",
    "postcode": "1315 ka",
    "huisnummer": "77",
    "toevoeging": "b",
    "geheim": "0",
}


def bsn_of(number: int) -> str:
    """The BSN of somebody made up: the ``number``-th that passes the 11-test."""
    start = 10_000_000 + number
    weights = range(9, 1, -1)
    last = sum(w * int(d) for w, d in zip(weights, f"{start:08d}", strict=True)) % 11
    return f"{start:08d}{last}" if last < 10 else bsn_of(number + 50_000_000)


def extract(
    *people: dict[str, str], delimiter: str = ";", columns: Iterable[str] = COLUMNS
) -> bytes:
    """A file with these people; what is not given is empty."""
    out = io.StringIO()
    writer = csv.DictWriter(
        out, list(columns), delimiter=delimiter, restval="", extrasaction="ignore"
    )
    writer.writeheader()
    writer.writerows(people)
    return out.getvalue().encode()


def anja(**different: str) -> dict[str, str]:
    """Anja, but for what is different."""
    return {**ANJA, **different}


def crowd(size: int, *, faulty_every: int = 0) -> Iterator[bytes]:
    """The lines of a large file; every so many-th is wrong, each time in another way."""
    wrong = ({"bsn": "123456789"}, {"geboortedatum": "29990101"}, {"postcode": "B-1000"})
    yield ";".join(COLUMNS).encode() + b"\n"
    for number in range(size):
        person = anja(
            bsn=bsn_of(number),
            geslachtsnaam=f"Öztürk {number}",
            geboortedatum=f"19{number % 90 + 10}0{number % 9 + 1}1{number % 9}",
            huisnummer=str(number % 9_999 + 1),
            geheim="7" if number % 50 == 1 else "0",
        )
        if faulty_every and number % faulty_every == 0:
            person |= wrong[number // faulty_every % len(wrong)]
        yield ";".join(person.get(name, "") for name in COLUMNS).encode() + b"\n"
