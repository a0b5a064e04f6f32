"""Addresses of the kennisbank and the news."""

from django.urls import path

from cases.knowledge.views import editing, figures, news, reading

urlpatterns = [
    path("", reading.articles, name="article-list"),
    path("zoeken/", reading.find, name="article-find"),
    path("zoeken/niets/", reading.vain, name="article-vain"),
    path("niet-gevonden/", reading.suggest, name="article-suggest"),
    path("nieuw/", editing.new, name="article-new"),
    path("gevraagd/", editing.suggestions, name="suggestion-list"),
    path("gevraagd/<int:suggestion_id>/", editing.settle, name="suggestion-settle"),
    path("cijfers/", figures.figures, name="knowledge-figures"),
    path("nieuws/", news.items, name="news-list"),
    path("nieuws/nieuw/", news.new, name="news-new"),
    path("nieuws/<int:news_id>/", news.change, name="news-change"),
    path("<int:article_id>/", reading.detail, name="article-detail"),
    path("<int:article_id>/wijzigen/", editing.change, name="article-change"),
    path("<int:article_id>/versies/", editing.versions, name="article-versions"),
    path("<int:article_id>/bekeken/", editing.review, name="article-review"),
    path("<int:article_id>/hielp/", reading.useful, name="article-useful"),
]
