"""Replaces the postcode table by a file, all of it or nothing (CLU-13; docs/postcodes.md)."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from audit.services import record
from clusters.organisation.models import Neighbourhood, PostcodeRule
from clusters.organisation.models.areas import Parity
from clusters.organisation.routing import POSTCODE_EXAMPLE, normalise_postcode
from clusters.permissions import Action, require
from common.access import Person
from common.errors import RuleViolation

COLUMNS = ["postcode", "from_number", "until_number", "parity", "neighbourhood_code"]
BATCH = 1000
Key = tuple[str, str, int | None, int | None, str, int]


class FileRefused(RuleViolation):
    """The file has faults; ``faults`` names each with its line, and nothing was imported."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(f"Het bestand heeft {len(faults)} fout(en); er is niets gewijzigd.")
        self.faults = faults


@dataclass
class PostcodeChange:
    """What an import changed: the lines that were added and ended, and how many stayed."""

    added: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    kept: int = 0


@transaction.atomic
def import_postcodes(
    *, lines: Iterable[str], first_day: date, by: Person | None, dry_run: bool = False
) -> PostcodeChange:
    """From ``first_day`` on, the file is the postcode table; the old lines stay as history.

    Rules: CLU-13 (an address leads to one neighbourhood), CLU-1 (old lines end, none is lost).
    Raises: FileRefused with every fault of the file; RuleViolation for a day in the past;
        PermissionDenied.
    Effects: audit line; with ``dry_run`` nothing stays.
    """
    decision = require(by, Action.IMPORT_POSTCODES) if by is not None else None
    if first_day < timezone.localdate():
        raise RuleViolation("De nieuwe tabel kan niet ingaan op een dag die voorbij is.")
    wanted = _read(lines)
    running = PostcodeRule.objects.select_for_update().filter(
        Q(valid_until__isnull=True) | Q(valid_until__gte=first_day)
    )
    change = _replace(list(running), wanted, first_day)
    record("postcodes.imported", by=by, decision=decision)
    transaction.set_rollback(dry_run)
    return change


def _replace(running: list[PostcodeRule], wanted: set[Key], first_day: date) -> PostcodeChange:
    """End the lines that the file does not have, add the ones the table does not have."""
    change, stays = PostcodeChange(), set()
    for rule in running:
        key = _key(rule)
        is_open = rule.valid_until is None and rule.valid_from <= first_day
        if key in wanted and is_open and not rule.is_illustrative:
            stays.add(key)
        else:
            change.ended.append(str(rule))
    _end([rule.pk for rule in running if _key(rule) not in stays], first_day)
    fresh = [_rule(key, first_day) for key in sorted(wanted - stays, key=str)]
    PostcodeRule.objects.bulk_create(fresh, batch_size=BATCH)
    change.added = [str(rule) for rule in fresh]
    change.kept = len(stays)
    return change


def _end(keys: list[int], first_day: date) -> None:
    """These lines no longer hold on ``first_day``; one that never held until then goes."""
    for start in range(0, len(keys), BATCH):
        ending = PostcodeRule.objects.filter(pk__in=keys[start : start + BATCH])
        ending.filter(valid_from__gte=first_day).delete()
        ending.update(valid_until=first_day - timedelta(days=1))


def _key(rule: PostcodeRule) -> Key:
    return (
        rule.pc4,
        rule.letters,
        rule.from_number,
        rule.until_number,
        rule.parity,
        rule.neighbourhood_id,
    )


def _rule(key: Key, first_day: date) -> PostcodeRule:
    pc4, letters, from_number, until_number, parity, neighbourhood_id = key
    return PostcodeRule(
        pc4=pc4,
        letters=letters,
        from_number=from_number,
        until_number=until_number,
        parity=parity,
        neighbourhood_id=neighbourhood_id,
        valid_from=first_day,
    )


def _read(lines: Iterable[str]) -> set[Key]:
    """The lines of the file, or FileRefused with everything that is wrong with them."""
    text = [line.lstrip("\ufeff") for line in lines]
    separator = ";" if text and ";" in text[0] else ","
    reader = csv.DictReader(text, delimiter=separator)
    if (reader.fieldnames or []) != COLUMNS:
        raise FileRefused([f"Regel 1: verwacht de kolommen {separator.join(COLUMNS)}."])
    places = dict(Neighbourhood.objects.values_list("code", "pk"))
    faults: list[str] = []
    seen: dict[tuple[str, str], list[tuple[int, Key]]] = {}
    for row in reader:
        try:
            key = _parse(row, places)
            _refuse_overlap(key, seen.setdefault(key[:2], []))
            seen[key[:2]].append((reader.line_num, key))
        except RuleViolation as broken:
            faults.append(f"Regel {reader.line_num}: {broken}")
    if not seen and not faults:
        faults.append("Het bestand heeft geen regels.")
    if faults:
        raise FileRefused(faults)
    return {key for group in seen.values() for _line, key in group}


def _parse(row: dict[str, str | None], places: dict[str, int]) -> Key:
    """One line as a key, or RuleViolation with what is wrong with it."""
    if None in row or None in row.values():
        raise RuleViolation(f"deze regel heeft niet precies {len(COLUMNS)} kolommen.")
    cells = {name: (row[name] or "").strip() for name in COLUMNS}
    if not cells["postcode"]:
        raise RuleViolation(POSTCODE_EXAMPLE)
    postcode = normalise_postcode(cells["postcode"])
    code = cells["neighbourhood_code"]
    if code not in places:
        raise RuleViolation(f"de wijk “{code}” bestaat niet.")
    parity = cells["parity"] or Parity.ALL.value
    if parity not in Parity.values:
        raise RuleViolation(f"“{parity}” is geen all, even of odd.")
    begin, end = _number(cells["from_number"]), _number(cells["until_number"])
    if (begin is None) != (end is None) or (begin is not None and end is not None and begin > end):
        raise RuleViolation("vul beide huisnummers in, het laagste eerst, of geen van beide.")
    if begin is None and parity != Parity.ALL:
        raise RuleViolation("even of odd kan alleen met huisnummers.")
    return postcode[:4], postcode[4:], begin, end, parity, places[code]


def _number(text: str) -> int | None:
    """A house number; None for an empty cell."""
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 99_999:
        raise RuleViolation(f"“{text}” is geen huisnummer.")
    return int(text)


def _refuse_overlap(key: Key, earlier: list[tuple[int, Key]]) -> None:
    """An address must match one line of a kind; RuleViolation names the line it clashes with."""
    _pc4, _letters, begin, end, parity, _place = key
    for line, (_, _, other_begin, other_end, other_parity, _) in earlier:
        if begin is None or end is None:
            clashes = other_begin is None
        elif other_begin is None or other_end is None:
            clashes = False
        else:
            touches = begin <= other_end and other_begin <= end
            clashes = touches and (parity == other_parity or "all" in (parity, other_parity))
        if clashes:
            raise RuleViolation(f"dit adres staat ook op regel {line}.")
