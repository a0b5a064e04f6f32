"""How the kennisbank is used: counts per article over four weeks, and what is due (TEL-9)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q, Window
from django.utils import timezone

from cases.knowledge.models import Article, ArticleSuggestion, ArticleUse, UseKind
from clusters.models import User

PERIOD = timedelta(days=28)
MOST_SHOWN, MOST_DUE = 50, 20
COUNTED = (UseKind.USED, UseKind.USEFUL, UseKind.NOT_USEFUL)


@dataclass(frozen=True)
class KnowledgeFigures:
    """Uses per article, most used first; searches without result; what is due for a look."""

    lines: Sequence[Any] = field(default_factory=list)
    nothing_found: int = 0
    asked_for: int = 0
    due: Sequence[Any] = field(default_factory=list)

    @property
    def due_count(self) -> int:
        """How many are due for a look; the oldest of them are in ``due``."""
        return self.due[0].total if self.due else 0

    @property
    def conclusion(self) -> str:
        """What the numbers say, in one sentence above them."""
        used = sum(article.used for article in self.lines)
        found = "1 keer" if used == 1 else f"{used} keer"
        due = "1 artikel" if self.due_count == 1 else f"{self.due_count} artikelen"
        return f"In vier weken {found} gebruikt als antwoord; {due} opnieuw te bekijken."


def knowledge_figures(user: User, at: datetime) -> KnowledgeFigures:
    """The figures of the articles this employee edits; four queries."""
    since = Q(uses__at__gte=at - PERIOD, uses__at__lte=at)
    counts: dict[str, Any] = {
        kind.value: Count("uses", filter=since & Q(uses__kind=kind)) for kind in COUNTED
    }
    rows: Any = Article.objects.visible_to(user).annotate(**counts)
    rows = rows.order_by("-" + UseKind.USED, "title")
    lately = ArticleUse.objects.filter(at__gte=at - PERIOD, at__lte=at)
    today = timezone.localdate(at)
    due = Article.objects.visible_to(user).published_on(today).filter(review_on__lte=today)
    due = due.select_related("owner").annotate(total=Window(Count("pk")))
    return KnowledgeFigures(
        lines=[row for row in rows[:MOST_SHOWN] if row.used or row.useful or row.not_useful],
        nothing_found=lately.filter(kind=UseKind.NOTHING_FOUND).count(),
        asked_for=ArticleSuggestion.objects.visible_to(user).open().count(),
        due=list(due.order_by("review_on", "pk")[:MOST_DUE]),
    )
