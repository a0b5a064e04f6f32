"""The rows of one made-up contact and its question, as values in the order of the columns."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from cases.demo.bulk import Row, columns
from cases.demo.marks import demo_key
from cases.helpdesk.models import day_part_of
from cases.models import Channel, Contact, ContactQuestion, DayPart, QuestionResult
from common.deadlines import local_day

Who = tuple[int, int | None]
"""An employee and the desk they work at."""
CONTACT, QUESTION = columns(Contact), columns(ContactQuestion)
RESULTS = {
    QuestionResult.ANSWERED: 68,
    QuestionResult.HELP_DESK: 14,
    QuestionResult.REFERRED: 14,
    QuestionResult.WRONG_NUMBER: 4,
}
REFERRED_TO = "De huisarts"
LASTS = (2, 3, 4, 5, 6, 8, 11)  # minutes
NO_DUTY = 3  # one dagdeel in so many has no vraagbaak
CONTACT_KEYS = 1 << 40  # beyond the keys of requests and attempts


class ContactRows:
    """Makes the contacts: one for every request, and those that needed none."""

    def __init__(self, rng: Random) -> None:
        self.rng, self.number = rng, 0

    def of_request(self, facts: dict[str, Any]) -> Iterator[tuple[type[Any], Row]]:
        """The contact in which this request was promised."""
        who = (facts["registered_by_id"], facts["registered_in_id"])
        told = {name: facts[name] for name in ("resident_id", "subject_id", "question")}
        result = QuestionResult.CALLBACK.value
        yield from self._rows(facts["registered_at"], who, told, result, facts["id"])

    def without_request(
        self, at: datetime, who: Who, subject_id: int, question: str
    ) -> Iterator[tuple[type[Any], Row]]:
        """A contact that was over at once; nothing is kept of who called (KC-5)."""
        result = self.rng.choices(list(RESULTS), list(RESULTS.values()))[0]
        told = {"resident_id": None, "subject_id": subject_id, "question": question}
        if result == QuestionResult.WRONG_NUMBER:
            told |= {"subject_id": None, "question": ""}
        yield from self._rows(at, who, told, result.value, None)

    def _rows(
        self,
        at: datetime,
        who: Who,
        told: dict[str, Any],
        result: str,
        callback_id: int | None,
    ) -> Iterator[tuple[type[Any], Row]]:
        self.number += 1
        yield Contact, self._contact(at, who, told["resident_id"])
        yield ContactQuestion, self._question(at, who[1], told, result, callback_id)

    def _contact(self, at: datetime, who: Who, resident_id: int | None) -> Row:
        employee_id, desk_id = who
        facts: dict[str, Any] = {
            "id": self.number,
            "uuid": _key(self.number),
            "channel": Channel.PHONE.value,
            "opened_at": at - timedelta(minutes=self.rng.choice(LASTS)),
            "ended_at": at,
            "employee_id": employee_id,
            "desk_id": desk_id,
            "resident_id": resident_id,
        }
        return [facts[name] for name in CONTACT]

    def _question(
        self,
        at: datetime,
        desk_id: int | None,
        told: dict[str, Any],
        result: str,
        callback_id: int | None,
    ) -> Row:
        part, on_duty = _dagdeel(at)
        facts = told | {
            "id": self.number,
            "contact_id": self.number,
            "position": 1,
            "result": result,
            "callback_id": callback_id,
            "article_id": None,
            "help_question_id": None,
            "referred_to": REFERRED_TO if result == QuestionResult.REFERRED else "",
            "desk_id": desk_id,
            "ended_at": at,
            "part": part,
            "with_help_desk": on_duty,
        }
        return [facts[name] for name in QUESTION]


def _key(number: int) -> UUID:
    return demo_key(CONTACT_KEYS + number)


def _dagdeel(at: datetime) -> tuple[str, bool]:
    """The dagdeel, and whether a vraagbaak was on duty in it."""
    part = day_part_of(at)
    number = 2 * local_day(at).toordinal() + (part == DayPart.AFTERNOON)
    return part.value, bool(number % NO_DUTY)
