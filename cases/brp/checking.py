"""A whole extract read through before a line of it is written: every fault, every double BSN.

What is kept in memory is a number per line, and the faults.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO

from cases.brp.columns import Fault, Person, check_header, read_person
from cases.brp.lines import FileRefused, read_header, read_lines

MOST_LINES = 300_000
MOST_FAULTS = 20_000
DOUBLE = "Dit BSN staat ook op een andere regel."
TELL_EVERY = 1_000
Tell = Callable[[int], None]
"""Is told how many bytes of the file are done."""


@dataclass
class Check:
    """What the check of a file found: how many lines, and what is wrong with which."""

    day: date
    lines: int = 0
    faults: list[Fault] = field(default_factory=list)

    @property
    def faulty(self) -> frozenset[int]:
        """The numbers of the lines that are wrong."""
        return frozenset(fault.line for fault in self.faults)

    def __str__(self) -> str:
        return f"{self.lines} regels, waarvan {len(self.faulty)} fout"


def check_file(file: BinaryIO, *, today: date, tell: Tell = lambda done: None) -> Check:
    """Read all of a file and write nothing; raises FileRefused when it cannot be read at all."""
    columns, delimiter, start = read_header(file)
    check_header(columns)
    check, first, double = Check(today), dict[int, int](), set[int]()
    for line in read_lines(file, delimiter=delimiter, number=1, start=start):
        reading = read_person(line, columns, today=today)
        check.lines += 1
        check.faults += reading.faults
        if reading.bsn:
            other = first.setdefault(int(reading.bsn), line.number)
            double |= set() if other == line.number else {other, line.number}
        if check.lines % TELL_EVERY == 0:
            _refuse_too_much(check, double)
            tell(line.end)
    _refuse_too_much(check, double)
    if not check.lines:
        raise FileRefused("Dit bestand heeft geen regels na de kop.")
    check.faults += [Fault(number, "bsn", DOUBLE) for number in double]
    check.faults.sort(key=lambda fault: fault.line)
    return check


def right_people(
    file: BinaryIO, *, faulty: frozenset[int], today: date, number: int = 1, start: int = 0
) -> Iterator[tuple[int, int, Person | None]]:
    """Every line again from where one stopped: its number, where it ends, and the person.

    There is no person on a line that the check found wrong; any other that is wrong now means
    that this is not the file that was checked.
    """
    columns, delimiter, first = read_header(file)
    check_header(columns)
    for line in read_lines(file, delimiter=delimiter, number=number, start=start or first):
        if line.number in faulty:
            yield line.number, line.end, None
            continue
        reading = read_person(line, columns, today=today)
        if reading.person is None:
            raise FileRefused("Het bestand is na de controle veranderd. Controleer het opnieuw.")
        yield line.number, line.end, reading.person


def _refuse_too_much(check: Check, double: set[int]) -> None:
    if check.lines > MOST_LINES:
        raise FileRefused(f"Dit bestand heeft meer dan {MOST_LINES} regels. Splits het.")
    if len(check.faults) + len(double) > MOST_FAULTS:
        text = f"Dit bestand heeft meer dan {MOST_FAULTS} fouten. Is dit het goede bestand?"
        raise FileRefused(text)
