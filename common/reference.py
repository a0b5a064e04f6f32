"""Reference data: short lists that the municipality edits and the code never branches on."""

import csv
from pathlib import Path
from typing import Any, ClassVar, Self

from django.apps import apps
from django.db import models


class ReferenceQuerySet(models.QuerySet[Any]):
    """Rows of a reference list."""

    def in_use(self) -> Self:
        """Rows that may still be chosen."""
        return self.filter(is_active=True)


class ReferenceModel(models.Model):
    """A row of a reference list. Its code is forever; a row is retired, never deleted."""

    code = models.SlugField("code", unique=True)
    label = models.CharField("omschrijving", max_length=120)
    position = models.PositiveSmallIntegerField("volgorde")
    is_active = models.BooleanField("in gebruik", default=True)

    objects: ClassVar[Any] = ReferenceQuerySet.as_manager()
    extra_columns: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.label


def reference_models() -> list[type[ReferenceModel]]:
    """Every reference list of our apps."""
    return [model for model in apps.get_models() if issubclass(model, ReferenceModel)]


def sync(model: type[ReferenceModel], *, dry_run: bool = False) -> list[str]:
    """Add the rows of ``<app>/reference/<model>.csv`` that the table lacks; say which.

    The file is only the first filling: the functional administrator edits the list on screen,
    so a row that exists, whatever its text, is left as it is.
    """
    present = set(model.objects.values_list("code", flat=True))
    added = []
    for position, row in enumerate(_rows(model), start=1):
        if row["code"] in present:
            continue
        added.append(f"{model._meta.model_name}:{row['code']}")
        if not dry_run:
            extra = {name: row[name] or None for name in model.extra_columns}
            model.objects.create(code=row["code"], label=row["label"], position=position, **extra)
    return added


def faults(model: type[ReferenceModel]) -> list[str]:
    """What is wrong with the file of this list, in one line each; empty when nothing is."""
    name = f"{model._meta.app_label}/reference/{model._meta.model_name}.csv"
    try:
        rows = _rows(model)
    except FileNotFoundError:
        return [f"{name} ontbreekt"]
    wanted = {"code", "label", *model.extra_columns}
    codes = [row.get("code") for row in rows]
    doubled = sorted({str(code) for code in codes if codes.count(code) > 1})
    found = [
        f"{name}: mist kolom {column}" for column in sorted(wanted - set(rows[0] if rows else ()))
    ]
    return found + [f"{name}: code {code} staat er dubbel" for code in doubled]


def _rows(model: type[ReferenceModel]) -> list[dict[str, str]]:
    app = apps.get_app_config(model._meta.app_label)
    source = Path(app.path) / "reference" / f"{model._meta.model_name}.csv"
    return list(csv.DictReader(source.read_text(encoding="utf-8").splitlines(keepends=True)))
