"""What else is in a dossier of the generated city: tasks, documents and searches for volunteers."""

import json
import uuid
from collections.abc import Iterator
from itertools import count
from typing import Any

from bench.one_dossier import DAY, MINUTE, Dossier, TableFacts, sealed

TASK_SHARE, DOCUMENT_SHARE, MATCH_SHARE = 4, 10, 20
PAGEFUL, TO_DO, TO_ASK = 55, 15, 10
TASK = "Bel de woningbouw over de trap en leg vast wat zij toezeggen."
NAME, ABOUT = "brief woningbouw.pdf", "Toezegging over de trap."
WISH = {"words": "Een maatje om samen de post te openen.", "times": "Dinsdagmiddag."}
WISH |= {"language": "", "gender": ""}


def tables() -> tuple[Any, ...]:
    """What is filled here."""
    from cases.models import Document, MatchRequest, Task  # noqa: PLC0415 - after setup

    return Task, Document, MatchRequest


class Beside:
    """Makes the rows, and numbers them through the whole city."""

    def __init__(self) -> None:
        self.tasks, self.documents, self.matches = count(1), count(1), count(1)

    def rows(self, one: Dossier, envelope: Any) -> Iterator[TableFacts]:
        """More than a page of each in the long dossier, a share of the others has one."""
        if one.is_open and one.number <= TO_DO:
            yield self._task(one, envelope, is_open=True)
        for _ in range(_how_many(one, TASK_SHARE)):
            yield self._task(one, envelope, is_open=False)
        for _ in range(_how_many(one, DOCUMENT_SHARE)):
            yield self._document(one, envelope)
        if one.is_mine or one.number % MATCH_SHARE == 0:
            yield self._match(one, envelope)

    def _task(self, one: Dossier, envelope: Any, *, is_open: bool) -> TableFacts:
        """Asked on the first day; to be done in as many days as the number of the dossier."""
        name = uuid.uuid4()
        due = one.now + one.number * DAY if is_open else one.at + DAY
        return tables()[0], one.of(
            id=next(self.tasks),
            uuid=name,
            resident_id=one.resident,
            owner_id=one.director,
            content=sealed(envelope, f"cases_task|content|{name}", TASK),
            due_at=due,
            ahead=0,
            remind_at=due,
            reminded_at=None if is_open else due,
            asked_by_id=one.director,
            asked_at=one.at,
            state="open" if is_open else "done",
            ending=b"",
            ended_at=None if is_open else one.at + MINUTE,
            ended_by_id=None if is_open else one.director,
            version=1,
        )

    def _document(self, one: Dossier, envelope: Any) -> TableFacts:
        """The row of a letter; its bytes are nowhere, because no page of a list opens them."""
        name = uuid.uuid4()
        return tables()[1], one.of(
            id=next(self.documents),
            uuid=name,
            token=uuid.uuid4(),
            resident_id=one.resident,
            kind="letter",
            called=sealed(envelope, f"cases_document|called|{name}", NAME),
            content=sealed(envelope, f"cases_document|content|{name}", ABOUT),
            dated_on=one.at.date(),
            media="pdf",
            size=40_000,
            sha256="0" * 64,
            added_at=one.at,
            added_by_id=one.director,
            scan="clean",
            scanned_at=one.at,
            withdrawn_at=None,
            withdrawn_by_id=None,
            reason=b"",
            missing_since=None,
        )

    def _match(self, one: Dossier, envelope: Any) -> TableFacts:
        """The volunteer came; of the first dossiers of our worker somebody must still ask it."""
        name, waits = uuid.uuid4(), one.number <= TO_ASK
        day = (one.now + one.number * DAY).date() if waits else one.at.date()
        content = sealed(envelope, f"cases_matchrequest|content|{name}", json.dumps(WISH))
        people = {"asked_by_id": one.director, "coordinator_id": one.director}
        bare = {"cluster_id": None, "offer_id": None, "consent_id": None, "reason": ""}
        return tables()[2], people | bare | one.of(
            id=next(self.matches),
            uuid=name,
            resident_id=one.resident,
            question_id=one.question,
            team_id=one.team,
            asked_at=one.at,
            of_everybody=False,
            urgency="normal",
            shared_by="team",
            content=content,
            answer_by=one.at + 7 * DAY,
            state="matched" if waits else "arrived",
            answered_at=one.at,
            matched_with="De Schoor",
            first_contact_on=day,
            follow_up_on=day,
            answer=b"",
        )


def _how_many(one: Dossier, share: int) -> int:
    if one.is_long:
        return PAGEFUL
    return 1 if one.is_mine or one.number % share == 0 else 0
