"""Sjablonen for notes: short texts to begin with, kept by the functional administrator (DS-16)."""

from django.db import models

from common.reference import ReferenceModel

TEXT_LENGTH = 2000


class NoteTemplate(ReferenceModel):
    """A text to put in a note; what somebody typed already stays in front of it."""

    extra_columns = ("text",)

    text = models.TextField("tekst", max_length=TEXT_LENGTH)

    class Meta(ReferenceModel.Meta):
        verbose_name = "sjabloon voor een notitie"
        verbose_name_plural = "sjablonen voor notities"
