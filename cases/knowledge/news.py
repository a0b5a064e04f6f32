"""What stands on the desk today, for the first page and for the running call."""

from datetime import datetime

from cases.knowledge.models import NewsItem
from clusters.models import User

MOST_SHOWN = 5


def news_for(user: User, at: datetime) -> list[NewsItem]:
    """The messages this employee must see now, the important ones first; one query."""
    return list(NewsItem.objects.visible_to(user).showing_at(at)[:MOST_SHOWN])
