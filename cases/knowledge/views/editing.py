"""Writing articles, keeping them right, and settling what was asked for."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cases.knowledge.forms import (
    ArticleForm,
    ReviewForm,
    SettleForm,
    article_initial,
    suggestion_initial,
)
from cases.knowledge.models import Article, ArticleSuggestion
from cases.knowledge.searching import search_articles
from cases.knowledge.services import (
    change_article,
    create_article,
    review_article,
    settle_suggestion,
)
from cases.knowledge.views.reading import show_article
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.forms import perform, performed


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest) -> HttpResponse:
    """Write an article, perhaps about what somebody asked for."""
    GRANTS.require(request.user, Action.EDIT_ARTICLES)
    asked = _asked(request)
    initial = {**suggestion_initial(asked), "owner": request.user.pk}
    form = ArticleForm(request.POST or None, initial=initial)
    if request.method == "POST":
        article = perform(form, _create, asked=asked, by=request.user)
        if article is not None:
            messages.success(request, "Het artikel is bewaard.")
            return redirect("article-detail", article.pk)
    context = {"form": form, "article": None, "asked": asked, "theirs": None}
    return render(request, "cases/knowledge/edit.html", context)


@require_http_methods(["GET", "POST"])
def change(request: EmployeeRequest, article_id: int) -> HttpResponse:
    """Write another text; when a colleague was first, both texts are on the page."""
    GRANTS.require(request.user, Action.EDIT_ARTICLES)
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=article_id)
    form = ArticleForm(request.POST or None, article=article, initial=article_initial(article))
    if request.method == "POST" and performed(
        form, change_article, article_id=article.pk, by=request.user
    ):
        messages.success(request, "Het artikel is bewaard.")
        return redirect("article-detail", article.pk)
    theirs = _show_both(form, article)
    context = {"form": form, "article": article, "asked": None, "theirs": theirs}
    return render(request, "cases/knowledge/edit.html", context)


@require_GET
def versions(request: EmployeeRequest, article_id: int) -> HttpResponse:
    """Every text this article had, the newest first."""
    GRANTS.require(request.user, Action.EDIT_ARTICLES)
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=article_id)
    rows = article.versions.select_related("saved_by")
    context = {"article": article, "versions": rows}
    return render(request, "cases/knowledge/versions.html", context)


@require_POST
def review(request: EmployeeRequest, article_id: int) -> HttpResponse:
    """It is still right; look again on another day."""
    GRANTS.require(request.user, Action.EDIT_ARTICLES)
    rows = Article.objects.visible_to(request.user).select_related("owner", "changed_by")
    article = get_object_or_404(rows, pk=article_id)
    form = ReviewForm(request.POST)
    if not performed(form, review_article, article_id=article.pk, by=request.user):
        return show_article(request, article, form)
    messages.success(request, "Bewaard: dit artikel klopt nog.")
    return redirect("article-detail", article.pk)


@require_GET
def suggestions(request: EmployeeRequest) -> HttpResponse:
    """What was asked for and is not settled, oldest first."""
    GRANTS.require(request.user, Action.EDIT_ARTICLES)
    rows = ArticleSuggestion.objects.visible_to(request.user).open().select_related("team")
    page = Paginator(rows.order_by("suggested_at", "pk"), settings.PAGE_SIZE)
    context = {"page": page.get_page(request.GET.get("page"))}
    return render(request, "cases/knowledge/suggestions.html", context)


@require_http_methods(["GET", "POST"])
def settle(request: EmployeeRequest, suggestion_id: int) -> HttpResponse:
    """Close what was asked for: with one of the articles its words find, or without."""
    GRANTS.require(request.user, Action.EDIT_ARTICLES)
    rows = ArticleSuggestion.objects.visible_to(request.user).select_related("team")
    asked = get_object_or_404(rows, pk=suggestion_id)
    found = search_articles(request.user, asked.words, timezone.now()).articles
    form = SettleForm(request.POST or None, found=found)
    if request.method == "POST" and performed(
        form, settle_suggestion, suggestion_id=asked.pk, by=request.user
    ):
        messages.success(request, f"“{asked.words}” is afgehandeld.")
        return redirect("suggestion-list")
    return render(request, "cases/knowledge/settle.html", {"form": form, "asked": asked})


def _create(*, version: int, note: str, **answers: Any) -> Article:
    """A new article has no version to compare and no note."""
    return create_article(**answers)


def _show_both(form: ArticleForm, article: Article) -> Article | None:
    """The text of the colleague who was first, to show beside what was typed."""
    if not form.has_error("version"):
        return None
    article.refresh_from_db()
    form.show_version(article.version)
    return article


def _asked(request: EmployeeRequest) -> ArticleSuggestion | None:
    number = request.GET.get("gevraagd", "")
    if not number.isdecimal() or len(number) > 18:
        return None
    rows = ArticleSuggestion.objects.visible_to(request.user).open()
    return rows.filter(pk=int(number)).first()
