"""Hears every act of the rooms below and lets it leave a line in the dossier that runs (DS-11)."""

from typing import Any

from django.db.models import Model
from django.dispatch import receiver
from django.utils import timezone

from audit.services import acted
from cases.dossiers.models import EVENTS
from cases.dossiers.services import note_elsewhere


@receiver(acted, dispatch_uid="line-of-the-dossier")
def hear(code: str, subjects: tuple[Model, ...], by: Any, **more: Any) -> None:
    """Inside the transaction of the act; an act of the system has nobody to name and is left."""
    if code in EVENTS and by is not None:
        note_elsewhere(code=code, subjects=subjects, by=by, at=timezone.now())
