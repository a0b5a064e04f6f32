"""Index of the acts on the kennisbank and the news."""

from cases.knowledge.services.articles import (
    ArticleText,
    change_article,
    create_article,
    review_article,
)
from cases.knowledge.services.news import change_news, create_news
from cases.knowledge.services.use import (
    create_own_use,
    create_suggestion,
    create_use,
    settle_suggestion,
)

__all__ = [
    "ArticleText",
    "change_article",
    "change_news",
    "create_article",
    "create_news",
    "create_own_use",
    "create_suggestion",
    "create_use",
    "review_article",
    "settle_suggestion",
]
