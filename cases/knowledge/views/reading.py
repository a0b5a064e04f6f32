"""Finding and reading articles, and asking for one that is not there (TEL-9)."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cases.knowledge.forms import ReviewForm, SuggestionForm
from cases.knowledge.models import Article, UseKind
from cases.knowledge.searching import search_articles
from cases.knowledge.services import create_own_use, create_suggestion
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.forms import performed

MOST_RECENT = 5
ANSWERS = {"ja": UseKind.USEFUL, "nee": UseKind.NOT_USEFUL}


@require_GET
def articles(request: EmployeeRequest) -> HttpResponse:
    """The kennisbank: a search box, and every title in the order of the alphabet."""
    GRANTS.require(request.user, Action.READ_ARTICLES)
    allowed, today = GRANTS.allowed_actions(request.user), timezone.localdate()
    rows = Article.objects.visible_to(request.user)
    if Action.EDIT_ARTICLES not in allowed:
        rows = rows.published_on(today)
    page = Paginator(rows, settings.PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "recent": list(rows.order_by("-changed_at", "-pk")[:MOST_RECENT]),
        "edits": Action.EDIT_ARTICLES in allowed,
        "suggests": Action.SUGGEST_ARTICLE in allowed,
        "today": today,
    }
    return render(request, "cases/knowledge/list.html", context)


@require_POST
def find(request: EmployeeRequest) -> HttpResponse:
    """What fits the words, while one types or after the button; words are never in an address."""
    GRANTS.require(request.user, Action.READ_ARTICLES)
    words, at = request.POST.get("words", ""), timezone.now()
    result = search_articles(request.user, words, at)
    if not request.htmx and result.is_empty:
        create_own_use(article=None, kind=UseKind.NOTHING_FOUND, by=request.user, at=at)
    context = {"result": result, "field": "", "words": words}
    part = "cases/knowledge/_found.html" if request.htmx else "cases/knowledge/found.html"
    return render(request, part, context)


@require_POST
def vain(request: EmployeeRequest) -> HttpResponse:
    """ "Niets gevonden" stood on the screen for a while: one search without result.

    The answer of a search while one types asks this itself, three seconds later; when one typed
    on, it is gone by then. So every search counts once and not every letter (KB-4).
    """
    create_own_use(article=None, kind=UseKind.NOTHING_FOUND, by=request.user, at=timezone.now())
    return HttpResponse(status=204)


@require_GET
def detail(request: EmployeeRequest, article_id: int) -> HttpResponse:
    """One article, with its owner and the day somebody looks at it again."""
    GRANTS.require(request.user, Action.READ_ARTICLES)
    edits = Action.EDIT_ARTICLES in GRANTS.allowed_actions(request.user)
    rows = Article.objects.visible_to(request.user).select_related("owner", "changed_by")
    scope = rows if edits else rows.published_on(timezone.localdate())
    return show_article(request, get_object_or_404(scope, pk=article_id), ReviewForm())


def show_article(request: EmployeeRequest, article: Article, review: ReviewForm) -> HttpResponse:
    """The page of an article; ``review`` is where its editors say that it is still right."""
    today = timezone.localdate()
    context = {
        "article": article,
        "is_usable": article.is_usable(today),
        "edits": Action.EDIT_ARTICLES in GRANTS.allowed_actions(request.user),
        "review": review,
        "today": today,
    }
    return render(request, "cases/knowledge/detail.html", context)


@require_POST
def useful(request: EmployeeRequest, article_id: int) -> HttpResponse:
    """Say whether it helped; who said so is not kept."""
    GRANTS.require(request.user, Action.READ_ARTICLES)
    rows = Article.objects.readable_by(request.user, timezone.localdate())
    article = get_object_or_404(rows, pk=article_id)
    kind = ANSWERS.get(request.POST.get("hielp", ""))
    if kind is None:
        return redirect("article-detail", article.pk)
    create_own_use(article=article, kind=kind, by=request.user, at=timezone.now())
    messages.success(request, "Dank u. Dit helpt om de kennisbank beter te maken.")
    return redirect("article-detail", article.pk)


@require_http_methods(["GET", "POST"])
def suggest(request: EmployeeRequest) -> HttpResponse:
    """Niet gevonden: ask for an article."""
    GRANTS.require(request.user, Action.SUGGEST_ARTICLE)
    form = SuggestionForm(request.POST or None)
    if request.method == "POST" and performed(form, create_suggestion, by=request.user):
        messages.success(request, "Uw vraag staat op de lijst, ook voor het overleg.")
        return redirect("article-list")
    return render(request, "cases/knowledge/suggest.html", {"form": form})
