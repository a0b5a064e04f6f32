"""The form of handing out: why, and per piece a colleague or nobody."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms

from cases.handout.board import Board
from cases.handout.models import Why
from cases.handout.pieces import ORDER
from cases.handout.services.handing import CHANGED, NOTHING
from clusters.absence.choosing import away_text
from common.forms import OnceForm

PIECE = re.compile(rf"({'|'.join(ORDER)})-[0-9]{{1,18}}")
STAYS = ("", "Blijft liggen")
IN_CELL = "utrecht-select utrecht-select--html-select wt-select-in-cell"
"""A choice in a table is laid out by the table, not by the form."""


class HandOutForm(OnceForm):
    """A choice per piece that can go to somebody; the proposal is chosen beforehand."""

    use_required_attribute = False

    why = forms.ChoiceField(
        label="Waarom deelt u dit werk uit?",
        choices=Why.choices,
        initial=Why.AWAY,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies waarom u dit werk uitdeelt."},
    )

    def __init__(
        self, *args: Any, board: Board, proposal: Mapping[str, int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.board = board
        names = {one: f"{row}{away_text(row)}" for one, row in board.people.items()}
        for piece in board.free:
            choices = [(str(one), name) for one, name in names.items() if one in piece.able]
            self.fields[piece.key] = forms.ChoiceField(
                label=f"{piece.item.label} {piece.item.reference} naar",
                choices=[STAYS, *choices],
                initial=str(proposal.get(piece.key, "")),
                required=False,
                widget=forms.Select(attrs={"class": IN_CELL}),
            )

    @property
    def rows(self) -> list[tuple[Any, Any]]:
        """Every piece with its field; without one when it stays."""
        return [(piece, None if piece.stays else self[piece.key]) for piece in self.board.pieces]

    @property
    def chosen(self) -> dict[str, int]:
        """What is chosen on the screen now, as far as it can be read."""
        keys = [piece.key for piece in self.board.free]
        values = {key: str(self[key].value() or "") for key in keys}
        return {key: int(value) for key, value in values.items() if value.isdecimal()}

    def clean(self) -> dict[str, Any]:
        """The choices as the act wants them; what the page showed and is gone is said (UD-3)."""
        answers = super().clean() or {}
        typed = {key for key, value in self.data.items() if value and PIECE.fullmatch(key)}
        if typed - set(self.fields):
            raise forms.ValidationError(CHANGED.format("Een deel van het werk"))
        keys = [piece.key for piece in self.board.free]
        chosen = {key: int(answers[key]) for key in keys if answers.get(key)}
        if not chosen and not self.errors:
            raise forms.ValidationError(NOTHING)
        return {
            "submission_key": answers.get("submission_key"),
            "why": answers.get("why"),
            "chosen": chosen,
        }
