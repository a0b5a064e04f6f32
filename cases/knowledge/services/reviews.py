"""Articles that are due for a look come to whoever owns them (TEL-9)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cases.knowledge.models import Article
from cases.knowledge.models.articles import editors_on
from clusters.models import Role
from clusters.notices.services import notify


@transaction.atomic
def remind_owners(*, at: datetime) -> int:
    """Tell owners once per review day; functional administrators replace who edits no longer.

    Rules: KB-1 (an article whose owner cannot say that it is right comes to somebody).
    Raises: nothing.
    Effects: notices; returns how many. The articles are locked by ``select_for_update``, so that
        two workers follow each other and the second finds everybody told.
    """
    day = timezone.localdate(at)
    editing = editors_on(day)
    here = set(editing.values_list("user_id", flat=True))
    rescue = set(editing.filter(role=Role.APPLICATION_MANAGER).values_list("user_id", flat=True))
    due = Article.objects.published_on(day).filter(review_on__lte=day).select_for_update()
    told = 0
    for article in due:
        people = {article.owner_id} if article.owner_id in here else rescue
        told += notify(
            person_ids=people,
            text=f"Bekijk artikel “{article.title[:120]}” opnieuw: klopt het nog?",
            url_name="article-detail",
            object_id=article.pk,
            dedup_key=f"article:{article.pk}:review:{article.review_on:%Y%m%d}",
            at=at,
        )
    return told
