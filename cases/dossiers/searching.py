"""Words in the lines of one dossier (DS-14): opened in memory, newest first; only reads.

The text is sealed, so the database cannot look for it. Accents and capitals make no difference.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from uuid import UUID

from django.db.models import Q, QuerySet

from cases.dossiers.models import FileLine, HelpRequest, ResidentFile, open_doors
from clusters.models import User

MOST_HITS = 50
MOST_LINES = 500
BATCHES = (200, MOST_LINES - 200)
Position = tuple[datetime, int]
Kept = tuple[datetime, int, UUID, bytes | memoryview]
MARKS = "[\u0300-\u036f]"
"""Accents as characters of their own; some keyboards write them so."""
ACCENTS = re.compile(MARKS)
FIRST_ACCENT, LAST_ACCENT = 0xC0, 0x250


@dataclass(frozen=True)
class Piece:
    """A part of a text; ``is_hit`` when it is what somebody looked for."""

    text: str
    is_hit: bool


@dataclass
class Found:
    """What was found; ``further`` is where to go on, None when everything was looked at."""

    lines: list[FileLine] = field(default_factory=list)
    questions: list[HelpRequest] = field(default_factory=list)
    further: Position | None = None


def search_file(file: ResidentFile, words: str, user: User, after: Position | None) -> Found:
    """Lines, and on the first page questions, in which every word occurs; at most five queries."""
    sought = [one for one in (bare(word) for word in words.split()) if one]
    found = Found()
    if not sought:
        return found
    if after is None:
        found.questions = [one for one in _questions(file) if _fits(one.words, sought)]
    numbers, found.further = _numbers(file, sought, after)
    rows = FileLine.objects.filter(pk__in=numbers).order_by("-at", "-pk")
    found.lines = list(rows.select_related("by", "person", "question__domain"))
    open_doors(found.lines, user)
    for line in found.lines:
        line.file = file
    patterns = [_pattern(word) for word in sought]
    for one in (*found.lines, *found.questions):
        vars(one)["pieces"] = pieces(one.words, patterns)
    return found


def pieces(text: str, patterns: list[re.Pattern[str]]) -> list[Piece]:
    """The text in parts, those that were looked for apart; escaped by the page like any text."""
    cut, at = [], 0
    for begin, end in _merged(match.span() for one in patterns for match in one.finditer(text)):
        cut += [Piece(text[at:begin], False), Piece(text[begin:end], True)]
        at = end
    cut.append(Piece(text[at:], False))
    return [piece for piece in cut if piece.text]


def bare(text: str) -> str:
    """Without accents, in small letters."""
    low = text.lower()
    return low if low.isascii() else ACCENTS.sub("", unicodedata.normalize("NFD", low))


def _numbers(
    file: ResidentFile, sought: list[str], after: Position | None
) -> tuple[list[int], Position | None]:
    """The numbers of at most fifty lines that fit, and where the next search begins."""
    rows = file.lines.exclude(content=b"").order_by("-at", "-pk")
    if after is not None:
        moment, pk = after
        rows = rows.filter(at__lte=moment).filter(Q(at__lt=moment) | Q(pk__lt=pk))
    numbers: list[int] = []
    last: Position | None = None
    for count, (at, pk, uuid, content) in enumerate(_batches(rows)):
        if count == MOST_LINES or len(numbers) == MOST_HITS:
            return numbers, last
        last = (at, pk)
        if _fits(FileLine.opened_from(file, uuid, content), sought):
            numbers.append(pk)
    return numbers, None


def _batches(rows: QuerySet[FileLine]) -> Iterator[Kept]:
    """Lines as they are kept, some first and then the rest, with one more than are looked at."""
    values = rows.values_list("at", "pk", "uuid", "content")
    first, rest = BATCHES
    batch = list(values[:first])
    yield from batch
    if len(batch) == first:
        yield from values[first : first + rest + 1]


def _questions(file: ResidentFile) -> Iterator[HelpRequest]:
    for question in file.questions.select_related("domain"):
        question.file = file
        yield question


def _fits(text: str, sought: list[str]) -> bool:
    plain = bare(text)
    return all(word in plain for word in sought)


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch made one."""
    done: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if done and begin <= done[-1][1]:
            done[-1] = (done[-1][0], max(end, done[-1][1]))
        else:
            done.append((begin, end))
    return done


def _pattern(word: str) -> re.Pattern[str]:
    """A bare word with and without accents, in capitals or not."""
    letters = (f"[{re.escape(each)}{_with_accents().get(each, '')}]{MARKS}*" for each in word)
    return re.compile("".join(letters), re.IGNORECASE)


@cache
def _with_accents() -> dict[str, str]:
    """The Latin letters with an accent, by the letter they are without it."""
    found: dict[str, str] = {}
    for number in range(FIRST_ACCENT, LAST_ACCENT):
        letter = chr(number)
        plain = unicodedata.normalize("NFD", letter)[0].lower()
        if plain != letter.lower() and plain.isascii():
            found[plain] = found.get(plain, "") + letter
    return found
