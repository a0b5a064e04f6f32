"""What is late and nearly late by kind, as a part of the dashboard; each number opens its list."""

from datetime import datetime
from urllib.parse import urlencode

from django.urls import reverse

from cases.workload.terms import STANDS, term_lines
from clusters.models import User
from dashboards.figures import Figure, Line


def term_table(user: User, at: datetime) -> list[Line]:
    """A line per kind with its three numbers; one query, and none above the teams (WL-9)."""
    return [
        Line(
            line.label,
            [
                Figure(line.counts[stand], _list(line.code, stand), label)
                for stand, label in STANDS.items()
            ],
        )
        for line in term_lines(user, at)
    ]


def _list(kind: str, stand: str) -> str:
    return f"{reverse('workload-terms')}?{urlencode({'soort': kind, 'stand': stand})}"
