"""Two thousand articles of made-up words, so that searching is measured on a full kennisbank."""

from datetime import timedelta
from random import Random
from typing import Any

MANY, SEED = 2_000, 7
SYLLABLES = ("wa", "ber", "kol", "min", "tas", "rou", "vel", "dom", "hui", "pig", "sto", "len")


def ensure_articles() -> list[str]:
    """Make them unless they are there; returns a word of each that no other has."""
    from cases.knowledge.models import Article, ArticleTerm  # noqa: PLC0415 - after setup
    from cases.knowledge.searching import words_of  # noqa: PLC0415

    rng = Random(SEED)
    shared = [_word(rng) for _ in range(400)]
    own = [f"{_word(rng)}{_word(rng)}{number}x" for number in range(MANY)]
    if Article.objects.count() >= MANY:
        return own
    facts = _facts()
    made = Article.objects.bulk_create(
        Article(title=f"{name} {rng.choice(shared)}", body=_text(rng, shared), **facts)
        for name in own
    )
    ArticleTerm.objects.bulk_create(
        (
            ArticleTerm(article=row, term=term, weight=1)
            for row in made
            for term in set(words_of(f"{row.title} {row.body}"))
        ),
        batch_size=5_000,
    )
    return own


def _facts() -> dict[str, Any]:
    """What every one of them has in common: readable by everybody, from yesterday."""
    from django.utils import timezone  # noqa: PLC0415 - after setup

    from cases.knowledge.models import Audience  # noqa: PLC0415
    from clusters.models import User  # noqa: PLC0415

    owner, now = User.objects.order_by("pk")[0], timezone.now()
    today = timezone.localdate(now)
    return {
        "audience": Audience.EVERYBODY,
        "owner": owner,
        "changed_by": owner,
        "changed_at": now,
        "publish_from": today - timedelta(days=1),
        "review_on": today + timedelta(days=365),
    }


def _text(rng: Random, words: list[str]) -> str:
    return " ".join(rng.choices(words, k=120))


def _word(rng: Random) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4)))
