"""A page with its filters, kept by one employee."""

from typing import Self

from django.db import models
from django.urls import reverse

from clusters.models import User
from dashboards.saved.addresses import PAGES

NAME_LENGTH, QUERY_LENGTH = 60, 300


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    """Saved views."""

    def visible_to(self, user: User) -> Self:
        """One's own, and nobody else's."""
        return self.filter(owner=user)


class SavedView(models.Model):
    """One saved view: ``page`` is a name of ``PAGES`` and ``query`` its filters (VM-3)."""

    owner = models.ForeignKey(User, models.CASCADE, related_name="saved_views")
    name = models.CharField("naam", max_length=NAME_LENGTH)
    page = models.CharField("pagina", max_length=40)
    query = models.CharField("filters", max_length=QUERY_LENGTH, blank=True)
    created_at = models.DateTimeField("bewaard op")

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = "weergave"
        verbose_name_plural = "weergaven"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="saved_view_name_once"),
        ]

    class Privacy:
        personal = ("owner", "name")
        purpose = "Snel terug naar wat een medewerker vaak bekijkt"
        retention = "tot de medewerker haar verwijdert, of met het account"

    def __str__(self) -> str:
        return f"weergave {self.pk}"

    @property
    def page_label(self) -> str:
        """The page as people call it."""
        return PAGES.get(self.page, self.page)

    @property
    def url(self) -> str:
        """The page with its filters."""
        return reverse(self.page) + (f"?{self.query}" if self.query else "")
