"""Index of the models of the kennisbank."""

from cases.knowledge.models.articles import Article, ArticleTerm, ArticleVersion, Audience
from cases.knowledge.models.news import Importance, NewsItem
from cases.knowledge.models.use import ArticleSuggestion, ArticleUse, UseKind

__all__ = [
    "Article",
    "ArticleSuggestion",
    "ArticleTerm",
    "ArticleUse",
    "ArticleVersion",
    "Audience",
    "Importance",
    "NewsItem",
    "UseKind",
]
