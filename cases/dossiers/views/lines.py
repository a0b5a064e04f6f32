"""Lines of a dossier in words, worked out before the page: fifty of them cost one flat template."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cases.dossiers.models import FileLine, LineKind
from common.templatetags.screen import address, deadline

REPLACED = (
    LineKind.SAFETY,
    LineKind.CHARACTER,
    LineKind.GOAL_CHANGED,
    LineKind.ACTION_CHANGED,
    LineKind.HOUSEHOLD,
)
"""Lines whose words are those that stood there before."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """What stands on the page of one line: ``when`` says by whom too, ``pieces`` are its words with
    what was looked for.
    """

    at: str
    when: str
    title: str
    about: str
    url: str
    words: str
    pieces: list[Any]
    is_replaced: bool
    is_new: bool


def shown_lines(lines: Iterable[FileLine]) -> list[ShownLine]:
    """Each line in words, in the same order."""
    return [_shown(line) for line in lines]


def _shown(line: FileLine) -> ShownLine:
    own, at = vars(line), deadline(line.at)
    return ShownLine(
        at=at,
        when=f"{at} · {line.by}" if line.by else at,
        title=str(line),
        about=_about(line),
        url=address(line.door, line.ref) if line.opens and line.ref else "",
        words=line.words,
        pieces=own.get("pieces", []),
        is_replaced=line.kind in REPLACED,
        is_new=own.get("is_new", False),
    )


def _about(line: FileLine) -> str:
    """Of which question and which colleague it tells."""
    text = ""
    if line.question is not None:
        text += f": {line.question.domain}"
        if line.kind == LineKind.OUTCOME:
            text += f", {line.question.get_outcome_display().lower()}"
    return f"{text}: {line.person}" if line.person else text
