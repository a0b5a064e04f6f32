"""A signature as it was drawn: lines of points in a fixed field; nothing of speed or pressure.

It travels as text, so that a refused form shows it again: points as ``x,y`` with a space between
them, lines with a semicolon. Only the picture is kept; how somebody moves is nobody's business.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from math import dist
from typing import Self

WIDTH, HEIGHT = 600, 200
"""The field one draws in; all points lie inside it."""
LONGEST = 20_000
"""Characters; a signature with flourishes takes about two thousand."""
SHORTEST = 40.0
"""What is drawn in all; a dot of a finger that came too near is no signature."""
POINT = "[0-9]{1,3},[0-9]{1,3}"
SHAPE = re.compile(f"{POINT}(?:[ ;]{POINT})*")


@dataclass(frozen=True)
class Drawing:
    """The lines of a signature, each at least one point, in the field of ``WIDTH`` × ``HEIGHT``."""

    lines: tuple[tuple[tuple[int, int], ...], ...]

    @classmethod
    def read(cls, text: str) -> Self:
        """The drawing that travels as ``text``.

        Raises: ValueError when it is not one: another shape, outside the field, too long.
        """
        if len(text) > LONGEST or not SHAPE.fullmatch(text):
            raise ValueError("no drawing")
        lines = tuple(tuple(_point(pair) for pair in line.split(" ")) for line in text.split(";"))
        return cls(lines)

    def __str__(self) -> str:
        return ";".join(" ".join(f"{x},{y}" for x, y in line) for line in self.lines)

    @property
    def length(self) -> float:
        """How much was drawn, in units of the field."""
        return sum(dist(*step) for line in self.lines for step in pairwise(line))

    @property
    def paths(self) -> list[str]:
        """Each line as a path of an SVG; a single point is a dot."""
        return ["M" + " L".join(f"{x} {y}" for x, y in _drawn(line)) for line in self.lines]


def _point(pair: str) -> tuple[int, int]:
    x, y = (int(number) for number in pair.split(","))
    if x > WIDTH or y > HEIGHT:
        raise ValueError("outside the field")
    return x, y


def _drawn(line: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """A line of one point gets the same point once more: with round ends that is a dot."""
    return line if len(line) > 1 else line * 2
